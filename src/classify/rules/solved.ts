import type { Evidence } from '../../domain/classification.ts';
import { hitsOf, type Reading } from '../reading/read.ts';
import { evidenceOf, sentenceOf } from './spans.ts';

/** The author says that the own problem is solved; a "but" with a failure behind it takes that back. */
export const findSolved = (
  reading: Reading,
): { readonly isSolved: boolean; readonly evidence: readonly Evidence[] } => {
  const hits = hitsOf(reading, 'solved').filter(
    (hit) => !(reading.questions[sentenceOf(reading, hit)] ?? false),
  );
  const last = hits.at(-1);
  if (last === undefined) return { isSolved: false, evidence: [] };
  const later = [
    ...hitsOf(reading, 'failure'),
    ...hitsOf(reading, 'still'),
    ...hitsOf(reading, 'unanswered'),
    ...hitsOf(reading, 'blocked'),
  ];
  const isTakenBack = later.some((hit) => hit.from >= last.to);
  return { isSolved: !isTakenBack, evidence: hits.map((hit) => evidenceOf(reading, hit, 'solved')) };
};
