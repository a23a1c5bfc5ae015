import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { htmlToText, oneLine } from '../html-text.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = maybe(z.string());
const number = z.union([z.number(), z.string().regex(/^\d+$/)]).transform(Number);

export const discoursePost = z.object({
  id: z.number(),
  topic_id: z.number(),
  post_number: z.number(),
  cooked: z.string(),
  post_type: maybe(z.number()),
  username: text,
  user_id: maybe(z.number()),
  created_at: text,
  version: maybe(z.number()),
  reply_to_post_number: maybe(number),
  topic_slug: text,
  topic_title: text,
  post_url: text,
  hidden: maybe(z.boolean()),
  user_deleted: maybe(z.boolean()),
  deleted_at: text,
  trust_level: z.unknown().optional(),
  reads: z.unknown().optional(),
  score: z.unknown().optional(),
  reply_count: z.unknown().optional(),
  actions_summary: maybe(z.array(z.object({ id: z.number(), count: maybe(z.number()) }))),
});
export type DiscoursePost = z.infer<typeof discoursePost>;

/** 1 is what somebody wrote; the others are notes of the forum and whispers of its staff. */
const WRITTEN = 1;

/** Whether anybody may read it. */
export const isShown = (post: DiscoursePost): boolean =>
  (post.post_type ?? WRITTEN) === WRITTEN &&
  post.hidden !== true &&
  post.user_deleted !== true &&
  (post.deleted_at === null || post.deleted_at === undefined);

/** By topic and number, as replies refer to each other; the first post of a topic is its thread. */
const idOf = (post: DiscoursePost, postNumber: number): string => `${post.topic_id}/${postNumber}`;

/** @param baseUrl address of the forum, to which its own links are relative */
export const mapPost = (post: DiscoursePost, baseUrl: string): RawMention => {
  const isFirst = post.post_number === 1;
  const { text: body, links, hasImage } = htmlToText(post.cooked, `${baseUrl}/`, !isFirst);
  const publishedAt = new Date(post.created_at ?? Number.NaN);
  const title = isFirst ? oneLine(post.topic_title ?? '') : '';
  return {
    kind: 'mention',
    nativeId: idOf(post, post.post_number),
    revision: Math.max(0, (post.version ?? 1) - 1),
    thread: idOf(post, 1),
    ...(isFirst ? {} : { parent: idOf(post, post.reply_to_post_number ?? 1) }),
    text: [title, body].filter((part) => part !== '').join('\n\n'),
    url: `${baseUrl}/t/${post.topic_id}/${post.post_number}`,
    links: links.filter((link) => !link.startsWith(`${baseUrl}/u/`)),
    hasImage,
    counts: countsOf(post),
    ...authorOf(post),
    ...(Number.isNaN(publishedAt.getTime()) ? {} : { publishedAt: publishedAt.toISOString() }),
  };
};

const authorOf = ({ user_id, username }: DiscoursePost): Pick<RawMention, 'author' | 'authorHandle'> => {
  const author = user_id === null || user_id === undefined ? username?.toLowerCase() : String(user_id);
  return {
    ...(author === undefined ? {} : { author }),
    ...(username === null || username === undefined ? {} : { authorHandle: username.toLowerCase() }),
  };
};

const LIKE = 2;

/** Leaves this room only in `counts`, which is sealed unread. */
const countsOf = (post: DiscoursePost): Readonly<Record<string, unknown>> => {
  const counts = {
    likes: post.actions_summary?.find(({ id }) => id === LIKE)?.count,
    replies: post.reply_count,
    views: post.reads,
    score: post.score,
    trustLevel: post.trust_level,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => typeof value === 'number'));
};

export const wordsHash = ({ text: words }: RawMention): string =>
  createHash('sha256').update(words).digest('base64url').slice(0, 8);
