import type { MastodonStatus } from './status.ts';

/**
 * What the instance said about audience and engagement, under the words that every source uses. It leaves this room only
 * in `counts`, which is sealed unread; for accounts of other instances the numbers may be old.
 */
export const countsOf = (status: MastodonStatus): Readonly<Record<string, number>> => {
  const { account } = status;
  const counts = {
    followers: numberOf(account?.followers_count),
    following: numberOf(account?.following_count),
    posts: numberOf(account?.statuses_count),
    likes: numberOf(status.favourites_count),
    reposts: numberOf(status.reblogs_count),
    replies: numberOf(status.replies_count),
    quotes: numberOf(status.quotes_count),
  };
  return Object.fromEntries(
    Object.entries(counts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
};

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
