import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { GroupState } from './group.ts';
import { keepGroups, lockPlanning, readGroups } from './plan.store.ts';
import { tellAgain } from './tell-again.ts';

/** Notifications that told of these cases. */
export interface ToldNotification {
  readonly id: string;
  readonly channel: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly deliveredAt: Date | null;
  readonly members: readonly string[];
}

export const readNotificationsOf = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly ToldNotification[]> => {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{
    notification_id: string;
    channel: string;
    state: ToldNotification['state'];
    attempts: number;
    delivered_at: Date | null;
    members: string[];
  }>`
    with told as (select array_agg(outbox_id::text) as ids from desk.outbox where case_id = any(${[...caseIds]}::bigint[]))
    select n.notification_id, n.channel, n.state, n.attempts, n.delivered_at, n.members from desk.notification n, told
    where jsonb_typeof(n.members) = 'array' and n.members ?| told.ids order by n.created_at, n.notification_id`.execute(
    tx,
  );
  return rows.map((row) => ({
    id: row.notification_id,
    channel: row.channel,
    state: row.state,
    attempts: row.attempts,
    deliveredAt: row.delivered_at,
    members: row.members,
  }));
};

/**
 * Posts were deleted: what is frozen with words of theirs and not sent yet is frozen anew from what is left. Takes the
 * lock of planning after those of the complainants, as everybody does. Returns how many messages were withdrawn.
 */
export const withdrawWords = async (
  tx: Transaction,
  postKeys: readonly string[],
  now: Date,
): Promise<number> => {
  if (postKeys.length === 0) return 0;
  await lockPlanning(tx);
  const { rows } = await sql<Frozen>`
    select n.notification_id as id, n.channel, n.members from desk.notification n
    where n.state = 'pending' and exists (
      select 1 from jsonb_array_elements_text(n.members) as m (id) join desk.outbox o on o.outbox_id = m.id::bigint
      where o.post_key = any(${[...postKeys]}::text[]))
    order by n.created_at, n.notification_id`.execute(tx);
  await renewPending(tx, rows, now);
  return rows.length;
};

type Frozen = Pick<ToldNotification, 'id' | 'channel' | 'members'>;

/** No alert is lost by it: the flusher freezes the same members again, and finds no words. Hold the lock of planning. */
export const renewPending = async (tx: Transaction, pending: readonly Frozen[], now: Date): Promise<void> => {
  if (pending.length === 0) return;
  await sql`
    delete from desk.notification where state = 'pending' and notification_id = any(${pending.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  let groups = await readGroups(tx);
  const renewed = new Map<string, GroupState>();
  for (const { channel, members } of pending) {
    const again = tellAgain(groups, { channel, memberIds: new Set(members) }, now.toISOString());
    for (const group of again) renewed.set(keyOf(group), group);
    groups = groups.map((group) => renewed.get(keyOf(group)) ?? group);
  }
  await keepGroups(tx, [...renewed.values()]);
  const remembered = new Set(
    groups.flatMap(({ channel, members }) => members.map(({ alertId }) => `${channel}\n${alertId}`)),
  );
  await replanAlerts(
    tx,
    pending.flatMap(({ channel, members }) => members.filter((id) => !remembered.has(`${channel}\n${id}`))),
  );
};

const keyOf = ({ channel, groupKey }: GroupState): string => `${channel}\n${groupKey}`;

/** For alerts whose group is forgotten already: the flusher plans them as if they were new. */
const replanAlerts = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update desk.outbox set flushed_at = null where outbox_id = any(${[...ids]}::bigint[])`.execute(
    tx,
  );
};
