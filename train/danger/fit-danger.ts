import { wordBits } from '../../src/classify/rules/danger-words.ts';
import { type DangerKind, dangerKinds } from '../../src/domain/classification.ts';
import { fitLogistic, type Logistic, logOdds, type SparseRow } from '../learn/logistic.ts';
import type { Sentence, Stretch } from './sentences.ts';

/** One regression for danger at all and one for each kind among dangers, over the same names and places of words. */
export interface DangerFit {
  readonly names: readonly string[];
  readonly danger: Logistic;
  readonly kinds: readonly Logistic[];
}

/** What is seen in fewer sentences says nothing yet. */
const leastSeen = 3;
// Carried over from the first fits, which tried 2 to 8 for danger; not searched again since words are weighed too.
const dangerRidge = 6;
const kindRidge = 4;
// Words are many and each is rare: pulled harder towards 0. 15 finds fewer at the same mark, 30 and 60 as many.
const dangerWordRidge = 60;
// Of 400 dangers set aside the right kind: 85.8 % at 30, 86.8 at 10, 85.5 at 5.
const kindWordRidge = 10;

type Columns = ReadonlyMap<string, number>;
/** Of names, of words. */
type Ridges = readonly [number, number];

/** Names first, then the places of words. */
const rowOf = (columns: Columns, { names, places }: Stretch): SparseRow => [
  ...names.flatMap((name) => columns.get(name) ?? []),
  ...places.map((place) => columns.size + place),
];

/** Learns what each name and each place of words weighs from every stretch. */
export const fitDanger = (sentences: readonly Sentence[]): DangerFit => {
  const names = namesIn(sentences);
  const columns = new Map(names.map((name, nth) => [name, nth]));
  const seen = sentences.flatMap(({ danger, stretches, weight }) =>
    stretches.map((stretch) => ({ danger, row: rowOf(columns, stretch), weight })),
  );
  const learnt = (
    of: typeof seen,
    isTrue: (danger: DangerKind | null) => boolean,
    [ridge, wordRidge]: Ridges,
  ): Logistic =>
    fitLogistic({
      rows: of.map(({ row }) => row),
      truth: of.map(({ danger }) => isTrue(danger)),
      weights: of.map(({ weight }) => weight),
      columns: names.length + 2 ** wordBits,
      ridge: (column) => (column < names.length ? ridge : wordRidge),
    });
  const dangers = seen.filter(({ danger }) => danger !== null);
  return {
    names,
    danger: learnt(seen, (danger) => danger !== null, [dangerRidge, dangerWordRidge]),
    kinds: dangerKinds.map((kind) =>
      learnt(dangers, (danger) => danger === kind, [kindRidge, kindWordRidge]),
    ),
  };
};

const namesIn = (sentences: readonly Sentence[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { stretches } of sentences)
    for (const name of new Set(stretches.flatMap((stretch) => stretch.names)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= leastSeen ? [name] : [])).sort();
};

/** What a fit says of a sentence: that of its stretch that tells most. */
export interface Said {
  readonly score: number;
  readonly kind: DangerKind | null;
}

/** Below `leastSpoken`, words in whose stretch no sign tells are not looked at again (rules/danger.ts). */
export const sayBy = (fit: DangerFit, leastSpoken: number): ((sentence: Sentence) => Said) => {
  const columns = new Map(fit.names.map((name, nth) => [name, nth]));
  return ({ stretches }) => {
    let most: Said = { score: Number.NEGATIVE_INFINITY, kind: null };
    for (const stretch of stretches) {
      const isHeard = !stretch.isSilent || spokenIn(fit, stretch) >= leastSpoken;
      const row = rowOf(columns, isHeard ? stretch : { ...stretch, names: untold });
      const score = logOdds(fit.danger, row);
      if (score > most.score) most = { score, kind: likeliest(fit, row) };
    }
    return most;
  };
};

const untold: readonly string[] = ['untold'];

/** What the words of a stretch say by themselves. */
const spokenIn = ({ names, danger }: DangerFit, { places }: Stretch): number =>
  places.reduce((sum, place) => sum + (danger.weights[names.length + place] ?? 0), 0);

const likeliest = ({ kinds }: DangerFit, row: SparseRow): DangerKind | null => {
  const odds = kinds.map((kind) => logOdds(kind, row));
  return dangerKinds[odds.indexOf(Math.max(...odds))] ?? null;
};
