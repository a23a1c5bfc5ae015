import { acknowledge } from './alerts/acknowledge.ts';
import { silenceOperations } from './alerts/silences.ts';
import { caseOperations } from './cases/operations.ts';
import type { Operation } from './operation.ts';
import { problemOperations } from './problems/operations.ts';
import { protectionOperations } from './protection/operations.ts';
import { webhookOperations } from './webhooks/operations.ts';

/** Everything that `/api/v1` does, in the order of its document. */
export const operations: readonly Operation[] = [
  ...caseOperations,
  ...problemOperations,
  acknowledge,
  ...silenceOperations,
  ...protectionOperations,
  ...webhookOperations,
];
