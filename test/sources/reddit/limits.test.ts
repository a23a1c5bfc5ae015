import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaOf, resetMs, restMs } from '../../../src/sources/reddit/limits.ts';

describe('the limits of Reddit', () => {
  const headers = (values: Record<string, string>): Headers => new Headers(values);

  it('end in seconds from now, and what remains is a fraction', () => {
    const told = headers({
      'x-ratelimit-used': '3',
      'x-ratelimit-remaining': '997.0',
      'x-ratelimit-reset': '247',
    });
    expect([resetMs(told), restMs(told)]).toEqual([248_000, undefined]);
    expect(quotaOf(told, new Date('2026-11-20T12:00:00Z'))).toEqual({
      unit: 'requests',
      used: 3,
      limit: 1_000,
      resetsAt: '2026-11-20T12:04:07.000Z',
    });
    expect(restMs(headers({ 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '12' }))).toBe(13_000);
  });

  it('are none where the headers hold something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (odd) => {
        const value = odd.replace(/[^\x20-\x7e]|\d/g, '');
        expect(resetMs(headers({ 'x-ratelimit-reset': value }))).toBeUndefined();
      }),
    );
  });
});
