import type { Matrix } from './matrix.ts';
import { createRandom, shuffled } from './random.ts';

/** Which rows to learn from: place in the matrix, class, how much it counts. */
export interface Examples {
  readonly rows: Int32Array;
  /** Per example and class: what is to be told; sums to 1 (softmax). */
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

export interface LearnOptions {
  readonly bits: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly smoothing: number;
  readonly decay: number;
  readonly seed: number;
  /** Columns beside the features, row by row: `extra[row * columns + nth]`. */
  readonly extra?: Float32Array;
  readonly columns?: number;
}

/** Weights per place and class of a softmax over a linear score: AdaGrad, feature dropout, label smoothing. */
export const learn = (matrix: Matrix, examples: Examples, options: LearnOptions): Float32Array => {
  const { bits, classes: k, epochs, dropout, smoothing, decay } = options;
  const columns = options.columns ?? 0;
  const extra = options.extra ?? new Float32Array(0);
  const size = ((1 << bits) + columns) * k;
  const table = new Float32Array(size);
  const squares = new Float32Array(size).fill(0.1);
  const random = createRandom(options.seed);
  const scores = new Float64Array(k);
  const n = examples.rows.length;
  const { from, places, values } = matrix;
  const keep = 1 / (1 - dropout);
  const threshold = Math.floor(dropout * 4294967296);
  let state = (options.seed * 2654435761) | 1;
  let used = new Int32Array(1 << 14);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = options.rate * (1 - epoch / (epochs + 1));
    const order = shuffled(n, random);
    for (let nth = 0; nth < n; nth++) {
      const example = order[nth]!;
      const row = examples.rows[example]!;
      const weight = examples.weights[example]!;
      if (weight === 0) continue;
      const begin = from[row]!;
      const end = from[row + 1]!;
      if (used.length < end - begin) used = new Int32Array(end - begin);
      let count = 0;
      scores.fill(0);
      for (let at = begin; at < end; at++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        if (state >>> 0 < threshold) continue;
        used[count++] = at;
        const place = places[at]! * k;
        const value = values[at]! * keep;
        for (let c = 0; c < k; c++) scores[c] = scores[c]! + value * table[place + c]!;
      }
      for (let nthColumn = 0; nthColumn < columns; nthColumn++) {
        const value = extra[row * columns + nthColumn]!;
        const place = ((1 << bits) + nthColumn) * k;
        for (let c = 0; c < k; c++) scores[c] = scores[c]! + value * table[place + c]!;
      }
      softmax(scores);
      for (let c = 0; c < k; c++) {
        const target = examples.targets[example * k + c]! * (1 - smoothing) + smoothing / k;
        scores[c] = (scores[c]! - target) * weight;
      }
      for (let nthColumn = 0; nthColumn < columns; nthColumn++) {
        const value = extra[row * columns + nthColumn]!;
        for (let c = 0; c < k; c++) {
          const w = ((1 << bits) + nthColumn) * k + c;
          const gradient = scores[c]! * value;
          const sum = squares[w]! + gradient * gradient;
          squares[w] = sum;
          table[w] = table[w]! - (rate * gradient) / Math.sqrt(sum);
        }
      }
      for (let nthUsed = 0; nthUsed < count; nthUsed++) {
        const at = used[nthUsed]!;
        const place = places[at]! * k;
        const value = values[at]! * keep;
        for (let c = 0; c < k; c++) {
          const w = place + c;
          const gradient = scores[c]! * value + decay * table[w]!;
          const sum = squares[w]! + gradient * gradient;
          squares[w] = sum;
          table[w] = table[w]! - (rate * gradient) / Math.sqrt(sum);
        }
      }
    }
  }
  return table;
};

const softmax = (scores: Float64Array): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - top);
  for (let c = 0; c < scores.length; c++) scores[c] = scores[c]! / sum;
};

/** Scores of one row per class. */
export const scoresOf = (matrix: Matrix, row: number, table: Float32Array, k: number): Float64Array => {
  const scores = new Float64Array(k);
  for (let at = matrix.from[row]!; at < matrix.from[row + 1]!; at++) {
    const place = matrix.places[at]! * k;
    const value = matrix.values[at]!;
    for (let c = 0; c < k; c++) scores[c] = scores[c]! + value * table[place + c]!;
  }
  return scores;
};
