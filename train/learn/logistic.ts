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
  const at = new Float64Array(lessons.columns + 1);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvatures } = slopeAt(lessons, at);
    const towards = solve(lessons, curvatures, gradient);
    let largest = 0;
    for (let nth = 0; nth < at.length; nth++) {
      at[nth] = (at[nth] ?? 0) - (towards[nth] ?? 0);
      largest = Math.max(largest, Math.abs(towards[nth] ?? 0));
    }
    if (largest < smallestStep) break;
  }
  return { weights: at.subarray(0, lessons.columns), constant: at[lessons.columns] ?? 0 };
};

/** Log-odds of a row. */
export const logOdds = ({ weights, constant }: Logistic, row: SparseRow): number => {
  let sum = constant;
  for (const column of row) sum += weights[column] ?? 0;
  return sum;
};

const slopeAt = ({ rows, truth, weights, columns, ridge }: LogisticLessons, at: Float64Array) => {
  const gradient = at.map((value, nth) => (nth === columns ? 0 : ridge(nth) * value));
  const curvatures = new Float64Array(rows.length);
  rows.forEach((row, nth) => {
    const chance = 1 / (1 + Math.exp(-dot(row, at, columns)));
    const weight = weights[nth] ?? 0;
    curvatures[nth] = weight * chance * (1 - chance);
    addTo(gradient, row, weight * (chance - (truth[nth] === true ? 1 : 0)));
  });
  return { gradient, curvatures };
};

/** Where the quadratic of this curvature and slope is least: conjugate gradients from 0. */
const solve = (lessons: LogisticLessons, curvatures: Float64Array, slope: Float64Array): Float64Array => {
  const found = new Float64Array(slope.length);
  const rest = Float64Array.from(slope);
  const direction = Float64Array.from(slope);
  let square = norm(rest);
  const enough = square * accuracy;
  for (let inner = 0; inner < mostInner && square > enough; inner++) {
    const curved = curve(lessons, curvatures, direction);
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
const curve = (
  { rows, columns, ridge }: LogisticLessons,
  curvatures: Float64Array,
  direction: Float64Array,
): Float64Array => {
  const result = direction.map((value, nth) => (nth === columns ? 0 : ridge(nth) * value));
  rows.forEach((row, nth) => {
    addTo(result, row, (curvatures[nth] ?? 0) * dot(row, direction, columns));
  });
  return result;
};

const dot = (row: SparseRow, values: Float64Array, columns: number): number => {
  let sum = values[columns] ?? 0;
  for (const column of row) sum += values[column] ?? 0;
  return sum;
};

/** Adds to each column of the row, and to the constant. */
const addTo = (into: Float64Array, row: SparseRow, value: number): void => {
  for (const column of row) into[column] = (into[column] ?? 0) + value;
  into[into.length - 1] = (into[into.length - 1] ?? 0) + value;
};

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, nth) => sum + value * (b[nth] ?? 0), 0);

const norm = (a: Float64Array): number => product(a, a);
