import { IANAZone } from 'luxon';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** About 22 years of days per zone: more than any import spans, and a bound for dates that are nonsense. */
const maxDays = 8_192;

/** Local time of one IANA zone. Local milliseconds count as if the local clock were UTC. */
export interface ZoneClock {
  toLocal(utcMs: number): number;
  /** A time that daylight saving skips moves on by the skipped span; one that it repeats means the first. */
  toUtc(localMs: number): number;
}

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a zone, built once. Luxon asks Intl for every offset (about 30 us with its date arithmetic); a zone
 * changes its offset at most once in a UTC day, so that one look per day is enough. Throws for an unknown zone, which
 * the configuration refuses before.
 */
export const zoneClock = (name: string): ZoneClock => {
  const known = clocks.get(name);
  if (known) return known;
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new Error(`"${name}" is not an IANA time zone`);
  const clock = makeClock((utcMs) => zone.offset(utcMs) * minuteMs);
  clocks.set(name, clock);
  return clock;
};

type OffsetAt = (utcMs: number) => number;

const makeClock = (lookUp: OffsetAt): ZoneClock => {
  const days = new Map<number, UtcDay>();
  const offsetAt: OffsetAt = (utcMs) => {
    const index = Math.floor(utcMs / dayMs);
    let day = days.get(index);
    if (!day) {
      if (days.size >= maxDays) days.clear();
      day = learnDay(index, lookUp);
      days.set(index, day);
    }
    return utcMs < day.changesAt ? day.before : day.after;
  };
  return { toLocal: (utcMs) => utcMs + offsetAt(utcMs), toUtc: (localMs) => toUtc(localMs, offsetAt) };
};

const toUtc = (localMs: number, offsetAt: OffsetAt): number => {
  const before = offsetAt(localMs - dayMs);
  const early = localMs - before;
  if (offsetAt(early) === before) return early;
  const after = offsetAt(localMs + dayMs);
  const late = localMs - after;
  return offsetAt(late) === after ? late : early;
};

const learnDay = (index: number, lookUp: OffsetAt): UtcDay => {
  const start = index * dayMs;
  const before = lookUp(start);
  const after = lookUp(start + dayMs - 1);
  if (before === after) return { before, after, changesAt: Number.POSITIVE_INFINITY };
  let low = start;
  let high = start + dayMs - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lookUp(middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, changesAt: high };
};

interface UtcDay {
  readonly before: number;
  readonly after: number;
  /** First millisecond of the new offset; infinite on ordinary days. */
  readonly changesAt: number;
}
