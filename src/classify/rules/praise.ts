import type { Hit, Reading } from '../reading/read.ts';
import { isAfterBut, overlaps, sentenceOf, uncovered } from './spans.ts';

/**
 * Praise that is meant: not the good in "good morning", the great in "would be great" or in "not a great look", nor
 * what stands before a "but" behind which something fails.
 */
export const findPraise = (reading: Reading): readonly Hit[] => {
  const hits = praiseThatStands(reading);
  if (hits.length === 0 || isSarcastic(reading)) return [];
  const { courtesy: courtesies, boast } = reading.hits;
  // "My lawyers love such things" praises nothing.
  const boasts = new Set(boast.map((hit) => sentenceOf(reading, hit)));
  return hits.filter(
    (hit) =>
      !hit.isNegated &&
      !courtesies.some((courtesy) => overlaps(courtesy, hit)) &&
      !boasts.has(sentenceOf(reading, hit)),
  );
};

/** "Oh great, it died again": what praises beside sarcasm and a failure is no praise. */
const isSarcastic = (reading: Reading): boolean =>
  reading.hits.sarcasm.length > 0 && uncovered(reading, 'failure').length > 0;

const praiseThatStands = (reading: Reading): readonly Hit[] => {
  const hits = reading.hits.praise;
  if (hits.length === 0 || reading.lastContrast < 0) return hits;
  const failures = uncovered(reading, 'failure').filter(({ label }) => label !== 'weak');
  return isAfterBut(reading, failures) ? hits.filter((hit) => hit.from > reading.lastContrast) : hits;
};
