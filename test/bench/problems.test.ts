import { describe, expect, it } from '@jest/globals';
import { benchmarks } from '../../bench/all.ts';

describe('the bars of the problems', () => {
  it.each([
    ['problem-signature', 0.5, 'x'],
    ['problem-groups', 20_000, 'posts/s'],
  ] as const)('%s: at least %d %s', (name, bar, unit) => {
    expect(benchmarks.find((one) => one.name === name)).toMatchObject({ better: 'higher', bar, unit });
  });
});
