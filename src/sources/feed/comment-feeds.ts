import { type CommentFeed, type FeedCursor, nativeIdOf } from './feed-cursor.ts';
import type { FeedReading } from './reading/parse-feed.ts';

/** Articles whose comments are followed; a front page shows 10 to 20, and discussions outlive it by days. */
const MAX_FOLLOWED = 40;
/** Comment feeds asked in one walk: a loud thread must not eat the visits of the others. */
const MAX_PER_WALK = 20;
/** A feed that tells no comment count is asked again this often. */
const RECHECK_MS = 30 * 60_000;
/** Nobody is asked for ever: a discussion that had nothing new for this long is over. */
const OVER_MS = 14 * 24 * 60 * 60_000;

/** The comment feeds that the articles name now, beside those followed already; the newest articles win. */
export const followComments = (reading: FeedReading, followed: readonly CommentFeed[]): CommentFeed[] => {
  const byUrl = new Map(followed.map((feed) => [feed.url, feed]));
  for (const item of reading.items.toReversed()) {
    const { commentFeed: url } = item.extras;
    if (url === undefined) continue;
    const before = byUrl.get(url);
    byUrl.delete(url);
    byUrl.set(url, before ?? { url, article: nativeIdOf(item), seen: [] });
  }
  return [...byUrl.values()].slice(-MAX_FOLLOWED);
};

/** `slash:comments` by comment feed, as the articles tell it now. */
export const commentCounts = (reading: FeedReading): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { extras } of reading.items) {
    if (extras.commentFeed !== undefined && extras.commentCount !== undefined) {
      counts.set(extras.commentFeed, extras.commentCount);
    }
  }
  return counts;
};

/** Those worth asking now: the count moved, or nothing tells. Longest unasked first. */
export const dueCommentFeeds = (
  cursor: FeedCursor,
  counts: ReadonlyMap<string, number>,
  now: Date,
): readonly CommentFeed[] =>
  cursor.comments
    .filter((feed) => isDue(feed, counts.get(feed.url), now))
    .toSorted((a, b) => (a.checkedAt ?? '').localeCompare(b.checkedAt ?? ''))
    .slice(0, MAX_PER_WALK);

const isDue = (feed: CommentFeed, count: number | undefined, now: Date): boolean => {
  if (count !== undefined) return count > 0 && count !== feed.count;
  return feed.checkedAt === undefined || now.getTime() - Date.parse(feed.checkedAt) >= RECHECK_MS;
};

/** What follows from now on: without those that are over. */
export const stillOpen = (feed: CommentFeed, now: Date): boolean =>
  feed.quietSince === undefined || now.getTime() - Date.parse(feed.quietSince) < OVER_MS;

export const replaceFeed = (feeds: readonly CommentFeed[], feed: CommentFeed): CommentFeed[] =>
  feeds.map((one) => (one.url === feed.url ? feed : one));
