import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
