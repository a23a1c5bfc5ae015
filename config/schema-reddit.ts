import { z } from 'zod';
import * as value from './schema-values.ts';

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

/** Off until somebody writes that Reddit approved: nobody may read there otherwise (facts/sources.md 4). */
export const redditSource = z
  .strictObject({
    kind: z.literal('reddit'),
    approved: about(
      z.boolean().optional(),
      'true: Reddit approved your app in writing. Nothing is read before.',
    ),
    client_id: about(value.text, 'Of the app that Reddit approved.'),
    client_secret: about(value.text, `Of the app: \${NAME}.`),
    username: about(
      z.string().regex(/^[A-Za-z0-9_-]{3,20}$/, {
        error: 'must be the name of a Reddit account without u/, for example velora_help',
      }),
      'Account that the app belongs to; Reddit wants it told with every request.',
    ),
    subreddits: about(
      z
        .array(
          z.string().regex(/^[A-Za-z0-9_]{2,21}$/, {
            error: 'is not a community; write its name without r/, for example germany',
          }),
        )
        .max(100)
        .optional(),
      'Communities of which every post and every comment is read.',
    ),
    search: about(
      z.boolean().optional(),
      'Posts of the whole site for the names and phrases of the brands; default true.',
    ),
    base_url: value.url.optional(),
    token_url: about(value.url.optional(), 'Where the token comes from.'),
    poll_minutes: value.pollMinutes.optional(),
  })
  .refine((source) => source.approved === true, {
    error:
      'reads Reddit, which allows nobody to without its approval: ask for it as docs/sources/reddit.md says, then write approved: true here, or remove the source',
  })
  .refine((source) => source.search !== false || (source.subreddits ?? []).length > 0, {
    error: 'has nothing to read; name subreddits, or let it search',
  });
