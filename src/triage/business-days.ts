import type { Calendar, Weekday } from '../domain/brand.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * The instant `days` business days after `startMs`, both in UTC milliseconds: the same local time that many open days
 * later, at the latest that day's closing; a start outside the hours counts from the next opening (DESIGN.md 4).
 * Throws for a calendar that is never open and for a number of days that is not a whole number from 0: the
 * configuration refuses both before, and neither may loop for ever here.
 */
export const afterBusinessDays = (startMs: number, days: number, calendar: Calendar): number => {
  if (!Number.isSafeInteger(days) || days < 0)
    throw new RangeError(`${days} is not a number of business days`);
  const week = weekOf(calendar);
  const start = firstOpenMoment(week, week.zone.toLocal(startMs));
  const due = openDayAfter(week, start.day, days);
  return week.zone.toUtc(due * dayMs + Math.min(start.timeMs, closingOf(week, due)));
};

const weeks = new WeakMap<Calendar, Week>();

const weekOf = (calendar: Calendar): Week => {
  const known = weeks.get(calendar);
  if (known) return known;
  const week = readWeek(calendar);
  weeks.set(calendar, week);
  return week;
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const readWeek = (calendar: Calendar): Week => {
  const hours = weekdays.map((weekday) => {
    const day = calendar.hours[weekday];
    return day && day.open < day.close
      ? { openMs: day.open * minuteMs, closeMs: day.close * minuteMs }
      : null;
  });
  const openDays = hours.filter((day) => day !== null).length;
  if (openDays === 0) throw new RangeError('the calendar has no open day, so that a business day never ends');
  const holidays = new Set((calendar.holidays ?? []).map((day) => Date.parse(`${day}T00:00:00Z`) / dayMs));
  return { zone: zoneClock(calendar.timezone), hours, openDays, holidays };
};

const firstOpenMoment = (week: Week, localMs: number): { day: number; timeMs: number } => {
  const day = Math.floor(localMs / dayMs);
  const timeMs = localMs - day * dayMs;
  const hours = hoursOn(week, day);
  if (hours && timeMs < hours.closeMs) return { day, timeMs: Math.max(timeMs, hours.openMs) };
  const next = nextOpenDay(week, day);
  return { day: next, timeMs: hoursOn(week, next)?.openMs ?? 0 };
};

/** Whole weeks at once, then at most six open days one by one; past holidays each day by itself. `day` is an open day. */
const openDayAfter = (week: Week, day: number, days: number): number => {
  if (week.holidays.size > 0) return eachOpenDayAfter(week, day, days);
  const wholeWeeks = Math.floor(days / week.openDays);
  let found = day + wholeWeeks * 7;
  for (let left = days - wholeWeeks * week.openDays; left > 0; left -= 1) found = nextOpenDay(week, found);
  return found;
};

const eachOpenDayAfter = (week: Week, day: number, days: number): number => {
  let found = day;
  for (let left = days; left > 0; left -= 1) found = nextOpenDay(week, found);
  return found;
};

/** It ends: holidays are finite, and a week has an open day. */
const nextOpenDay = (week: Week, day: number): number => {
  let next = day + 1;
  while (!hoursOn(week, next)) next += 1;
  return next;
};

const closingOf = (week: Week, day: number): number => hoursOn(week, day)?.closeMs ?? dayMs;

/** Day 0 is 1 January 1970, a Thursday. */
const hoursOn = (week: Week, day: number): DayHours | null =>
  week.holidays.has(day) ? null : (week.hours[(((day + 3) % 7) + 7) % 7] ?? null);

interface DayHours {
  readonly openMs: number;
  readonly closeMs: number;
}

interface Week {
  readonly zone: ZoneClock;
  /** Monday first; null: closed. */
  readonly hours: readonly (DayHours | null)[];
  readonly openDays: number;
  /** Local days since 1 January 1970. */
  readonly holidays: ReadonlySet<number>;
}
