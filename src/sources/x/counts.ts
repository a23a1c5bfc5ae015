import type { XPost, XUser } from './answer.ts';

/**
 * What X said about audience and engagement, under the words that every source uses (those of the import's `audience`).
 * It leaves this room only in `counts`, which is sealed unread; every number is optional and may come as text.
 */
export const countsOf = (
  post: XPost,
  author: XUser | undefined,
): Readonly<Record<string, number | boolean>> => {
  const engagement = post.public_metrics ?? {};
  const audience = author?.public_metrics ?? {};
  const counts = {
    followers: numberOf(audience.followers_count),
    following: numberOf(audience.following_count),
    posts: numberOf(audience.tweet_count ?? audience.post_count),
    listed: numberOf(audience.listed_count),
    verified: author?.verified,
    likes: numberOf(engagement.like_count),
    reposts: numberOf(engagement.retweet_count ?? engagement.repost_count),
    replies: numberOf(engagement.reply_count),
    quotes: numberOf(engagement.quote_count),
    bookmarks: numberOf(engagement.bookmark_count),
    views: numberOf(engagement.impression_count),
  };
  return Object.fromEntries(
    Object.entries(counts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
};

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
};
