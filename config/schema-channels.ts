import { z } from 'zod';
import { audiences, channelLanguages, groupKeys } from './channel-config.ts';
import * as value from './schema-values.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).max(10_000);
const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

const anyChannel = {
  language: z.enum(channelLanguages).optional(),
  audience: about(
    z
      .union([z.enum(audiences), z.array(z.enum(audiences)).min(1)], {
        error: `must be one of ${audiences.join(', ')}, or a list of them`,
      })
      .optional(),
    'leads: alerts; on_call: danger to people; comms: the digest. comms stands alone.',
  ),
  group_by: list(z.enum(groupKeys)).optional(),
  group_wait: value.duration.optional(),
  group_interval: value.duration.optional(),
  repeat_interval: value.duration.optional(),
};

/** Where alerts and the digest go. */
export const channel = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('console'), ...anyChannel }),
    z.strictObject({ kind: z.literal('slack'), url: value.url, ...anyChannel }),
    z.strictObject({
      kind: z.literal('slack-bot'),
      token: value.slackToken,
      channel: about(value.slackChannel, 'Its id, e.g. C0123456789.'),
      base_url: value.url.optional(),
      ...anyChannel,
    }),
    z.strictObject({ kind: z.literal('teams'), url: value.url, ...anyChannel }),
    z.strictObject({
      kind: z.literal('pagerduty'),
      routing_key: value.routingKey,
      base_url: about(value.url.optional(), 'https://events.eu.pagerduty.com/v2 for accounts in Europe.'),
      ...anyChannel,
    }),
    z.strictObject({
      kind: z.literal('webhook'),
      url: value.url,
      secret: value.webhookSecret,
      former_secret: about(
        value.webhookSecret.optional(),
        'Messages are signed with it too, until every receiver knows the new one.',
      ),
      ...anyChannel,
    }),
  ])
  .refine((c) => !Array.isArray(c.audience) || !c.audience.includes('comms') || c.audience.length === 1, {
    path: ['audience'],
    error: 'mixes comms with others: only comms may hear of reach, so give comms a channel of its own',
  })
  .refine((c) => c.kind !== 'pagerduty' || ![c.audience].flat().includes('comms'), {
    path: ['audience'],
    error: 'is comms, but PagerDuty wakes people and a digest is read; give comms a channel of another kind',
  });
