import type { FollowedThread, SourcePage, ThreadPage } from '../source.ts';
import type { CommentFeed, FeedCursor } from './feed-cursor.ts';

/** The comments of the article, as the last look left them. */
export interface FeedThreadMark {
  readonly comments: CommentFeed;
}

type CommentsPage = Pick<SourcePage<FeedCursor>, 'events' | 'cursor' | 'gap'>;

/**
 * The comments under an article, whatever its feed says of their number: the walk asks for them when that moves, so that
 * a loud thread is asked for more often than a quiet one, and this look at both alike.
 *
 * @param readComments the walk's own way to read one feed of comments
 */
export async function* followArticle(
  { thread, mark }: FollowedThread<FeedThreadMark>,
  cursor: FeedCursor | null,
  readComments: (cursor: FeedCursor, feed: CommentFeed) => Promise<CommentsPage>,
): AsyncGenerator<ThreadPage<FeedThreadMark>> {
  const feed = mark?.comments ?? cursor?.comments.find(({ article }) => article === thread);
  if (cursor === null || feed === undefined) return;
  const page = await readComments({ ...cursor, comments: [feed] }, feed);
  const [comments] = page.cursor.comments;
  // The feed of comments is gone for good.
  if (comments === undefined) return;
  yield { events: page.events, mark: { comments }, ...(page.gap === undefined ? {} : { gap: page.gap }) };
}
