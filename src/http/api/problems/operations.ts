import type { Operation } from '../operation.ts';
import { problemActions } from './actions.ts';
import { complianceOperations } from './compliance.ts';
import { parityOperations } from './parity.ts';
import { problemReading } from './problems.ts';
import { statementOperations } from './statements.ts';
import { swarmOperations } from './swarms.ts';

export const problemOperations: readonly Operation[] = [
  ...problemReading,
  ...problemActions,
  ...parityOperations,
  ...swarmOperations,
  ...statementOperations,
  ...complianceOperations,
];
