import type { BegunThread } from '../source.ts';
import type { CommentFeed, FeedCursor, FreshItem } from './feed-cursor.ts';

/** The comments of an article, as the last look left them. */
export interface FeedThreadMark {
  readonly comments: CommentFeed;
}

/** Articles of one page whose comments are followed; a front page shows 10 to 20. */
const MAX_BEGUN = 40;
/** The comments of the whole site are asked for with its articles, and no more often than this. */
const RECHECK_MS = 30 * 60_000;

/**
 * The articles that appeared now, each with the address of its comments. When these are looked at is not the walk's
 * business: an article that tells of many comments is asked for no sooner than one that tells of none.
 */
export const begunThreads = (
  fresh: readonly FreshItem[],
  before: FeedCursor,
): readonly BegunThread<FeedThreadMark>[] => {
  const isFromStart = before.seen.length > 0;
  const byUrl = new Map(followedBefore(before).map((one) => [one.mark.comments.url, one]));
  for (const { item, nativeId, revision } of fresh) {
    const { commentFeed: url, commentCount: count } = item.extras;
    if (revision > 0 || url === undefined || url === before.siteComments) continue;
    const told = isFromStart && count !== undefined ? { startCount: count } : {};
    byUrl.set(url, { thread: nativeId, mark: { comments: { url, ...told, seen: [] } } });
  }
  return [...byUrl.values()].slice(-MAX_BEGUN);
};

/** Walks used to ask for the comments of articles themselves, and kept in their cursor what they had seen of them. */
const followedBefore = ({ comments }: FeedCursor): readonly BegunThread<FeedThreadMark>[] =>
  comments.flatMap(({ article, ...feed }) =>
    article === undefined ? [] : [{ thread: article, mark: { comments: feed } }],
  );

/** The site's feed of comments under all articles, as it was read last; none where none is known. */
export const siteComments = ({ comments, siteComments: url }: FeedCursor): readonly CommentFeed[] => {
  if (url === undefined) return [];
  const known = comments.find((feed) => feed.url === url);
  return [known ?? { url, seen: [] }];
};

/** Whether the comments of the whole site are to be asked for; those of one article are asked for by its age alone. */
export const isSiteDue = ({ article, checkedAt }: CommentFeed, now: Date): boolean =>
  article === undefined && (checkedAt === undefined || now.getTime() - Date.parse(checkedAt) >= RECHECK_MS);
