import { z } from 'zod';

/**
 * The shape of an answer, in both spellings: since 2026-08-07 the published description says `post` where it said
 * `tweet`, while the platform was not seen to have changed (facts/sources.md 1). Everything but `id` and `text` may be
 * absent or of another type than described; then it counts as absent, and never throws.
 */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Entries of another shape are left out, the others stay. */
const listOf = <T extends z.ZodType>(schema: T) =>
  maybe(
    z.array(z.unknown()).transform((entries) =>
      entries.flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );

const id = z.string().regex(/^\d{1,19}$/);
const metrics = maybe(z.record(z.string(), z.unknown()));
const entities = maybe(
  z.object({
    urls: listOf(
      z.object({
        url: maybe(z.string()),
        expanded_url: maybe(z.string()),
        unwound_url: maybe(z.string()),
      }),
    ),
  }),
);
const note = maybe(z.object({ text: z.string(), entities }));
const references = listOf(z.object({ type: z.string(), id }));

export const xPost = z.object({
  id,
  text: z.string(),
  author_id: maybe(id),
  created_at: maybe(z.string()),
  conversation_id: maybe(id),
  lang: maybe(z.string()),
  edit_history_tweet_ids: listOf(id),
  edit_history_post_ids: listOf(id),
  referenced_tweets: references,
  referenced_posts: references,
  note_tweet: note,
  note_post: note,
  entities,
  attachments: maybe(z.object({ media_keys: listOf(z.string()) })),
  public_metrics: metrics,
});
export type XPost = z.infer<typeof xPost>;

export const xUser = z.object({
  id,
  username: maybe(z.string()),
  verified: maybe(z.boolean()),
  public_metrics: metrics,
});
export type XUser = z.infer<typeof xUser>;

export const xAnswer = z.object({
  /** A list, one post alone, or absent when nothing matched. */
  data: z.unknown().optional(),
  includes: maybe(z.object({ users: listOf(xUser), tweets: listOf(xPost), posts: listOf(xPost) })),
  errors: listOf(z.object({ title: maybe(z.string()), detail: maybe(z.string()) })),
  meta: maybe(
    z.object({
      newest_id: maybe(id),
      next_token: maybe(z.string().min(1)),
    }),
  ),
});
export type XAnswer = z.infer<typeof xAnswer>;

export const editHistoryOf = (post: XPost): readonly string[] =>
  post.edit_history_tweet_ids ?? post.edit_history_post_ids ?? [];

export const referenceOf = (post: XPost, type: string): string | undefined =>
  (post.referenced_tweets ?? post.referenced_posts ?? []).find((reference) => reference.type === type)?.id;

export const noteOf = (post: XPost): XPost['note_tweet'] => post.note_tweet ?? post.note_post;
