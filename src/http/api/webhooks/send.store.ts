import { sql } from 'kysely';
import { z } from 'zod';
import { settle } from '../../../cases/settle-events.ts';
import type { Person } from '../../../domain/person.ts';
import type { Transaction } from '../../../postgres/database.ts';
import { readEvents } from '../events/event.store.ts';
import { presentEvent, toldEvent } from '../events/told-event.ts';
import { type Maker, mayTell } from './maker.ts';
import { isSending } from './webhook.store.ts';

const eventsAtOnce = 1_000;

/**
 * Writes a message for every event that a webhook wants and has none for yet. What happened is read behind the number
 * that each has reached, so that a service which stood still leaves nothing out. Returns whether there is more.
 */
export const planWebhooks = async (tx: Transaction, { people, now }: Planning): Promise<boolean> => {
  const { rows } = await sql<Subscribed>`
    select w.webhook_id, w.events, w.brands, w.confidences, w.last_event, w.mark_id, w.mark_at, w.created_by as "createdBy",
      (select json_build_object('id', k.key_id, 'scopes', k.scopes, 'isOver', coalesce(k.expires_at <= ${now}::timestamptz, false))
        from ops.api_key k where k.key_id = w.key_id) as key
    from desk.webhook w where ${isSending} order by w.webhook_id for update of w skip locked`.execute(tx);
  let hasMore = false;
  for (const row of rows) if (await planOne(tx, row, { people, now })) hasMore = true;
  return hasMore;
};

interface Planning {
  /** As they are configured now. */
  readonly people: readonly Person[];
  readonly now: Date;
}

interface Subscribed extends Maker {
  readonly webhook_id: string;
  readonly events: readonly string[];
  readonly brands: readonly string[] | null;
  readonly confidences: readonly string[];
  readonly last_event: string;
  readonly mark_id: string | null;
  readonly mark_at: Date | null;
}

const planOne = async (tx: Transaction, row: Subscribed, { people, now }: Planning): Promise<boolean> => {
  const { webhook_id: id, mark_id: markId, mark_at: markAt } = row;
  const mark = markId === null || markAt === null ? null : { id: Number(markId), atMs: markAt.getTime() };
  const last = Number(row.last_event);
  const events = await readEvents(tx, last, eventsAtOnce);
  if (events.length === 0) return false;
  const { passed, state } = settle({ last, mark }, events, now.getTime());
  const wanted = passed
    .filter(({ brand }) => row.brands?.includes(brand) ?? true)
    .filter((event) => mayTell(event, { maker: row, confidences: row.confidences }, people))
    .map(presentEvent)
    .filter(({ type }) => row.events.includes(type));
  const messages = wanted.map((event) => ({
    event_id: event.id,
    type: event.type,
    body: JSON.stringify({
      type: event.type,
      timestamp: event.at.toISOString(),
      data: z.encode(toldEvent, event),
    }),
  }));
  await sql`
    insert into desk.webhook_delivery (webhook_id, event_id, type, body, created_at, next_attempt_at)
    select ${id}, event_id, type, body, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(messages)}::json) as m (event_id bigint, type text, body text)
    order by event_id on conflict do nothing`.execute(tx);
  await tx
    .updateTable('desk.webhook')
    .set({
      last_event: state.last,
      mark_id: state.mark?.id ?? null,
      mark_at: state.mark === null ? null : new Date(state.mark.atMs),
    })
    .where('webhook_id', '=', id)
    .execute();
  return passed.length === eventsAtOnce;
};

/** Webhooks to which something is due. */
export const readDueWebhooks = async (tx: Transaction, now: Date): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select w.webhook_id as id from desk.webhook w where ${isSending} and exists (
      select 1 from desk.webhook_delivery d
      where d.webhook_id = w.webhook_id and d.state = 'pending' and d.next_attempt_at <= ${now}) order by 1`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

export interface DueMessage {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly body: string;
  readonly url: string;
  /** The newest first; two while receivers change to it. */
  readonly secrets: readonly string[];
  /** This one included. */
  readonly attempts: number;
}

/** An attempt that never reports back is repeated after this. */
const attemptMs = 60_000;

/** The oldest that is due to a webhook; the attempt is counted before it is made. null: none is. */
export const claimMessage = async (
  tx: Transaction,
  webhookId: string,
  now: Date,
): Promise<DueMessage | null> => {
  const { rows } = await sql<DueMessage>`
    update desk.webhook_delivery d set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + attemptMs)}
    from desk.webhook w where w.webhook_id = d.webhook_id and ${isSending} and d.delivery_id = (
      select delivery_id from desk.webhook_delivery
      where webhook_id = ${webhookId} and state = 'pending' and next_attempt_at <= ${now}
      order by next_attempt_at, delivery_id limit 1 for update skip locked)
    returning d.delivery_id as "deliveryId", d.webhook_id as "webhookId", d.event_id as "eventId", d.body, w.url, d.attempts,
      case when w.former_until > ${now} then array[w.secret, w.former_secret] else array[w.secret] end as secrets`.execute(
    tx,
  );
  return rows[0] ?? null;
};

export type Noted =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'later';
      readonly reason: string | null;
      readonly at: Date;
      readonly isCounted: boolean;
    };

export const noteMessage = async (
  tx: Transaction,
  deliveryId: string,
  { noted, now }: { readonly noted: Noted; readonly now: Date },
): Promise<void> => {
  const update = {
    delivered: sql`state = 'delivered', delivered_at = ${now}, last_error = null`,
    failed: sql`state = 'failed', last_error = ${noted.kind === 'failed' ? noted.reason : null}`,
    later:
      noted.kind === 'later'
        ? sql`next_attempt_at = ${noted.at}, last_error = ${noted.reason}, attempts = attempts - ${noted.isCounted ? 0 : 1}`
        : sql`state = state`,
  };
  await sql`update desk.webhook_delivery set ${update[noted.kind]} where delivery_id = ${deliveryId}`.execute(
    tx,
  );
};

/** Its receiver said that it is gone (410): nothing is sent there before a person says so. */
export const disableWebhook = async (
  tx: Transaction,
  webhookId: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> => {
  await tx
    .updateTable('desk.webhook')
    .set({ disabled_at: now, reason })
    .where('webhook_id', '=', webhookId)
    .execute();
};
