import type { Advanced, WalkPace } from '../newest-first.ts';

/** One listing, from its newest post back to what was read. */
export type RedditWalk =
  | { readonly kind: 'posts' | 'comments'; readonly subreddit: string }
  /** Posts alone: Reddit's search knows no comments. */
  | { readonly kind: 'search'; readonly query: string };

export const walkKey = (walk: RedditWalk): string =>
  walk.kind === 'search' ? `search ${walk.query}` : `${walk.kind} ${walk.subreddit.toLowerCase()}`;

/** As people call it. */
export const placeOf = (walk: RedditWalk): string =>
  walk.kind === 'search' ? `the search for ${walk.query}` : `r/${walk.subreddit}`;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A post that moderators let through stands where it was written, minutes to days back. A listing ends after 1,000 posts,
 * whatever there is (facts/sources.md 4), in ten pages of 100 or more that are thinned out.
 */
export const redditPace = (lookbackMs: number): WalkPace => ({
  lookbackMs,
  backs: [
    { everyMs: DAY_MS, backMs: 2 * DAY_MS },
    { everyMs: HOUR_MS, backMs: 6 * HOUR_MS },
  ],
  maxPages: 40,
  holds: 1_000,
  isEmptyLost: true,
});

export const gapText = (walk: RedditWalk, { gap, listed }: Advanced): string | undefined => {
  if (gap === undefined) return undefined;
  return gap === 'lost'
    ? `Posts of ${placeOf(walk)} may be missing: Reddit's list of them broke off before the place where reading stopped.`
    : `Posts of ${placeOf(walk)} may be missing: Reddit lists ${listed} and no more, and there were more since the last walk.`;
};
