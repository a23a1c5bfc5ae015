import { type HourOfWeek, hourMs, hoursPerWeek } from './hours.ts';
import type { Rhythm } from './learn-rhythm.ts';

export interface Silence {
  /** Unix milliseconds: told last, or watched again since then. */
  readonly sinceMs: number;
  readonly nowMs: number;
  /** How long a source may be silent whose rhythm is not known, in milliseconds. */
  readonly targetMs: number;
}

export interface JudgedSilence {
  readonly isUnusual: boolean;
  /** Unix milliseconds until which the silence is a usual one. */
  readonly usualUntilMs: number;
  readonly basis: 'rhythm' | 'target';
}

/** No silence is usual for longer, however seldom the source speaks. */
const longestUsualMs = 8 * hoursPerWeek * hourMs;
/** A source may be silent once for longer than it ever was. */
const patience = 2;

/**
 * Whether a source has told nothing for longer than is usual at these hours. Where its rhythm is not known its target
 * holds, or twice its longest silence if that is longer. Once unusual, a silence stays so until it ends. Times are unix
 * milliseconds; no errors.
 */
export const judgeSilence = (silence: Silence, rhythm: Rhythm, hourOfWeek: HourOfWeek): JudgedSilence => {
  const { sinceMs, nowMs, targetMs } = silence;
  const usualMs =
    rhythm.kind === 'known'
      ? usualFrom(sinceMs, rhythm, hourOfWeek)
      : Math.min(Math.max(targetMs, patience * rhythm.longestMs), Math.max(targetMs, longestUsualMs));
  return {
    isUnusual: nowMs - sinceMs > usualMs,
    usualUntilMs: sinceMs + usualMs,
    basis: rhythm.kind === 'known' ? 'rhythm' : 'target',
  };
};

/** Adds up what is to be expected, hour by hour, until the limit is reached. */
const usualFrom = (
  sinceMs: number,
  { perHour, limit }: Extract<Rhythm, { kind: 'known' }>,
  hourOfWeek: HourOfWeek,
): number => {
  let atMs = sinceMs;
  for (let missed = 0; atMs - sinceMs < longestUsualMs; ) {
    const endMs = (Math.floor(atMs / hourMs) + 1) * hourMs;
    const perMs = (perHour[hourOfWeek(atMs)] ?? 0) / hourMs;
    const next = missed + perMs * (endMs - atMs);
    if (next >= limit) return atMs + (limit - missed) / perMs - sinceMs;
    [missed, atMs] = [next, endMs];
  }
  return longestUsualMs;
};
