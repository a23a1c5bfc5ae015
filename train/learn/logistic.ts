/** Rows of a sparse matrix whose every value is 1: the columns that are there. */
export type SparseRow = readonly number[];

/** What a logistic regression learns from: rows, whether each is one, how much it counts. */
export interface LogisticLessons {
  readonly rows: readonly SparseRow[];
  readonly truth: readonly boolean[];
  readonly weights: readonly number[];
  readonly columns: number;
  /** Strength of the pull of each column's weight towards 0; the constant is not pulled. */
  readonly ridge: (column: number) => number;
}

export interface Logistic {
  readonly weights: Float64Array;
  readonly constant: number;
}

// Newton's method doubles the right digits with each step: from 0 it needs about eight.
const mostSteps = 30;
const mostInner = 250;
const smallestStep = 1e-6;
/** Of the square of what is left of the slope: the next step mends the rest. */
const accuracy = 1e-8;

/**
 * Weights of least loss with an L2 penalty: Newton's method, its steps solved by conjugate gradients. There is one
 * minimum and no chance, so that the same lessons give the same weights. The constant is kept behind the weights.
 */
export const fitLogistic = (lessons: LogisticLessons): Logistic => {
  const { seen, system } = onSeenColumns(lessons);
  const at = new Float64Array(seen.length + 1);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvatures } = slopeAt(system, lessons, at);
    const towards = solve(system, curvatures, gradient);
    let largest = 0;
    for (let nth = 0; nth < at.length; nth++) {
      at[nth] = (at[nth] ?? 0) - (towards[nth] ?? 0);
      largest = Math.max(largest, Math.abs(towards[nth] ?? 0));
    }
    if (largest < smallestStep) break;
  }
  const weights = new Float64Array(lessons.columns);
  for (let nth = 0; nth < seen.length; nth++) weights[seen[nth] ?? 0] = at[nth] ?? 0;
  return { weights, constant: at[seen.length] ?? 0 };
};

/** Log-odds of a row. */
export const logOdds = ({ weights, constant }: Logistic, row: SparseRow): number => {
  let sum = constant;
  for (const column of row) sum += weights[column] ?? 0;
  return sum;
};

/** Rows over the columns that stand in any, and the pull of each of these; 0 for the constant behind them. */
interface System {
  readonly rows: readonly Int32Array[];
  readonly pulls: Float64Array;
}

/** A column that no row has keeps the weight 0, and of a table of words most have none: they are left out, not carried along. */
const onSeenColumns = ({ rows, columns, ridge }: LogisticLessons) => {
  const places = new Int32Array(columns).fill(-1);
  for (const row of rows) for (const column of row) places[column] = 0;
  const seen: number[] = [];
  for (let column = 0; column < columns; column++)
    if (places[column] === 0) places[column] = seen.push(column) - 1;
  const pulls = Float64Array.from([...seen.map(ridge), 0]);
  const system: System = {
    rows: rows.map((row) => Int32Array.from(row, (column) => places[column] ?? 0)),
    pulls,
  };
  return { seen, system };
};

const slopeAt = ({ rows, pulls }: System, { truth, weights }: LogisticLessons, at: Float64Array) => {
  const gradient = pulled(pulls, at);
  const curvatures = new Float64Array(rows.length);
  for (const [nth, row] of rows.entries()) {
    const chance = 1 / (1 + Math.exp(-dot(row, at)));
    const weight = weights[nth] ?? 0;
    curvatures[nth] = weight * chance * (1 - chance);
    addTo(gradient, row, weight * (chance - (truth[nth] === true ? 1 : 0)));
  }
  return { gradient, curvatures };
};

/** Where the quadratic of this curvature and slope is least: conjugate gradients from 0. */
const solve = (system: System, curvatures: Float64Array, slope: Float64Array): Float64Array => {
  const found = new Float64Array(slope.length);
  const rest = Float64Array.from(slope);
  const direction = Float64Array.from(slope);
  let square = norm(rest);
  const enough = square * accuracy;
  for (let inner = 0; inner < mostInner && square > enough; inner++) {
    const curved = curve(system, curvatures, direction);
    const length = square / product(direction, curved);
    for (let nth = 0; nth < found.length; nth++) {
      found[nth] = (found[nth] ?? 0) + length * (direction[nth] ?? 0);
      rest[nth] = (rest[nth] ?? 0) - length * (curved[nth] ?? 0);
    }
    const next = norm(rest);
    for (let nth = 0; nth < found.length; nth++)
      direction[nth] = (rest[nth] ?? 0) + (next / square) * (direction[nth] ?? 0);
    square = next;
  }
  return found;
};

/** The curvature's matrix times a direction. */
const curve = ({ rows, pulls }: System, curvatures: Float64Array, direction: Float64Array): Float64Array => {
  const result = pulled(pulls, direction);
  for (const [nth, row] of rows.entries()) addTo(result, row, (curvatures[nth] ?? 0) * dot(row, direction));
  return result;
};

const pulled = (pulls: Float64Array, values: Float64Array): Float64Array => {
  const result = new Float64Array(values.length);
  for (let nth = 0; nth < result.length; nth++) result[nth] = (pulls[nth] ?? 0) * (values[nth] ?? 0);
  return result;
};

const dot = (row: Int32Array, values: Float64Array): number => {
  let sum = values[values.length - 1] ?? 0;
  for (let nth = 0; nth < row.length; nth++) sum += values[row[nth] ?? 0] ?? 0;
  return sum;
};

/** Adds to each column of the row, and to the constant. */
const addTo = (into: Float64Array, row: Int32Array, value: number): void => {
  for (let nth = 0; nth < row.length; nth++) {
    const column = row[nth] ?? 0;
    into[column] = (into[column] ?? 0) + value;
  }
  into[into.length - 1] = (into[into.length - 1] ?? 0) + value;
};

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let nth = 0; nth < a.length; nth++) sum += (a[nth] ?? 0) * (b[nth] ?? 0);
  return sum;
};

const norm = (a: Float64Array): number => product(a, a);
