import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { plainText } from '../html-text.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = maybe(z.string());

export const youtubeComment = z.object({
  id: z.string().min(1),
  snippet: z.object({
    textDisplay: z.string(),
    authorDisplayName: text,
    authorChannelId: maybe(z.object({ value: z.string() })),
    videoId: text,
    parentId: text,
    publishedAt: z.iso.datetime(),
    updatedAt: text,
    likeCount: z.unknown().optional(),
  }),
});
export type YouTubeComment = z.infer<typeof youtubeComment>;

export const youtubeThread = z.object({
  id: z.string().min(1),
  snippet: z.object({
    topLevelComment: youtubeComment,
    channelId: text,
    videoId: text,
    totalReplyCount: z.unknown().optional(),
  }),
  replies: maybe(z.object({ comments: z.array(z.unknown()) })),
});

/** Whether a thread can stand in the list of this channel or video: an answer to another question must not move a walk. */
export const isListedBy = (
  { kind, id }: { readonly kind: 'channel' | 'video'; readonly id: string },
  { snippet }: z.infer<typeof youtubeThread>,
): boolean => ((kind === 'channel' ? snippet.channelId : snippet.videoId) ?? id) === id;

/** Where a comment stands, which it does not tell itself in every answer. */
export interface CommentPlace {
  /** Top comment under which it stands. */
  readonly parent: string | null;
  readonly videoId: string | null;
  readonly replies: unknown;
}

export const mapComment = ({ id, snippet }: YouTubeComment, place: CommentPlace): RawMention => {
  const parent = snippet.parentId ?? place.parent;
  const videoId = snippet.videoId ?? place.videoId;
  return {
    kind: 'mention',
    nativeId: id,
    revision: revisionOf(snippet),
    thread: parent ?? id,
    ...(parent === null || parent === undefined ? {} : { parent }),
    ...authorOf(snippet),
    text: plainText(snippet.textDisplay),
    ...(videoId === null || videoId === undefined ? {} : { url: urlOf(videoId, id) }),
    publishedAt: new Date(snippet.publishedAt).toISOString(),
    counts: countsOf(snippet.likeCount, place.replies),
  };
};

const urlOf = (videoId: string, id: string): string =>
  `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}&lc=${encodeURIComponent(id)}`;

/** Later edits are later seconds. */
const revisionOf = ({ publishedAt, updatedAt }: YouTubeComment['snippet']): number => {
  const edited = Date.parse(updatedAt ?? '');
  if (Number.isNaN(edited) || edited <= Date.parse(publishedAt)) return 0;
  return Math.min(Math.floor(edited / 1000), 2_147_483_647);
};

/** A name is shown as a handle since 2023; what has no `@` is a display name, and is dropped. */
const authorOf = ({
  authorChannelId,
  authorDisplayName,
}: YouTubeComment['snippet']): Pick<RawMention, 'author' | 'authorHandle'> => ({
  ...(authorChannelId?.value === undefined ? {} : { author: authorChannelId.value }),
  ...(authorDisplayName?.startsWith('@') === true
    ? { authorHandle: authorDisplayName.slice(1).toLowerCase() }
    : {}),
});

/** Sealed unread. */
const countsOf = (likes: unknown, replies: unknown): Readonly<Record<string, unknown>> => ({
  ...(typeof likes === 'number' ? { likes } : {}),
  ...(typeof replies === 'number' ? { replies } : {}),
});

export const wordsHash = ({ text: words, author }: RawMention): string =>
  createHash('sha256')
    .update(`${author ?? ''}\n${words}`)
    .digest('base64url')
    .slice(0, 8);
