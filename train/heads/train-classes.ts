import { learn } from '../learn/linear.ts';
import { tellingOf } from '../learn/telling.ts';
import type { Corpus, Lesson } from './corpus-matrix.ts';

export interface Recipe {
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly smoothing: number;
  readonly classes: number;
  readonly isDeafToAddress?: boolean;
  /** See `tellingOf`: for few posts of one kind. */
  readonly isByTelling?: boolean;
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
  {
    seeds,
    beside,
    isByTelling = false,
    ...recipe
  }: Recipe & { readonly seeds: readonly number[]; readonly beside?: Columns },
): Float32Array => {
  const taught = {
    rows: Int32Array.from(lessons, ({ row }) => row),
    labels: Int32Array.from(lessons, ({ label }) => label),
    weights: Float32Array.from(lessons, ({ weight }) => weight),
  };
  const telling = isByTelling ? { telling: tellingOf(matrix, taught, 2 ** bits) } : {};
  return meanOf(seeds.map((seed) => learn(matrix, taught, { ...recipe, ...beside, ...telling, bits, seed })));
};

const meanOf = (tables: readonly Float32Array[]): Float32Array => {
  const mean = new Float32Array(tables[0]?.length ?? 0);
  for (const table of tables)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (table[at] ?? 0) / tables.length;
  return mean;
};
