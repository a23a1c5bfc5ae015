import { createArticleReader } from './article/read-article.ts';
import { articlePage } from './feed/article-page.ts';
import { askFeed } from './feed/ask-feed.ts';
import { type FeedThreadMark, isSiteDue } from './feed/comment-feeds.ts';
import { commentPage } from './feed/comment-page.ts';
import { beginCursor, type FeedCursor, withhold } from './feed/feed-cursor.ts';
import { goneError, type Page } from './feed/feed-page.ts';
import { followArticle } from './feed/follow.ts';
import { nextPollMs } from './feed/poll-pace.ts';
import { type Articles, readWaiting } from './feed/read-waiting.ts';
import type { Source, SourceDeps, SourcePage } from './source.ts';

export type { FeedCursor } from './feed/feed-cursor.ts';
export { type Delivered, type PushedFeed, pushedPage } from './feed/pushed-page.ts';
export { cutText, NotAFeedError, readFeed } from './feed/reading/parse-feed.ts';

export interface FeedOptions {
  readonly name: string;
  /** The address of a feed, or of a site that names its feeds. */
  readonly url: string;
  /** Follow the comment feeds that articles name (`wfw:commentRss`), by the age of each, and walk that of the site. */
  readonly comments: boolean;
  /** Minutes between visits instead of the paced 15 to 60; what the feed itself asks for stays respected. */
  readonly pollMinutes?: number;
  /** Where an entry holds only an excerpt its page is read too, as far as its site allows it. */
  readonly articles?: Pick<Articles, 'isWatched'>;
}

/**
 * A blog, a newspaper or a forum by its feed: the articles, those that had to be read one by one, then the comments of the
 * whole site. Comments of single articles come by their age (`follow`).
 */
export const createFeedSource = (options: FeedOptions): Source<FeedCursor, FeedThreadMark> => {
  const articles =
    options.articles === undefined ? null : { ...options.articles, reader: createArticleReader() };
  return {
    name: options.name,
    kind: 'feed',
    // Feeds tell nothing about audience.
    knowsSpread: false,
    freshnessTargetMs: FRESHNESS_MS,
    quietTargetMs: QUIET_MS,
    pages: (cursor, deps) => walk({ ...options, articles }, cursor, deps),
    nextPollMs: (cursor) => nextPollMs(cursor, options.pollMinutes),
    ...(options.comments ? { beginsThreads: true, follow: followArticle } : {}),
  };
};

/** Three visits at the slowest pace. */
const FRESHNESS_MS = 3 * 60 * 60_000;
/** Many a blog is written once in a fortnight. */
const QUIET_MS = 14 * 86_400_000;

type Walked = Omit<FeedOptions, 'articles'> & { readonly articles: Articles | null };

async function* walk(
  options: Walked,
  stored: FeedCursor | null,
  deps: SourceDeps,
): AsyncGenerator<SourcePage<FeedCursor>> {
  const now = deps.clock.now();
  const before = stored?.configuredUrl === options.url ? stored : beginCursor(options.url, now);
  if (before.disabled) throw goneError(before.url);
  const asked = await askFeed(before, deps);
  const { waiting, standing, ...page } = articlePage(asked, { ...options, now });
  if (asked.answer.kind === 'gone') {
    // First the page, so that the cursor remembers it; then the refusal, so that the source counts as switched off.
    yield { ...page, isLast: false };
    throw goneError(before.url);
  }
  const due = options.comments ? page.cursor.comments.filter((feed) => isSiteDue(feed, now)) : [];
  let left = waiting.length + due.length;
  const whole = page.cursor;
  // The validators of what is not passed on yet would hide it behind a 304, if the walk were cut off here.
  const { etag: _etag, lastModified: _lastModified, ...unfinished } = whole;
  const cursorWith = (still: typeof waiting): FeedCursor =>
    still.length === 0 ? whole : { ...unfinished, seen: withhold(whole.seen, still, asked.before.seen) };
  yield { ...page, cursor: cursorWith(waiting), isLast: left === 0 };
  for (const [index, one] of waiting.entries()) {
    const { articles } = options;
    if (articles === null) break;
    const event = await readWaiting(one, standing, { ...articles, deps });
    left -= 1;
    yield { events: [event], cursor: cursorWith(waiting.slice(index + 1)), isLast: left === 0 };
  }
  let cursor = whole;
  for (const feed of due) {
    const comments: Page = await commentPage(cursor, feed, deps);
    ({ cursor } = comments);
    left -= 1;
    yield { ...comments, isLast: left === 0 };
  }
}
