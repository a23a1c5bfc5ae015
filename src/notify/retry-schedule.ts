const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The schedule of the Standard Webhooks specification: nine retries over about three days. */
export const retryDelaysMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

export interface RetryQuestion {
  /** Attempts that have failed so far, 1 or more. */
  readonly failedAttempts: number;
  /** What the receiver asked for; it is never hurried, and never obeyed for more than a day. */
  readonly retryAfterMs?: number | undefined;
  /** In [0, 1); spreads retries over ±20 %, so that a receiver that comes back is not hit by all at once. */
  readonly random: () => number;
}

/** Milliseconds until the next attempt; null: give up. */
export const nextRetryMs = ({ failedAttempts, retryAfterMs = 0, random }: RetryQuestion): number | null => {
  const delayMs = retryDelaysMs[failedAttempts - 1];
  if (delayMs === undefined) return null;
  return Math.max(Math.round(delayMs * (0.8 + 0.4 * random())), Math.min(retryAfterMs, 24 * hour));
};
