import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportWork, smallestGroup, type WorkDay } from '../../src/cases/lease/receipts.ts';

const day = (name: string, actors: string, more: Partial<WorkDay> = {}): WorkDay => ({
  day: name,
  actors: new Set(actors),
  taken: actors.length,
  jumps: [],
  skips: 0,
  ...more,
});

describe('the report on cases taken out of turn', () => {
  it('tells sums, reasons and days', () => {
    const jumps = [
      { reason: 'expertise', older: 3 },
      { reason: 'other', older: 1 },
    ];
    expect(reportWork([day('a', 'abcde', { jumps, skips: 2 }), day('b', 'abcdef')])).toEqual({
      kind: 'told',
      whole: { taken: 11, jumps: 2, jumpedOver: 4, skips: 2 },
      byReason: { expertise: 1, other: 1 },
      days: [
        { day: 'a', taken: 5, jumps: 2, jumpedOver: 4, skips: 2 },
        { day: 'b', taken: 6, jumps: 0, jumpedOver: 0, skips: 0 },
      ],
      restDays: 0,
      rest: null,
    });
  });

  it('tells nothing of fewer than five people, over however many days', () => {
    expect(reportWork([day('a', 'abc'), day('b', 'bcd')])).toEqual({ kind: 'too_few' });
    expect(reportWork([])).toEqual({ kind: 'too_few' });
  });

  it('tells a day of few people only in a sum of many, so that no subtraction finds it', () => {
    const report = reportWork([day('a', 'abcdefg'), day('b', 'abcde'), day('c', 'a')]);
    expect(report).toMatchObject({ days: [{ day: 'a' }], restDays: 2, rest: { taken: 6 } });
  });

  it('never tells a figure behind which fewer than five people stand', () => {
    const days = fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 1 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(days, (told) => {
        const all = told.map((actors, index) => day(`${index}`, actors.join('')));
        const report = reportWork(all);
        const everybody = new Set(told.flat()).size;
        expect(report.kind).toBe(everybody < smallestGroup ? 'too_few' : 'told');
        if (report.kind === 'too_few') return;
        const shown = new Set(report.days.map((one) => one.day));
        for (const one of all)
          if (shown.has(one.day)) expect(one.actors.size).toBeGreaterThanOrEqual(smallestGroup);
        const rest = all.filter((one) => !shown.has(one.day));
        expect(rest).toHaveLength(report.restDays);
        if (rest.length > 0)
          expect(new Set(rest.flatMap(({ actors }) => [...actors])).size).toBeGreaterThanOrEqual(
            smallestGroup,
          );
      }),
    );
  });
});
