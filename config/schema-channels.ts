import { z } from 'zod';
import { audiences, channelLanguages, groupKeys, mailSecurity } from './channel-config.ts';
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
    z.strictObject({
      kind: z.literal('email'),
      host: about(value.hostName, 'The server that takes your mail, e.g. smtp.example.com.'),
      port: z.int().min(1).max(65_535).optional(),
      tls: about(
        z.enum(mailSecurity).optional(),
        'starttls, unless written, on port 587; implicit on port 465; none on port 25.',
      ),
      user: value.text.optional(),
      password: value.text.optional(),
      from: about(value.mailbox, 'e.g. Evenhand <evenhand@example.com>.'),
      to: about(
        z.union([value.mailAddress, z.array(value.mailAddress).min(1).max(50)], {
          error: 'must be an address such as desk@example.com, or a list of at most 50',
        }),
        'One address or several.',
      ),
      ...anyChannel,
    }),
  ])
  .refine((c) => c.kind !== 'email' || (c.user === undefined) === (c.password === undefined), {
    path: ['password'],
    error: 'goes together with user; write both or neither',
  })
  .refine((c) => c.kind !== 'email' || c.tls !== 'none' || c.password === undefined, {
    path: ['tls'],
    error: 'is none, so that the password would travel readable; write starttls or implicit',
  })
  .refine((c) => !Array.isArray(c.audience) || !c.audience.includes('comms') || c.audience.length === 1, {
    path: ['audience'],
    error: 'mixes comms with others: only comms may hear of reach, so give comms a channel of its own',
  })
  .refine((c) => c.kind !== 'pagerduty' || ![c.audience].flat().includes('comms'), {
    path: ['audience'],
    error: 'is comms, but PagerDuty wakes people and a digest is read; give comms a channel of another kind',
  });
