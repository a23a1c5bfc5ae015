import { type KnownPost, knownToBoth, openKnownPosts } from '../known-posts.ts';
import { type FollowedThread, type SourceDeps, SourceError, type ThreadPage } from '../source.ts';
import { ClosedError, LostPageError } from '../walk-places.ts';
import { replyPages } from './check-known.ts';
import { createYouTubeClient, WALK_SHARE } from './client.ts';
import { readComments } from './read-comments.ts';
import { resumeMeter, type YouTubeCursor, type YouTubePlan } from './walking.ts';

/** The replies, as they were passed on. */
export interface YouTubeThreadMark {
  readonly known: readonly KnownPost[];
}

/** The replies under a comment, a unit for each hundred of them; the platform does not say in which order they stand. */
export async function* followComment(
  plan: YouTubePlan,
  at: { readonly followed: FollowedThread<YouTubeThreadMark>; readonly cursor: YouTubeCursor | null },
  deps: SourceDeps,
): AsyncGenerator<ThreadPage<YouTubeThreadMark>> {
  const { thread, mark } = at.followed;
  resumeMeter(plan, at.cursor, deps.clock.now());
  const known = openKnownPosts(knownToBoth(at.cursor?.known ?? [], mark?.known ?? []));
  const client = createYouTubeClient(plan, deps);
  const fetchReplies: typeof client.fetchReplies = (parent, pageToken) =>
    client.fetchReplies(parent, pageToken, WALK_SHARE);
  // Whatever answers a complaint concerns whom it concerns.
  const reading = { known, deps, plan: { ...plan, isOwn: true } };
  try {
    for await (const { items, gap } of replyPages(plan, thread, fetchReplies)) {
      const { events } = readComments(items, thread, reading);
      const now = deps.clock.now();
      const replies = known.stored(now).filter(([, , , , , , parent]) => parent === thread);
      yield { events, mark: { known: replies }, ...(gap === undefined ? {} : { gap }) };
      if (deps.signal.aborted) return;
    }
  } catch (error) {
    if (error instanceof LostPageError) throw brokenOff(plan, error);
    if (!(error instanceof ClosedError)) throw error;
  }
}

const brokenOff = ({ name }: YouTubePlan, cause: unknown): SourceError =>
  new SourceError(
    'transient',
    `YouTube's list of the replies under a comment broke off for source ${name}.`,
    {
      cause,
    },
  );
