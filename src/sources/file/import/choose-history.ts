/** `history`: decided and shown, but no clock runs and no alert goes out. */
export type ImportChoice = 'history' | 'live';

/** An import is judged by this many lines at its beginning. */
export const judgedLines = 1_000;
const oldMs = 2 * 86_400_000;

/** History when no line tells a time, or the median of the times told is older than 2 days. */
export const chooseHistory = (times: readonly (string | undefined)[], now: Date): ImportChoice => {
  const ageMs = medianAgeMs(times, now);
  return ageMs === null || isOld(ageMs) ? 'history' : 'live';
};

/** How old the middle one of the times is; null: none tells one. */
export const medianAgeMs = (times: readonly (string | undefined)[], now: Date): number | null => {
  const told = times.flatMap((time) => (time === undefined ? [] : [Date.parse(time)])).sort((a, b) => a - b);
  const low = told[Math.floor((told.length - 1) / 2)];
  const high = told[Math.floor(told.length / 2)];
  return low === undefined || high === undefined ? null : now.getTime() - (low + high) / 2;
};

export const isOld = (ageMs: number): boolean => ageMs > oldMs;

/** Written within the two days that make an import live. */
export const isRecent = (time: string | undefined, now: Date): boolean =>
  time !== undefined && !isOld(now.getTime() - Date.parse(time));
