import { describe, expect, it } from '@jest/globals';
import { dateFormat, numberFormat } from '../../src/lib/formats.ts';

describe('formats', () => {
  it('are made once for one locale and shape', () => {
    const shape = { timeZone: 'Europe/Berlin', hour: '2-digit' } as const;
    expect(dateFormat('de', shape)).toBe(dateFormat('de', { ...shape }));
    expect(dateFormat('en', shape)).not.toBe(dateFormat('de', shape));
    expect(numberFormat('de', { style: 'percent' }).format(0.5)).toBe('50\u00a0%');
  });

  it('are kept in a bounded number', () => {
    const first = numberFormat('en', { style: 'currency', currency: 'EUR' });
    for (let n = 0; n < 300; n += 1)
      numberFormat('en', {
        maximumSignificantDigits: (n % 21) + 1,
        minimumIntegerDigits: Math.floor(n / 21) + 1,
      });
    expect(numberFormat('en', { style: 'currency', currency: 'EUR' })).not.toBe(first);
  });
});
