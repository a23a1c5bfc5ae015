import type { Reading } from '../reading/read.ts';

/**
 * What bothers and breaks nothing owed: tone, taste, noise, minutes. Beside one thing that is broken it takes two that only
 * bother. What the rules know no word of is a failure.
 */
export const isMinor = ({ hits }: Reading): boolean => {
  const { minor, breach } = hits;
  const small = minor.filter(({ label }) => label !== 'weak').length + (minor.length > 0 ? 0.5 : 0);
  const hard = breach.filter(({ isNegated }) => !isNegated).length;
  return small > 0 && small >= 2 * hard;
};
