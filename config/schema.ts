import { z } from 'zod';
import { languages } from '../src/domain/classification.ts';
import { fileFields } from './config.ts';
import { channel } from './schema-channels.ts';
import { feedSource, webmentionSource } from './schema-feeds.ts';
import { vbulletinSource, xenforoSource } from './schema-forums.ts';
import { person } from './schema-people.ts';
import { danger, escalation, guard } from './schema-protection.ts';
import { pushSource } from './schema-push.ts';
import { redditSource } from './schema-reddit.ts';
import { appStoreSource, googlePlaySource } from './schema-reviews.ts';
import { routing } from './schema-routing.ts';
import { sink } from './schema-sinks.ts';
import { blueskySource, discourseSource, hackerNewsSource, mastodonSource } from './schema-social.ts';
import * as value from './schema-values.ts';
import { youtubeSource } from './schema-video.ts';

/** evenhand.yaml as written: what is absent gets its default in build-config.ts. Unknown keys are refused. */

const list = <T extends z.ZodType>(item: T) => z.array(item).max(10_000);
const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

const name = value.shortName;

const perSeverity = {
  critical: value.target.optional(),
  high: value.target.optional(),
  medium: value.target.optional(),
  low: value.target.optional(),
};

const sla = z.strictObject({
  ...perSeverity,
  first_response: about(z.strictObject(perSeverity).optional(), 'Until the first answer.'),
  next_response: about(
    z.strictObject(perSeverity).optional(),
    "Until the answer to the customer's next message.",
  ),
  resolution: about(z.strictObject(perSeverity).optional(), 'Warns, never orders; no default.'),
});

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const hours = z
  .strictObject({
    mon: value.opening.optional(),
    tue: value.opening.optional(),
    wed: value.opening.optional(),
    thu: value.opening.optional(),
    fri: value.opening.optional(),
    sat: value.opening.optional(),
    sun: value.opening.optional(),
  })
  .refine((week) => dayNames.some((day) => week[day] !== undefined && week[day] !== 'closed'), {
    error: 'name no day on which the support is open; write at least one, for example mon: 09:00-17:00',
  });

const brand = z
  .strictObject({
    names: about(list(value.phrase).optional(), 'Names; found in compounds too (Acme-Hotline).'),
    handles: about(list(value.handle).optional(), 'Handles that customers mention, with or without @.'),
    phrases: about(list(value.phrase).optional(), 'Other words that mean the brand, found as they stand.'),
    exclusions: z
      .strictObject({
        phrases: about(list(value.phrase).optional(), 'A post with one of these is not about the brand.'),
        authors: about(
          list(value.account).optional(),
          'Never kept, whatever they write; the audit counts them.',
        ),
      })
      .optional(),
    languages: list(z.enum(languages.filter((language) => language !== 'other')))
      .min(1)
      .optional(),
    timezone: about(value.timezone.optional(), 'IANA name, e.g. Europe/Berlin.'),
    hours: about(hours.optional(), 'When people answer; a day that is left out is closed.'),
    holidays: about(
      z.array(value.holiday).max(1_000).optional(),
      'Days that are no business days: dates, and regions whose public holidays are known.',
    ),
    accounts: z
      .strictObject({
        support: list(value.account).optional(),
        brand: list(value.account).optional(),
        executives: list(value.account).optional(),
        staff: list(value.account).optional(),
      })
      .optional(),
    sla: about(sla.optional(), 'A target for a severity is for both responses unless they are named apart.'),
    on_call: about(list(value.text).optional(), 'Who hears of danger to people at once.'),
  })
  .refine((b) => [b.names, b.handles, b.phrases].some((words) => (words ?? []).length > 0), {
    error: 'has nothing to listen for; add names, handles or phrases',
  });

const fileSource = z.strictObject({
  kind: z.literal('file'),
  path: value.text,
  map: about(
    z
      .strictObject(
        Object.fromEntries(fileFields.map((field) => [field, value.text.optional()])) as Record<
          (typeof fileFields)[number],
          z.ZodOptional<typeof value.text>
        >,
      )
      .optional(),
    'Our field: the column or key of the file.',
  ),
});

