import type { DangerKind, Evidence } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { scoreDanger, weightOfWord, weightOfWords } from './danger-score.ts';
import { type DangerStretch, dangerStretches, isTelling, type Speaks } from './danger-stretches.ts';
import { leastSpoken } from './danger-weights.ts';
import { wordOf } from './danger-words.ts';
import { evidenceOf, overlaps } from './spans.ts';

export interface FoundDanger {
  readonly kind: DangerKind;
  readonly evidence: readonly Evidence[];
  /** Some sign tells of it, not its words alone. */
  readonly isSigned: boolean;
}

/**
 * Danger to people, recall first: what heats, breaks, poisons, threatens, the body or person that it meets, and what
 * follows are weighed together. The words of one stretch that reaches the mark decide; of several, the one that reaches
 * furthest.
 */
export const findDanger = (reading: Reading): FoundDanger | null => {
  let found: { readonly score: number; readonly kind: DangerKind; readonly stretch: DangerStretch } | null =
    null;
  for (const stretch of dangerStretches(reading, speak)) {
    const scored = scoreDanger(stretch);
    if (scored !== null && scored.score > (found?.score ?? 0)) found = { ...scored, stretch };
  }
  if (found === null) return null;
  const { kind, stretch } = found;
  const isSigned = stretch.hits.some(isTelling);
  return {
    kind,
    isSigned,
    evidence: shownIn(stretch).map((hit) => evidenceOf(reading, hit, 'danger', kind)),
  };
};

/** Below, nothing else that may stand beside these words would make them a danger. */
const speak: Speaks = (stretch) => weightOfWords(stretch) >= leastSpoken;

/** The signs that tell; where there is none, the words that weigh most. */
const shownIn = (stretch: DangerStretch): readonly Hit[] =>
  stretch.hits.some(isTelling) ? shownOf(stretch.hits) : heaviest(stretch);

const mostWords = 3;

const heaviest = ({ terms, from, to }: DangerStretch): readonly Hit[] =>
  terms
    .slice(from, to)
    .flatMap((term, nth) => {
      const word = wordOf(term);
      const weight = word === null ? 0 : weightOfWord(word);
      return weight > 0 ? [{ weight, at: from + nth }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, mostWords)
    .sort((a, b) => a.at - b.at)
    .map(({ at }) => ({ cue: 'danger', label: null, from: at, to: at + 1, isNegated: false }));

/** Signs by which nobody would see why: who it is, where it is, what it is. */
const silent: ReadonlySet<string> = new Set(
  'alone despair warning child child_age witness hospital foreign'.split(' '),
);

const isShown = (hit: Hit): boolean => isTelling(hit) && !silent.has(hit.label ?? '');

/** Each word once: the longest of the phrases that lie over one another; all that tell where nothing else does. */
const shownOf = (hits: readonly Hit[]): readonly Hit[] => {
  const shown: Hit[] = [];
  const some = hits.filter(isShown);
  for (const hit of some.length > 0 ? some : hits.filter(isTelling)) {
    const last = shown.at(-1);
    if (last === undefined || !overlaps(last, hit)) shown.push(hit);
    else if (hit.to - hit.from > last.to - last.from) shown[shown.length - 1] = hit;
  }
  return shown;
};
