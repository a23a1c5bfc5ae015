import { DateTime } from 'luxon';

export interface TimeReading {
  /** IANA name for times that tell no zone; UTC when nobody said. */
  readonly zone: string;
  /** Luxon tokens, for times that are written in no common way. Of several the first that fits counts, and the common ways too. */
  readonly format?: string | readonly string[];
}

/** ISO 8601 UTC, or null for what is no time between 1990 and 2200. Unambiguous forms only: 03/04/2026 is none. */
export const parseTime = (told: unknown, reading: TimeReading): string | null => {
  const ms =
    typeof told === 'number'
      ? epochMs(told)
      : typeof told === 'string'
        ? readText(told.trim(), reading)
        : null;
  return ms !== null && ms >= earliestMs && ms < latestMs ? new Date(ms).toISOString() : null;
};

const earliestMs = Date.UTC(1990, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/** Seconds until the year 2286, milliseconds from 1973 on: the two never meet between 1990 and 2200. */
const epochMs = (told: number): number | null =>
  Number.isFinite(told) ? (told < 1e10 ? told * 1000 : told) : null;

const readText = (text: string, { zone, format }: TimeReading): number | null => {
  if (typeof format === 'string') return readFormat(text, format, zone);
  for (const one of format ?? []) {
    const ms = readFormat(text, one, zone);
    if (ms !== null) return ms;
  }
  const iso = isoForm.exec(text);
  if (iso !== null) return readParts(partsOf(iso, 1, 2, 3), zone);
  const dotted = dottedForm.exec(text);
  if (dotted !== null) return readParts(partsOf(dotted, 3, 2, 1), zone);
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return epochMs(Number(text));
  return (
    msOf(DateTime.fromRFC2822(text)) ??
    msOf(DateTime.fromFormat(text, 'EEE MMM dd HH:mm:ss ZZZ yyyy', { locale: 'en' }))
  );
};

/** Months and halves of the day as English exports name them. */
const readFormat = (text: string, format: string, zone: string): number | null =>
  msOf(DateTime.fromFormat(text, format, { zone, locale: 'en' }));

const clock = String.raw`(?:[T ,]\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?`;
const isoForm = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)${clock}$`, 'i');
/** 03.11.2026 10:15, as German spreadsheets write it. */
const dottedForm = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${clock}$`, 'i');

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offset: string | undefined;
}

const partsOf = (found: RegExpExecArray, year: number, month: number, day: number): Parts => ({
  year: Number(found[year]),
  month: Number(found[month]),
  day: Number(found[day]),
  hour: Number(found[4] ?? 0),
  minute: Number(found[5] ?? 0),
  // A leap second is the end of its minute.
  second: Math.min(Number(found[6] ?? 0), found[6] === '60' ? 59 : 99),
  millisecond: Math.trunc(Number(`0.${found[7] ?? '0'}`) * 1000),
  offset: found[8],
});

const readParts = (parts: Parts, zone: string): number | null => {
  if (!isOnTheCalendar(parts)) return null;
  const { year, month, day, hour, minute, second, millisecond, offset } = parts;
  if (offset === undefined && zone !== 'UTC')
    return msOf(DateTime.fromObject({ year, month, day, hour, minute, second, millisecond }, { zone }));
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return asUtc - (offset === undefined ? 0 : offsetMs(offset));
};

/** Date.UTC would read 30 February as 2 March. */
const isOnTheCalendar = ({ year, month, day, hour, minute, second }: Parts): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  );
};

const offsetMs = (offset: string): number => {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
};

const msOf = (time: DateTime): number | null => (time.isValid ? time.toMillis() : null);
