import { type CommentFeed, type FeedCursor, nativeIdOf, shortHash } from './feed-cursor.ts';
import type { FeedReading } from './reading/parse-feed.ts';

/** Articles whose comments are followed; a front page shows 10 to 20, and discussions outlive it by days. */
const MAX_FOLLOWED = 40;
/** Comment feeds asked in one walk: a loud thread must not eat the visits of the others. */
const MAX_PER_WALK = 20;
/** A feed that tells no comment count is asked again this often. */
const RECHECK_MS = 30 * 60_000;
/** Nobody is asked for ever: a discussion that had nothing new for this long is over. */
const OVER_MS = 14 * 24 * 60 * 60_000;

/** The comment feeds of the site and of the articles that it names now, beside those followed; the newest articles win. */
export const followComments = (reading: FeedReading, before: FeedCursor): CommentFeed[] => {
  const { comments: followed, siteComments } = before;
  const site = followed.find((feed) => feed.url === siteComments);
  const ofArticles = followed.filter((feed) => feed.article !== undefined && feed.url !== siteComments);
  const ofSite = siteComments === undefined ? [] : [site ?? { url: siteComments, seen: [] }];
  return [...ofSite, ...followArticles(reading, before, ofArticles)];
};

const followArticles = (
  reading: FeedReading,
  before: FeedCursor,
  followed: readonly CommentFeed[],
): CommentFeed[] => {
  const byUrl = new Map(followed.map((feed) => [feed.url, feed]));
  const known = new Set(before.seen.map(([id]) => id));
  for (const item of reading.items.toReversed()) {
    const { commentFeed: url } = item.extras;
    if (url === undefined || url === before.siteComments) continue;
    const stood = byUrl.get(url);
    const article = nativeIdOf(item);
    const isFromStart = known.size > 0 && !known.has(shortHash(article));
    byUrl.delete(url);
    byUrl.set(url, stood ?? { url, article, ...(isFromStart ? { isFromStart } : {}), seen: [] });
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
  feed.article === undefined ||
  feed.quietSince === undefined ||
  now.getTime() - Date.parse(feed.quietSince) < OVER_MS;

export const replaceFeed = (feeds: readonly CommentFeed[], feed: CommentFeed): CommentFeed[] =>
  feeds.map((one) => (one.url === feed.url ? feed : one));
