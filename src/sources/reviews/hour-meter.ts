import type { Asked } from './review-store.ts';

const HOUR_MINUTES = 60;

const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);

const within = (asked: readonly Asked[], now: Date): readonly Asked[] =>
  asked.filter(([minute]) => minute > minuteOf(now) - HOUR_MINUTES);

/** Requests within the sixty minutes just past. */
export const usedInHour = (asked: readonly Asked[], now: Date): number =>
  within(asked, now).reduce((sum, [, requests]) => sum + requests, 0);

export const countRequest = (asked: readonly Asked[], now: Date): readonly Asked[] => {
  const young = within(asked, now);
  const [minute, requests] = young.at(-1) ?? [0, 0];
  return minute === minuteOf(now)
    ? [...young.slice(0, -1), [minute, requests + 1]]
    : [...young, [minuteOf(now), 1]];
};

/** Milliseconds until the oldest requests leave the hour. */
export const waitMs = (asked: readonly Asked[], now: Date): number => {
  const [oldest = [minuteOf(now), 0]] = within(asked, now);
  return Math.max(1000, (oldest[0] + HOUR_MINUTES) * 60_000 - now.getTime());
};

/** What this process counted and what the cursor tells, whichever is more of a minute. */
export const mergeAsked = (here: readonly Asked[], stored: readonly Asked[], now: Date): readonly Asked[] => {
  const byMinute = new Map<number, number>();
  for (const [minute, requests] of [...stored, ...here])
    byMinute.set(minute, Math.max(byMinute.get(minute) ?? 0, requests));
  return within(
    [...byMinute].sort(([a], [b]) => a - b),
    now,
  );
};
