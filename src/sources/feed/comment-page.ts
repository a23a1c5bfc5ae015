import { originOf } from '../../lib/safe-fetch.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { type CommentFeed, type FeedCursor, takeFresh } from './feed-cursor.ts';
import { gapOf, languageOf, type Page, type ReadAnswer, validators } from './feed-page.ts';
import { fetchFeed, RefusedError } from './fetch-feed.ts';
import { toMention } from './map-item.ts';

/** A comment feed is remembered shorter: there is one for each article. */
const SEEN_COMMENTS = 200;
/** Not to be read without leave, or not there: no server's bad hour, which the next minutes mend. */
const SETTLED = [401, 403, 404];

export interface CommentPage extends Page {
  /** What was rejected will be so in some minutes too. */
  readonly isSettled?: boolean;
}

/**
 * One feed of comments, with `cursor.comments` in which it stands. One that cannot be read is named; where the feed's
 * own host is busy the walk ends, while a stranger's cannot hold the source. Its address was written by whoever wrote the feed: what `network.allow` opens is open to it only if the feed lies
 * there too.
 */
export const commentPage = async (
  cursor: FeedCursor,
  feed: CommentFeed,
  deps: SourceDeps,
): Promise<CommentPage> => {
  const now = deps.clock.now();
  const answer = await askComments(cursor, feed, deps);
  const asked: CommentFeed = { ...feed, checkedAt: now.toISOString() };
  const pageWith = (read: readonly CommentFeed[], rest: Partial<CommentPage> = {}): CommentPage => ({
    events: [],
    ...rest,
    cursor: { ...cursor, comments: cursor.comments.flatMap((one) => (one.url === feed.url ? read : [one])) },
  });
  if (answer instanceof SourceError)
    return pageWith([asked], {
      rejected: [{ at: feed.url, reason: answer.message }],
      isSettled: answer instanceof RefusedError && SETTLED.includes(answer.status),
    });
  if (answer.kind === 'gone') return pageWith([]);
  if (answer.kind === 'unchanged') return pageWith([asked]);
  const { fresh, seen, isTornOff } = takeFresh(answer.reading.items, feed.seen, {
    keep: SEEN_COMMENTS,
    elsewhere: cursor.comments.flatMap((other) => (other.url === feed.url ? [] : other.seen)),
    // Under its article and among all of the site a comment is read apart: later edits are later seconds.
    leastEdit: Math.floor(now.getTime() / 1000),
  });
  const standing = { feedUrl: feed.url, article: feed.article ?? null, now, ...languageOf(answer.reading) };
  return pageWith([{ ...asked, ...validators(answer), seen }], {
    events: fresh.map((entry) => toMention(entry, standing)),
    ...gapOfComments(answer, feed, isTornOff),
  });
};

const askComments = async (
  cursor: FeedCursor,
  feed: CommentFeed,
  deps: SourceDeps,
): Promise<Exclude<Awaited<ReturnType<typeof fetchFeed>>, { readonly kind: 'page' }> | SourceError> => {
  try {
    const answer = await fetchFeed({ ...feed, foundIn: cursor.url }, deps);
    return answer.kind === 'page' ? answer.error : answer;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const isOwnHost = originOf(feed.url) === originOf(cursor.url);
    if (isOwnHost && error.retryAfterMs !== undefined) throw error;
    return error;
  }
};

/** Of a thread that began while it was followed everything must be there; what an article had before that is history. */
const gapOfComments = (answer: ReadAnswer, feed: CommentFeed, isTornOff: boolean): Pick<Page, 'gap'> => {
  const gap = gapOf(answer.reading, feed.url, isTornOff);
  const { length: shown } = answer.reading.items;
  const { checkedAt, startCount: count = 0 } = feed;
  return gap.gap !== undefined || checkedAt !== undefined || count <= shown
    ? gap
    : { gap: `an article of ${originOf(feed.url)} has ${count} comments, of which its feed shows ${shown}` };
};
