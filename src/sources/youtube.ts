import { tokenPace } from './newest-first.ts';
import type { Source } from './source.ts';
import { followComment, type YouTubeThreadMark } from './youtube/follow.ts';
import { readPages } from './youtube/read-pages.ts';
import type { YouTubeCursor, YouTubePlan, YouTubeWalk } from './youtube/walking.ts';

export interface YouTubeSourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Ids (`UC…`): the comments on all of their videos are read. */
  readonly channels: readonly string[];
  readonly videos: readonly string[];
  /** Whose channels these are: every comment concerns the brand then. null: the watch-list chooses. */
  readonly brand: string | null;
  readonly unitsPerDay: number;
  /** What concerns a brand is asked for again. */
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs?: number;
  readonly pollMs?: number;
}

/** Comments on YouTube in the order of time, within the units that the platform gives for a day. */
export const createYouTubeSource = (
  options: YouTubeSourceOptions,
): Source<YouTubeCursor, YouTubeThreadMark> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'youtube',
    knowsSpread: true,
    ...(options.brand === null ? {} : { ownedBy: options.brand }),
    freshnessTargetMs: 3 * pollMsOf(options, plan),
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => pollMsOf(options, plan),
    follow: (followed, cursor, deps) => followComment(plan, { followed, cursor }, deps),
    followsPerMinute: (options.unitsPerDay * THREAD_SHARE) / 1_440,
  };
};

const DAY_MS = 86_400_000;
/** Of a day's units for the threads of complaints, spread over the day: a morning must not use up the evening's. */
const THREAD_SHARE = 0.2;

/** Half of a day's units go into the newest pages; the rest is for what they lead to. */
const pollMsOf = ({ pollMs }: YouTubeSourceOptions, { walks, unitsPerDay }: YouTubePlan): number =>
  Math.max(pollMs ?? 900_000, Math.ceil((walks.length * DAY_MS) / (unitsPerDay / 2)));

const planOf = (options: YouTubeSourceOptions): YouTubePlan => {
  const walks: YouTubeWalk[] = [
    ...options.channels.map((id) => ({ kind: 'channel', id }) as const),
    ...options.videos.map((id) => ({ kind: 'video', id }) as const),
  ];
  return {
    name: options.name,
    apiKey: options.apiKey,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    walks,
    isOwn: options.brand !== null,
    isWatched: options.isWatched,
    unitsPerDay: options.unitsPerDay,
    pace: tokenPace(options.lookbackMs ?? DAY_MS, 2 * DAY_MS),
    meter: { spent: { day: '', units: 0 } },
  };
};
