import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advanceWalk, beginWalk, newWalk, type WalkState } from '../../../src/sources/token-walk.ts';
import { nextMidnight, spend, spentToday } from '../../../src/sources/youtube/units.ts';

const dayInCalifornia = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' });

describe('units of YouTube', () => {
  it('begin anew at midnight in California, on the days of 23 and 25 hours too', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (now) => {
        const until = nextMidnight(now);
        expect(spentToday({ day: dayInCalifornia.format(now), units: 7 }, now).units).toBe(7);
        expect(dayInCalifornia.format(new Date(until.getTime() - 1))).toBe(dayInCalifornia.format(now));
        expect(dayInCalifornia.format(until)).not.toBe(dayInCalifornia.format(now));
        expect(spend({ day: dayInCalifornia.format(now), units: 7 }, 1, until).units).toBe(1);
      }),
    );
  });
});

describe('the walk over comments of YouTube', () => {
  it('reads whatever was written between two walks, however the pages fall', () => {
    const written = fc.array(fc.integer({ min: 0, max: 4_000_000 }), { maxLength: 60 });
    const start = Date.parse('2026-11-20T12:00:00Z');
    const walkOver = (times: readonly number[], state: WalkState, nowMs: number, size: number) => {
      const listed = [...times].sort((a, b) => b - a);
      const read: number[] = [];
      let stored = state;
      for (;;) {
        const now = new Date(nowMs);
        const begun = beginWalk(JSON.parse(JSON.stringify(stored)) as WalkState, now, {
          lookbackMs: 86_400_000,
          backMs: 2 * 86_400_000,
        });
        const at = Number(begun.open.pageToken ?? '0');
        const page = listed.slice(at, at + size);
        const nextPageToken = at + size < listed.length ? String(at + size) : null;
        const advanced = advanceWalk(begun, { times: page, nextPageToken, etag: null }, now);
        read.push(...page);
        stored = advanced.state;
        if (advanced.isDone) return { state: stored, read, gap: advanced.gap };
      }
    };
    fc.assert(
      fc.property(written, written, fc.integer({ min: 1, max: 20 }), (before, between, size) => {
        const old = before.map((ago) => start - 1 - ago);
        const fresh = between.map((after) => start + after);
        const first = walkOver(old, newWalk(new Date(start)), start, size);
        const second = walkOver([...old, ...fresh], first.state, start + 5_000_000, size);
        expect([first.gap, second.gap]).toEqual([undefined, undefined]);
        expect(fresh.filter((time) => !second.read.includes(time))).toEqual([]);
      }),
    );
  });
});
