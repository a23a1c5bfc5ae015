import { z } from 'zod';
import { brandAlone, isBrandOfOwn, ownedKeys } from './schema-owned.ts';
import * as value from './schema-values.ts';

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

export const feedSource = z
  .strictObject({
    kind: z.literal('feed'),
    url: about(value.url, 'Of a feed, or of a site that names its feeds.'),
    comments: about(z.boolean().optional(), "Read the comment feeds of the feed's entries too."),
    articles: about(
      z.boolean().optional(),
      'Read the pages of entries that hold only an excerpt, where their sites allow it.',
    ),
    ...ownedKeys,
    poll_minutes: value.pollMinutes.optional(),
  })
  .refine(isBrandOfOwn, brandAlone);

export const webmentionSource = z.strictObject({
  kind: z.literal('webmention'),
  sites: about(
    z.array(value.url).max(10_000).min(1, { error: 'names no site of yours; write its address' }),
    'Addresses of your own sites, whose pages name this receiver.',
  ),
});
