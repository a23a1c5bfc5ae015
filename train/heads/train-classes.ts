import { type LearnOptions, learn } from '../learn/linear.ts';
import type { Corpus, Lesson } from './corpus-matrix.ts';

export interface Recipe {
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly smoothing: number;
}

/** Beside the features: see `LearnOptions`. */
export interface Columns {
  readonly extra: Float32Array;
  readonly columns: number;
}

/** Table of a softmax over classes: the mean of one run per seed, which for a linear score is one table. */
export const trainClasses = (
  { matrix, bits }: Corpus,
  lessons: readonly Lesson[],
  options: Recipe & { readonly classes: number; readonly seeds: readonly number[]; readonly beside?: Columns },
): Float32Array => {
  const k = options.classes;
  const targets = new Float32Array(lessons.length * k);
  lessons.forEach(({ label }, at) => {
    targets[at * k + label] = 1;
  });
  const examples = {
    rows: Int32Array.from(lessons, ({ row }) => row),
    targets,
    weights: Float32Array.from(lessons, ({ weight }) => weight),
  };
  const { epochs, rate, dropout, smoothing, seeds, beside } = options;
  const base: Omit<LearnOptions, 'seed'> = {
    bits,
    classes: k,
    epochs,
    rate,
    dropout,
    smoothing,
    decay: 0,
    ...(beside ?? {}),
  };
  const tables = seeds.map((seed) => learn(matrix, examples, { ...base, seed }));
  return meanOf(tables);
};

const meanOf = (tables: readonly Float32Array[]): Float32Array => {
  const mean = new Float32Array(tables[0]?.length ?? 0);
  for (const table of tables) for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (table[at] ?? 0);
  for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) / tables.length;
  return mean;
};
