import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseUrl } from '../../../lib/parse-url.ts';
import { type Caller, type Confidence, confidences, mayKnow, maySeeBrand } from '../access/caller.ts';
import { eventTypes } from '../events/told-event.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Problem, refuse } from '../outcome.ts';
import { cursor, limit, pageOf, rowId } from '../values.ts';
import { listDeliveries, replayDelivery } from './delivery.store.ts';
import {
  addWebhook,
  findWebhook,
  listWebhooks,
  mostWebhooks,
  removeWebhook,
  resumeWebhook,
  type Webhook,
} from './webhook.store.ts';

const shared = {
  tag: 'webhooks',
  scope: 'webhooks:write',
  needs: 'run_service',
} as const;

const fields = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(eventTypes)),
  brands: z.array(z.string()).nullable(),
  confidences: z.array(z.enum(confidences)).meta({ description: 'What confidential cases it hears of.' }),
  createdAt: z.date(),
  createdBy: z.string(),
  disabledAt: z.date().nullable().meta({ description: 'Its receiver answered 410.' }),
  reason: z.string().nullable(),
};
const webhook = z.object(fields).meta({ id: 'Webhook' });

const delivery = z
  .object({
    id: z.string(),
    eventId: z.int(),
    type: z.string(),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.int(),
    createdAt: z.date(),
    nextAttemptAt: z.date().nullable(),
    deliveredAt: z.date().nullable(),
    lastError: z
      .string()
      .nullable()
      .meta({ description: 'Short code: `http_500`, `timeout`, `address_refused`.' }),
  })
  .meta({ id: 'WebhookDelivery' });

const params = z.strictObject({ webhookId: z.string().regex(/^wh_[0-9a-f]{16}$/, 'wh_ and 16 hex digits') });
const deliveryParams = params.extend({ deliveryId: rowId });

const add = operation({
  ...shared,
  id: 'addWebhook',
  method: 'POST',
  path: '/webhooks',
  summary: 'Have events sent to an address, signed as Standard Webhooks. The secret is shown once.',
  body: z.strictObject({
    url: z
      .string()
      .min(1)
      .max(500)
      .meta({ description: 'http or https; an address of your own network must stand in network.allow.' }),
    events: z
      .array(z.enum(eventTypes))
      .min(1)
      .max(10)
      .default([...eventTypes]),
    brands: z
      .array(z.string().min(1).max(80))
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Absent: every brand of the caller.' }),
    confidences: z.array(z.enum(confidences)).max(confidences.length).default([]).meta({
      description:
        'Also events of danger, disputes and complaints about staff, as far as the caller may know of them.',
    }),
  }),
  answer: { status: 201, body: z.object({ ...fields, secret: z.string() }).meta({ id: 'NewWebhook' }) },
  problems: [404],
  handle: async ({ body }, context) => {
    const { tx, now, caller } = context;
    const refused =
      refuseAddress(body.url) ??
      refuseBrands(body.brands ?? [], context) ??
      refuseConfidences(body.confidences, caller);
    if (refused !== null) return refused;
    const added = {
      id: `wh_${randomBytes(8).toString('hex')}`,
      url: body.url,
      events: [...new Set(body.events)],
      brands: body.brands ?? caller.person?.brands?.slice() ?? null,
      confidences: [...new Set(body.confidences)],
      createdAt: now,
      createdBy: caller.actor,
      secret: `whsec_${randomBytes(32).toString('base64')}`,
    };
    return (await addWebhook(tx, added))
      ? done({ ...added, disabledAt: null, reason: null })
      : refuse(409, 'too_many_webhooks', `there are ${mostWebhooks} webhooks already: delete one first`);
  },
});

const refuseAddress = (address: string): Problem | null => {
  const url = parseUrl(address);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isWeb
    ? null
    : refuse(422, 'bad_address', 'the url is no http or https address, or holds a password');
};

const refuseBrands = (asked: readonly string[], { brands, caller }: OperationContext): Problem | null => {
  const strange = asked.find((brand) => !brands.includes(brand) || !maySeeBrand(caller, brand));
  return strange === undefined
    ? null
    : refuse(404, 'unknown_brand', `there is no brand "${strange}" here, or it is not one of yours`);
};

