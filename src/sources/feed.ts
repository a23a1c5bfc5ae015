import { originOf } from '../lib/safe-fetch.ts';
import {
  commentCounts,
  dueCommentFeeds,
  followComments,
  replaceFeed,
  stillOpen,
} from './feed/comment-feeds.ts';
import {
  beginCursor,
  type CommentFeed,
  type FeedCursor,
  type FreshItem,
  type Seen,
  takeFresh,
} from './feed/feed-cursor.ts';
import { type FeedAnswer, fetchFeed } from './feed/fetch-feed.ts';
import { type FeedThreadMark, followArticle } from './feed/follow.ts';
import { toMention } from './feed/map-item.ts';
import { nextPollMs } from './feed/poll-pace.ts';
import { MAX_ITEMS } from './feed/reading/choose-children.ts';
import { cutText, type FeedReading } from './feed/reading/parse-feed.ts';
import { type Rejection, type Source, type SourceDeps, SourceError, type SourcePage } from './source.ts';

export type { FeedCursor } from './feed/feed-cursor.ts';
export { cutText, NotAFeedError, readFeed } from './feed/reading/parse-feed.ts';

export interface FeedOptions {
  readonly name: string;
  readonly url: string;
  /** Follow the comment feeds that articles name (`wfw:commentRss`). */
  readonly comments: boolean;
  /** Minutes between visits instead of the paced 15 to 60; what the feed itself asks for stays respected. */
  readonly pollMinutes?: number;
}

/** A blog, a newspaper or a forum by its feed: first the articles, then one page for each feed of comments. */
export const createFeedSource = (options: FeedOptions): Source<FeedCursor, FeedThreadMark> => ({
  name: options.name,
  kind: 'feed',
  // Feeds tell nothing about audience.
  knowsSpread: false,
  freshnessTargetMs: FRESHNESS_MS,
  quietTargetMs: QUIET_MS,
  pages: (cursor, deps) => walk(options, cursor, deps),
  nextPollMs: (cursor) => nextPollMs(cursor, options.pollMinutes),
  ...(options.comments ? { follow } : {}),
});

const follow: NonNullable<Source<FeedCursor, FeedThreadMark>['follow']> = (thread, cursor, deps) =>
  followArticle(thread, cursor, (of, feed) => commentPage(of, { feed, count: undefined }, deps));

/** Three visits at the slowest pace. */
const FRESHNESS_MS = 3 * 60 * 60_000;
/** Many a blog is written once in a fortnight. */
const QUIET_MS = 14 * 86_400_000;
/** Entries remembered beyond those that a feed shows; a comment feed is remembered shorter, there are up to 40. */
const SEEN_ARTICLES = 1000;
const SEEN_COMMENTS = 200;

async function* walk(
  options: FeedOptions,
  stored: FeedCursor | null,
  deps: SourceDeps,
): AsyncGenerator<SourcePage<FeedCursor>> {
  const now = deps.clock.now();
  const before = stored?.configuredUrl === options.url ? stored : beginCursor(options.url, now);
  if (before.disabled) throw goneError(before.url);
  const answer = await fetchFeed(before, deps);
  const page = articlePage(answer, before, { ...options, now });
  if (answer.kind === 'gone') {
    // First the page, so that the cursor remembers it; then the refusal, so that the source counts as switched off.
    yield { ...page, isLast: false };
    throw goneError(before.url);
  }
  const counts = answer.kind === 'read' ? commentCounts(answer.reading) : new Map<string, number>();
  const due = options.comments ? dueCommentFeeds(page.cursor, counts, now) : [];
  yield { ...page, isLast: due.length === 0 };
  let { cursor } = page;
  for (const [index, feed] of due.entries()) {
    const comments = await commentPage(cursor, { feed, count: counts.get(feed.url) }, deps);
    ({ cursor } = comments);
    yield { ...comments, isLast: index === due.length - 1 };
  }
}

type Page = Omit<SourcePage<FeedCursor>, 'isLast'>;

const articlePage = (
  answer: FeedAnswer,
  before: FeedCursor,
  walked: FeedOptions & { readonly now: Date },
): Page => {
  const { now } = walked;
  const checkedAt = now.toISOString();
  if (answer.kind === 'gone') {
    const rejected: Rejection[] = [{ at: before.url, reason: goneError(before.url).message }];
    return { events: [], cursor: { ...before, checkedAt, disabled: true }, rejected };
  }
  if (answer.kind === 'unchanged') {
    return {
      events: [],
      cursor: { ...before, url: answer.url, checkedAt, quietWalks: before.quietWalks + 1 },
    };
  }
  const { reading, url } = answer;
  const { fresh, seen } = takeFresh(reading.items, before.seen, SEEN_ARTICLES);
  const standing = { feedUrl: url, now, ...languageOf(reading) };
  const followed = walked.comments ? followComments(reading, before.comments) : [];
  return {
    events: fresh.map((entry) => toMention(entry, standing)),
    ...gapOf(reading, url, { fresh, before: before.seen }),
    cursor: {
      url,
      configuredUrl: before.configuredUrl,
      disabled: false,
      // The validators of half a document would hide its other half behind a 304.
      ...(reading.isCut === true ? {} : validators(answer)),
      checkedAt,
      ...paceOf(answer),
      quietWalks: fresh.length === 0 ? before.quietWalks + 1 : 0,
      seen,
      comments: followed.filter((feed) => stillOpen(feed, now)),
    },
  };
};

