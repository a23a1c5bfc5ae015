import { z } from 'zod';
import type { Person } from '../../../domain/person.ts';
import { confidences } from '../access/caller.ts';
import { eventTypes } from '../events/told-event.ts';
import type { OperationContext } from '../operation.ts';
import { type Problem, refuse } from '../outcome.ts';
import { findWebhook, type Webhook } from './webhook.store.ts';

export const shared = {
  tag: 'webhooks',
  scope: 'webhooks:write',
  needs: 'run_service',
} as const;

export const fields = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(eventTypes)),
  brands: z.array(z.string()).nullable(),
  confidences: z.array(z.enum(confidences)).meta({ description: 'What confidential cases it hears of.' }),
  createdAt: z.date(),
  createdBy: z.string(),
  disabledAt: z
    .date()
    .nullable()
    .meta({ description: 'Its receiver answered 410, or the key that made it was revoked.' }),
  reason: z.string().nullable(),
};
export const webhook = z.object(fields).meta({ id: 'Webhook' });

export const params = z.strictObject({
  webhookId: z.string().regex(/^wh_[0-9a-f]{16}$/, 'wh_ and 16 hex digits'),
});

export const withWebhook = async <Answered>(
  id: string,
  { tx, caller }: OperationContext,
  work: (found: Webhook) => Promise<Answered>,
): Promise<Answered | Problem> => {
  const found = await findWebhook(tx, id);
  return found === null || !mayManage(found, caller.person)
    ? refuse(404, 'unknown_webhook', `there is no webhook ${id}`)
    : work(found);
};

/** Whoever works for some brands alone neither sees nor changes what others hear. null: a program, or nobody is configured. */
export const mayManage = ({ brands }: Webhook, person: Person | null): boolean =>
  person === null ||
  person.brands === null ||
  (brands?.every((brand) => person.brands?.includes(brand)) ?? false);

/** The table holds our own words. */
export const present = ({
  events,
  brands,
  confidences: heard,
  ...rest
}: Webhook): z.output<typeof webhook> => ({
  ...rest,
  confidences: confidences.filter((one) => heard.includes(one)),
  events: events.flatMap((event) => eventTypes.find((known) => known === event) ?? []),
  brands: brands === null ? null : [...brands],
});
