import { describe, expect, it } from '@jest/globals';
import { fitLogistic } from '../../train/learn/logistic.ts';

const lessons = {
  rows: [[1, 7], [1], [7], [4, 7], [4], []],
  truth: [true, true, false, false, true, false],
  weights: [1, 2, 1, 1, 1, 1],
  columns: 9,
  ridge: (column: number) => (column < 5 ? 0.5 : 2),
};

describe('a regression over columns of which most stand in no row', () => {
  const { weights, constant } = fitLogistic(lessons);

  it('weighs those alone that stand in one', () => {
    expect([...weights.keys()].filter((column) => weights[column] !== 0)).toEqual([1, 4, 7]);
    expect(weights).toHaveLength(9);
  });

  it('ends where no step lessens the loss', () => {
    const missed = lessons.rows.map((row, nth) => {
      const sum = row.reduce((all, column) => all + (weights[column] ?? 0), constant);
      return (lessons.weights[nth] ?? 0) * (1 / (1 + Math.exp(-sum)) - (lessons.truth[nth] === true ? 1 : 0));
    });
    const slope = (column: number): number =>
      lessons.rows.reduce((all, row, nth) => all + (row.includes(column) ? (missed[nth] ?? 0) : 0), 0);
    for (const column of [1, 4, 7])
      expect(slope(column) + lessons.ridge(column) * (weights[column] ?? 0)).toBeCloseTo(0, 6);
    expect(missed.reduce((all, one) => all + one, 0)).toBeCloseTo(0, 6);
  });
});
