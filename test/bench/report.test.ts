import { describe, expect, it } from '@jest/globals';
import { benchmarks } from '../../bench/all.ts';
import { benchmarkNames } from '../../bench/benchmark.ts';
import { isMet, type Result, renderTable, toJson } from '../../bench/report.ts';

const result = (better: 'higher' | 'lower', rounds: readonly number[]): Result => ({
  benchmark: { name: 'next-50', what: 'the page', bar: 4, better, sides: 'one process', unit: 'x' },
  measured: { rounds, detail: '2 against 1 ms' },
});

describe('the report', () => {
  it('has one line per promised name, in their order', () => {
    expect(benchmarks.map(({ name }) => name)).toEqual(benchmarkNames);
  });

  it('tells medians with their rounds', () => {
    expect(toJson(result('lower', [1.23456, 9, 2]))).toEqual({
      name: 'next-50',
      value: 2,
      bar: 4,
      better: 'lower',
      rounds: [1.235, 9, 2],
    });
  });

  it.each([
    ['higher', 4, true],
    ['higher', 3.9, false],
    ['lower', 4, true],
    ['lower', 4.1, false],
  ] as const)('of what is better %s: %d is %s', (better, value, expected) =>
    expect(isMet(result(better, [value]))).toBe(expected),
  );

  it('says the bar, whether it is met, and who worked on each side', () => {
    const table = renderTable([result('lower', [2, 3, 5])]);
    for (const told of ['next-50', '3 x', '<= 4 x', 'met', '2 3 5', '2 against 1 ms', 'one process'])
      expect(table).toContain(told);
  });
});
