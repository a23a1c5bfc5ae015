import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar, Target } from '../../src/domain/brand.ts';
import { resolutionStarts, resolutionUnder } from '../../src/triage/resolution.ts';

const office = { open: 9 * 60, close: 17 * 60 };
const berlin: Calendar = {
  timezone: 'Europe/Berlin',
  hours: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: ['2026-05-14', '2026-12-25'],
};
const policyOf = (target: Target): unknown => ({ calendar: berlin, sla: { resolution: { high: target } } });

describe('by when a case should be solved', () => {
  const anyTarget: fc.Arbitrary<Target> = fc.oneof(
    fc.integer({ min: 1, max: 240 }).map((hours) => ({ kind: 'wall', ms: hours * 3_600_000 }) as const),
    fc.integer({ min: 1, max: 40 }).map((days) => ({ kind: 'business_days', days }) as const),
  );
  // Between the two days on which the clocks change: the hour that is repeated has no order.
  const anyTime = fc.integer({ min: Date.UTC(2026, 3, 20), max: Date.UTC(2026, 6, 20) });

  it('is the moment from which on it is told late, to the millisecond, and warned of before', () => {
    fc.assert(
      fc.property(anyTarget, anyTime, (target, openedMs) => {
        const policy = policyOf(target);
        const due = resolutionUnder(policy, { severity: 'high', openedAt: new Date(openedMs) });
        if (due === null) throw new Error('there is a target');
        const startsAt = (ms: number) => {
          const [found, ...more] = resolutionStarts(policy, new Date(ms));
          if (found === undefined || more.length > 0) throw new Error('one severity has a target');
          return found;
        };
        const isLateAt = (ms: number): boolean => openedMs <= startsAt(ms).lateBefore.getTime();
        expect([isLateAt(due.getTime() - 1), isLateAt(due.getTime())]).toEqual([false, true]);
        const nearMs = Math.ceil(openedMs + (due.getTime() - openedMs) * 0.75);
        const isNearAt = (ms: number): boolean => openedMs <= startsAt(ms).nearBefore.getTime();
        expect([isNearAt(nearMs - 1), isNearAt(nearMs)]).toEqual([false, true]);
      }),
      { numRuns: 200 },
    );
  });

  it('is not told, and nothing is late, where the policy has no target for the severity, or there is none', () => {
    const policy = policyOf({ kind: 'wall', ms: 1 });
    expect(resolutionUnder(policy, { severity: 'low', openedAt: new Date(0) })).toBeNull();
    expect(resolutionStarts(policy, new Date()).map(({ severity }) => severity)).toEqual(['high']);
    for (const none of [null, {}, { calendar: berlin, sla: {} }]) {
      expect(resolutionUnder(none, { severity: 'high', openedAt: new Date(0) })).toBeNull();
      expect(resolutionStarts(none, new Date())).toEqual([]);
    }
  });
});
