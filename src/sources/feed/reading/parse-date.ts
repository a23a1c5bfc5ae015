import { IANAZone } from 'luxon';
import { monthNumber, ZONE_HOURS } from './date-words.ts';

/**
 * Dates as feeds write them, to ISO 8601 UTC with whole seconds; undefined when the text names no moment. The forms and
 * their odd cases are those of the feedparser corpus (facts/sources.md 5); `new Date()` reads 42 of its 64 vectors.
 */
export const parseFeedDate = (raw: string): string | undefined => {
  // Java writes the zone a second time, in brackets.
  const text = raw
    .replace(/\[[\w/+-]+\]\s*$/, '')
    .trim()
    .replace(/\s+/g, ' ');
  if (text === '' || text.length > 100) return undefined;
  for (const read of READERS) {
    const moment = read(text);
    if (moment !== undefined) return toIso(moment);
  }
  return undefined;
};

/** A moment in local fields and the minutes by which its clock is ahead of UTC. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offsetMinutes: number;
}

const toIso = (moment: Moment): string | undefined => {
  const { year, month, day, hour, minute, second } = moment;
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day or month that there is not (31 June, month 13) is a wrong date, not the first of the next month.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute - moment.offsetMinutes, second);
  const iso = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return iso?.startsWith('-') === true || iso?.startsWith('+') === true
    ? undefined
    : iso?.replace('.000Z', 'Z');
};

/** Minutes ahead of UTC; a name that nobody knows counts as UTC, as RFC 2822 4.3 has it. undefined: no zone at all. */
const offsetOf = (zone: string | undefined, localMs: number): number | undefined => {
  if (zone === undefined || zone === '') return 0;
  const name = zone.toLowerCase().replace(/^etc\//, '');
  const numeric = /^(?:gmt|utc?)? ?([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  if (name.includes('/') && IANAZone.isValidZone(zone)) return IANAZone.create(zone).offset(localMs);
  return /^[a-z_/]+$/.test(name) ? (ZONE_HOURS[name] ?? 0) * 60 : undefined;
};

/** Two-digit years as RFC 2822 4.3 reads them: 00-49 this century, 50-99 the last; three digits stay. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

const clock = (text: string | undefined): readonly [number, number, number] | undefined => {
  if (text === undefined || text === '') return [0, 0, 0];
  const match = /^(\d{1,2})(?:[:.](\d{1,2}))?(?:[:.](\d{1,2})(?:[.,]\d+)?)? ?([ap])?(?:\.?m\.?)?$/i.exec(
    text,
  );
  const hour = match === null ? undefined : hourOf(Number(match[1]), match[4]?.toLowerCase());
  return hour === undefined ? undefined : [hour, Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)];
};

/** The hour of a clock with twelve hours, by `a` or `p`; undefined: it has no such hour. */
const hourOf = (told: number, half: string | undefined): number | undefined => {
  if (half === undefined) return told;
  if (told < 1 || told > 12) return undefined;
  return (told % 12) + (half === 'p' ? 12 : 0);
};

const moment = (
  date: readonly [year: number, month: number | undefined, day: number],
  time: string | undefined,
  zone: string | undefined,
): Moment | undefined => {
  const [year, month, day] = date;
  const hours = clock(time);
  if (month === undefined || hours === undefined) return undefined;
  const [hour, minute, second] = hours;
  const offsetMinutes = offsetOf(zone, Date.UTC(year, month - 1, day, hour, minute, second));
  return offsetMinutes === undefined ? undefined : { year, month, day, hour, minute, second, offsetMinutes };
};

const TIME = String.raw`(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm](?:\.|\b))?)`;
const ZONE = String.raw`([A-Za-z_/]+(?:[+-]\d{1,2}:?\d{0,2})?|(?:GMT|UTC)? ?[+-]\d{1,2}:?\d{0,2})`;

/** `Thu, 01 Jan 2004 19:48:21 GMT`, `1 January 04`, `Fri,24 Nov 2023 18:28:36 -0000`. */
const RFC822 = new RegExp(
  String.raw`^(?:[^\d\s,]+\.?,? ?)?(\d{1,2})(?:\.|st|nd|rd|th)?[ -]([^\d\s-]+)\.?[ -](\d{2,4})(?:,? ${TIME}(?: ?${ZONE})?)?$`,
  'u',
);
const readRfc822 = (text: string): Moment | undefined => {
  const match = RFC822.exec(text.replace(/ \([^)]*\)$/, ''));
  if (match === null) return undefined;
  return moment(
    [fullYear(match[3] ?? ''), monthNumber(match[2] ?? ''), Number(match[1])],
    match[4],
    match[5],
  );
};

/** `Sun Jan  4 16:29:06 2004`, `Sun Jul 15 01:16:00 +0000 2012`, `Thu Aug 30 2012 17:26:16 +0200`. */
const ASCTIME = new RegExp(
  String.raw`^(?:[A-Za-z]+,? )?([A-Za-z]+) (\d{1,2}),? ${TIME}(?: ${ZONE})? (\d{4})$`,
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[A-Za-z]+,? )?([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? ${TIME}(?: ?${ZONE})?)?$`,
);
const readAsctime = (text: string): Moment | undefined => {
  const match = ASCTIME.exec(text);
  if (match !== null) {
    return moment([Number(match[5]), monthNumber(match[1] ?? ''), Number(match[2])], match[3], match[4]);
  }
  const first = MONTH_FIRST.exec(text);
  if (first === null) return undefined;
  return moment([Number(first[3]), monthNumber(first[1] ?? ''), Number(first[2])], first[4], first[5]);
};

/** W3C date and time, and the looser ISO 8601 around it (`2003-12`, `2003-335`, `2003/1/5`, a blank for the T). */
const ISO_TIME = String.raw`(?:[T ](\d{1,2}(?::\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?)?(?: ?[ap]m)?) ?(Z|[+-]\d{1,2}:?\d{0,2}|[A-Z]{2,4})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}|0\d{2}))?)?${ISO_TIME}$`, 'i');
const ISO_ODD_MONTH = new RegExp(String.raw`^(\d{4})-0(\d{2})-0?(\d{2})${ISO_TIME}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const readW3c = (text: string): Moment | undefined => {
  const match = ISO.exec(text);
  if (match !== null)
    return moment([Number(match[1]), Number(match[3] ?? 1), Number(match[4] ?? 1)], match[5], match[6]);
  const odd = ISO_ODD_MONTH.exec(text);
  if (odd === null) return undefined;
  return moment([Number(odd[1]), Number(odd[2]), Number(odd[3])], odd[4], odd[5]);
};
const readCompact = (text: string): Moment | undefined => {
  const match = COMPACT.exec(text);
  if (match === null) return undefined;
  const time = match[4] === undefined ? undefined : `${match[4]}:${match[5]}:${match[6] ?? '00'}`;
  return moment([Number(match[1]), Number(match[2]), Number(match[3])], time, match[7]);
};

