import { originOf } from '../../lib/safe-fetch.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { replaceFeed } from './comment-feeds.ts';
import { type CommentFeed, type FeedCursor, takeFresh } from './feed-cursor.ts';
import { gapOf, languageOf, type Page, type ReadAnswer, validators } from './feed-page.ts';
import { fetchFeed } from './fetch-feed.ts';
import { toMention } from './map-item.ts';

export interface DueFeed {
  readonly feed: CommentFeed;
  /** As its article tells it now. */
  readonly count: number | undefined;
}

/** A comment feed is remembered shorter, there are up to 40. */
const SEEN_COMMENTS = 200;

/**
 * One feed of comments. One that cannot be read is named and costs the others nothing; a busy host ends the walk. Its
 * address was written by whoever wrote the feed: what `network.allow` opens is open to it only if the feed lies there too.
 */
export const commentPage = async (cursor: FeedCursor, due: DueFeed, deps: SourceDeps): Promise<Page> => {
  const now = deps.clock.now();
  const { feed } = due;
  const answer = await askComments(cursor, feed, deps);
  const checkedAt = now.toISOString();
  const asked: CommentFeed = { ...feed, checkedAt, quietSince: feed.quietSince ?? checkedAt };
  const pageWith = (comments: readonly CommentFeed[], rest: Partial<Page> = {}): Page => ({
    events: [],
    ...rest,
    cursor: { ...cursor, comments },
  });
  // The count stays as it was, so that the thread is asked again on the next walk.
  if (answer instanceof SourceError)
    return pageWith(replaceFeed(cursor.comments, asked), {
      rejected: [{ at: feed.url, reason: answer.message }],
    });
  if (answer.kind === 'gone') return pageWith(cursor.comments.filter((one) => one.url !== feed.url));
  const counted = { ...asked, ...(due.count === undefined ? {} : { count: due.count }) };
  if (answer.kind === 'unchanged') return pageWith(replaceFeed(cursor.comments, counted));
  const { fresh, seen, isTornOff } = takeFresh(answer.reading.items, feed.seen, {
    keep: SEEN_COMMENTS,
    elsewhere: cursor.comments.flatMap((other) => (other.url === feed.url ? [] : other.seen)),
  });
  const standing = { feedUrl: feed.url, article: feed.article ?? null, now, ...languageOf(answer.reading) };
  const read = {
    ...counted,
    ...validators(answer),
    seen,
    ...(fresh.length === 0 ? {} : { quietSince: checkedAt }),
  };
  return pageWith(replaceFeed(cursor.comments, read), {
    events: fresh.map((entry) => toMention(entry, standing)),
    ...gapOfComments(answer, due, isTornOff),
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
    if (error instanceof SourceError && error.retryAfterMs === undefined) return error;
    throw error;
  }
};

/** Of a thread that began while it was followed everything must be there; what an article had before that is history. */
const gapOfComments = (
  answer: ReadAnswer,
  { feed, count }: DueFeed,
  isTornOff: boolean,
): Pick<Page, 'gap'> => {
  const gap = gapOf(answer.reading, feed.url, isTornOff);
  const { length: shown } = answer.reading.items;
  const isFirst = feed.checkedAt === undefined && feed.isFromStart === true;
  return gap.gap !== undefined || !isFirst || count === undefined || count <= shown
    ? gap
    : { gap: `an article of ${originOf(feed.url)} has ${count} comments, of which its feed shows ${shown}` };
};
