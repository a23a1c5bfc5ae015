import { describe, expect, it } from '@jest/globals';
import { learn } from '../../train/learn/linear.ts';
import { tellingOf } from '../../train/learn/telling.ts';

/** Two rows of each class: place 0 in all, 1 in the first class, 2 in the second. */
const matrix = {
  count: 4,
  from: Int32Array.of(0, 2, 4, 6, 8),
  addressFrom: Int32Array.of(2, 4, 6, 8),
  places: Int32Array.of(0, 1, 0, 1, 0, 2, 0, 2),
  values: new Float32Array(8).fill(1),
};
const lessons = {
  rows: Int32Array.of(0, 1, 2, 3),
  labels: Int32Array.of(0, 0, 1, 1),
  weights: new Float32Array(4).fill(1),
};
const recipe = { bits: 2, classes: 2, epochs: 3, rate: 0.1, dropout: 0, smoothing: 0, seed: 1 };

describe('how much a place tells', () => {
  it('is most where one class has it, alike for both, and least where all do', () => {
    const [all = 0, first = 0, second = 0] = tellingOf(matrix, lessons, 4);
    expect(first).toBeCloseTo(second, 6);
    expect(first).toBeGreaterThan(1);
    expect(all).toBeCloseTo(0.2, 6);
  });

  it('is taken up by the table, which reads values as they are', () => {
    const telling = tellingOf(matrix, lessons, 4);
    const values = matrix.values.map((value, at) => value * (telling[matrix.places[at] ?? 0] ?? 0));
    const table = learn(matrix, lessons, { ...recipe, telling });
    const taken = learn({ ...matrix, values }, lessons, recipe).map(
      (one, at) => one * (telling[at >> 1] ?? 0),
    );
    for (const [at, weight] of table.entries()) expect(weight).toBeCloseTo(taken[at] ?? 0, 6);
  });
});