const xSource = z.strictObject({
  kind: z.literal('x'),
  mentions: about(
    list(
      z.string().regex(/^\d{1,20}$/, {
        error: 'must be the number of an X account in quotes, for example "12345678"',
      }),
    ).optional(),
    'Numbers of accounts whose mentions are read beside the search.',
  ),
  budget_usd_per_day: about(
    z.number().positive({ error: 'must be more than 0' }).optional(),
    'Reading stops for the day when it is used up.',
  ),
  budget_usd_per_month: about(
    z.number().positive({ error: 'must be more than 0' }).optional(),
    'The same for a calendar month (UTC).',
  ),
  stream: about(
    z.boolean().optional(),
    'Posts are heard as they are written, by rules in step with the brands; the search fills gaps.',
  ),
  base_url: value.url.optional(),
  poll_minutes: value.pollMinutes.optional(),
});

export const schema = z
  .strictObject({
    brands: about(
      z
        .record(name, brand)
        .refine((brands) => Object.keys(brands).length > 0, { error: 'is empty; add a brand' }),
      'The brands to listen for, by a short name.',
    ),
    sources: z
      .record(
        name,
        z.discriminatedUnion('kind', [
          fileSource,
          feedSource,
          xSource,
          pushSource,
          blueskySource,
          mastodonSource,
          hackerNewsSource,
          discourseSource,
          redditSource,
          webmentionSource,
          youtubeSource,
          googlePlaySource,
          appStoreSource,
          xenforoSource,
          vbulletinSource,
        ]),
      )
      .optional(),
    people: about(z.record(name, person).optional(), 'Who works here, by a short name.'),
    guard: about(
      guard.optional(),
      'Asks for a second approval before somebody who complained is acted against.',
    ),
    escalation: escalation.optional(),
    danger: about(danger.optional(), 'Own routes, protocols and report links of the four kinds.'),
    acknowledgement: about(
      z.strictObject({ en: value.text.optional(), de: value.text.optional() }).optional(),
      'The one text by which a customer is told that a complaint was read.',
    ),
    routing: about(routing.optional(), 'Which team works which case.'),
    network: z
      .strictObject({
        allow: about(list(value.hostPort).optional(), 'Feeds and webhooks on your own network.'),
      })
      .optional(),
    channels: z.record(name, channel).optional(),
    sinks: about(z.record(name, sink).optional(), 'Helpdesks that get tickets, by a short name.'),
    digest: z
      .strictObject({
        at: about(value.timeOfDay.optional(), "In each brand's timezone."),
        dir: value.text.optional(),
        channel: about(name.optional(), 'A channel for comms.'),
      })
      .optional(),
    retention: z
      .strictObject({
        posts_without_case_days: value.days.optional(),
        exact_counts_days: about(value.days.optional(), 'Then follower counts become bands.'),
        closed_cases_days: value.days.optional(),
        contacts_days: about(value.days.optional(), "The company's own log of calls and tickets."),
        tombstone_days: about(
          value.days.optional(),
          'How long a deleted post is remembered by its id alone; longer than any backup is kept.',
        ),
        ledger: about(
          value.text.optional(),
          'Where erasures are noted outside the database; erasures.ndjson of the data folder by default.',
        ),
      })
      .optional(),
    http: z
      .strictObject({
        host: z
          .string()
          .regex(/^[A-Za-z0-9.:_-]+$/, { error: 'must be a host name or an address' })
          .optional(),
        port: z
          .int()
          .min(0, { error: 'must be a port from 0 to 65535' })
          .max(65_535, { error: 'must be a port from 0 to 65535' })
          .optional(),
        public_url: about(
          value.url.optional(),
          'Under which the world reaches this service; hubs of feeds (WebSub) call there.',
        ),
        trusted_proxies: about(
          list(value.network).optional(),
          'Proxies in front of this service: what they say in X-Forwarded-For is believed, so that wrong keys of one caller slow down nobody else.',
        ),
      })
      .optional(),
  })
  .meta({ title: 'evenhand.yaml', description: 'What Evenhand listens for, where, and whom it tells.' });

export type WrittenConfig = z.output<typeof schema>;
export type WrittenBrand = WrittenConfig['brands'][string];
export type WrittenSource = NonNullable<WrittenConfig['sources']>[string];
export type WrittenChannel = NonNullable<WrittenConfig['channels']>[string];
