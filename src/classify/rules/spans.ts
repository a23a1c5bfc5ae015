import type { Evidence, EvidenceKind } from '../../domain/classification.ts';
import type { Cue } from '../lexicon/cues.ts';
import { sentenceAt } from '../reading/frame.ts';
import type { Hit, Reading } from '../reading/read.ts';

/** The place of a hit in the text as given, in UTF-16 code units. */
export const evidenceOf = (reading: Reading, hit: Hit, kind: EvidenceKind, label?: string): Evidence => {
  const start = reading.starts[hit.from] ?? 0;
  const end = endOf(reading, hit.to - 1);
  return label === undefined ? { kind, start, end } : { kind, start, end, label };
};

const endOf = ({ starts, terms }: Reading, at: number): number =>
  (starts[at] ?? 0) + (terms[at]?.word.length ?? 0);

/** Number of the sentence in which a hit begins. */
export const sentenceOf = (reading: Reading, hit: Hit): number => sentenceAt(reading, hit.from);

/** The first holds every word of the second. */
export const holds = (a: Hit, b: Hit): boolean => a.from <= b.from && a.to >= b.to;

export const overlaps = (a: Hit, b: Hit): boolean => a.from < b.to && b.from < a.to;

/**
 * Finds, for hits asked in the order of the text, those of `others` that begin or end fewer than `words` tokens away.
 * Both lists are in order, so that the walk is linear however many there are.
 */
export const besideOf = (others: readonly Hit[], words: number): ((hit: Hit) => readonly Hit[]) => {
  let first = 0;
  return (hit) => {
    while ((others[first]?.to ?? Number.POSITIVE_INFINITY) + words <= hit.from) first++;
    const near: Hit[] = [];
    for (let at = first; (others[at]?.from ?? Number.POSITIVE_INFINITY) < hit.to + words; at++) {
      const other = others[at];
      if (other !== undefined && other.to + words > hit.from) near.push(other);
    }
    return near;
  };
};

/** Signs that a longer phrase of praise has not swallowed: "nichts Schlechtes" and "no delays" tell of no failure. */
export const uncovered = (reading: Reading, cue: Cue): readonly Hit[] => {
  const hits = reading.hits[cue];
  const praises = hits.length === 0 ? hits : reading.hits.praise;
  if (praises.length === 0) return hits;
  const beside = besideOf(praises, 1);
  return hits.filter((hit) => !beside(hit).some((praise) => swallows(praise, hit)));
};

const swallows = (praise: Hit, hit: Hit): boolean =>
  praise.to - praise.from > 1 && praise.from < hit.to && praise.to >= hit.to;

/** Something of it is told after the last "but" of the text. */
export const isAfterBut = (reading: Reading, hits: readonly Hit[]): boolean =>
  reading.lastContrast >= 0 && hits.some((hit) => hit.from > reading.lastContrast);
