import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Calendar, Weekday } from '../../src/domain/brand.ts';
import { type Severity, severities, severityRank } from '../../src/domain/severity.ts';
import { clockStart, dueAt, raise, type Targets } from '../../src/triage/deadline.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const days = (count: number) => ({ kind: 'business_days', days: count }) as const;
const hours = (count: number) => ({ kind: 'wall', ms: count * hourMs }) as const;

const targets: Targets = { critical: hours(1), high: hours(4), medium: days(1), low: days(3) };

const office = { open: 9 * 60, close: 18 * 60 };
const weekdays = { 1: office, 2: office, 3: office, 4: office, 5: office };
const berlin: Calendar = { timezone: 'Europe/Berlin', hours: weekdays };

const due = (start: string, businessDays: number, calendar = berlin): string | null => {
  const inZone = { zone: calendar.timezone };
  const from = DateTime.fromISO(start, inZone).toJSDate();
  const at = dueAt('low', from, { ...targets, low: days(businessDays) }, calendar);
  return DateTime.fromJSDate(at, inZone).toFormat("ccc yyyy-MM-dd'T'HH:mm");
};

describe('a deadline by the wall clock', () => {
  it('is the start of the clock and the target of the severity (I4)', () => {
    const start = new Date('2026-03-28T23:30:00Z');
    expect(dueAt('critical', start, targets, berlin).toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(dueAt('high', start, targets, berlin).toISOString()).toBe('2026-03-29T03:30:00.000Z');
  });

  it('holds for critical even where business days are configured', () => {
    const start = new Date('2026-05-02T10:00:00Z');
    const slow: Targets = { ...targets, critical: days(1) };
    expect(dueAt('critical', start, slow, berlin).toISOString()).toBe('2026-05-03T10:00:00.000Z');
  });
});

describe('a deadline in business days', () => {
  it.each([
    ['Tuesday within hours', '2026-05-05T11:20', 1, 'Wed 2026-05-06T11:20'],
    ['Friday within hours', '2026-05-08T11:20', 1, 'Mon 2026-05-11T11:20'],
    ['Friday, three days', '2026-05-08T17:59', 3, 'Wed 2026-05-13T17:59'],
    ['before opening', '2026-05-05T06:00', 1, 'Wed 2026-05-06T09:00'],
    ['at closing, which is closed', '2026-05-05T18:00', 1, 'Thu 2026-05-07T09:00'],
    ['Saturday', '2026-05-09T11:20', 1, 'Tue 2026-05-12T09:00'],
    ['Sunday, three days', '2026-05-10T23:59', 3, 'Thu 2026-05-14T09:00'],
    ['a year of business days', '2026-05-05T11:20', 260, 'Tue 2027-05-04T11:20'],
    ['none: the next open moment', '2026-05-09T11:20', 0, 'Mon 2026-05-11T09:00'],
  ])('%s', (_name, start, count, expected) => {
    expect(due(start, count)).toBe(expected);
  });

  it('does not count holidays, nor start on one', () => {
    const closed: Calendar = { ...berlin, holidays: ['2026-05-14', '2026-05-25', '2026-12-24'] };
    expect(due('2026-05-13T11:20', 1, closed)).toBe('Fri 2026-05-15T11:20');
    expect(due('2026-05-14T11:20', 0, closed)).toBe('Fri 2026-05-15T09:00');
    expect(due('2026-05-22T11:20', 1, closed)).toBe('Tue 2026-05-26T11:20');
    expect(due('2026-05-05T11:20', 260, closed)).toBe('Fri 2027-05-07T11:20');
  });

  it('at a change of the clocks is the same time on the wall, with holidays and without, and never earlier with them', () => {
    const day = fc.integer({ min: 0, max: 6 * 365 }).map((n) => Date.UTC(2024, 0, 1) + n * dayMs);
    const anyHolidays = fc.array(
      day.map((at) => new Date(at).toISOString().slice(0, 10)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 86_399 }),
        fc.nat({ max: 30 }),
        anyHolidays,
        (at, second, count, holidays) => {
          const start = new Date(at + second * 1_000);
          const low = { ...targets, low: days(count) };
          const plain = dueAt('low', start, low, berlin);
          const kept = dueAt('low', start, low, { ...berlin, holidays });
          expect(kept.getTime()).toBeGreaterThanOrEqual(plain.getTime());
          const [from, to] = [start, kept].map((time) =>
            DateTime.fromJSDate(time, { zone: 'Europe/Berlin' }),
          );
          expect(holidays).not.toContain(to?.toISODate());
          expect(to?.weekday).toBeLessThanOrEqual(5);
          const minuteOf = (time: DateTime | undefined): number =>
            (time?.hour ?? 0) * 60 + (time?.minute ?? 0);
          const isWithin = minuteOf(from) >= office.open && minuteOf(from) < office.close;
          const isOpen = (from?.weekday ?? 7) <= 5 && !holidays.includes(from?.toISODate() ?? '');
          expect(minuteOf(to)).toBe(isWithin && isOpen ? minuteOf(from) : office.open);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('ends at the latest when that day closes', () => {
    const short: Calendar = {
      timezone: 'Europe/Berlin',
      hours: { ...weekdays, 5: { open: 540, close: 720 } },
    };
    expect(due('2026-05-07T16:00', 1, short)).toBe('Fri 2026-05-08T12:00');
  });

  it('keeps the local time when summer time begins and ends', () => {
    expect(due('2026-03-27T10:00', 1)).toBe('Mon 2026-03-30T10:00');
    expect(due('2026-10-23T10:00', 1)).toBe('Mon 2026-10-26T10:00');
    const spring = dueAt('medium', new Date('2026-03-27T09:00:00Z'), targets, berlin);
    expect(spring.toISOString()).toBe('2026-03-30T08:00:00.000Z');
    const autumn = dueAt('medium', new Date('2026-10-23T08:00:00Z'), targets, berlin);
    expect(autumn.toISOString()).toBe('2026-10-26T09:00:00.000Z');
  });

  it('moves a local time that summer time skips, and takes the first of one that it repeats', () => {
    const always = { open: 0, close: 1_440 };
    const nights: Calendar = {
      timezone: 'Europe/Berlin',
      hours: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
    };
    expect(due('2026-03-28T02:30', 1, nights)).toBe('Sun 2026-03-29T03:30');
    const repeated = dueAt('medium', new Date('2026-10-24T00:30:00Z'), targets, nights);
    expect(repeated.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows zones without summer time, with odd offsets, and on the other side of the date line', () => {
    expect(due('2026-03-27T10:00', 1, { ...berlin, timezone: 'Asia/Kolkata' })).toBe('Mon 2026-03-30T10:00');
    expect(due('2026-10-02T10:00', 1, { ...berlin, timezone: 'Pacific/Chatham' })).toBe(
      'Mon 2026-10-05T10:00',
    );
    expect(due('2026-05-08T10:00', 1, { ...berlin, timezone: 'Pacific/Kiritimati' })).toBe(
      'Mon 2026-05-11T10:00',
    );
    expect(due('2026-04-03T10:00', 1, { ...berlin, timezone: 'Australia/Lord_Howe' })).toBe(
      'Mon 2026-04-06T10:00',
    );
  });

  it('counts weeks where a brand opens one day a week', () => {
    const mondays: Calendar = { timezone: 'America/New_York', hours: { 1: { open: 600, close: 660 } } };
    expect(due('2026-05-05T10:00', 2, mondays)).toBe('Mon 2026-05-25T10:00');
  });

  it('refuses at once what would never end', () => {
    const start = new Date('2026-05-05T10:00:00Z');
    expect(() => dueAt('low', start, targets, { timezone: 'UTC', hours: {} })).toThrow('no open day');
    const empty: Calendar = { timezone: 'UTC', hours: { 2: { open: 600, close: 600 } } };
    expect(() => dueAt('low', start, targets, empty)).toThrow('no open day');
    expect(() => dueAt('low', start, { ...targets, low: days(Number.NaN) }, berlin)).toThrow('business days');
    expect(() => dueAt('low', start, { ...targets, low: days(1.5) }, berlin)).toThrow('business days');
    expect(() => dueAt('low', start, targets, { ...berlin, timezone: 'Europe/Atlantis' })).toThrow(
      'Atlantis',
    );
  });
});

const anyDay = fc
  .record({ open: fc.integer({ min: 0, max: 1_380 }), length: fc.integer({ min: 15, max: 1_440 }) })
  .map(({ open, length }) => ({ open, close: Math.min(1_440, open + length) }));

const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  timezone: fc.constantFrom(
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Africa/Casablanca',
  ),
  hours: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), anyDay, { minKeys: 1 }),
});

/** The rule of DESIGN.md 4 once more, day by day with luxon, slowly. */
const slowDue = (start: Date, count: number, calendar: Calendar): DateTime => {
  const hoursOf = (at: DateTime) => calendar.hours[at.weekday as Weekday];
  let at: DateTime = DateTime.fromJSDate(start, { zone: calendar.timezone });
  const minute = (time: DateTime) =>
    time.hour * 60 + time.minute + time.second / 60 + time.millisecond / 60_000;
  const today = hoursOf(at);
  // The hour of opening as it is written: on the day of a change it may not exist.
  let time = minute(at);
  if (!today || time >= today.close) {
    do at = at.startOf('day').plus({ days: 1 });
    while (!hoursOf(at));
    time = hoursOf(at)?.open ?? 0;
  } else if (time < today.open) time = today.open;
  let day: DateTime = at.startOf('day');
  for (let left = count; left > 0; left -= 1)
    do day = day.plus({ days: 1 });
    while (!hoursOf(day));
  const minutes = Math.min(time, hoursOf(day)?.close ?? 1_440);
  if (minutes === 1_440) return day.plus({ days: 1 });
  const seconds = Math.round((minutes % 1) * 60_000);
  return day.set({
    hour: Math.floor(minutes / 60),
    minute: Math.floor(minutes % 60),
    second: Math.floor(seconds / 1_000),
    millisecond: seconds % 1_000,
  });
};

const anyInstant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((ms) => new Date(ms));

describe('any calendar', () => {
  it('gives what the rule gives, counted day by day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 12 }), anyCalendar, (start, count, calendar) => {
        const fast = dueAt('low', start, { ...targets, low: days(count) }, calendar);
        const slow = slowDue(start, count, calendar);
        // Luxon leaves open which of two equal local times it means; ours is the first.
        const gap = slow.toMillis() - fast.getTime();
        const isRepeatedHour = slow.getPossibleOffsets().some((other) => other.toMillis() === fast.getTime());
        expect(gap === 0 || isRepeatedHour).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never gives a deadline before the clock starts, nor later than the open days allow', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 12 }), anyCalendar, (start, count, calendar) => {
        const waitMs =
          dueAt('low', start, { ...targets, low: days(count) }, calendar).getTime() - start.getTime();
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual((count + 1) * 7 * dayMs + 2 * dayMs);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the start of a clock', () => {
  const received = '2026-05-05T12:00:00.000Z';

  it.each([
    ['publication', '2026-05-05T11:00:00Z', '2026-05-05T11:00:00.000Z'],
    ['at most 24 h before ingestion', '2026-04-01T00:00:00Z', '2026-05-04T12:00:00.000Z'],
    ['never after ingestion', '2026-05-06T00:00:00Z', received],
    ['ingestion when no time was told', null, received],
    ['ingestion when the time is nonsense', 'yesterday', received],
  ])('is %s', (_name, published, expected) => {
    expect(clockStart(published, received).toISOString()).toBe(expected);
  });
});

describe('a raised severity', () => {
  const anySeverity = fc.constantFrom<Severity>(...severities);

  it('never moves the deadline later and never lowers the severity (I7)', () => {
    fc.assert(
      fc.property(
        anySeverity,
        anySeverity,
        anyInstant,
        fc.option(anyInstant),
        (held, told, start, heldDue) => {
          const before = { severity: held, dueAt: heldDue };
          const after = raise(before, told, (severity) => dueAt(severity, start, targets, berlin));
          expect(severityRank(after.severity)).toBe(Math.max(severityRank(held), severityRank(told)));
          if (heldDue === null) expect(after.dueAt).toBeNull();
          else expect(after.dueAt?.getTime()).toBeLessThanOrEqual(heldDue.getTime());
          if (severityRank(told) <= severityRank(held)) expect(after).toBe(before);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
