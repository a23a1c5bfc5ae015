import type { KnownPost } from '../known-posts.ts';
import { type MastodonWalk, newWalk, type WalkState, walkKey } from './walk.ts';

/** The whole state of the source, committed with every page: each walk by its key, and the posts that are known. */
export interface MastodonCursor {
  readonly walks: Readonly<Record<string, WalkState>>;
  readonly known: readonly KnownPost[];
}

/** The cursor for the walks as they are configured now: what left the configuration is forgotten. */
export const openCursor = (
  walks: readonly MastodonWalk[],
  cursor: MastodonCursor | null,
): MastodonCursor => ({
  walks: Object.fromEntries(
    walks.map((walk) => [walkKey(walk), cursor?.walks[walkKey(walk)] ?? newWalk] as const),
  ),
  known: cursor?.known ?? [],
});
