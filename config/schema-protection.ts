import { z } from 'zod';
import { dangerKinds } from '../src/domain/classification.ts';
import { escalationCriteria } from '../src/domain/escalation.ts';
import { severities } from '../src/domain/severity.ts';
import * as value from './schema-values.ts';

/** The retaliation guard, escalation and danger, as evenhand.yaml says them. */

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });
const few = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100);
const name = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, {
  error: 'must be a short name of a-z, 0-9, - and _, for example late-answers',
});
const longText = z.string().trim().min(1, { error: 'is empty' }).max(8_000, {
  error: 'is longer than 8,000 characters',
});

export const guard = z.strictObject({
  secret: about(value.webhookSecret, "What the company's systems sign their questions with."),
  former_secret: about(value.webhookSecret.optional(), 'Taken too, until every system has the new one.'),
  random_share: about(
    z
      .number()
      .min(0.01, { error: 'must be at least 0.01, or an answer would tell who complained' })
      .max(0.5, { error: 'must be at most 0.5' })
      .optional(),
    'Of clean actions that need a second approval too, so that an answer tells nothing.',
  ),
  recent_days: about(
    value.days.optional(),
    'How long after its last event a case still guards its customer.',
  ),
  valid_days: about(
    value.days.optional(),
    'How long the answer proceed holds; an action that was not carried out by then is asked about anew.',
  ),
  customer_count: about(
    z.int().min(1, { error: 'must be at least 1' }).optional(),
    'All customers of the company: the baseline of the report.',
  ),
});

const waitStep = z.strictObject({
  wait: value.duration.refine((written) => written !== 0, { error: 'must be more than 0' }),
});
const notifyStep = z.strictObject({
  notify: z.union([z.strictObject({ channel: value.text }), z.strictObject({ person: value.text })], {
    error: 'must name one channel or one person, for example { channel: duty }',
  }),
});
const turnStep = z.strictObject({ round_robin: few(value.text) });
const repeatStep = z.strictObject({
  repeat: z
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be at least 1' })
    .max(5, { error: 'must be at most 5' }),
});

const chain = z
  .strictObject({
    when: z
      .strictObject({
        breached: about(
          z.int().min(1).max(10).optional(),
          'Deadlines that passed without an answer, this many.',
        ),
        severity: few(z.enum(severities)).optional(),
        older_than: about(value.duration.optional(), 'Since the clock of the open answer began.'),
        failed_remedy: about(z.literal(true).optional(), 'It was resolved and the customer came back.'),
        brands: few(value.text).optional(),
      })
      .refine((when) => ['breached', 'severity', 'older_than', 'failed_remedy'].some((key) => key in when), {
        error: 'starts for every case; name breached, severity, older_than or failed_remedy',
      }),
    steps: few(
      z.union([waitStep, notifyStep, turnStep, repeatStep], {
        error:
          'is no step; write wait: 30m, notify: { channel: duty }, notify: { person: lea }, round_robin: [kim, lea] or repeat: 2',
      }),
    ),
  })
  .refine(({ steps }) => steps.every((step, place) => !('repeat' in step) || place === steps.length - 1), {
    path: ['steps'],
    error: 'go on after repeat; repeat must be the last step',
  })
  .refine(({ steps }) => steps.some((step) => 'notify' in step || 'round_robin' in step), {
    path: ['steps'],
    error: 'tell nobody; add notify or round_robin',
  })
  .refine(({ steps }) => !steps.some((step) => 'repeat' in step) || steps.some((step) => 'wait' in step), {
    path: ['steps'],
    error: 'repeat without a pause; add a wait',
  });

export const escalation = z.strictObject({
  chains: about(z.record(name, chain).optional(), 'Who is told in which order while a case waits.'),
  executive: about(
    z
      .strictObject({
        criteria: about(few(z.enum(escalationCriteria)).optional(), 'What the record must show.'),
        older_than: about(value.duration.optional(), 'Of the criterion age.'),
        reason_codes: about(few(name).optional(), 'Why staff escalates, one of these.'),
        weekly_quota: about(
          z.int().min(1, { error: 'must be at least 1' }).max(1_000).optional(),
          'Granted for a brand from Monday to Sunday, UTC.',
        ),
        expires_after: about(value.duration.optional(), 'Until a request that nobody decided lapses.'),
        answer_within: about(value.duration.optional(), 'Until the written answer, whatever was decided.'),
      })
      .optional(),
    'The way to an executive, for staff and customers.',
  ),
});

const dangerKind = z.strictObject({
  on_call_channels: about(few(value.text).optional(), 'Who hears of this kind, instead of all on call.'),
  protocol: about(
    z.strictObject({ en: longText.optional(), de: longText.optional() }).optional(),
    'What to do, in the words of the company.',
  ),
  report_links: about(
    z.record(name, value.url).optional(),
    'Where the platform takes a report of this kind, by kind or name of the source.',
  ),
});

export const danger = z.partialRecord(z.enum(dangerKinds), dangerKind);
