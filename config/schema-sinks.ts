import { z } from 'zod';
import { categories } from '../src/domain/classification.ts';
import { severities } from '../src/domain/severity.ts';
import { sinkStatuses } from '../src/domain/sink.ts';
import { channelLanguages } from './channel-config.ts';
import * as value from './schema-values.ts';

const few = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100);
const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

const tag = z.string().regex(/^[^\s,]{1,80}$/u, {
  error: 'is no tag; write one word without spaces and commas, for example billing',
});
const field = z.string().regex(/^[A-Za-z0-9_]{1,80}$/, {
  error: 'is not the name of a field; write it as the API of the helpdesk does, for example cf_topic',
});
const status = z.string().min(1).max(80);

const perCategory = <T extends z.ZodType>(item: T) =>
  z.strictObject(
    Object.fromEntries(categories.map((category) => [category, item.optional()])) as Record<
      (typeof categories)[number],
      z.ZodOptional<T>
    >,
  );

const perSeverity = <T extends z.ZodType>(item: T) =>
  about(
    z
      .strictObject({
        critical: item.optional(),
        high: item.optional(),
        medium: item.optional(),
        low: item.optional(),
      })
      .optional(),
    "Our severity: the helpdesk's priority.",
  );

const anySink = {
  base_url: value.url,
  token: value.text,
  language: z.enum(channelLanguages).optional(),
  brands: about(few(value.text).optional(), 'Whose cases go there; of every brand by default.'),
  severities: about(few(z.enum(severities)).optional(), 'Cases of these; of every severity by default.'),
  categories: about(
    few(z.enum(categories)).optional(),
    'Cases of one of these; by default of every category but staff.',
  ),
  tags: about(perCategory(tag).optional(), 'Our category: the tag or label of the ticket.'),
  fields: about(
    z.record(field, perCategory(value.text)).optional(),
    'A field of the helpdesk: what it says of a category.',
  ),
  statuses: about(
    z.record(status, z.enum(sinkStatuses)).optional(),
    "The helpdesk's status: what it means here.",
  ),
  follow: about(z.enum(['poll', 'webhook']).optional(), 'How status and answers come back.'),
  poll_minutes: value.pollMinutes.optional(),
  webhook_secret: z
    .string()
    .min(12, { error: 'is too short; use at least 12 characters (try: openssl rand -hex 20)' })
    .optional(),
};

const id = z.int({ error: 'must be a whole number' }).min(1, { error: 'must be at least 1' });

/** Helpdesks in which tickets of cases are opened and followed. */
export const sink = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('zendesk'),
      user: about(value.text, 'Address of the agent whose API token it is.'),
      ...anySink,
      priorities: perSeverity(z.enum(['urgent', 'high', 'normal', 'low'])),
    }),
    z.strictObject({
      kind: z.literal('zammad'),
      group: value.text,
      customer: about(value.text, 'Address of the user under whom tickets stand.'),
      ...anySink,
      priorities: perSeverity(value.text),
    }),
    z.strictObject({
      kind: z.literal('chatwoot'),
      account_id: id,
      inbox_id: about(id, 'Of an inbox of the channel API.'),
      ...anySink,
      priorities: perSeverity(z.enum(['urgent', 'high', 'medium', 'low'])),
    }),
    z.strictObject({
      kind: z.literal('freshdesk'),
      ...anySink,
      priorities: perSeverity(
        z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
          error: 'must be a priority of Freshdesk: 1 (low), 2, 3 or 4 (urgent)',
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('jira'),
      user: about(value.text, 'Address of the account whose API token it is.'),
      project: z.string().regex(/^[A-Z][A-Z0-9_]{1,60}$/, {
        error: 'must be the key of a project, for example SUP',
      }),
      issue_type: value.text.optional(),
      ...anySink,
      priorities: perSeverity(value.text),
    }),
  ])
  .refine((s) => s.follow !== 'webhook' || s.webhook_secret !== undefined, { path: ['webhook_secret'] })
  .refine((s) => s.follow === 'webhook' || s.webhook_secret === undefined, {
    path: ['webhook_secret'],
    error: 'is there, but follow is not webhook; write follow: webhook, or remove the secret',
  });
