/**
 * Formats of `Intl`, each made once. One costs tens of kilobytes that V8's collector knows nothing of: a message about
 * two thousand cases made six thousand of them, and the process kept four hundred megabytes.
 */
export const dateFormat = (locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once(dates, [locale, shape], () => new Intl.DateTimeFormat(locale, shape));

export const numberFormat = (locale: string, style: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once(numbers, [locale, style], () => new Intl.NumberFormat(locale, style));

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A time zone or a currency comes from outside: beyond as many, the oldest goes. */
const atMost = 200;

const once = <T>(known: Map<string, T>, asked: readonly unknown[], make: () => T): T => {
  const key = JSON.stringify(asked);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  const [oldest] = known.size >= atMost ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  known.set(key, made);
  return made;
};
