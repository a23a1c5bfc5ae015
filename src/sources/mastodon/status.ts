import { z } from 'zod';

/** The shape of a status (Mastodon 4.x). What is absent or of another type than described counts as absent. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const listOf = <T extends z.ZodType>(schema: T) =>
  maybe(
    z.array(z.unknown()).transform((entries) =>
      entries.flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );

const text = maybe(z.string());
const flag = maybe(z.boolean());
/** Ids are strings that only look like numbers. */
const id = z.string().min(1).max(100);

const account = z.object({
  id: maybe(id),
  acct: text,
  url: text,
  uri: text,
  followers_count: z.unknown().optional(),
  following_count: z.unknown().optional(),
  statuses_count: z.unknown().optional(),
  noindex: flag,
  indexable: flag,
});

const shared = {
  id,
  uri: z.string().min(1),
  content: z.string(),
  url: text,
  created_at: text,
  edited_at: text,
  in_reply_to_id: maybe(id),
  visibility: text,
  language: text,
  spoiler_text: text,
  replies_count: z.unknown().optional(),
  reblogs_count: z.unknown().optional(),
  favourites_count: z.unknown().optional(),
  quotes_count: z.unknown().optional(),
  account: maybe(account),
  mentions: listOf(z.object({ url: text })),
  tags: listOf(z.object({ url: text })),
  media_attachments: listOf(z.object({ type: text })),
};

const innerStatus = z.object(shared);
export const mastodonStatus = z.object({
  ...shared,
  reblog: maybe(innerStatus),
  quote: maybe(z.object({ quoted_status: maybe(innerStatus) })),
});

export type MastodonStatus = z.infer<typeof mastodonStatus>;
export type InnerStatus = z.infer<typeof innerStatus>;

/** All that a walk needs of an entry to move on. */
export const statusPlace = z.object({ id, created_at: text });
