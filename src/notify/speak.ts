import { type CatalogueLanguage, createSay, localeOf, type Say } from '../lib/catalogue.ts';
import { dateFormat } from '../lib/formats.ts';
import { de } from './catalogue.de.ts';
import { type AlertMessage, en } from './catalogue.en.ts';
import type { FollowContent } from './content.ts';
import { marks } from './mask.ts';

export const say: Say<AlertMessage> = createSay<AlertMessage>({ en, de });

/** The marks that masking left, as words of the language. */
export const sayMarks = (text: string, language: CatalogueLanguage): string =>
  marks.reduce((said, mark) => said.replaceAll(`[${mark}]`, say(language, `mark.${mark}`)), text);

/** Which cases are looked after, taken or over, the first twenty by name. */
export const sayFollowUp = (
  { stage, until, cases, timezone }: Pick<FollowContent, 'stage' | 'until' | 'cases' | 'timezone'>,
  language: CatalogueLanguage,
): string => {
  const named = say(language, `follow.${stage}`, {
    cases: cases.slice(0, namedAtMost).join(', '),
    ...(until === null ? {} : { until: sayDatedMoment(until, { language, timezone }) }),
  });
  const count = cases.length - namedAtMost;
  return count <= 0 ? named : `${named} ${say(language, 'more', { count })}`;
};
const namedAtMost = 20;

export interface Where {
  readonly language: CatalogueLanguage;
  /** IANA name. */
  readonly timezone: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** `today 14:32`, `Fri 27 Nov 09:00`: how people in that place name a moment. */
export const sayMoment = (time: string, { language, timezone: timeZone, now }: Where): string => {
  const locale = localeOf[language];
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(time));
  const days = dayNumber(time, timeZone) - dayNumber(now, timeZone);
  const key =
    ({ 0: 'time.today', 1: 'time.tomorrow', [-1]: 'time.yesterday' } as const)[days] ?? 'time.other';
  const shape = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const;
  return say(language, key, { clock, day: dateFormat(locale, shape).format(new Date(time)) });
};

/** With its day, whatever day it is: for words that may arrive a day later. */
export const sayDatedMoment = (time: string, where: Omit<Where, 'now'>): string =>
  sayMoment(time, { ...where, now: '1970-01-01T00:00:00.000Z' });

/** Days since 1970 of the local calendar day. */
const dayNumber = (time: string, timeZone: string): number =>
  Date.parse(dateFormat('en-CA', { timeZone }).format(new Date(time))) / 86_400_000;

/** `47 min`, `3 h 20 min`, `5 days`; never negative. */
export const saySpan = (ms: number, language: CatalogueLanguage): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return say(language, 'span.minutes', { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 10) return say(language, 'span.hours', { n: hours, m: minutes % 60 });
  if (hours < 48) return say(language, 'span.long_hours', { n: hours });
  return say(language, 'span.days', { count: Math.floor(hours / 24) });
};
