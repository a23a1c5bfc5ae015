import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type HourOfWeek,
  hourMs,
  hourOfWeekBy,
  hoursPerWeek,
  type WatchedHour,
} from '../../src/rhythm/hours.ts';
import { judgeSilence } from '../../src/rhythm/judge-silence.ts';
import { learnRhythm, type Rhythm } from '../../src/rhythm/learn-rhythm.ts';
import { zoneClock } from '../../src/triage/zone-clock.ts';
import { seededRandom } from '../support/random.ts';

const utc = hourOfWeekBy((ms) => ms);
const berlin = hourOfWeekBy((ms) => zoneClock('Europe/Berlin').toLocal(ms));
/** A Monday. */
const monday = Date.parse('2026-06-01T00:00:00Z');
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
const targetMs = 2 * dayMs;

/** Hours from `from` on, each with as many minutes as `tell` says for its hour of the week. */
const watch = (
  hours: number,
  tell: (hourOfWeek: number, index: number) => number,
  { from = monday, hourOfWeek = utc }: { from?: number; hourOfWeek?: HourOfWeek } = {},
): WatchedHour[] =>
  Array.from({ length: hours }, (_, index) => {
    const startMs = from + index * hourMs;
    const count = Math.min(60, tell(hourOfWeek(startMs), index));
    return { startMs, minutes: Array.from({ length: count }, (_each, n) => Math.floor((n * 60) / count)) };
  });

const toldIn = (hours: readonly WatchedHour[]): readonly number[] =>
  hours.flatMap(({ startMs, minutes }) => minutes.map((minute) => startMs + minute * 60_000));

const lastTold = (hours: readonly WatchedHour[]): number => toldIn(hours).at(-1) ?? 0;

const isUnusual = (rhythm: Rhythm, sinceMs: number, nowMs: number, hourOfWeek: HourOfWeek = utc): boolean =>
  judgeSilence({ sinceMs, nowMs, targetMs }, rhythm, hourOfWeek).isUnusual;

/** By day on working days a dozen an hour, in the evening three, at night and on Sundays nothing. */
const officeForum = (hourOfWeek: number): number => {
  const [day, hour] = [Math.floor(hourOfWeek / 24), hourOfWeek % 24];
  if (day === 6 || hour < 6) return 0;
  return hour < 19 ? 12 : 3;
};

const weeks = fc.integer({ min: 1, max: 9 });
const weekOfCounts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })), {
  minLength: hoursPerWeek,
  maxLength: hoursPerWeek,
});

