import { registerAlerts } from './alerts.ts';
import { registerApprovals } from './approvals.ts';
import { registerAuthor } from './author.ts';
import { registerCases } from './cases.ts';
import { registerClassify } from './classify.ts';
import type { RegisterCommand } from './command.ts';
import { registerCompliance } from './compliance.ts';
import { registerConfig } from './config.ts';
import { registerContacts } from './contacts.ts';
import { registerDeadLetters } from './dead-letters.ts';
import { registerDigest } from './digest.ts';
import { registerDoctor } from './doctor.ts';
import { registerErase } from './erase.ts';
import { registerErasures } from './erasures.ts';
import { registerEscalations } from './escalations.ts';
import { registerHolds } from './holds.ts';
import { registerImport } from './import.ts';
import { registerInit } from './init.ts';
import { registerKeys } from './keys.ts';
import { registerLabel } from './label.ts';
import { registerLease } from './lease.ts';
import { registerMove } from './move.ts';
import { registerNext } from './next.ts';
import { registerOpenApi } from './openapi.ts';
import { registerPoll } from './poll.ts';
import { registerProblems } from './problems.ts';
import { registerReceipts } from './receipts.ts';
import { registerReview } from './review.ts';
import { registerRouting } from './routing.ts';
import { registerSilences } from './silences.ts';
import { registerSinks } from './sinks.ts';
import { registerStart } from './start.ts';
import { registerStatements } from './statements.ts';
import { registerSummary } from './summary.ts';
import { registerVerify } from './verify.ts';
import { registerVerifyLog } from './verify-log.ts';
import { registerWebhooks } from './webhooks.ts';

/** The commands in the order of the help. */
export const commands: readonly RegisterCommand[] = [
  registerStart,
  registerImport,
  registerPoll,
  registerClassify,
  registerNext,
  registerLease,
  registerCases,
  registerProblems,
  registerCompliance,
  registerReview,
  registerLabel,
  registerContacts,
  registerEscalations,
  registerApprovals,
  registerAlerts,
  registerSilences,
  registerRouting,
  registerSummary,
  registerDigest,
  registerReceipts,
  registerStatements,
  registerVerify,
  registerVerifyLog,
  registerErase,
  registerErasures,
  registerAuthor,
  registerHolds,
  registerDeadLetters,
  registerMove,
  registerKeys,
  registerWebhooks,
  registerOpenApi,
  registerSinks,
  registerDoctor,
  registerConfig,
  registerInit,
];
