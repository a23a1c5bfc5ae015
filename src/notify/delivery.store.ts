import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { FrozenNotification } from './content.ts';

/**
 * Where frozen bytes wait, and the role that may open it. A letter holds figures of reach: it waits under seal, where
 * no blind stage can read it (lock 3); its tray is named in `src/digest`, which none can import (lock 2).
 */
export interface Tray {
  readonly table: 'desk.notification' | 'sealed.letter';
  readonly role: 'desk' | 'reach';
}
export const alertTray: Tray = { table: 'desk.notification', role: 'desk' };

/** Frozen before it is sent; every retry carries these bytes. What is frozen already stays as it is. */
export const insertFrozen = async (
  tx: Transaction,
  tray: Tray,
  frozen: readonly FrozenNotification[],
  now: Date,
): Promise<void> => {
  if (frozen.length === 0) return;
  const rows = frozen.map((one) => ({
    notification_id: one.id,
    channel: one.channel,
    kind: one.kind,
    members: one.memberIds,
    content_type: one.contentType,
    body: Buffer.from(one.body).toString('base64'),
    thread: one.thread ?? null,
    stage: one.stage ?? null,
    answers: one.answers ?? null,
  }));
  await sql`
    insert into ${sql.table(tray.table)} (notification_id, channel, kind, members, content_type, body, thread, stage, answers, created_at, next_attempt_at)
    select notification_id, channel, kind, members, content_type, decode(body, 'base64'), thread, stage, answers, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (notification_id text, channel text, kind text, members jsonb, content_type text, body text, thread text, stage text, answers text)
    on conflict (notification_id) do nothing`.execute(tx);
};

export interface PendingNotification extends FrozenNotification {
  /** This attempt included. */
  readonly attempts: number;
}

/** An attempt that never reports back is repeated after this, with the same id. */
const attemptMs = 60_000;

/** Channels to which something is due, whether they are still configured or not. */
export const readDueChannels = async (tx: Transaction, tray: Tray, now: Date): Promise<string[]> => {
  const { rows } = await sql<{ channel: string }>`
    select distinct n.channel from ${sql.table(tray.table)} n left join desk.channel c on c.channel = n.channel
    where n.state = 'pending' and n.next_attempt_at <= ${now} and c.disabled_at is null order by 1`.execute(
    tx,
  );
  return rows.map(({ channel }) => channel);
};

/**
 * Claims the oldest message that is due to a channel: the attempt is counted before it is made, and to which message of
 * its thread it belongs is fixed with the first one, so that every retry says the same. null: none is.
 */
export const claimDue = async (
  tx: Transaction,
  tray: Tray,
  channel: string,
  now: Date,
): Promise<PendingNotification | null> => {
  const table = sql.table(tray.table);
  const { rows } = await sql<ClaimedRow>`
    update ${table} n set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + attemptMs)},
      answers = case when n.thread is null then n.answers else coalesce(n.answers, (
        select r.receipt from ${table} r where r.channel = n.channel and r.thread = n.thread and r.receipt is not null and r.kind <> 'follow'
        order by r.delivered_at, r.notification_id limit 1), '') end
    where n.notification_id = (
      select p.notification_id from ${table} p left join desk.channel c on c.channel = p.channel
      where p.state = 'pending' and p.channel = ${channel} and p.next_attempt_at <= ${now} and c.disabled_at is null
      order by p.created_at, p.notification_id limit 1 for update of p skip locked)
    returning n.notification_id, n.kind, n.members, n.content_type, n.body, n.attempts, n.thread, n.answers, ${reachedOf(tray)} as reached`.execute(
    tx,
  );
  const [row] = rows;
  return row === undefined ? null : claimed(row, channel);
};

interface ClaimedRow {
  notification_id: string;
  kind: string;
  members: string[];
  content_type: string;
  body: Buffer;
  attempts: number;
  thread: string | null;
  answers: string | null;
  reached: string[] | null;
}

