import type { Evidence } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { evidenceOf, sentenceOf } from './spans.ts';

interface FoundSolved {
  readonly isSolved: boolean;
  readonly evidence: readonly Evidence[];
}

const unsolved: FoundSolved = { isSolved: false, evidence: [] };

/** The author says that the own problem is solved; a "but" with a failure behind it takes that back. */
export const findSolved = (reading: Reading): FoundSolved => {
  if (reading.hits.solved.length === 0) return unsolved;
  const hits = reading.hits.solved.filter((hit) => !(reading.questions[sentenceOf(reading, hit)] ?? false));
  const last = hits.at(-1);
  if (last === undefined) return unsolved;
  const later = [
    ...reading.hits.failure,
    ...reading.hits.still,
    ...reading.hits.unanswered,
    ...reading.hits.blocked,
  ];
  const isTakenBack = later.some((hit) => hit.from >= last.to);
  return { isSolved: !isTakenBack, evidence: hits.map((hit) => evidenceOf(reading, hit, 'solved')) };
};
