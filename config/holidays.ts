import { createRequire } from 'node:module';
import type HolidayCalendar from 'date-holidays';

/** Half a second and ten megabytes: loaded where a region is named, and nowhere else. */
const require = createRequire(import.meta.url);

/**
 * The years whose public holidays are known. The same for every start: a policy is told from another by its days, and
 * must not change with the year in which the service is started.
 */
const firstYear = 2020;
const lastYear = 2049;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-12-24`, and there is such a day. */
const isDay = (written: string): boolean => {
  const at = Date.parse(`${written}T00:00:00Z`);
  return day.test(written) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
};

/** A day, or the code of a country, state or region whose public holidays are known: `DE`, `DE-BY`, `DE-BY-A`. */
export const isHoliday = (written: string): boolean =>
  day.test(written) ? isDay(written) : isRegion(written);

const isRegion = (code: string): boolean => {
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,6}){0,2}$/.test(code)) return false;
  const [country = '', state, region] = code.split('-');
  const known = calendar();
  if (known.getCountries()[country] === undefined) return false;
  if (state !== undefined && known.getStates(country)?.[state] === undefined) return false;
  return region === undefined || known.getRegions(country, state ?? '')?.[region] !== undefined;
};

/** Every day that is meant, once, in order, as ISO 8601. */
export const holidayDays = (written: readonly string[]): readonly string[] =>
  [...new Set(written.flatMap((one) => (day.test(one) ? [one] : daysOf(one))))].sort();

const daysOf = (code: string): readonly string[] => {
  const known = calendar(...code.split('-'));
  const found: string[] = [];
  for (let year = firstYear; year <= lastYear; year += 1)
    for (const { date, type } of known.getHolidays(year))
      if (type === 'public') found.push(date.slice(0, 10));
  return found;
};

const calendar = (...place: readonly string[]): HolidayCalendar => {
  const Holidays = require('date-holidays') as new (...place: readonly string[]) => HolidayCalendar;
  return new Holidays(...place);
};
