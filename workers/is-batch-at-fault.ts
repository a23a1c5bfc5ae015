import { PoisonError } from './decider.ts';

/**
 * Whether an attempt failed for what the batch holds. Classes 22 and 23 are about the data, 54 about its size, and a
 * fault of our own code meets the same words again; everything else that a database says is about itself.
 */
export const isBatchAtFault = (error: Error): boolean =>
  error instanceof PoisonError ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  /^(?:2[23]|54)/.test((error as { code?: string }).code ?? '');