/** A letter to comms remembers no single reader: whom a server refused for a while reads it in the digest's file. */
const reachedOf = ({ table }: Tray) => (table === 'desk.notification' ? sql`n.reached` : sql`null::jsonb`);

const claimed = (row: ClaimedRow, channel: string): PendingNotification => ({
  id: row.notification_id,
  channel,
  kind: row.kind as FrozenNotification['kind'],
  memberIds: row.members,
  contentType: row.content_type,
  body: row.body,
  attempts: row.attempts,
  ...(row.thread === null ? {} : { thread: row.thread }),
  ...(row.answers === null ? {} : { answers: row.answers }),
  ...(row.reached === null ? {} : { reached: row.reached }),
});

/** The same bytes are due again at once, and the attempt was none. */
export const unclaim = async (tx: Transaction, tray: Tray, id: string, now: Date): Promise<void> => {
  await sql`
    update ${sql.table(tray.table)} set attempts = greatest(attempts - 1, 0), next_attempt_at = ${now}
    where notification_id = ${id} and state = 'pending'`.execute(tx);
};

/** What is delivered, what the receiver calls it, and what went wrong for some of its readers. */
export interface Noted {
  readonly id: string;
  readonly receipt: string | null;
  readonly remark: string | null;
}

/** Bytes go once they are delivered. */
export const markDelivered = async (
  tx: Transaction,
  tray: Tray,
  { id, receipt, remark }: Noted,
  now: Date,
): Promise<void> => {
  await sql`
    update ${sql.table(tray.table)} set state = 'delivered', delivered_at = ${now}, body = null, last_error = ${remark}::text, receipt = ${receipt}::text
    where notification_id = ${id}`.execute(tx);
};

/** Readers who have it are not written to again. */
export const noteReached = async (tx: Transaction, id: string, reached: readonly string[]): Promise<void> => {
  await sql`
    update desk.notification set reached = coalesce(reached, '[]'::jsonb) || ${JSON.stringify(reached)}::jsonb
    where notification_id = ${id}`.execute(tx);
};

/** `retryAt` null: it is given up, and its bytes go. Where its channel is switched off it is not due before a start. */
export const markFailed = async (
  tx: Transaction,
  tray: Tray,
  id: string,
  { reason, retryAt }: { reason: string; retryAt: Date | null },
): Promise<void> => {
  const update = sql`update ${sql.table(tray.table)} set last_error = ${reason}`;
  await (retryAt === null
    ? sql`${update}, state = 'failed', body = null where notification_id = ${id}`
    : sql`${update}, next_attempt_at = ${retryAt} where notification_id = ${id} and state = 'pending'`
  ).execute(tx);
};

/**
 * A start may follow a repair: what waits for a later try is due now, and the try is not counted, so that a service
 * which starts over and over gives nothing up for it. What another process sends at this moment stays with it, unless
 * there is none (`isAlone`); a channel that is switched off is left to `enableChannels`. Returns how many were hurried.
 */
export const hurryPending = async (
  tx: Transaction,
  tray: Tray,
  { now, isAlone }: { now: Date; isAlone: boolean },
): Promise<number> => {
  const sendingUntil = new Date(now.getTime() + (isAlone ? 0 : attemptMs));
  const hurried = await sql`
    update ${sql.table(tray.table)} n set next_attempt_at = ${now}, attempts = greatest(attempts - 1, 0)
    where n.state = 'pending' and n.next_attempt_at > ${sendingUntil}
      and not exists (select 1 from desk.channel c where c.channel = n.channel and c.disabled_at is not null)`.execute(
    tx,
  );
  return Number(hurried.numAffectedRows ?? 0);
};

/** What was sent, or given up, is nobody's any more; the row stays as the log of what was said when. */
export const dropSpentBytes = async (tx: Transaction, tray: Tray, limit: number): Promise<number> => {
  const spent = await sql`
    update ${sql.table(tray.table)} set body = null where notification_id in (
      select notification_id from ${sql.table(tray.table)} where state <> 'pending' and body is not null
      limit ${limit} for update skip locked)`.execute(tx);
  return Number(spent.numAffectedRows ?? 0);
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
