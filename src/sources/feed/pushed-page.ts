import { begunThreads, siteComments } from './comment-feeds.ts';
import { type FeedCursor, takeFresh, withhold } from './feed-cursor.ts';
import { languageOf, type Page } from './feed-page.ts';
import { toMention } from './map-item.ts';
import { waitingForArticle } from './read-waiting.ts';
import { NotAFeedError, readFeed } from './reading/parse-feed.ts';

export interface PushedFeed {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Delivered extends Page {
  /** Some entries hold only an excerpt: a walk reads their pages. */
  readonly isWaiting: boolean;
}

/**
 * What a hub delivered, as a page of the feed's walk: the whole feed or its new entries alone. What is missing in it is
 * not gone. null: it is no feed.
 */
export const pushedPage = (
  before: FeedCursor,
  pushed: PushedFeed,
  walked: { readonly comments: boolean; readonly readsArticles: boolean; readonly now: Date },
): Delivered | null => {
  const { now } = walked;
  const reading = readOrNull(pushed, before.url);
  if (reading === null) return null;
  const taken = takeFresh(reading.items, before.seen, { keep: before.seen.length + reading.items.length });
  const { fresh, seen } = taken;
  const waiting = walked.readsArticles ? waitingForArticle(fresh, now) : [];
  const waits = new Set(waiting);
  const standing = { feedUrl: before.url, now, ...languageOf(reading) };
  const { etag: _etag, lastModified: _lastModified, ...rest } = before;
  return {
    events: fresh.filter((one) => !waits.has(one)).map((entry) => toMention(entry, standing)),
    isWaiting: waiting.length > 0,
    ...(walked.comments ? { begun: begunThreads(taken, before, now) } : {}),
    cursor: {
      // The next walk looks at the feed itself: a delivery of half of it must not hide the rest behind a 304.
      ...rest,
      seen: withhold(seen, waiting, before.seen),
      comments: walked.comments ? siteComments(before) : before.comments,
      pushedAt: now.toISOString(),
    },
  };
};

const readOrNull = ({ body, headers }: PushedFeed, url: string): ReturnType<typeof readFeed> | null => {
  try {
    return readFeed(body, { url, headers, leaveOutHalf: true });
  } catch (error) {
    if (error instanceof NotAFeedError) return null;
    throw error;
  }
};
