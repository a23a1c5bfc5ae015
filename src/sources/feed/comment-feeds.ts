import type { BegunThread } from '../source.ts';
import type { CommentFeed, FeedCursor, Fresh, ListedItem } from './feed-cursor.ts';

/** The comments of an article, as the last look left them. */
export interface FeedThreadMark {
  readonly comments: CommentFeed;
}

/** Articles of one page whose comments are followed; a front page shows 10 to 20. */
const MAX_BEGUN = 40;
/** As long as a thread is looked at. */
const YOUNG_MS = 7 * 86_400_000;
/** The comments of the whole site are asked for with its articles, and no more often than this. */
const RECHECK_MS = 30 * 60_000;

/**
 * The articles that appeared now and those that are young still, each with the address of its comments: comments may be
 * asked for, or named by the feed, only after an article appeared; whoever is begun already stays as it is. When these
 * are looked at is not the walk's business: an article that tells of many comments is asked for no sooner than one that
 * tells of none.
 */
export const begunThreads = (
  { fresh, listed }: Pick<Fresh, 'fresh' | 'listed'>,
  before: FeedCursor,
  now: Date,
): readonly BegunThread<FeedThreadMark>[] => {
  const isFromStart = before.seen.length > 0;
  const appeared = fresh.filter(({ revision }) => revision === 0);
  const names = new Set(appeared.map(({ nativeId }) => nativeId));
  const young = listed.filter((one) => !names.has(one.nativeId) && isYoung(one, now));
  const begun = new Map<string, BegunThread<FeedThreadMark>>();
  const begin = (one: BegunThread<FeedThreadMark>): void => {
    const { url } = one.mark.comments;
    // Set anew, so that what appeared now stands behind what may be left out.
    begun.delete(url);
    if (url !== before.siteComments) begun.set(url, one);
  };
  for (const one of young) threadOf(one).forEach(begin);
  followedBefore(before).forEach(begin);
  for (const one of appeared) threadOf(one, isFromStart).forEach(begin);
  return [...begun.values()].slice(-MAX_BEGUN);
};

const isYoung = ({ item: { fields } }: ListedItem, now: Date): boolean => {
  const at = fields.published ?? fields.updated;
  return at !== undefined && now.getTime() - Date.parse(at) < YOUNG_MS;
};

/** `isCounted`: the article appeared while its feed was read, so that all of its comments must be there. */
const threadOf = (
  { item, nativeId }: ListedItem,
  isCounted = false,
): readonly BegunThread<FeedThreadMark>[] => {
  const { commentFeed: url, commentCount: count } = item.extras;
  if (url === undefined) return [];
  const told = isCounted && count !== undefined ? { startCount: count } : {};
  return [{ thread: nativeId, mark: { comments: { url, ...told, seen: [] } } }];
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
