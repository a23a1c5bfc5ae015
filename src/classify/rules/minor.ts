import type { Reading } from '../reading/read.ts';
import { meant, wordsTold } from './courtesy.ts';
import { uncovered } from './spans.ts';

/**
 * What bothers and breaks nothing owed: tone, taste, noise, minutes. Beside one thing that is broken it takes two that only
 * bother, and a long story must speak of little else: a word about noise in passing makes no failure small. What the rules
 * know no word of is a failure.
 */
export const isMinor = (reading: Reading): boolean => {
  const { breach } = reading.hits;
  // "A small note, if I may" is courtesy and makes nothing small.
  const minor = meant(reading, reading.hits.minor);
  if (minor.length === 0) return false;
  const small = minor.filter(({ label }) => label !== 'weak').length + 0.5;
  const hard = breach.filter(({ isNegated }) => !isNegated).length;
  const isFailed = uncovered(reading, 'failure').length > 0;
  return small >= 2 * hard + (isFailed ? byFailure : 0) && small * wordsForOne >= wordsTold(reading);
};

/** One weak sign beside a failure does not suffice. */
const byFailure = 0.8;
/** Short and eloquent twins of ours, low or medium: 85.5 % alike without this, 87.4 % with it. */
const wordsForOne = 20;