const refuseConfidences = (asked: readonly Confidence[], caller: Caller): Problem | null => {
  const lacking = asked.find((one) => !mayKnow(caller, one));
  return lacking === undefined
    ? null
    : refuse(
        403,
        'not_cleared',
        `this key may not know of such cases (${lacking}): docs/api.md says what it needs`,
      );
};

const list = operation({
  ...shared,
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  summary: 'Every webhook, the oldest first.',
  answer: { status: 200, body: z.object({ items: z.array(webhook) }) },
  problems: [],
  handle: async (_asked, { tx, caller }) => {
    const all = await listWebhooks(tx);
    return done({ items: all.filter((each) => isOwn(each, caller)).map(present) });
  },
});

const remove = operation({
  ...shared,
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/webhooks/:webhookId',
  summary: 'Send nothing there any more; its log goes too.',
  params,
  answer: { status: 200, body: webhook },
  problems: [404],
  handle: ({ params: { webhookId } }, context) =>
    withWebhook(webhookId, context, async (found) => {
      await removeWebhook(context.tx, webhookId);
      return done(present(found));
    }),
});

const resume = operation({
  ...shared,
  id: 'resumeWebhook',
  method: 'POST',
  path: '/webhooks/:webhookId/resume',
  summary: 'Its receiver is back: what waited is sent.',
  params,
  answer: { status: 200, body: webhook },
  problems: [404],
  handle: ({ params: { webhookId } }, context) =>
    withWebhook(webhookId, context, async (found) => {
      await resumeWebhook(context.tx, webhookId);
      return done(present({ ...found, disabledAt: null, reason: null }));
    }),
});

const log = operation({
  ...shared,
  id: 'listDeliveries',
  method: 'GET',
  path: '/webhooks/:webhookId/deliveries',
  summary: 'What was sent there and how it went, the newest first; kept for 30 days.',
  params,
  query: z.strictObject({ state: delivery.shape.state.optional(), after: cursor.optional(), limit }),
  answer: { status: 200, body: pageOf(delivery) },
  problems: [404],
  handle: ({ params: { webhookId }, query }, context) =>
    withWebhook(webhookId, context, async () => {
      const { state = null, after = null } = query;
      const page = await listDeliveries(context.tx, { webhookId, state, after, limit: query.limit });
      return page === null
        ? refuse(400, 'bad_cursor', '"after" is no cursor of this list: take "next" of a page of it')
        : done({ items: [...page.deliveries], next: page.next });
    }),
});

const replay = operation({
  ...shared,
  id: 'replayDelivery',
  method: 'POST',
  path: '/webhooks/:webhookId/deliveries/:deliveryId/replay',
  summary: 'Send the very message again, under its old id.',
  params: deliveryParams,
  answer: { status: 202, body: delivery },
  problems: [404],
  handle: ({ params: { webhookId, deliveryId } }, context) =>
    withWebhook(webhookId, context, async () => {
      const { tx, now } = context;
      const again = await replayDelivery(tx, { webhookId, id: deliveryId, now });
      return again === null
        ? refuse(404, 'unknown_delivery', `nothing numbered ${deliveryId} was sent there`)
        : done(again);
    }),
});

const withWebhook = async <Answered>(
  id: string,
  { tx, caller }: OperationContext,
  work: (found: Webhook) => Promise<Answered>,
): Promise<Answered | Problem> => {
  const found = await findWebhook(tx, id);
  return found === null || !isOwn(found, caller)
    ? refuse(404, 'unknown_webhook', `there is no webhook ${id}`)
    : work(found);
};

/** Whoever works for some brands alone neither sees nor changes what others hear. */
const isOwn = ({ brands }: Webhook, { person }: Caller): boolean =>
  person === null ||
  person.brands === null ||
  (brands?.every((brand) => person.brands?.includes(brand)) ?? false);

/** The table holds our own words. */
const present = ({ events, brands, confidences: heard, ...rest }: Webhook): z.output<typeof webhook> => ({
  ...rest,
  confidences: confidences.filter((one) => heard.includes(one)),
  events: events.flatMap((event) => eventTypes.find((known) => known === event) ?? []),
  brands: brands === null ? null : [...brands],
});

export const webhookOperations: readonly Operation[] = [add, list, remove, resume, log, replay];
