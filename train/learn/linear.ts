import type { Matrix } from './matrix.ts';
import { createRandom, shuffled } from './random.ts';

/** Which rows to learn from: place in the matrix, class, how much it counts. */
export interface Lessons {
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  readonly weights: Float32Array;
}

export interface LearnOptions {
  readonly bits: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly smoothing: number;
  readonly seed: number;
  /** Without what links and mentions add. */
  readonly isDeafToAddress?: boolean;
  /** Columns beside the features, row by row: `extra[row * columns + nth]`. */
  readonly extra?: Float32Array;
  readonly columns?: number;
  /** By how much the values of each place count; the table that comes out is for values as they are. */
  readonly telling?: Float32Array;
}

/** What one row looks like after dropout: places (times classes) and values, the first `count` of them. */
interface Sample {
  places: Int32Array;
  values: Float32Array;
  count: number;
}

interface Run {
  readonly k: number;
  readonly table: Float32Array;
  readonly squares: Float32Array;
  readonly scores: Float64Array;
  readonly sample: Sample;
  readonly threshold: number;
  readonly keep: number;
  /** Of the dropout: xorshift. */
  state: number;
}

/** Weights per place and class of a softmax over a linear score: AdaGrad, feature dropout, label smoothing. */
export const learn = (matrix: Matrix, lessons: Lessons, options: LearnOptions): Float32Array => {
  const { bits, classes: k, epochs, dropout, columns = 0, telling } = options;
  const size = (2 ** bits + columns) * k;
  const run: Run = {
    k,
    table: new Float32Array(size),
    squares: new Float32Array(size).fill(0.1),
    scores: new Float64Array(k),
    sample: { places: new Int32Array(1 << 14), values: new Float32Array(1 << 14), count: 0 },
    threshold: Math.floor(dropout * 2 ** 32),
    keep: 1 / (1 - dropout),
    state: Math.imul(options.seed, 2654435761) | 1,
  };
  const random = createRandom(options.seed);
  const n = lessons.rows.length;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = options.rate * (1 - epoch / (epochs + 1));
    for (const nth of shuffled(n, random)) {
      const weight = lessons.weights[nth] ?? 0;
      if (weight === 0) continue;
      draw(run, matrix, lessons.rows[nth] ?? 0, options);
      addUp(run);
      errorsOf(run.scores, { label: lessons.labels[nth] ?? 0, weight, smoothing: options.smoothing });
      step(run, rate);
    }
  }
  if (telling !== undefined) takeUp(telling, run);
  return run.table;
};

const takeUp = (telling: Float32Array, { table, k }: Run): void =>
  telling.forEach((by, place) => {
    for (let at = place * k; at < (place + 1) * k; at++) table[at] = (table[at] ?? 0) * by;
  });

const endOf = (
  { from, addressFrom }: Matrix,
  row: number,
  { isDeafToAddress = false }: LearnOptions,
): number => (isDeafToAddress ? addressFrom[row] : from[row + 1]) ?? 0;

/** Takes the features of a row but for those that chance drops; columns stay. */
const draw = (run: Run, matrix: Matrix, row: number, options: LearnOptions): void => {
  const { columns = 0, telling } = options;
  const { k, sample, threshold, keep } = run;
  const { from, places, values } = matrix;
  const end = endOf(matrix, row, options);
  const begin = from[row] ?? 0;
  if (sample.places.length < end - begin + columns) {
    sample.places = new Int32Array(2 * (end - begin + columns));
    sample.values = new Float32Array(2 * (end - begin + columns));
  }
  let { state } = run;
  let count = 0;
  for (let at = begin; at < end; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    if (state >>> 0 < threshold) continue;
    const place = places[at] ?? 0;
    sample.places[count] = place * k;
    sample.values[count++] = (values[at] ?? 0) * keep * (telling?.[place] ?? 1);
  }
  run.state = state;
  sample.count = count;
  addColumns(run, row, options);
};

const addColumns = ({ k, sample }: Run, row: number, { bits, extra, columns = 0 }: LearnOptions): void => {
  for (let nth = 0; nth < columns; nth++) {
    sample.places[sample.count] = (2 ** bits + nth) * k;
    sample.values[sample.count++] = extra?.[row * columns + nth] ?? 0;
  }
};

const addUp = ({ k, table, scores, sample: { places, values, count } }: Run): void => {
  scores.fill(0);
  for (let at = 0; at < count; at++) {
    const place = places[at] ?? 0;
    const value = values[at] ?? 0;
    for (let c = 0; c < k; c++) scores[c] = (scores[c] ?? 0) + value * (table[place + c] ?? 0);
  }
};

/** Turns scores into what is wrong with their softmax. */
const errorsOf = (
  scores: Float64Array,
  {
    label,
    weight,
    smoothing,
  }: { readonly label: number; readonly weight: number; readonly smoothing: number },
): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp((scores[c] ?? 0) - top);
    sum += scores[c] ?? 0;
  }
  for (let c = 0; c < scores.length; c++) {
    const target = (c === label ? 1 - smoothing : 0) + smoothing / scores.length;
    scores[c] = ((scores[c] ?? 0) / sum - target) * weight;
  }
};

const step = ({ k, table, squares, scores, sample: { places, values, count } }: Run, rate: number): void => {
  for (let at = 0; at < count; at++) {
    const place = places[at] ?? 0;
    const value = values[at] ?? 0;
    for (let c = 0; c < k; c++) {
      const gradient = (scores[c] ?? 0) * value;
      const sum = (squares[place + c] ?? 0) + gradient * gradient;
      squares[place + c] = sum;
      table[place + c] = (table[place + c] ?? 0) - (rate * gradient) / Math.sqrt(sum);
    }
  }
};

/** Scores of one row per class. */
export const scoresOf = (matrix: Matrix, row: number, table: Float32Array, k: number): Float64Array => {
  const scores = new Float64Array(k);
  const end = matrix.from[row + 1] ?? 0;
  for (let at = matrix.from[row] ?? 0; at < end; at++) {
    const place = (matrix.places[at] ?? 0) * k;
    const value = matrix.values[at] ?? 0;
    for (let c = 0; c < k; c++) scores[c] = (scores[c] ?? 0) + value * (table[place + c] ?? 0);
  }
  return scores;
};
