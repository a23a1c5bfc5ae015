import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextLook } from '../../src/ingest/follow-schedule.ts';

const time = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const age = fc.integer({ min: -3_600_000, max: 9 * 86_400_000 });

describe('when a thread is looked at next', () => {
  it('depends on its age alone, whenever it began', () => {
    fc.assert(
      fc.property(time, time, age, (one, other, ageMs) => {
        const waitMs = (began: number): number | null => {
          const at = new Date(began + ageMs);
          const next = nextLook(new Date(began), at);
          return next === null ? null : next.getTime() - at.getTime();
        };
        expect(waitMs(one)).toBe(waitMs(other));
      }),
    );
  });

  it('is always ahead, ever rarer, and ends after a week', () => {
    const began = new Date('2026-11-20T12:00:00Z');
    const waits: number[] = [];
    let at: Date | null = began;
    while (at !== null) {
      const next: Date | null = nextLook(began, at);
      if (next !== null) waits.push((next.getTime() - at.getTime()) / 60_000);
      at = next;
    }
    expect(waits.every((wait) => wait > 0)).toBe(true);
    expect(waits.slice(0, 6)).toEqual([10, 10, 10, 15, 15, 60]);
    expect(waits.at(-1)).toBe(1_440);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(7 * 1_440);
  });

  it('makes one look of those that were missed', () => {
    const began = new Date('2026-11-20T12:00:00Z');
    expect(nextLook(began, new Date('2026-11-21T13:00:00Z'))).toEqual(new Date('2026-11-22T00:00:00Z'));
  });
});
