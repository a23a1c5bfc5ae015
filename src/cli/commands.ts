import { registerCases } from './cases.ts';
import { registerClassify } from './classify.ts';
import type { RegisterCommand } from './command.ts';
import { registerReview } from './review.ts';
import { registerStart } from './start.ts';
import { registerSummary } from './summary.ts';
import { registerVerify } from './verify.ts';

/** The commands in the order of the help. */
export const commands: readonly RegisterCommand[] = [
  registerStart,
  registerClassify,
  registerCases,
  registerReview,
  registerSummary,
  registerVerify,
];
