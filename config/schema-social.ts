import { z } from 'zod';
import * as value from './schema-values.ts';

/** Sources of the social web and of forums, as evenhand.yaml names them. */

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
});
