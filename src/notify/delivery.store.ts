import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { FrozenNotification } from './content.ts';

export interface PendingNotification extends FrozenNotification {
  /** This attempt included. */
  readonly attempts: number;
}

/** An attempt that never reports back is repeated after this, with the same id. */
const attemptMs = 60_000;

/** Claims what is due: the attempt is counted before it is made. */
export const claimDue = async (tx: Transaction, now: Date, limit: number): Promise<PendingNotification[]> => {
  const { rows } = await sql<{
    notification_id: string;
    channel: string;
    kind: string;
    members: string[];
    content_type: string;
    body: Buffer;
    attempts: number;
  }>`
    update desk.notification set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + attemptMs)}
    where notification_id in (
      select n.notification_id from desk.notification n left join desk.channel c on c.channel = n.channel
      where n.state = 'pending' and n.next_attempt_at <= ${now} and c.disabled_at is null
      order by n.created_at limit ${limit} for update of n skip locked)
    returning notification_id, channel, kind, members, content_type, body, attempts`.execute(tx);
  return rows.map((row) => ({
    id: row.notification_id,
    channel: row.channel,
    kind: row.kind as FrozenNotification['kind'],
    memberIds: row.members,
    contentType: row.content_type,
    body: row.body,
    attempts: row.attempts,
  }));
};

/** The same bytes are due again at once, and the attempt was none. */
export const unclaim = async (tx: Transaction, id: string, now: Date): Promise<void> => {
  await sql`
    update desk.notification set attempts = greatest(attempts - 1, 0), next_attempt_at = ${now}
    where notification_id = ${id} and state = 'pending'`.execute(tx);
};

/** Bytes go once they are delivered. */
export const markDelivered = async (tx: Transaction, id: string, now: Date): Promise<void> => {
  await sql`update desk.notification set state = 'delivered', delivered_at = ${now}, body = null, last_error = null where notification_id = ${id}`.execute(
    tx,
  );
};

export const markFailed = async (
  tx: Transaction,
  id: string,
  failure: { reason: string; retryAt: Date | null },
): Promise<void> => {
  if (failure.retryAt === null)
    await sql`update desk.notification set state = 'failed', body = null, last_error = ${failure.reason} where notification_id = ${id}`.execute(
      tx,
    );
  else
    await sql`update desk.notification set next_attempt_at = ${failure.retryAt}, last_error = ${failure.reason} where notification_id = ${id} and state = 'pending'`.execute(
      tx,
    );
};

/** Every later message would fail alike, until a person mends the configuration and starts the service again. */
export const disableChannel = async (
  tx: Transaction,
  channel: string,
  reason: string,
  now: Date,
): Promise<void> => {
  await sql`
    insert into desk.channel (channel, disabled_at, reason) values (${channel}, ${now}, ${reason})
    on conflict (channel) do update set disabled_at = excluded.disabled_at, reason = excluded.reason`.execute(
    tx,
  );
};

/** A start is a person's word that the configuration was looked at. */
export const enableChannels = async (tx: Transaction, channels: readonly string[]): Promise<void> => {
  await sql`update desk.channel set disabled_at = null, reason = null where channel = any(${[...channels]}::text[])`.execute(
    tx,
  );
};
