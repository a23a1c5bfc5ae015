import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseUrl } from '../../../lib/parse-url.ts';
import { type Caller, type Confidence, confidences, mayKnow, maySeeBrand } from '../access/caller.ts';
import { eventTypes } from '../events/told-event.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Problem, refuse } from '../outcome.ts';
import { logOperations } from './log.ts';
import { fields, mayManage, params, present, shared, webhook, withWebhook } from './own-webhook.ts';
import {
  addWebhook,
  findWebhook,
  listWebhooks,
  mostWebhooks,
  newSecret,
  removeWebhook,
  resumeWebhook,
  rotateSecret,
} from './webhook.store.ts';

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
      secret: newSecret(),
    };
    const keyId = caller.person === null ? caller.keyId : null;
    return (await addWebhook(tx, { ...added, keyId }))
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
    return done({ items: all.filter((each) => mayManage(each, caller.person)).map(present) });
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
      return done(present((await findWebhook(context.tx, webhookId)) ?? found));
    }),
});

const mostGraceHours = 7 * 24;

const rotate = operation({
  ...shared,
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/:webhookId/rotate',
  summary: 'A new secret, shown once. Messages carry the signatures of both until the old one ends.',
  params,
  body: z.strictObject({
    graceHours: z
      .int()
      .min(0)
      .max(mostGraceHours)
      .default(24)
      .meta({ description: 'How long the old one signs too; 0: no longer, because somebody else knows it.' }),
  }),
  answer: {
    status: 200,
    body: z.object({ ...fields, secret: z.string(), formerUntil: z.date() }).meta({ id: 'RotatedWebhook' }),
  },
  problems: [404],
  handle: ({ params: { webhookId }, body }, context) =>
    withWebhook(webhookId, context, async (found) => {
      const secret = newSecret();
      const formerUntil = new Date(context.now.getTime() + body.graceHours * 3_600_000);
      await rotateSecret(context.tx, webhookId, { secret, formerUntil });
      return done({ ...present(found), secret, formerUntil });
    }),
});

export const webhookOperations: readonly Operation[] = [add, list, remove, resume, rotate, ...logOperations];
