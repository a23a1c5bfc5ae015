import { type DangerKind, dangerKinds } from '../../domain/classification.ts';
import { dangerFeatures, framesAmong } from './danger-features.ts';
import type { DangerStretch } from './danger-stretches.ts';
import { dangerWeights } from './danger-weights.ts';
import { dangerWordWeights } from './danger-word-weights.ts';
import { createWordSums, type WordStretch, wordPlaces } from './danger-words.ts';

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

const scales = dangerWordWeights.scales;

/** What a word adds to each sum, in steps of `scales`. */
const stepsOf = (word: string): Int32Array => {
  const steps = new Int32Array(heads);
  for (const place of wordPlaces(word))
    for (let nth = 0; nth < heads; nth++) steps[nth] = (steps[nth] ?? 0) + (table[place * heads + nth] ?? 0);
  return steps;
};

/** How far a word by itself speaks for danger, in the unit of the score. */
export const weightOfWord = (word: string): number => (stepsOf(word)[0] ?? 0) * (scales[0] ?? 0);

const addWords = createWordSums(stepsOf);
const steps = new Int32Array(heads);
/** Whose words `steps` sums up: they are asked for twice in a row. */
let summed: WordStretch | null = null;

const sumUp = (stretch: WordStretch): void => {
  const { terms, from, to } = stretch;
  if (summed?.terms === terms && summed.from === from && summed.to === to) return;
  summed = null;
  steps.fill(0);
  addWords(stretch, steps);
  summed = stretch;
};

/** How far the words of a stretch speak for danger, in the unit of the score. */
export const weightOfWords = (stretch: WordStretch): number => {
  sumUp(stretch);
  return (steps[0] ?? 0) * (scales[0] ?? 0);
};

/** Adds up what is seen, in hundredths; null: no danger. */
export const scoreDanger = (stretch: DangerStretch): DangerScore | null => {
  const names = dangerFeatures(stretch, frames);
  sumUp(stretch);
  const sums = [...bias];
  for (let nth = 0; nth < heads; nth++) sums[nth] = (sums[nth] ?? 0) + (steps[nth] ?? 0) * (scales[nth] ?? 0);
  for (const name of names) addTo(sums, weights.get(name) ?? none);
  const [score = 0] = sums;
  return score <= 0 ? null : { score, kind: likeliest(sums) };
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
