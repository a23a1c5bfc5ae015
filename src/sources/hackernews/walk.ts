import type { KnownPost } from '../known-posts.ts';

/** The whole state of the source. Times are unix seconds, as the search tells them. */
export interface HackerNewsCursor {
  /** Everything written before this instant was read, but for what the search came to know late. */
  readonly readTo: number;
  /** A walk over [at, end), cut off or going on. */
  readonly open: { readonly at: number; readonly end: number } | null;
  /** When a walk last began so far back. */
  readonly hoursAt: number;
  readonly daysAt: number;
  readonly known: readonly KnownPost[];
}

/** The search learns of a post some minutes late, and after a fault hours late (facts/sources.md 7). */
const OVERLAP_S = 600;
const HOURS = { every: 3_600, back: 6 * 3_600 } as const;
const DAYS = { every: 86_400, back: 2 * 86_400 } as const;

/** Some 500 items; a window that holds more than an answer may is halved until it does not. */
export const WINDOW_S = 3_600;

export const openCursor = (
  stored: HackerNewsCursor | null,
  at: { readonly now: Date; readonly lookbackMs: number },
): HackerNewsCursor => {
  const now = secondsOf(at.now);
  return (
    stored ?? {
      readTo: now - Math.floor(at.lookbackMs / 1000),
      open: null,
      hoursAt: now,
      daysAt: now,
      known: [],
    }
  );
};

/** Readies a walk: an open one as it stands; a new one overlaps, hourly by hours and daily by days. */
export const beginWalk = (cursor: HackerNewsCursor, now: Date): HackerNewsCursor & { open: object } => {
  if (cursor.open !== null) return { ...cursor, open: cursor.open };
  const end = secondsOf(now) + 1;
  const isDays = end - cursor.daysAt >= DAYS.every;
  const isHours = end - cursor.hoursAt >= HOURS.every;
  const back = isDays ? DAYS.back : isHours ? HOURS.back : OVERLAP_S;
  return {
    ...cursor,
    // A clock that went wrong and was set back must not leave us waiting for it.
    open: { at: Math.min(cursor.readTo, end) - back, end },
    ...(isHours || isDays ? { hoursAt: end } : {}),
    ...(isDays ? { daysAt: end } : {}),
  };
};

/** The cursor behind the window that ends at `to`. */
export const advanceWalk = (cursor: HackerNewsCursor, to: number): HackerNewsCursor => {
  const { open } = cursor;
  if (open === null || to >= open.end) return { ...cursor, open: null, readTo: open?.end ?? cursor.readTo };
  return { ...cursor, open: { ...open, at: to } };
};

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);
