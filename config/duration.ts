import type { Target } from '../src/domain/brand.ts';

const msOf: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const durationPattern = /^(\d{1,6}(?:\.\d{1,3})?)\s*(ms|s|m|h|d)$/;
const businessPattern = /^(\d{1,3})\s*business\s+days?$/;

/** `30s`, `5m`, `1.5h`, `2d`; the bare number 0 is the only one that needs no unit. */
export const isDuration = (value: string | number): boolean =>
  value === 0 || durationPattern.test(String(value));

export const durationMs = (value: string | number): number => {
  const [, count, unit] = durationPattern.exec(String(value)) ?? [];
  return Math.round(Number(count ?? 0) * (msOf[unit ?? ''] ?? 0));
};

/** A deadline: more than nothing, and at least one business day where those are meant. */
export const isTarget = (value: string): boolean => {
  const business = businessPattern.exec(value);
  return business ? Number(business[1]) >= 1 : isDuration(value) && durationMs(value) > 0;
};

export const targetOf = (value: string): Target => {
  const business = businessPattern.exec(value);
  return business
    ? { kind: 'business_days', days: Number(business[1]) }
    : { kind: 'wall', ms: durationMs(value) };
};

/** `09:30` -> 570 minutes after midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
