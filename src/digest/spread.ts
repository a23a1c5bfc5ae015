import type { SpreadSample } from './digest-rows.ts';

export type Spread =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly count: number;
      /** Per hour, over the last hour that was sampled; null while less than a quarter of an hour is known. */
      readonly perHour: number | null;
      readonly samples: readonly SpreadSample[];
    };

/** How far a thread has spread and how fast it does now, from cumulative counts. */
export const measureSpread = (samples: readonly SpreadSample[] | null): Spread => {
  if (samples === null) return { kind: 'unknown' };
  const ordered = samples.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = ordered.at(-1);
  if (last === undefined) return { kind: 'unknown' };
  return { kind: 'known', count: last.count, perHour: speed(ordered, last), samples: ordered };
};

/** Fastest first, then the widest spread; where nothing is known, the most talked of. */
export const compareSpread = (a: Spreading, b: Spreading): number =>
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

interface Spreading {
  readonly spread: Spread;
  readonly relays: number;
  readonly posts: number;
  readonly startedAt: string;
  readonly thread: string;
}

const hourMs = 3_600_000;
/** A speed from less than this would be noise: one repost in ten seconds is not 360 an hour. */
const shortestSpanMs = 900_000;
