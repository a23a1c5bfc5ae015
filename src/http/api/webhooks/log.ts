import { z } from 'zod';
import { type Operation, operation } from '../operation.ts';
import { done, refuse } from '../outcome.ts';
import { cursor, limit, pageOf, rowId } from '../values.ts';
import { listDeliveries, replayDelivery } from './delivery.store.ts';
import { params, shared, withWebhook } from './own-webhook.ts';

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

const deliveryParams = params.extend({ deliveryId: rowId });

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

export const logOperations: readonly Operation[] = [log, replay];
