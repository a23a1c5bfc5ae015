import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { FollowedMessage, FollowUp } from './follow.ts';

/** Messages of a channel that told of cases and of which it was not told yet that all are over. */
export const readFollowed = async (
  tx: Transaction,
  channel: string,
  now: Date,
): Promise<readonly FollowedMessage[]> => {
  const isHandled = sql`(c.assignee is not null or ${isOver})`;
  const isAcked = sql`coalesce(k.until > ${now}::timestamptz and k.at >= n.created_at, false)`;
  const { rows } = await sql<Omit<FollowedMessage, 'acknowledgedUntil'> & { until: Date | null }>`
    select n.notification_id as id, n.thread, n.receipt, n.stage, n.state = 'delivered' as "isDelivered",
      array_agg(distinct c.case_id::text) as "caseIds",
      bool_and(${isHandled}) as "isHandled", bool_and(${isOver}) as "isOver",
      bool_and(${isHandled} or ${isAcked}) as "isAcknowledged",
      coalesce(array_agg(distinct k.ack_id::text) filter (where k.ack_id is not null), '{}') as "ackIds",
      min(k.until) filter (where ${isAcked} and not ${isHandled}) as until
    from desk.notification n
    cross join lateral jsonb_array_elements_text(n.members) as m (id)
    join desk.outbox o on o.outbox_id = m.id::bigint
    join desk."case" c on c.case_id = o.case_id
    left join lateral (
      select a.ack_id, a.at, a.until from desk.alert_ack a where a.case_id = c.case_id order by a.ack_id desc limit 1) k on true
    where n.channel = ${channel} and n.stage in ('open', 'taken') and n.state in ('pending', 'delivered')
    group by n.notification_id order by n.created_at, n.notification_id`.execute(tx);
  return rows.map(({ until, ...row }) => ({ ...row, acknowledgedUntil: until?.toISOString() ?? null }));
};

/** What is frozen already is told already: an acknowledgement moves no stage by which that were known. */
export const withoutKnown = async (
  tx: Transaction,
  followUps: readonly FollowUp[],
): Promise<readonly FollowUp[]> => {
  const ids = followUps.flatMap(({ id, stage }) => (stage === 'acknowledged' ? [id] : []));
  if (ids.length === 0) return followUps;
  const { rows } = await sql<{ id: string }>`
    select notification_id as id from desk.notification where notification_id = any(${ids}::text[])`.execute(
    tx,
  );
  const known = new Set(rows.map(({ id }) => id));
  return followUps.filter(({ id }) => !known.has(id));
};

/** As `readHandled` sees it, but for taking: a case that was merged goes on in another. */
const isOver = sql`(c.due_at is null or c.status in ('resolved', 'closed') or c.disposition is not null or c.merged_into is not null)`;

/** A message that holds words of a post which was deleted since, or whose case turned out to be danger. */
export interface WithdrawnMessage {
  readonly id: string;
  readonly thread: string;
  readonly receipt: string;
  readonly memberIds: readonly string[];
}

/** A deletion may bear the time at which its batch was begun, a little before it could be seen. */
const leewayMs = 60_000;

/** Under this id it is written anew, once; a message that tells of one case alone holds its words. */
export const rewriteId = (messageId: string): string => `words-${messageId}`;

/** Delivered messages with words that are withdrawn and that nothing has replaced there yet. */
export const readWithdrawn = async (
  tx: Transaction,
  channel: string,
): Promise<readonly WithdrawnMessage[]> => {
  const { rows } = await sql<WithdrawnMessage>`
    select n.notification_id as id, n.thread, n.receipt, n.members as "memberIds" from desk.notification n
    join desk.outbox o on o.outbox_id = (n.members ->> 0)::bigint
    left join desk."case" c on c.case_id = o.case_id
    where n.channel = ${channel} and n.stage = 'open' and n.state = 'delivered' and n.receipt is not null
      and n.kind = 'alerts' and jsonb_array_length(n.members) = 1
      and ((c.danger is not null and o.alert ->> 'danger' is null) or exists (
        select from desk.mention m where m.source = split_part(o.post_key, '|', 1)
          and m.native_id = substr(o.post_key, strpos(o.post_key, '|') + 1)
          and m.erased_at >= n.created_at - ${leewayMs} * interval '1 millisecond'))
      and not exists (select from desk.notification w where w.notification_id = ${rewriteId('')}::text || n.notification_id)
    order by n.created_at, n.notification_id`.execute(tx);
  return rows;
};

/** What is told now says more than what still waits to be told of the same message: sent later, that would undo it. */
export const dropOvertaken = async (
  tx: Transaction,
  channel: string,
  followUps: readonly FollowUp[],
): Promise<void> => {
  if (followUps.length === 0) return;
  const rows = followUps.map(({ thread, answers }) => ({ thread, answers: answers ?? '' }));
  await sql`
    update desk.notification n set state = 'failed', body = null, last_error = 'overtaken'
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (thread text, answers text)
    where n.channel = ${channel} and n.kind = 'follow' and n.state = 'pending' and n.thread = r.thread and n.answers = r.answers`.execute(
    tx,
  );
};

export const keepStages = async (tx: Transaction, followUps: readonly FollowUp[]): Promise<void> => {
  if (followUps.length === 0) return;
  const rows = followUps.flatMap(({ stage, messageIds }) =>
    stage === 'acknowledged' ? [] : messageIds.map((id) => ({ id, stage })),
  );
  await sql`
    update desk.notification n set stage = r.stage
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, stage text)
    where n.notification_id = r.id`.execute(tx);
};
