import { z } from 'zod';
import * as value from './schema-values.ts';

/** Forums that are read by their feeds. */

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

export const xenforoSource = z.strictObject({
  kind: z.literal('xenforo'),
  base_url: about(value.url, 'The forum, for example https://forum.example/community.'),
  forum: about(
    z
      .string()
      .regex(/^[\w%-]+\.\d+$/, {
        error: 'is not a part of a forum; write it as in its address, for example cars.12',
      })
      .optional(),
    'One part of it; default: all.',
  ),
  poll_minutes: value.pollMinutes.optional(),
});

export const vbulletinSource = z.strictObject({
  kind: z.literal('vbulletin'),
  base_url: about(value.url, 'The forum, where external.php lies.'),
  forum_ids: about(z.array(z.int().min(1)).max(100).optional(), 'Numbers of its parts; default: all.'),
  poll_minutes: value.pollMinutes.optional(),
});
