import type { Reading } from '../reading/read.ts';
import { uncovered } from './spans.ts';

/** What bothers and breaks nothing owed: tone, taste, noise, minutes. What is not told at all is an annoyance too. */
export const isMinor = (reading: Reading): boolean => {
  const { minor, breach } = reading.hits;
  const small = minor.filter(({ label }) => label !== 'weak').length + (minor.length > 0 ? 0.5 : 0);
  const hard = breach.filter(({ isNegated }) => !isNegated).length;
  const failures = uncovered(reading, 'failure').filter(({ label }) => label !== 'weak').length;
  if (small > 0) return small >= hard;
  return hard === 0 && failures === 0 && reading.hits.annoyance.length > 0;
};
