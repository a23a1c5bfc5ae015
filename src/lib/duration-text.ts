import { type CatalogueLanguage, createSay, type Message } from './catalogue.ts';

/**
 * Says a length of time in at most two units, rounded down: `40 s`, `12 min`, `3 h 20 min`, `31 h`, `9 d`, `11 y`.
 * Below 10 h the minutes still matter to somebody who waits; from two days on the hours do not, from two years on the days.
 */
export const durationText = (ms: number, language: CatalogueLanguage): string => {
  const seconds = Math.floor(Math.max(0, ms) / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return say(language, 'seconds', { n: seconds });
  if (hours < 1) return say(language, 'minutes', { n: minutes });
  if (hours < 10 && minutes % 60 > 0)
    return say(language, 'hoursMinutes', { n: hours, minutes: minutes % 60 });
  if (hours < 48) return say(language, 'hours', { n: hours });
  const days = Math.floor(hours / 24);
  if (days < 2 * daysOfYear) return say(language, 'days', { n: days });
  return say(language, 'years', { n: Math.floor(days / daysOfYear) });
};

/** Says how long something has still to go, to the nearest unit: what is seven days less a second is `7 d`. */
export const leftText = (ms: number, language: CatalogueLanguage): string => {
  const unitMs = unitOf(ms);
  return durationText(Math.round(ms / unitMs) * unitMs, language);
};

/** The smallest unit that is said of so long a time. */
const unitOf = (ms: number): number => {
  if (ms < minuteMs) return 1_000;
  if (ms < 10 * hourMs) return minuteMs;
  return ms < 48 * hourMs ? hourMs : 24 * hourMs;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const daysOfYear = 365.25;

const en = {
  seconds: '{n} s',
  minutes: '{n} min',
  hoursMinutes: '{n} h {minutes} min',
  hours: '{n} h',
  days: '{n} d',
  years: '{n} y',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  seconds: '{n} s',
  minutes: '{n} Min.',
  hoursMinutes: '{n} Std. {minutes} Min.',
  hours: '{n} Std.',
  days: '{n} Tg.',
  years: '{n} J.',
};

const say = createSay<keyof typeof en>({ en, de });
