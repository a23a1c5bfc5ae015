import type { SpreadSample } from './digest-rows.ts';

export type Spread =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      /** Of the whole thread. */
      readonly count: number;
      /** Per hour, of its widest post over the last hour that was sampled; null below a quarter of an hour. */
      readonly perHour: number | null;
      /** Of its widest post. */
      readonly samples: readonly SpreadSample[];
    };

/** How far a thread has spread and how fast, from cumulative counts of its widest post and those of the others. */
export const measureSpread = (samples: readonly SpreadSample[] | null, elsewhere = 0): Spread => {
  if (samples === null) return { kind: 'unknown' };
  const ordered = samples.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = ordered.at(-1);
  if (last === undefined) return { kind: 'unknown' };
  return { kind: 'known', count: last.count + elsewhere, perHour: speed(ordered, last), samples: ordered };
};

/**
 * The threads to show: the fastest, but a quarter of the places for those whose source tells no spread. A blog that
 * everybody passes on must not drop out of sight because its platform counts nothing.
 */
export const pickThreads = <T extends Spreading>(threads: readonly T[], places: number): readonly T[] => {
  const ordered = threads.toSorted(compareSpread);
  const silent = ordered.filter(({ spread }) => spread.kind === 'unknown');
  const told = ordered.filter(({ spread }) => spread.kind === 'known');
  const kept = Math.min(silent.length, Math.max(Math.floor(places / 4), places - told.length));
  return [...told.slice(0, places - kept), ...silent.slice(0, kept)];
};

/** Fastest first, then the widest spread; where nothing is known, the most talked of. */
const compareSpread = (a: Spreading, b: Spreading): number =>
  perHourOf(b) - perHourOf(a) ||
  countOf(b) - countOf(a) ||
  b.relays - a.relays ||
  b.posts - a.posts ||
  a.startedAt.localeCompare(b.startedAt) ||
  a.thread.localeCompare(b.thread);

const speed = (ordered: readonly SpreadSample[], last: SpreadSample): number | null => {
  const end = Date.parse(last.at);
  const since = ordered.findLast((sample) => end - Date.parse(sample.at) >= hourMs) ?? ordered[0] ?? last;
  const spanMs = end - Date.parse(since.at);
  if (spanMs < shortestSpanMs) return null;
  // A platform takes counts back when it removes accounts; a thread does not spread backwards.
  return Math.max(0, Math.round(((last.count - since.count) * hourMs) / spanMs));
};

const countOf = ({ spread }: Spreading): number => (spread.kind === 'known' ? spread.count : -1);
const perHourOf = ({ spread }: Spreading): number => (spread.kind === 'known' ? (spread.perHour ?? 0) : -1);

export interface Spreading {
  readonly spread: Spread;
  readonly relays: number;
  readonly posts: number;
  readonly startedAt: string;
  readonly thread: string;
}

const hourMs = 3_600_000;
/** A speed from less than this would be noise: one repost in ten seconds is not 360 an hour. */
const shortestSpanMs = 900_000;
