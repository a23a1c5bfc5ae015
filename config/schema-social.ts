import { z } from 'zod';
import { brandAlone, isBrandOfOwn, ownedKeys } from './schema-owned.ts';
import * as value from './schema-values.ts';

/** Sources of the social web and of forums, as evenhand.yaml names them. */

const list = <T extends z.ZodType>(item: T) => z.array(item).max(10_000);
const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

export const blueskySource = z.strictObject({
  kind: z.literal('bluesky'),
  base_url: about(
    z.union([value.socketUrl, z.array(value.socketUrl).min(1).max(20)]).optional(),
    'Jetstream hosts; when one fails the next is asked. Default: the four public ones.',
  ),
  wire: about(
    z.enum(['v1', 'v2']).optional(),
    'v1: /subscribe; v2: network.bsky.jetstream.subscribeEvents of 2026.',
  ),
  api_url: about(
    value.url.optional(),
    'Where threads, quotes and, after the decision, profiles are asked for.',
  ),
});

export const mastodonSource = z
  .strictObject({
    kind: z.literal('mastodon'),
    base_url: about(value.url, 'The instance, for example https://mastodon.social.'),
    also: about(list(value.url).optional(), 'Further instances, read without the token.'),
    tags: about(
      list(value.tag).min(1, { error: 'names no tag to read; write one' }),
      'Hashtags, with or without #.',
    ),
    search: about(
      z.boolean().optional(),
      "The instance's own search for the names of the brands; needs token.",
    ),
    stream: about(z.boolean().optional(), 'Posts, edits and deletions as they are written; needs token.'),
    token: about(
      value.text.optional(),
      `Of an account of the instance (read:statuses, read:search): \${NAME}.`,
    ),
    poll_minutes: value.pollMinutes.optional(),
  })
  .refine((source) => source.token !== undefined || (source.search !== true && source.stream !== true), {
    error: `asks for search or stream, which need a token; put one into .env under a name and write token: \${NAME} here`,
  });

export const hackerNewsSource = z.strictObject({
  kind: z.literal('hackernews'),
  base_url: value.url.optional(),
  items_url: about(value.url.optional(), 'Where edits and deletions are asked for.'),
  poll_minutes: value.pollMinutes.optional(),
});

export const discourseSource = z
  .strictObject({
    kind: z.literal('discourse'),
    base_url: about(value.url, 'The forum, for example https://meta.discourse.org.'),
    api_key: about(value.text.optional(), `Of a forum for members only: \${NAME}.`),
    api_username: value.text.optional(),
    ...ownedKeys,
    webhook_secret: about(
      z
        .string()
        .regex(/^\S{12,}$/, { error: 'must have at least 12 characters and no spaces' })
        .optional(),
      'The secret of a webhook of the forum that calls POST /ingest/NAME.',
    ),
    poll_minutes: value.pollMinutes.optional(),
  })
  .refine((source) => (source.api_key === undefined) === (source.api_username === undefined), {
    error: 'has only one of api_key and api_username; write both, or neither for a public forum',
  })
  .refine(isBrandOfOwn, brandAlone);
