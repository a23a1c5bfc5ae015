import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar, Target } from '../../src/domain/brand.ts';
import { dueAt } from '../../src/triage/deadline.ts';
import { latestStart } from '../../src/triage/latest-start.ts';

const office = { open: 9 * 60, close: 17 * 60 };
const berlin: Calendar = {
  timezone: 'Europe/Berlin',
  hours: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: ['2026-05-14', '2026-12-25'],
};

describe('the last start of a clock whose time is over', () => {
  it('is over, and a millisecond later it is not, by the wall and in business days', () => {
    const anyTarget: fc.Arbitrary<Target> = fc.oneof(
      fc.integer({ min: 1, max: 240 }).map((hours) => ({ kind: 'wall', ms: hours * 3_600_000 }) as const),
      fc.integer({ min: 1, max: 40 }).map((days) => ({ kind: 'business_days', days }) as const),
    );
    const anyTime = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(anyTarget, anyTime, fc.constantFrom(0.75, 1), (target, nowMs, part) => {
        const targets = { critical: target, high: target, medium: target, low: target };
        const isOver = (startMs: number): boolean => {
          const due = dueAt('low', new Date(startMs), targets, berlin).getTime();
          return startMs + (due - startMs) * part <= nowMs;
        };
        const found = latestStart(new Date(nowMs), { severity: 'low', target, calendar: berlin }, part);
        expect([isOver(found.getTime()), isOver(found.getTime() + 1)]).toEqual([true, false]);
      }),
      { numRuns: 300 },
    );
  });
});
