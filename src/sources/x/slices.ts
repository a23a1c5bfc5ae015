import { createHash } from 'node:crypto';

export interface Slice {
  /** ISO 8601 UTC, whole seconds; inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
}

const MINUTE_MS = 60_000;
const LONGEST_MS = 60 * MINUTE_MS;
/** Each run of minutes is a request of its own: after a long rest they are drawn five, fifteen or sixty at a time. */
const MOST_DRAWN = 300;
const UNITS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);

/**
 * The next run of minutes to read when the money reaches for the part `rate` of all of them. Whether a minute is read
 * depends on the seed and on the minute alone: no post can make itself more likely to be seen, and every one is as likely
 * as every other. null: none is left before `horizon`.
 */
export const nextSlice = (
  range: { readonly from: Date; readonly horizon: Date },
  { seed, rate }: { readonly seed: string; readonly rate: number },
): Slice | null => {
  const end = range.horizon.getTime();
  const begin = range.from.getTime();
  const unitMs = UNITS_MS.find((unit) => (end - begin) / unit <= MOST_DRAWN) ?? LONGEST_MS;
  const isRead = (ms: number): boolean => chanceOf(`${seed} ${unitMs} ${Math.floor(ms / unitMs)}`) < rate;
  const next = (ms: number): number => (Math.floor(ms / unitMs) + 1) * unitMs;
  let at = begin;
  while (at < end && !isRead(at)) at = next(at);
  if (at >= end) return null;
  const from = at;
  while (at < end && at - from < LONGEST_MS && isRead(at)) at = next(at);
  return { from: iso(from), to: iso(Math.min(at, end)) };
};

/** 0 to 1, the same for the same words. */
const chanceOf = (words: string): number =>
  createHash('sha256').update(words).digest().readUIntBE(0, 6) / 2 ** 48;

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
