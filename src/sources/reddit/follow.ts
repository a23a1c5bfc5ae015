import { type KnownPost, knownToBoth, openKnownPosts } from '../known-posts.ts';
import type { FollowedThread, SourceDeps, ThreadPage } from '../source.ts';
import { closedAsNull, hiddenText, strangeAnswer } from './check-known.ts';
import { createRedditClient } from './client.ts';
import { rest } from './read-pages.ts';
import { readThings } from './read-things.ts';
import { hasHidden, thingsIn } from './thing.ts';
import type { RedditCursor, RedditPlan } from './walking.ts';

/** The post and its comments, as they were passed on. */
export interface RedditThreadMark {
  readonly known: readonly KnownPost[];
}

/** A post and all comments under it that one answer holds: one request a look, however many there are. */
export async function* followPost(
  plan: RedditPlan,
  at: { readonly followed: FollowedThread<RedditThreadMark>; readonly cursor: RedditCursor | null },
  deps: SourceDeps,
): AsyncGenerator<ThreadPage<RedditThreadMark>> {
  const { thread, mark } = at.followed;
  if (!thread.startsWith('t3_')) return;
  const told = await createRedditClient(plan.access, plan.holder, deps)
    .fetchThread(thread)
    .catch(closedAsNull);
  if (told === null) return;
  const things = thingsIn(told.body);
  if (!things.some(({ name }) => name === thread)) throw strangeAnswer(plan);
  const now = deps.clock.now();
  const known = openKnownPosts(knownToBoth(at.cursor?.known ?? [], mark?.known ?? []));
  const { events } = readThings(told.body, { known, isWatched: () => true, now, order: 'thread' });
  yield {
    events,
    mark: { known: known.stored(now).filter(([name, , , , , , link]) => (link ?? name) === thread) },
    ...(hasHidden(told.body) ? { gap: hiddenText } : {}),
  };
  rest(plan, told);
}
