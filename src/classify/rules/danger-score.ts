import { type DangerKind, dangerKinds } from '../../domain/classification.ts';
import type { Term } from '../reading/term.ts';
import { dangerFeatures, framesAmong } from './danger-features.ts';
import type { DangerStretch } from './danger-stretches.ts';
import { dangerWeights } from './danger-weights.ts';
import { dangerWordWeights } from './danger-word-weights.ts';
import { createWordSum, wordPlaces, wordsIn } from './danger-words.ts';

/** How far a stretch of text tells of danger, above 0, and of which kind it most likely is. */
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
const bias = weights.get('bias') ?? none;
const heads = 1 + dangerKinds.length;
const table = new Int8Array(Buffer.from(dangerWordWeights.table, 'base64'));

/** What a word adds to each sum. */
const sumsOf = (word: string): readonly number[] => {
  const sums = dangerWordWeights.scales.map(() => 0);
  for (const place of wordPlaces(word))
    for (let nth = 0; nth < heads; nth++) sums[nth] = (sums[nth] ?? 0) + (table[place * heads + nth] ?? 0);
  return sums.map((sum, nth) => sum * (dangerWordWeights.scales[nth] ?? 0));
};

/** How far a word by itself speaks for danger, in the unit of the score. */
export const weightOfWord = (word: string): number => sumsOf(word)[0] ?? 0;

const sumOfWords = createWordSum(weightOfWord);

/** Adds up what is seen, in hundredths; null: no danger. Most posts are none, so that kinds are added up afterwards. */
export const scoreDanger = (terms: readonly Term[], stretch: DangerStretch): DangerScore | null => {
  const names = dangerFeatures(stretch, frames);
  let score = bias[0] ?? 0;
  for (const name of names) score += weights.get(name)?.[0] ?? 0;
  score += sumOfWords(terms, stretch.from, stretch.to);
  if (score <= 0) return null;
  const sums = [...bias];
  for (const name of names) addTo(sums, weights.get(name) ?? none);
  for (const word of wordsIn(terms, stretch.from, stretch.to)) addTo(sums, sumsOf(word));
  return { score, kind: likeliest(sums) };
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
