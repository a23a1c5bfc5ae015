import { describe, expect, it } from '@jest/globals';
import { interleave } from '../../bench/interleave.ts';
import { median } from '../../bench/statistics.ts';

describe('two sides', () => {
  it('take turns at going first, and are compared within their round', async () => {
    const order: string[] = [];
    const side = (name: string, value: number) => async (round: number) => {
      order.push(`${name}${round}`);
      return value * (round + 1);
    };
    const pairs = await interleave(3, { ours: side('o', 6), plain: side('p', 2) });
    expect(order).toEqual(['p0', 'o0', 'o1', 'p1', 'p2', 'o2']);
    expect(pairs).toEqual({ ours: [6, 12, 18], plain: [2, 4, 6], ratios: [3, 3, 3] });
  });

  it('that fail are not measured', async () => {
    const fails = () => Promise.reject(new Error('it stumbled'));
    await expect(interleave(2, { ours: fails, plain: async () => 1 })).rejects.toThrow('it stumbled');
  });
});

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 9, 2], 3],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it('of nothing is refused', () => expect(() => median([])).toThrow('no values'));
});
