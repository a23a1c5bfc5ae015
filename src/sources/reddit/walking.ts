import type { SourceQuota } from '../../domain/source-quota.ts';
import type { KnownPost, KnownPosts } from '../known-posts.ts';
import type { WalkPace } from '../newest-first.ts';
import type { Rejection, SourceDeps, SourcePage } from '../source.ts';
import type { Walks } from '../walk-places.ts';
import type { RedditAccess, TokenHolder } from './client.ts';
import type { Reading, ReadThings } from './read-things.ts';
import type { RedditWalk } from './walk.ts';

export interface RedditPlan {
  readonly access: RedditAccess;
  readonly holder: TokenHolder;
  readonly walks: readonly RedditWalk[];
  readonly isWatched: (text: string) => boolean;
  readonly pace: WalkPace;
}

/** The whole state of the source, committed with every page: each walk by its key, and the posts that are known. */
export interface RedditCursor {
  readonly walks: Readonly<Walks>;
  readonly known: readonly KnownPost[];
  /** What the last answer about it left out: gone when the next walk finds it left out too. */
  readonly absent?: readonly string[];
}

export type Page = SourcePage<RedditCursor>;

/** What one walk over everything carries along. */
export interface Walking {
  readonly plan: RedditPlan;
  readonly deps: SourceDeps;
  readonly known: KnownPosts;
  readonly absent: Set<string>;
  readonly walks: Walks;
  quota: SourceQuota | undefined;
}

export const readingOf = ({ known, plan, deps }: Walking, order: Reading['order']): Reading => ({
  known,
  isWatched: plan.isWatched,
  now: deps.clock.now(),
  order,
});

interface Told extends Pick<ReadThings, 'events'> {
  readonly rejected?: readonly Rejection[];
  readonly gap?: string | undefined;
}

export const pageWith = (walking: Walking, { events, rejected, gap }: Told, isLast = false): Page => ({
  events,
  cursor: {
    walks: { ...walking.walks },
    known: walking.known.stored(walking.deps.clock.now()),
    absent: [...walking.absent],
  },
  isLast,
  ...(rejected === undefined ? {} : { rejected }),
  ...(gap === undefined ? {} : { gap }),
  ...(walking.quota === undefined ? {} : { quota: walking.quota }),
});
