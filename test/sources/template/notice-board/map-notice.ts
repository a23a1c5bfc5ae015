import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawMention } from '../../../../src/domain/raw-mention.ts';
import { htmlToText } from '../../../../src/sources/html-text.ts';

/** What a walk cannot do without is required; everything else may be absent or of another type, and counts as absent. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

export const notice = z.object({
  id: z.number(),
  html: z.string(),
  board: maybe(z.number()),
  answers: maybe(z.number()),
  written_at: maybe(z.string()),
  edited: maybe(z.number()),
  language: maybe(z.string()),
  author: maybe(
    z.object({ id: maybe(z.number()), name: maybe(z.string()), followers: z.unknown().optional() }),
  ),
  thanks: z.unknown().optional(),
});
export type Notice = z.infer<typeof notice>;

export const mapNotice = (told: Notice, baseUrl: string): RawMention => {
  const isReply = typeof told.answers === 'number';
  const { text, links, hasImage } = htmlToText(told.html, `${baseUrl}/`, isReply);
  const publishedAt = new Date(told.written_at ?? Number.NaN);
  return {
    kind: 'mention',
    nativeId: String(told.id),
    revision: told.edited ?? 0,
    thread: String(told.board ?? told.id),
    ...(isReply ? { parent: String(told.answers) } : {}),
    ...authorOf(told),
    text,
    ...(told.language ? { language: told.language } : {}),
    url: `${baseUrl}/notices/${told.id}`,
    links,
    hasImage,
    ...(Number.isNaN(publishedAt.getTime()) ? {} : { publishedAt: publishedAt.toISOString() }),
    // The only place for what tells how many people look: it is sealed unread.
    counts: { followers: told.author?.followers, likes: told.thanks },
  };
};

const authorOf = ({ author }: Notice): Pick<RawMention, 'author' | 'authorHandle'> => ({
  ...(typeof author?.id === 'number' ? { author: String(author.id) } : {}),
  ...(author?.name ? { authorHandle: author.name.toLowerCase() } : {}),
});

export const wordsHash = ({ text }: RawMention): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 8);
