import type { SourceQuota } from '../../domain/source-quota.ts';

/** `x-ratelimit-reset` is seconds from now here and nowhere else; what remains is a fraction ("997.0"). */
export const resetMs = (headers: Headers): number | undefined => {
  const seconds = numberOf(headers.get('x-ratelimit-reset'));
  // One second more: it is told in whole seconds.
  return seconds === undefined ? undefined : seconds * 1000 + 1000;
};

/** Nothing may be asked for so long, in milliseconds; undefined: something is left. */
export const restMs = (headers: Headers): number | undefined => {
  const remaining = numberOf(headers.get('x-ratelimit-remaining'));
  return remaining === undefined || remaining >= 1 ? undefined : (resetMs(headers) ?? MINUTE_MS);
};

const MINUTE_MS = 60_000;

export const quotaOf = (headers: Headers, now: Date): SourceQuota | undefined => {
  const used = numberOf(headers.get('x-ratelimit-used'));
  const remaining = numberOf(headers.get('x-ratelimit-remaining'));
  const reset = numberOf(headers.get('x-ratelimit-reset'));
  if (used === undefined || remaining === undefined || reset === undefined) return undefined;
  const resetsAt = new Date(now.getTime() + reset * 1000).toISOString();
  return { unit: 'requests', used, limit: Math.round(used + remaining), resetsAt };
};

/** Ten minutes are the platform's window; whatever else is told is no number to rely on. */
const numberOf = (value: string | null): number | undefined => {
  if (value === null || !/^\s*\d{1,7}(?:\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
};
