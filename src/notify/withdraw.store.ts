import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { emptyGroup, type GroupMember, type GroupState } from './group.ts';
import { isOvertaken } from './overtaken.store.ts';
import { keepGroups, lockPlanning, readAllGroups } from './plan.store.ts';
import { tellAgain } from './tell-again.ts';

/** Notifications that told of these cases. */
export interface ToldNotification {
  readonly id: string;
  readonly channel: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly deliveredAt: Date | null;
  readonly members: readonly string[];
  /** Where it went, it can be changed: the service takes the words out of it. */
  readonly isChangeable: boolean;
}

export const readNotificationsOf = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly ToldNotification[]> => {
  if (caseIds.length === 0) return [];
  // Receipts of Slack's bot look so; that of an e-mail only says which message is answered.
  const { rows } = await sql<{
    notification_id: string;
    channel: string;
    state: ToldNotification['state'];
    attempts: number;
    delivered_at: Date | null;
    members: string[];
    is_changeable: boolean;
  }>`
    with told as (select array_agg(outbox_id::text) as ids from desk.outbox where case_id = any(${[...caseIds]}::bigint[]))
    select n.notification_id, n.channel, n.state, n.attempts, n.delivered_at, n.members, coalesce(n.receipt ~ '^[A-Z0-9]+/[0-9.]+$', false) as is_changeable from desk.notification n, told
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
    isChangeable: row.is_changeable,
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

/**
 * Cases turned out to be danger: what is frozen of them with words, for the team, and not sent yet is frozen anew
 * without them. Who else such a message told of is still told. Hold the lock of planning.
 */
export const withdrawFromTeam = async (
  tx: Transaction,
  dangerCases: readonly string[],
  now: Date,
): Promise<void> => {
  if (dangerCases.length === 0) return;
  const { rows } = await sql<Frozen>`
    select n.notification_id as id, n.channel, n.members from desk.notification n
    where n.state = 'pending' and exists (
      select 1 from jsonb_array_elements_text(n.members) as m (id) join desk.outbox o on o.outbox_id = m.id::bigint
      where o.case_id = any(${[...dangerCases]}::bigint[]) and o.alert ->> 'danger' is null
        and o.alert ->> 'kind' in ('case_opened', 'severity_raised'))
    order by n.created_at, n.notification_id`.execute(tx);
  await renewPending(tx, rows, now);
};

type Frozen = Pick<ToldNotification, 'id' | 'channel' | 'members'>;

/** No alert is lost by it: the flusher freezes the same members again, and finds no words. Hold the lock of planning. */
export const renewPending = async (tx: Transaction, pending: readonly Frozen[], now: Date): Promise<void> => {
  if (pending.length === 0) return;
  await sql`
    delete from desk.notification where state = 'pending' and notification_id = any(${pending.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  let groups = await readAllGroups(tx);
  const renewed = new Map<string, GroupState>();
  for (const { channel, members } of pending) {
    const again = tellAgain(groups, { channel, memberIds: new Set(members) }, now.toISOString());
    for (const group of again) renewed.set(keyOf(group), group);
    groups = groups.map((group) => renewed.get(keyOf(group)) ?? group);
  }
  await keepGroups(tx, [...renewed.values()]);
  await keepGroups(tx, await groupsOf(tx, forgottenOf(pending, groups), now));
};

/** Each alert once for each channel, however many of its messages told of it. */
const forgottenOf = (pending: readonly Frozen[], groups: readonly GroupState[]): readonly Frozen[] => {
  const known = new Set(
    groups.flatMap(({ channel, members }) => members.map(({ alertId }) => `${channel}\n${alertId}`)),
  );
  return pending.map(({ id, channel, members }) => {
    const forgotten = members.filter((member) => !known.has(`${channel}\n${member}`));
    for (const member of forgotten) known.add(`${channel}\n${member}`);
    return { id, channel, members: forgotten };
  });
};

const keyOf = ({ channel, groupKey }: GroupState): string => `${channel}\n${groupKey}`;

/**
 * For alerts whose group is forgotten already: a message of their own, to the channel that was to hear it and to no
 * other. Left out are those of a case of which a newer alert speaks.
 */
export const groupsOf = async (
  tx: Transaction,
  forgotten: readonly Frozen[],
  now: Date,
): Promise<readonly GroupState[]> => {
  const ids = forgotten.flatMap(({ members }) => members);
  if (ids.length === 0) return [];
  const { rows } = await sql<Pick<GroupMember, 'alertId' | 'kind' | 'caseId'>>`
    select o.outbox_id::text as "alertId", o.alert ->> 'kind' as kind, o.case_id::text as "caseId" from desk.outbox o
    where o.outbox_id = any(${ids}::bigint[]) and not ${isOvertaken}`.execute(tx);
  const at = now.toISOString();
  const known = new Map(rows.map((row) => [row.alertId, row]));
  return forgotten.flatMap(({ id, channel, members }) => {
    const again = members.flatMap((member) => known.get(member) ?? []);
    if (again.length === 0) return [];
    return [
      {
        ...emptyGroup(againKey(id), channel, at),
        members: again.map((member) => ({ ...member, raisedAt: at, timesTold: 0, toldAt: null })),
      },
    ];
  });
};

/** No route bears this name: what waits in such a group goes at once, and the group with it. */
const againKey = (id: string): string => `again:{message=${JSON.stringify(id)}}`;
