import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { htmlToText, oneLine, webLink } from '../html-text.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = maybe(z.string());
const number = z.union([z.number(), z.string().regex(/^\d+$/)]).transform(Number);

/** A hit of the search. */
export const hackerNewsHit = z.object({
  objectID: z.string().regex(/^\d+$/),
  created_at_i: number,
  author: text,
  title: text,
  url: text,
  story_text: text,
  comment_text: text,
  story_id: maybe(number),
  parent_id: maybe(number),
  points: z.unknown().optional(),
  num_comments: z.unknown().optional(),
});
export type HackerNewsHit = z.infer<typeof hackerNewsHit>;

/** An item as the record of the site tells it; null: it is not there. */
export const hackerNewsItem = z
  .object({
    id: number,
    deleted: maybe(z.boolean()),
    dead: maybe(z.boolean()),
    by: text,
    time: maybe(number),
    title: text,
    text: text,
    url: text,
    parent: maybe(number),
    score: z.unknown().optional(),
    descendants: z.unknown().optional(),
  })
  .nullable();
export type HackerNewsItem = NonNullable<z.infer<typeof hackerNewsItem>>;

export const mapHit = (hit: HackerNewsHit): RawMention => {
  const id = hit.objectID;
  const thread = String(hit.story_id ?? id);
  return mention({
    id,
    thread,
    parent: hit.parent_id === null || hit.parent_id === undefined ? undefined : String(hit.parent_id),
    author: hit.author ?? undefined,
    at: hit.created_at_i,
    words: wordsOf(hit.title, hit.comment_text ?? hit.story_text),
    link: hit.url ?? undefined,
    counts: { likes: hit.points, replies: hit.num_comments },
  });
};

/** The same post from the record of the site, which tells its parent only. */
export const mapItem = (item: HackerNewsItem, thread: string): RawMention =>
  mention({
    id: String(item.id),
    thread,
    parent: item.parent === null || item.parent === undefined ? undefined : String(item.parent),
    author: item.by ?? undefined,
    at: item.time ?? undefined,
    words: wordsOf(item.title, item.text),
    link: item.url ?? undefined,
    counts: { likes: item.score, replies: item.descendants },
  });

interface Words {
  readonly text: string;
  readonly links: readonly string[];
}

const wordsOf = (title: string | null | undefined, html: string | null | undefined): Words => {
  const body = htmlToText(html ?? '', 'https://news.ycombinator.com/');
  return {
    text: [oneLine(title ?? ''), body.text].filter((part) => part !== '').join('\n\n'),
    links: body.links,
  };
};

const mention = (post: {
  readonly id: string;
  readonly thread: string;
  readonly parent: string | undefined;
  readonly author: string | undefined;
  readonly at: number | undefined;
  readonly words: Words;
  readonly link: string | undefined;
  readonly counts: Readonly<Record<string, unknown>>;
}): RawMention => {
  const link = post.link === undefined ? undefined : webLink(post.link);
  return {
    kind: 'mention',
    nativeId: post.id,
    thread: post.thread,
    text: post.words.text,
    url: `https://news.ycombinator.com/item?id=${post.id}`,
    links: [...new Set([...(link === undefined ? [] : [link]), ...post.words.links])],
    counts: Object.fromEntries(Object.entries(post.counts).filter(([, value]) => typeof value === 'number')),
    ...(post.parent === undefined || post.parent === post.id ? {} : { parent: post.parent }),
    ...(post.author === undefined ? {} : { author: post.author, authorHandle: post.author.toLowerCase() }),
    ...(post.at === undefined ? {} : { publishedAt: new Date(post.at * 1000).toISOString() }),
  };
};

/** Of the words alone: search and record escape them differently. */
export const wordsHash = ({ text: words }: RawMention): string =>
  createHash('sha256').update(oneLine(words)).digest('base64url').slice(0, 8);
