import type { FeedCursor } from './feed-cursor.ts';

const MINUTE_MS = 60_000;
/** facts/sources.md 5: a jittered floor of 15 to 60 minutes. */
const FLOOR_MINUTES = 15;
const CEILING_MINUTES = 60;
/** A feed may ask for rarer visits, up to one a day: beyond that it would look dead. */
const DAY_MINUTES = 1440;

/**
 * Milliseconds until the next walk: 15 minutes, doubling to an hour while nothing is new; never before what the feed
 * asked for (`ttl`, max-age, skipHours). `minimumMinutes` is the operator's own pace instead of the floor.
 */
export const nextPollMs = (cursor: FeedCursor | null, minimumMinutes: number | undefined): number => {
  const floor = minimumMinutes ?? FLOOR_MINUTES;
  if (cursor === null) return floor * MINUTE_MS;
  if (cursor.disabled) return DAY_MINUTES * MINUTE_MS;
  const ceiling = Math.max(floor, minimumMinutes ?? CEILING_MINUTES);
  const paced = Math.min(floor * 2 ** Math.min(cursor.quietWalks, 6), ceiling);
  const asked = Math.min(cursor.askedMinutes ?? 0, DAY_MINUTES);
  // What a hub delivers need not be fetched as often; a walk that finds what it let pass takes pushedAt away.
  const relied = cursor.pushedAt === undefined ? 0 : CEILING_MINUTES;
  const waitMs = Math.max(paced, asked, relied) * MINUTE_MS * jitter(cursor);
  return Math.round(waitMs + skippedMs(cursor, waitMs));
};

/** Up to a tenth later, spread by the feed's address, so that feeds of one host are not asked in one moment. */
const jitter = (cursor: FeedCursor): number => {
  let hash = 7;
  for (const character of cursor.url + cursor.checkedAt)
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1009;
  return 1 + hash / 10_090;
};

/** From a skipped hour to the next one that is not. */
const skippedMs = (cursor: FeedCursor, waitMs: number): number => {
  const skipped = new Set(cursor.skipHours?.map((hour) => hour % 24));
  const at = new Date(Date.parse(cursor.checkedAt) + waitMs);
  if (skipped.size >= 24 || !skipped.has(at.getUTCHours())) return 0;
  let hours = 1;
  while (skipped.has((at.getUTCHours() + hours) % 24)) hours += 1;
  const nextHour = new Date(at);
  nextHour.setUTCHours(at.getUTCHours() + hours, 0, 0, 0);
  return nextHour.getTime() - at.getTime();
};

/** `Cache-Control: max-age`, in minutes. */
export const maxAgeMinutes = (cacheControl: string | null): number | undefined => {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) / 60;
};

/** `Retry-After`: seconds, or a date by the clock of whoever answered, which its `Date` header tells (`saidAt`). */
export const retryAfterMs = (
  value: string | null,
  now: Date,
  saidAt: string | null = null,
): number | undefined => {
  if (value === null || value.trim() === '') return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  const theirs = Date.parse(saidAt ?? '');
  return Number.isNaN(at) ? undefined : Math.max(0, at - (Number.isNaN(theirs) ? now.getTime() : theirs));
};
