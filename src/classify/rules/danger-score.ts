import { type DangerKind, dangerKinds } from '../../domain/classification.ts';
import { createWordCache } from '../reading/word-cache.ts';
import { type DangerSigns, dangerFeatures, framesAmong } from './danger-features.ts';
import { dangerWeights } from './danger-weights.ts';
import { dangerWordWeights } from './danger-word-weights.ts';
import { wordPlaces } from './danger-words.ts';

/** How far a stretch of text tells of danger: above 0 it does. `kind` is the likeliest kind, whatever the score. */
export interface DangerScore {
  readonly score: number;
  readonly kind: DangerKind;
}

/** By name: for danger at all, then for each kind. */
const weights: ReadonlyMap<string, readonly number[]> = new Map(
  dangerWeights
    .trim()
    .split(/[;\n]\s*/)
    .map((entry) => {
      const [name = '', ...numbers] = entry.split(' ');
      return [name, numbers.map(Number)] as const;
    }),
);

const frames = framesAmong(weights.keys());
const none: readonly number[] = [];
const heads = 1 + dangerKinds.length;
const table = new Int8Array(Buffer.from(dangerWordWeights.table, 'base64'));

/** What a word adds, computed once for each of the last some thousand. */
const ofWord = createWordCache((word) => {
  const sums = dangerWordWeights.scales.map(() => 0);
  for (const place of wordPlaces(word))
    for (let nth = 0; nth < heads; nth++) sums[nth] = (sums[nth] ?? 0) + (table[place * heads + nth] ?? 0);
  return { word, sums: sums.map((sum, nth) => sum * (dangerWordWeights.scales[nth] ?? 0)) };
});

/** How far a word by itself speaks for danger, in the unit of the score. */
export const weightOfWord = (word: string): number => ofWord(word, 0, word.length).sums[0] ?? 0;

/** Adds up what is seen, in hundredths. */
export const scoreDanger = (signs: DangerSigns): DangerScore => {
  const sums = [...(weights.get('bias') ?? none)];
  for (const name of dangerFeatures(signs, frames)) addTo(sums, weights.get(name) ?? none);
  for (const word of signs.words) addTo(sums, ofWord(word, 0, word.length).sums);
  return { score: sums[0] ?? 0, kind: likeliest(sums) };
};

const addTo = (sums: number[], row: readonly number[]): void => {
  for (let at = 0; at < row.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
};

const likeliest = (sums: readonly number[]): DangerKind => {
  let best: DangerKind = 'person_at_risk';
  let most = Number.NEGATIVE_INFINITY;
  for (const [nth, kind] of dangerKinds.entries()) {
    const sum = sums[nth + 1] ?? 0;
    if (sum <= most) continue;
    best = kind;
    most = sum;
  }
  return best;
};
