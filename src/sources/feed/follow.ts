import { type FollowedThread, type SourceDeps, SourceError, type ThreadPage } from '../source.ts';
import type { FeedThreadMark } from './comment-feeds.ts';
import { commentPage } from './comment-page.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** The comments under an article, whatever its feed says of their number. */
export async function* followArticle(
  { thread, mark }: FollowedThread<FeedThreadMark>,
  cursor: FeedCursor | null,
  deps: SourceDeps,
): AsyncGenerator<ThreadPage<FeedThreadMark>> {
  if (cursor === null || mark === null) return;
  const feed = { ...mark.comments, article: thread };
  const { events, rejected, isSettled, gap, ...page } = await commentPage(
    // A comment may stand in the feed of the whole site too, and was edited there.
    { ...cursor, comments: [feed, ...cursor.comments] },
    feed,
    deps,
  );
  const [refused] = rejected ?? [];
  if (refused !== undefined) {
    if (isSettled !== true) throw new SourceError('transient', refused.reason);
    yield { events, mark, unread: refused.reason };
    return;
  }
  const comments = page.cursor.comments.find(({ url }) => url === feed.url);
  // The feed of comments is gone for good.
  if (comments === undefined) return;
  yield { events, mark: { comments }, ...(gap === undefined ? {} : { gap }) };
}