/** ISO 8601 with a year of two digits (`031231`, `03-12-31`, `-0312`) or a day of the year (`2003335`, `2003-335`). */
const readShortIso = (text: string): Moment | undefined => {
  // Five bare digits may be a year of two and a day, or anything else: not read.
  const ordinal = /^(?:(\d{4})-?|(\d{2})-)(\d{3})$/.exec(text);
  if (ordinal !== null) {
    const year = fullYear(ordinal[1] ?? ordinal[2] ?? '');
    const date = new Date(Date.UTC(year, 0, Number(ordinal[3])));
    // Day 000 and day 366 of a common year land in another year.
    if (date.getUTCFullYear() !== year) return undefined;
    return moment([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()], undefined, undefined);
  }
  const match = /^(\d{2})-?(\d{2})-?(\d{2})$/.exec(text) ?? /^-(\d{2})-?(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return moment([fullYear(match[1] ?? ''), Number(match[2]), Number(match[3] ?? 1)], undefined, undefined);
};

/** `31.12.2003 10:14`: with dots the day comes first everywhere; with strokes nobody knows. */
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? ${TIME}(?: ?${ZONE})?)?$`);
const readDotted = (text: string): Moment | undefined => {
  const match = DOTTED.exec(text);
  if (match === null) return undefined;
  return moment([Number(match[3]), Number(match[2]), Number(match[1])], match[4], match[5]);
};

/** Seconds or milliseconds since 1970, as programs write that have no other clock. */
const readEpoch = (text: string): Moment | undefined => {
  const digits = /^@?(\d{10}|\d{13})(?:\.\d+)?$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const at = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    offsetMinutes: 0,
  };
};

/** Korean blog hosts (Seoul time), Perforce, Hungarian: the odd forms of the corpus. */
const KOREAN =
  /^(\d{4})(?:년|-)\s?(\d{1,2})(?:월|-)\s?(\d{1,2})일?\s*(?:(오전|오후)\s?)?(\d{1,2}:\d{2}:\d{2})(?:\.\d+)?$/u;
const PERFORCE = new RegExp(String.raw`^[A-Za-z]{3},? (\d{4})/(\d{2})/(\d{2}) ${TIME} ${ZONE}$`);
const HUNGARIAN = /^(\d{4})-([^\d\s-]+)-(\d{1,2})T(\d{1,2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/u;
const readKorean = (text: string): Moment | undefined => {
  const match = KOREAN.exec(text);
  if (match === null || !/[년오]/u.test(text)) return undefined;
  const time = moment([Number(match[1]), Number(match[2]), Number(match[3])], match[5], 'KST');
  return time === undefined || match[4] !== '오후' || time.hour > 11
    ? time
    : { ...time, hour: time.hour + 12 };
};
const readPerforce = (text: string): Moment | undefined => {
  const match = PERFORCE.exec(text);
  if (match === null) return undefined;
  return moment([Number(match[1]), Number(match[2]), Number(match[3])], match[4], match[5]);
};
const readHungarian = (text: string): Moment | undefined => {
  const match = HUNGARIAN.exec(text);
  if (match === null) return undefined;
  return moment([Number(match[1]), monthNumber(match[2] ?? ''), Number(match[3])], match[4], match[5]);
};

const READERS: readonly ((text: string) => Moment | undefined)[] = [
  readW3c,
  readRfc822,
  readAsctime,
  readCompact,
  readShortIso,
  readKorean,
  readPerforce,
  readHungarian,
  readDotted,
  readEpoch,
];
