import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { dateFormat } from '../../lib/formats.ts';
import { sayMoment } from '../../notify/speak.ts';

interface Where {
  /** IANA name. */
  readonly timezone: string;
  readonly language: CatalogueLanguage;
  readonly now: Date;
}

/** `today 14:32`, `Fri 27 Nov 09:00`, with the year where it is another: how people in that place name a moment. */
export const localTime = (at: Date, { timezone, language, now }: Where): string => {
  const yearOf = (time: Date): string =>
    dateFormat('en', { timeZone: timezone, year: 'numeric' }).format(time);
  const isNear = Math.abs(at.getTime() - now.getTime()) < nearMs;
  if (isNear || yearOf(at) === yearOf(now))
    return sayMoment(at.toISOString(), { language, timezone, now: now.toISOString() });
  const shape = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return dateFormat(localeOf[language], { timeZone: timezone, ...shape }).format(at);
};

/** Around New Year a weekday and a month say enough. */
const nearMs = 30 * 86_400_000;
