import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPosts } from '../known-posts.ts';
import type { Rejection, SourceDeps, SourcePage } from '../source.ts';
import type { Instance } from './client.ts';
import type { MastodonCursor } from './cursor.ts';
import type { MastodonWalk, WalkState } from './walk.ts';

export interface MastodonPlan {
  readonly name: string;
  readonly instances: readonly Instance[];
  readonly walks: readonly MastodonWalk[];
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs: number;
  readonly stream: StreamPlan | null;
}

/** How streams are followed, in milliseconds; see StreamOptions. */
export interface StreamPlan {
  readonly silenceMs: number;
  readonly pageMs: number;
  readonly lastsMs: number;
  readonly gatherMs?: number;
}

/** The walk as it stands: what is read changes it, and each page takes a copy of it along as its cursor. */
export interface Walking {
  readonly plan: MastodonPlan;
  readonly deps: SourceDeps;
  readonly known: KnownPosts;
  walks: Record<string, WalkState>;
}

export type Page = SourcePage<MastodonCursor>;

export const pageWith = (
  { known, walks, deps }: Walking,
  page: { events: readonly RawEvent[]; rejected?: readonly Rejection[]; gap?: string | undefined },
  isLast = false,
): Page => ({
  events: page.events,
  cursor: { walks: { ...walks }, known: known.stored(deps.clock.now()) },
  isLast,
  ...(page.rejected === undefined || page.rejected.length === 0 ? {} : { rejected: page.rejected }),
  ...(page.gap === undefined ? {} : { gap: page.gap }),
});
