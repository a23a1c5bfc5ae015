/** An hour in which a source was asked, or listened to, all the while. */
export interface WatchedHour {
  /** Its beginning, a whole hour of UTC in unix milliseconds. */
  readonly startMs: number;
  /** The minutes of it, 0 to 59 and ascending, in which the source told something. */
  readonly minutes: readonly number[];
}

/** 0 is Monday from midnight to one, 167 the last hour of Sunday, where the brand's people live. */
export type HourOfWeek = (utcMs: number) => number;

export const hourMs = 3_600_000;
export const minuteMs = 60_000;
export const hoursPerWeek = 168;

const dayMs = 24 * hourMs;
/** 1970-01-01 was a Thursday. */
const mondayOffsetDays = 3;

/**
 * The hour of the week by the local clock. An hour that daylight saving repeats is the same hour twice, and one that it
 * skips does not come. Where the local clock is half an hour off, an hour of UTC counts for the local one in which it
 * begins, in learning as in judging.
 *
 * @param toLocal unix milliseconds to local milliseconds, which count as if the local clock were UTC
 */
export const hourOfWeekBy =
  (toLocal: (utcMs: number) => number): HourOfWeek =>
  (utcMs) => {
    const local = toLocal(Math.floor(utcMs / hourMs) * hourMs);
    const day = Math.floor(local / dayMs) + mondayOffsetDays;
    return (((day % 7) + 7) % 7) * 24 + Math.floor((((local % dayMs) + dayMs) % dayMs) / hourMs);
  };
