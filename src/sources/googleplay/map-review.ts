import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { plainText } from '../html-text.ts';
import { replyId } from '../reviews/read-pages.ts';
import { developerOf, type Review } from '../reviews/review-store.ts';

const seconds = z.union([z.number(), z.string().regex(/^\d{1,10}$/)]).transform(Number);
const stamp = z.object({ seconds });
const count = z.unknown().optional();

const userComment = z.object({
  text: z.string(),
  lastModified: stamp,
  starRating: count,
  thumbsUpCount: count,
});
const developerComment = z.object({ text: z.string(), lastModified: stamp });

export const playReview = z.object({
  reviewId: z.string().min(1),
  comments: z.array(
    z.object({
      userComment: userComment.optional().catch(undefined),
      developerComment: developerComment.optional().catch(undefined),
    }),
  ),
});

/** null: it holds no words of a customer. The name of its author is a display name, and is dropped. */
export const mapReview = (told: z.infer<typeof playReview>, app: string): Review | null => {
  const user = told.comments.find((one) => one.userComment !== undefined)?.userComment;
  if (user === undefined || user.text.trim() === '') return null;
  const answer = told.comments.findLast((one) => one.developerComment !== undefined)?.developerComment;
  const review: RawMention = {
    kind: 'mention',
    nativeId: told.reviewId,
    // Google tells when it was last changed, and nothing of before.
    revision: revisionOf(user.lastModified.seconds),
    thread: told.reviewId,
    // Title and words, where a review has both, are parted by a tab.
    text: plainText(user.text.trim().replace(/\t/, '\n\n')),
    url: `https://play.google.com/store/apps/details?id=${encodeURIComponent(app)}&reviewId=${encodeURIComponent(told.reviewId)}`,
    publishedAt: new Date(user.lastModified.seconds * 1000).toISOString(),
    counts: countsOf(user),
  };
  return {
    review,
    reply: answer === undefined ? null : replyOf(answer, told.reviewId, app),
    atMs: user.lastModified.seconds * 1000,
  };
};

const replyOf = (answer: z.infer<typeof developerComment>, reviewId: string, app: string): RawMention => ({
  kind: 'mention',
  nativeId: replyId(reviewId),
  revision: revisionOf(answer.lastModified.seconds),
  thread: reviewId,
  parent: reviewId,
  author: developerOf(app),
  text: plainText(answer.text),
  publishedAt: new Date(answer.lastModified.seconds * 1000).toISOString(),
});

const revisionOf = (told: number): number => Math.min(told, 2_147_483_647);

/** Sealed unread. */
const countsOf = ({
  starRating,
  thumbsUpCount,
}: z.infer<typeof userComment>): Readonly<Record<string, number>> => ({
  ...(typeof starRating === 'number' ? { rating: starRating } : {}),
  ...(typeof thumbsUpCount === 'number' ? { likes: thumbsUpCount } : {}),
});