describe('the rhythm of a source', () => {
  it('is not known until every hour of the week was watched and some silences have ended', () => {
    expect(learnRhythm([], utc)).toEqual({ kind: 'learning', longestMs: 0 });
    expect(
      learnRhythm(
        watch(hoursPerWeek - 1, () => 4),
        utc,
      ).kind,
    ).toBe('learning');
    expect(
      learnRhythm(
        watch(hoursPerWeek, () => 4),
        utc,
      ).kind,
    ).toBe('known');
    const seldom = watch(8 * hoursPerWeek, (_hour, index) =>
      index % hoursPerWeek === 9 && index < 700 ? 1 : 0,
    );
    expect(learnRhythm(seldom, utc)).toEqual({ kind: 'learning', longestMs: weekMs });
  });

  it('lets a source of unknown rhythm be silent for its target, or twice as long as it was before', () => {
    const told = { sinceMs: monday, targetMs };
    const isUnusualAfter = (ms: number, longestMs: number) =>
      judgeSilence({ ...told, nowMs: monday + ms }, { kind: 'learning', longestMs }, utc).isUnusual;
    expect([isUnusualAfter(targetMs, 0), isUnusualAfter(targetMs + 1, 0)]).toEqual([false, true]);
    expect([isUnusualAfter(2 * weekMs, weekMs), isUnusualAfter(2 * weekMs + 1, weekMs)]).toEqual([
      false,
      true,
    ]);
    expect(isUnusualAfter(8 * weekMs + 1, 60 * weekMs)).toBe(true);
  });

  it('keeps quiet through usual nights and Sundays, and alarms on a working day within the hours', () => {
    const hours = watch(4 * hoursPerWeek, officeForum, { hourOfWeek: berlin, from: monday - 2 * hourMs });
    const rhythm = learnRhythm(hours, berlin);
    const night = Date.parse('2026-06-29T21:59:00Z');
    const morning = Date.parse('2026-06-30T04:00:00Z');
    const saturdayEvening = Date.parse('2026-07-04T21:59:00Z');
    const mondayMorning = Date.parse('2026-07-06T04:00:00Z');
    expect(isUnusual(rhythm, night, morning, berlin)).toBe(false);
    expect(isUnusual(rhythm, saturdayEvening, mondayMorning, berlin)).toBe(false);
    const noon = Date.parse('2026-06-30T10:00:00Z');
    const { usualUntilMs, basis } = judgeSilence({ sinceMs: noon, nowMs: noon, targetMs }, rhythm, berlin);
    expect(basis).toBe('rhythm');
    expect(usualUntilMs - noon).toBeLessThan(4 * hourMs);
    expect(isUnusual(rhythm, noon, noon + 30 * 60_000, berlin)).toBe(false);
  });

  it.each([
    ['falls back', '2026-10-25'],
    ['springs forward', '2026-03-29'],
  ])(
    'stays quiet through the night in which the clock %s, for its nights follow the local clock',
    (_what, sunday) => {
      const nightly = (hour: number): number => (hour % 24 < 7 ? 0 : 10);
      const change = Date.parse(`${sunday}T01:00:00Z`);
      const hours = watch(4 * hoursPerWeek, nightly, { hourOfWeek: berlin, from: change - 4 * weekMs });
      const rhythm = learnRhythm(hours, berlin);
      for (let day = 0; day < 8; day += 1) {
        // Asked for every night after the change as well: told last at 23:59, first again at 7:30.
        const midnight = zoneClock('Europe/Berlin').toUtc(Date.parse(`${sunday}T00:00:00Z`) + day * dayMs);
        const morning = zoneClock('Europe/Berlin').toUtc(Date.parse(`${sunday}T07:30:00Z`) + day * dayMs);
        expect(isUnusual(rhythm, midnight - 60_000, morning, berlin)).toBe(false);
        expect(isUnusual(rhythm, midnight - 60_000, morning + 5 * hourMs, berlin)).toBe(true);
      }
    },
  );

  it('is not taught by one outage that such outages are usual, and is by two', () => {
    const outage = (from: number) => (_hour: number, index: number) =>
      index >= from && index < from + 48 ? 0 : 12;
    const once = learnRhythm(watch(4 * hoursPerWeek, outage(200)), utc);
    const twice = learnRhythm(
      watch(4 * hoursPerWeek, (hour, index) => Math.min(outage(200)(hour, index), outage(400)(hour, index))),
      utc,
    );
    const now = monday + 4 * weekMs;
    expect(isUnusual(once, now, now + 6 * hourMs)).toBe(true);
    expect(isUnusual(twice, now, now + 40 * hourMs)).toBe(false);
  });

  it('measures no silence over hours in which nobody watched', () => {
    const hours = watch(3 * hoursPerWeek, () => 6).filter((_hour, index) => index < 200 || index > 400);
    const rhythm = learnRhythm(hours, utc);
    expect(isUnusual(rhythm, lastTold(hours), lastTold(hours) + 3 * hourMs)).toBe(true);
  });

  it('calls no silence unusual that it learned from as usual', () => {
    fc.assert(
      fc.property(weekOfCounts, fc.integer({ min: 1, max: 3 }), (counts, seen) => {
        const hours = watch(seen * hoursPerWeek, (hour) => counts[hour] ?? 0);
        const rhythm = learnRhythm(hours, utc);
        const told = toldIn(hours);
        const alarms = told.filter((at, index) => isUnusual(rhythm, told[index - 1] ?? at, at));
        expect(rhythm.kind === 'known' ? alarms : []).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order in which hours were recorded, nor on a shift by whole weeks', () => {
    fc.assert(
      fc.property(weekOfCounts, weeks, fc.nat(1_000), (counts, seen, seed) => {
        const random = seededRandom(seed);
        const hours = watch(seen * hoursPerWeek, (hour) => (random() < 0.5 ? 0 : (counts[hour] ?? 0)));
        const rhythm = learnRhythm(hours, utc);
        expect(
          learnRhythm(
            hours.toSorted(() => random() - 0.5),
            utc,
          ),
        ).toEqual(rhythm);
        const shifted = hours.map((hour) => ({ ...hour, startMs: hour.startMs + 3 * weekMs }));
        expect(learnRhythm(shifted, utc)).toEqual(rhythm);
      }),
      { numRuns: 30 },
    );
  });

  it('learns nothing from the silence that lasts', () => {
    fc.assert(
      fc.property(weekOfCounts, weeks, fc.integer({ min: 1, max: 500 }), (counts, seen, silent) => {
        const hours = watch(seen * hoursPerWeek, (hour) => counts[hour] ?? 0);
        const later = watch(silent, () => 0, { from: monday + seen * weekMs });
        expect(learnRhythm([...hours, ...later], utc)).toEqual(learnRhythm(hours, utc));
      }),
      { numRuns: 30 },
    );
  });

  it('never takes an alarm back while the silence lasts, and gives one within eight weeks at the latest', () => {
    fc.assert(
      fc.property(weekOfCounts, weeks, fc.nat(hoursPerWeek * 60), (counts, seen, minute) => {
        const rhythm = learnRhythm(
          watch(seen * hoursPerWeek, (hour) => counts[hour] ?? 0),
          utc,
        );
        const since = monday + seen * weekMs + minute * 60_000;
        const { usualUntilMs } = judgeSilence({ sinceMs: since, nowMs: since, targetMs }, rhythm, utc);
        expect(usualUntilMs).toBeGreaterThan(since);
        expect(usualUntilMs - since).toBeLessThanOrEqual(8 * weekMs);
        expect(isUnusual(rhythm, since, usualUntilMs)).toBe(false);
        expect(isUnusual(rhythm, since, usualUntilMs + 1)).toBe(true);
        expect(isUnusual(rhythm, since, usualUntilMs + weekMs)).toBe(true);
      }),
    );
  });

  it('waits longer for a source that speaks less often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 4 }), (often, seen) => {
        const usual = (perHour: number): number => {
          const rhythm = learnRhythm(
            watch(seen * hoursPerWeek, () => perHour),
            utc,
          );
          return (
            judgeSilence({ sinceMs: monday, nowMs: monday, targetMs }, rhythm, utc).usualUntilMs - monday
          );
        };
        expect(usual(often)).toBeLessThanOrEqual(usual(Math.floor(often / 2)));
      }),
    );
  });

  it('alarms falsely less than once in a year where minutes with data come by chance', () => {
    let falseAlarms = 0;
    const lab = Array.from({ length: 13 }, (_, seed) => seededRandom(seed));
    for (const random of lab) {
      const chance = (hour: number): number =>
        Array.from({ length: 60 }, () => random() < (hour % 24 < 6 ? 0.3 : 4) / 60).filter(Boolean).length;
      const all = watch(12 * hoursPerWeek, chance);
      const rhythm = learnRhythm(all.slice(0, 8 * hoursPerWeek), utc);
      const told = toldIn(all.slice(8 * hoursPerWeek));
      falseAlarms += told.slice(1).filter((at, index) => isUnusual(rhythm, told[index] ?? 0, at)).length;
      const noon = monday + 12 * weekMs + 12 * hourMs;
      expect(isUnusual(rhythm, noon, noon + 6 * hourMs)).toBe(true);
    }
    expect(falseAlarms).toBeLessThanOrEqual(1);
  });
});

describe('the hour of the week', () => {
  it('is the local one, from Monday midnight, in any zone and before 1970 too', () => {
    expect(utc(monday)).toBe(0);
    expect(utc(monday - 1)).toBe(167);
    expect(utc(Date.parse('1969-12-29T00:30:00Z'))).toBe(0);
    expect(berlin(Date.parse('2026-11-01T22:59:59Z'))).toBe(167);
    expect(berlin(Date.parse('2026-11-01T23:00:00Z'))).toBe(0);
  });

  it('comes twice when the clock falls back and not at all when it springs forward', () => {
    const sunday = (date: string) =>
      Array.from({ length: 25 }, (_, hour) =>
        berlin(Date.parse(`${date}T00:00:00Z`) - 2 * hourMs + hour * hourMs),
      );
    const count = (hours: readonly number[], hour: number) =>
      hours.filter((one) => one === 144 + hour).length;
    expect(count(sunday('2026-10-25'), 2)).toBe(2);
    expect(count(sunday('2026-03-29'), 2)).toBe(0);
  });
});
