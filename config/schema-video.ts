import { z } from 'zod';
import * as value from './schema-values.ts';

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

export const youtubeSource = z
  .strictObject({
    kind: z.literal('youtube'),
    api_key: about(value.text, `Of a Google Cloud project with the YouTube Data API v3: \${NAME}.`),
    channels: about(
      z
        .array(
          z.string().regex(/^UC[\w-]{22}$/, {
            error: 'is not the id of a channel; it begins with UC and has 24 characters',
          }),
        )
        .max(100)
        .optional(),
      'Ids of channels; the comments on all of their videos are read.',
    ),
    videos: about(
      z
        .array(z.string().regex(/^[\w-]{11}$/, { error: 'is not the id of a video; it has 11 characters' }))
        .max(1_000)
        .optional(),
      'Ids of single videos.',
    ),
    brand: about(
      value.text.optional(),
      'Whose channels and videos these are: every comment concerns the brand then, whatever it names.',
    ),
    units_per_day: about(
      z.int().min(100, { error: 'must be at least 100 units' }).optional(),
      'Of the quota of the project, which ends at midnight Pacific time; default 10000.',
    ),
    base_url: value.url.optional(),
    poll_minutes: value.pollMinutes.optional(),
  })
  .refine((source) => (source.channels ?? []).length + (source.videos ?? []).length > 0, {
    error: 'has nothing to read; name channels or videos',
  });
