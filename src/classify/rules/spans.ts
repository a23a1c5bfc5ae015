import type { Evidence, EvidenceKind } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';

/** The place of a hit in the text as given, in UTF-16 code units. */
export const evidenceOf = (reading: Reading, hit: Hit, kind: EvidenceKind, label?: string): Evidence => {
  const start = reading.tokens[hit.from]?.start ?? 0;
  const end = reading.tokens[hit.to - 1]?.end ?? start;
  return { kind, start, end, ...(label === undefined ? {} : { label }) };
};

/** Number of the sentence in which a hit begins. */
export const sentenceOf = (reading: Reading, hit: Hit): number => reading.sentences[hit.from] ?? 0;

export const overlaps = (a: Hit, b: Hit): boolean => a.from < b.to && b.from < a.to;
