import type { Hit, Reading } from '../reading/read.ts';
import { sentenceOf } from './spans.ts';

/** Hits but for those which weigh less by what is told in their sentence or beside it: other means, time enough. */
export const unmitigated = (reading: Reading, hits: readonly Hit[]): readonly Hit[] => {
  const { mitigated } = reading.hits;
  if (mitigated.length === 0 || hits.length === 0) return hits;
  const told = mitigated.map((hit) => sentenceOf(reading, hit));
  return hits.filter((hit) => {
    const sentence = sentenceOf(reading, hit);
    return told.every((other) => Math.abs(other - sentence) > 1);
  });
};
