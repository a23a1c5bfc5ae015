import { sql } from 'kysely';
import { readCursor, writeCursor } from '../../../cases/keyset.ts';
import type { Transaction } from '../../../postgres/database.ts';

/** What was sent, or is to be, to a webhook: one message an event. */
export interface WebhookDelivery {
  readonly id: string;
  readonly eventId: number;
  readonly type: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly createdAt: Date;
  /** null: nothing more is tried. */
  readonly nextAttemptAt: Date | null;
  readonly deliveredAt: Date | null;
  /** Short code: `http_500`, `timeout`, `address_refused`. */
  readonly lastError: string | null;
}

interface LogAsk {
  readonly webhookId: string;
  readonly state: WebhookDelivery['state'] | null;
  readonly after: string | null;
  readonly limit: number;
}

/** One page of the log, the newest first; null: `after` is no cursor of it. */
export const listDeliveries = async (
  tx: Transaction,
  { webhookId, state, after, limit }: LogAsk,
): Promise<{ readonly deliveries: readonly WebhookDelivery[]; readonly next: string | null } | null> => {
  const key = after === null ? null : readCursor('deliveries', after, 1);
  if (after !== null && key === null) return null;
  const [at] = key?.times ?? [];
  const behind =
    key === null ? sql`true` : sql`(created_at, delivery_id) < (${at}::timestamptz, ${key.id}::bigint)`;
  const inState = state === null ? sql`true` : sql`state = ${state}`;
  const { rows } = await sql<DeliveryRow>`
    select ${columns} from desk.webhook_delivery where webhook_id = ${webhookId} and ${inState} and ${behind}
    order by created_at desc, delivery_id desc limit ${limit + 1}`.execute(tx);
  const deliveries = rows.slice(0, limit).map(toDelivery);
  const last = deliveries.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor('deliveries', { times: [last.createdAt], id: last.id })
      : null;
  return { deliveries, next };
};

/** Sends the very message again, under its old id: whoever has it knows it by that. null: there is none. */
export const replayDelivery = async (
  tx: Transaction,
  { webhookId, id, now }: { readonly webhookId: string; readonly id: string; readonly now: Date },
): Promise<WebhookDelivery | null> => {
  const { rows } = await sql<DeliveryRow>`
    update desk.webhook_delivery set state = 'pending', attempts = 0, next_attempt_at = ${now}, delivered_at = null, last_error = null
    where webhook_id = ${webhookId} and delivery_id = ${id} returning ${columns}`.execute(tx);
  return rows[0] === undefined ? null : toDelivery(rows[0]);
};

/** What ended before this is let go of. */
export const dropDeliveries = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from desk.webhook_delivery where delivery_id in (
      select delivery_id from desk.webhook_delivery where state <> 'pending' and created_at < ${before}
      limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

interface DeliveryRow extends Omit<WebhookDelivery, 'eventId'> {
  readonly eventId: string;
}

const toDelivery = (row: DeliveryRow): WebhookDelivery => ({ ...row, eventId: Number(row.eventId) });

const columns = sql`delivery_id as id, event_id as "eventId", type, state, attempts, created_at as "createdAt",
  case when state = 'pending' then next_attempt_at end as "nextAttemptAt", delivered_at as "deliveredAt", last_error as "lastError"`;
