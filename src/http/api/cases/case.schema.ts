import { z } from 'zod';
import { caseStatuses, dispositions } from '../../../cases/fold-types.ts';
import { categories, dangerKinds, evidenceKinds } from '../../../domain/classification.ts';
import { severities } from '../../../domain/severity.ts';

/** What an answer holds more than its schema is left out of it: no column slips through. */
const reason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  start: z.int().optional(),
  end: z.int().optional(),
});

const shared = {
  id: z.string().meta({ description: '`EH-12`.' }),
  brand: z.string(),
  source: z.string(),
  severity: z.enum(severities).meta({ description: 'What is at stake. The only ladder there is.' }),
  danger: z.enum(dangerKinds).nullable(),
  status: z.enum(caseStatuses),
  disposition: z.enum(dispositions).nullable(),
  inDispute: z.boolean(),
  isHistory: z.boolean(),
  categories: z.array(z.enum(categories)),
  reasons: z.array(reason),
  openedAt: z.date(),
  receivedAt: z.date(),
  clockStart: z.date(),
  dueAt: z.date().nullable().meta({ description: 'null: no answer is owed.' }),
  dueTarget: z.enum(['first_response', 'next_response']).nullable(),
  assignee: z.string().nullable(),
  takenAt: z.date().nullable(),
};

const swarm = z.object({ id: z.string(), cases: z.int() });

export const listedCase = z
  .object({
    ...shared,
    swarm: swarm
      .nullable()
      .meta({ description: 'Of a swarm the queue shows the case that is due first, for all.' }),
  })
  .meta({ id: 'ListedCase' });

export const response = z.object({
  at: z.date(),
  via: z.enum(['public_reply_seen', 'sink', 'agent_mark']),
  actor: z.string(),
});

const post = z.object({
  id: z.string(),
  source: z.string(),
  nativeId: z
    .string()
    .nullable()
    .meta({ description: 'null: an address, which is told once the case is taken.' }),
  revision: z.int(),
  role: z.string(),
  at: z.date(),
  receivedAt: z.date(),
  text: z.string().nullable().meta({ description: 'null: deleted, erased, or not for this key.' }),
  url: z
    .string()
    .nullable()
    .meta({ description: 'Told once the case is taken: it carries the name of the author.' }),
  hasImage: z.boolean(),
  severity: z.enum(severities).nullable(),
  outOfBand: z.string().nullable(),
  evidence: z.array(
    z.object({
      kind: z.enum(evidenceKinds),
      start: z.int(),
      end: z.int(),
      label: z.string().optional(),
    }),
  ),
});

const activity = z.object({
  at: z.date(),
  kind: z.string(),
  actor: z.string(),
  isAutomated: z.boolean(),
  isInternal: z.boolean(),
  previous: z.string().nullable(),
  value: z.string().nullable(),
  note: z.string().nullable(),
});

export const shownCase = z
  .object({
    ...shared,
    version: z.int().meta({ description: 'Also the `ETag`.' }),
    mergedInto: z.string().nullable(),
    linkedTo: z.string().nullable(),
    resolvedAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    firstResponse: response.nullable(),
    lastResponseAt: z.date().nullable(),
    policy: z.string(),
    posts: z.array(post),
    activities: z.array(activity),
  })
  .meta({ id: 'Case' });