interface DueFeed {
  readonly feed: CommentFeed;
  readonly count: number | undefined;
}

/** One article's comments. A thread that cannot be read is named and costs the others nothing; a busy host ends the walk. */
const commentPage = async (cursor: FeedCursor, due: DueFeed, deps: SourceDeps): Promise<Page> => {
  const now = deps.clock.now();
  const { feed } = due;
  const answer = await fetchFeed(feed, deps).catch((error: unknown) => {
    if (error instanceof SourceError && error.retryAfterMs === undefined) return error;
    throw error;
  });
  const checkedAt = now.toISOString();
  const asked: CommentFeed = { ...feed, checkedAt, quietSince: feed.quietSince ?? checkedAt };
  const pageWith = (comments: readonly CommentFeed[], rest: Partial<Page> = {}): Page => ({
    events: [],
    ...rest,
    cursor: { ...cursor, comments },
  });
  // The count stays as it was, so that the thread is asked again on the next walk.
  if (answer instanceof SourceError) {
    return pageWith(replaceFeed(cursor.comments, asked), {
      rejected: [{ at: feed.url, reason: answer.message }],
    });
  }
  if (answer.kind === 'gone') return pageWith(cursor.comments.filter((one) => one.url !== feed.url));
  const counted = { ...asked, ...(due.count === undefined ? {} : { count: due.count }) };
  if (answer.kind === 'unchanged') return pageWith(replaceFeed(cursor.comments, counted));
  const { fresh, seen } = takeFresh(answer.reading.items, feed.seen, SEEN_COMMENTS);
  const standing = { feedUrl: feed.url, article: feed.article, now, ...languageOf(answer.reading) };
  const read = {
    ...counted,
    ...(answer.reading.isCut === true ? {} : validators(answer)),
    seen,
    ...(fresh.length === 0 ? {} : { quietSince: checkedAt }),
  };
  return pageWith(replaceFeed(cursor.comments, read), {
    events: fresh.map((entry) => toMention(entry, standing)),
    ...gapOf(answer.reading, feed.url, { fresh, before: feed.seen }),
  });
};

interface Taken {
  readonly fresh: readonly FreshItem[];
  readonly before: Seen;
}

const gapOf = (reading: FeedReading, url: string, taken: Taken): Pick<Page, 'gap'> => {
  const gap = cutText(reading, originOf(url));
  if (gap !== undefined) return { gap };
  if (hasJumped(reading, taken))
    return { gap: `${originOf(url)} lists no entry that was read before; entries in between may be missing` };
  return reading.items.length < MAX_ITEMS
    ? {}
    : { gap: `${originOf(url)} lists ${MAX_ITEMS} entries or more; only the first ${MAX_ITEMS} were read` };
};

/** Nothing that it lists was there the last time: how much came and went in between nobody knows. */
const hasJumped = ({ items }: FeedReading, { fresh, before }: Taken): boolean =>
  before.length > 0 &&
  items.length > 0 &&
  fresh.length === items.length &&
  fresh.every(({ revision }) => revision === 0);

type ReadAnswer = Extract<FeedAnswer, { readonly kind: 'read' }>;

const validators = ({ etag, lastModified }: ReadAnswer): Pick<FeedCursor, 'etag' | 'lastModified'> => ({
  ...(etag === undefined ? {} : { etag }),
  ...(lastModified === undefined ? {} : { lastModified }),
});

/** The longer of what the document and the server ask for. */
const paceOf = ({ reading, askedMinutes }: ReadAnswer): Pick<FeedCursor, 'askedMinutes' | 'skipHours'> => {
  const asked = Math.max(reading.ttlMinutes ?? 0, askedMinutes ?? 0);
  return {
    ...(asked === 0 ? {} : { askedMinutes: asked }),
    ...(reading.skipHours === undefined ? {} : { skipHours: reading.skipHours }),
  };
};

const languageOf = ({ feed }: FeedReading): { readonly feedLanguage?: string } =>
  feed.language === undefined ? {} : { feedLanguage: feed.language };

const goneError = (url: string): SourceError =>
  new SourceError(
    'permanent',
    `${originOf(url)} says that the feed is gone for good (status 410): remove it or give its new address`,
  );
