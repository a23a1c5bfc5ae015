import { registerApprovals } from './approvals.ts';
import { registerCases } from './cases.ts';
import { registerClassify } from './classify.ts';
import type { RegisterCommand } from './command.ts';
import { registerConfig } from './config.ts';
import { registerContacts } from './contacts.ts';
import { registerDeadLetters } from './dead-letters.ts';
import { registerDigest } from './digest.ts';
import { registerDoctor } from './doctor.ts';
import { registerErase } from './erase.ts';
import { registerEscalations } from './escalations.ts';
import { registerImport } from './import.ts';
import { registerInit } from './init.ts';
import { registerKeys } from './keys.ts';
import { registerLabel } from './label.ts';
import { registerMove } from './move.ts';
import { registerOpenApi } from './openapi.ts';
import { registerPoll } from './poll.ts';
import { registerReview } from './review.ts';
import { registerStart } from './start.ts';
import { registerSummary } from './summary.ts';
import { registerVerify } from './verify.ts';

/** The commands in the order of the help. */
export const commands: readonly RegisterCommand[] = [
  registerStart,
  registerImport,
  registerPoll,
  registerClassify,
  registerCases,
  registerReview,
  registerLabel,
  registerContacts,
  registerEscalations,
  registerApprovals,
  registerSummary,
  registerDigest,
  registerVerify,
  registerErase,
  registerDeadLetters,
  registerMove,
  registerKeys,
  registerOpenApi,
  registerDoctor,
  registerConfig,
  registerInit,
];
