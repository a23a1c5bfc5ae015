import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { oneLine, plainText } from '../html-text.ts';
import { replyId } from '../reviews/read-pages.ts';
import { developerOf, type Review } from '../reviews/review-store.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const id = z.string().min(1);

export const customerReview = z.object({
  type: z.literal('customerReviews'),
  id,
  attributes: z.object({
    title: maybe(z.string()),
    body: maybe(z.string()),
    createdDate: z.iso.datetime({ offset: true }),
    rating: z.unknown().optional(),
  }),
  relationships: maybe(z.object({ response: maybe(z.object({ data: maybe(z.object({ id })) })) })),
});

export const reviewResponse = z.object({
  type: z.literal('customerReviewResponses'),
  id,
  attributes: z.object({
    responseBody: z.string(),
    lastModifiedDate: z.iso.datetime({ offset: true }),
    state: maybe(z.string()),
  }),
});
export type ReviewResponse = z.infer<typeof reviewResponse>;

/** null: it holds no words. A nickname is a display name, and is dropped. */
export const mapReview = (
  told: z.infer<typeof customerReview>,
  responses: readonly ReviewResponse[],
  app: string,
): Review | null => {
  const { title, body, createdDate, rating } = told.attributes;
  const text = [oneLine(title ?? ''), plainText(body ?? '')].filter((part) => part !== '').join('\n\n');
  if (text === '') return null;
  const at = new Date(createdDate);
  const answer = responses.find((one) => one.id === told.relationships?.response?.data?.id);
  const review: RawMention = {
    kind: 'mention',
    nativeId: told.id,
    thread: told.id,
    text,
    url: `https://apps.apple.com/app/id${encodeURIComponent(app)}`,
    publishedAt: at.toISOString(),
    counts: typeof rating === 'number' ? { rating } : {},
  };
  return { review, reply: answer === undefined ? null : replyOf(answer, told.id, app), atMs: at.getTime() };
};

/** An answer that waits for publication nobody can read yet. */
const replyOf = ({ attributes }: ReviewResponse, reviewId: string, app: string): RawMention | null => {
  if (attributes.state === 'PENDING_PUBLISH') return null;
  const at = new Date(attributes.lastModifiedDate);
  return {
    kind: 'mention',
    nativeId: replyId(reviewId),
    revision: Math.min(Math.floor(at.getTime() / 1000), 2_147_483_647),
    thread: reviewId,
    parent: reviewId,
    author: developerOf(app),
    text: plainText(attributes.responseBody),
    publishedAt: at.toISOString(),
  };
};
