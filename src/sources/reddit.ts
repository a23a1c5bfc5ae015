import { followPost, type RedditThreadMark } from './reddit/follow.ts';
import { readPages } from './reddit/read-pages.ts';
import { type RedditWalk, redditPace } from './reddit/walk.ts';
import type { RedditCursor, RedditPlan } from './reddit/walking.ts';
import type { Source } from './source.ts';

export interface RedditSourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userAgent: string;
  /** Communities of which every post and every comment is read, without `r/`. */
  readonly subreddits: readonly string[];
  /** For posts of the whole site, each a query of its own: no name of a brand eats the list of another. */
  readonly searches: readonly string[];
  /** What concerns a brand is asked for again, with its thread. */
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs?: number;
  readonly pollMs?: number;
}

/** Reddit by listings in the order of time, from the newest back to where the last walk began; the watch-list chooses at the door. */
export const createRedditSource = (options: RedditSourceOptions): Source<RedditCursor, RedditThreadMark> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'reddit',
    knowsSpread: true,
    freshnessTargetMs: 30 * 60_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => Math.max(options.pollMs ?? 300_000, plan.walks.length * MS_PER_WALK),
    follow: (followed, cursor, deps) => followPost(plan, { followed, cursor }, deps),
  };
};

/** 100 requests a minute over ten minutes (facts/sources.md 4); a poll uses half of them at most. */
const MS_PER_WALK = 2 * 600;

const planOf = (options: RedditSourceOptions): RedditPlan => {
  const { name, clientId, clientSecret, userAgent, subreddits, searches } = options;
  const walks: RedditWalk[] = [
    ...subreddits.flatMap((subreddit) => [
      { kind: 'posts', subreddit } as const,
      { kind: 'comments', subreddit } as const,
    ]),
    ...searches.map((words) => ({ kind: 'search', query: quoted(words) }) as const),
  ];
  return {
    access: {
      name,
      baseUrl: trimmed(options.baseUrl),
      tokenUrl: options.tokenUrl,
      clientId,
      clientSecret,
      userAgent,
    },
    holder: { token: null, expiresAtMs: 0 },
    walks,
    isWatched: options.isWatched,
    pace: redditPace(options.lookbackMs ?? 86_400_000),
  };
};

const trimmed = (url: string): string => url.replace(/\/+$/, '');

const quoted = (words: string): string => `"${words.replaceAll('"', ' ')}"`;
