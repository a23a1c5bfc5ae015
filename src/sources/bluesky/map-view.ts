import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import { POSTS, toMention } from './map-event.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const count = maybe(z.number());

/** `app.bsky.feed.defs#postView`, as much of it as is read. */
const postView = z.object({
  uri: z.string(),
  author: z.object({ did: z.string(), handle: maybe(z.string()) }),
  record: z.unknown(),
  indexedAt: maybe(z.string()),
  likeCount: count,
  repostCount: count,
  replyCount: count,
  quoteCount: count,
});

/** A post as the AppView shows it; null when it is none. Its edits are told by Jetstream, with their times. */
export const mapView = (value: unknown): RawMention | null => {
  const parsed = postView.safeParse(value);
  if (!parsed.success) return null;
  const { uri, author, record, indexedAt } = parsed.data;
  const [, did, rkey] = POST_URI.exec(uri) ?? [];
  if (did === undefined || rkey === undefined) return null;
  const indexed = Date.parse(indexedAt ?? '');
  const position = { timeUs: (Number.isNaN(indexed) ? Date.UTC(2023, 0, 1) : indexed) * 1000, seq: null };
  const commit = {
    kind: 'commit',
    did,
    operation: 'create',
    collection: POSTS,
    rkey,
    rev: '',
    record,
  } as const;
  const mention = toMention({ ...commit, position }, author.handle?.toLowerCase());
  return mention === null ? null : { ...mention, counts: engagementOf(parsed.data) };
};

const POST_URI = new RegExp(`^at://(did:[^/]+)/${POSTS.replaceAll('.', '\\.')}/([^/]+)$`);

/** Leaves this room only in `counts`, which is sealed unread. */
const engagementOf = (view: z.infer<typeof postView>): Readonly<Record<string, number>> => {
  const { likeCount: likes, repostCount: reposts, replyCount: replies, quoteCount: quotes } = view;
  return Object.fromEntries(
    Object.entries({ likes, reposts, replies, quotes }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
};
