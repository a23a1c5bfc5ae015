import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginCursor, type FeedCursor } from '../../../src/sources/feed/feed-cursor.ts';
import { maxAgeMinutes, nextPollMs, retryAfterMs } from '../../../src/sources/feed/poll-pace.ts';

const MINUTE = 60_000;
const at = new Date('2026-03-14T12:00:00Z');
const cursor = (more: Partial<FeedCursor> = {}): FeedCursor => ({
  ...beginCursor('https://blog.example/feed', at),
  ...more,
});
const minutes = (more: Partial<FeedCursor>, minimum?: number): number =>
  nextPollMs(cursor(more), minimum) / MINUTE;

describe('nextPollMs', () => {
  it('begins at 15 minutes, slows to an hour while nothing is new, and spreads by a tenth', () => {
    for (const [quietWalks, floor] of [
      [0, 15],
      [1, 30],
      [2, 60],
      [9, 60],
    ] as const) {
      expect(minutes({ quietWalks })).toBeGreaterThanOrEqual(floor);
      expect(minutes({ quietWalks })).toBeLessThanOrEqual(floor * 1.1);
    }
  });

  it('never comes before what the feed asked for, and at least once a day', () => {
    expect(minutes({ askedMinutes: 180 })).toBeGreaterThanOrEqual(180);
    expect(minutes({ askedMinutes: 60 * 24 * 365 })).toBeLessThanOrEqual(1440 * 1.1);
  });

  it("takes the operator's pace instead of its own", () => {
    expect(minutes({ quietWalks: 5 }, 0.01)).toBeLessThan(0.02);
    expect(minutes({ askedMinutes: 30 }, 0.01)).toBeGreaterThanOrEqual(30);
  });

  it('waits until a skipped hour is over', () => {
    const next = new Date(at.getTime() + nextPollMs(cursor({ skipHours: [12, 13] }), undefined));
    expect(next.toISOString()).toBe('2026-03-14T14:00:00.000Z');
  });

  it('is finite and at least the floor for any cursor', () => {
    const anyCursor = fc.record({
      quietWalks: fc.nat(10_000),
      askedMinutes: fc.double({ min: 0, max: 1e9, noNaN: true }),
      skipHours: fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 30 }),
      url: fc.webUrl(),
    });
    fc.assert(
      fc.property(anyCursor, (more) => {
        const wait = nextPollMs(cursor(more), undefined);
        return wait >= 15 * MINUTE && wait <= 3 * 24 * 60 * MINUTE;
      }),
    );
  });
});

describe('what a server asks for', () => {
  it('reads Retry-After as seconds or as a date', () => {
    expect(retryAfterMs('120', at)).toBe(120_000);
    expect(retryAfterMs('Sat, 14 Mar 2026 12:01:00 GMT', at)).toBe(60_000);
    expect(retryAfterMs('Sat, 14 Mar 2026 11:00:00 GMT', at)).toBe(0);
    expect(retryAfterMs('Sat, 14 Mar 2026 12:01:00 GMT', at, 'Sat, 14 Mar 2026 12:00:30 GMT')).toBe(30_000);
    expect([retryAfterMs(null, at), retryAfterMs('soon', at)]).toEqual([undefined, undefined]);
  });

  it('reads max-age among the other directives', () => {
    expect(maxAgeMinutes('public, max-age=1800, must-revalidate')).toBe(30);
    expect([maxAgeMinutes('no-store'), maxAgeMinutes(null), maxAgeMinutes('s-maxage=60')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
