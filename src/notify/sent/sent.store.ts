import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { keepGroups, lockPlanning } from '../plan.store.ts';
import { groupsOf } from '../withdraw.store.ts';

/** A message of the log: what was told, where, and what became of it. Its words are gone once it is delivered. */
export interface SentMessage {
  readonly id: string;
  readonly channel: string;
  readonly kind: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly writtenAt: Date;
  readonly deliveredAt: Date | null;
  /** When the next attempt is due; null: there is none. */
  readonly nextAt: Date | null;
  /** Code of what went wrong last; see `sayDelivery`. */
  readonly reason: string | null;
  readonly alerts: number;
  /** Numbers of cases, at most twenty. */
  readonly cases: readonly string[];
  readonly kinds: readonly string[];
}

interface SentRow {
  notification_id: string;
  channel: string;
  kind: string;
  state: SentMessage['state'];
  attempts: number;
  created_at: Date;
  delivered_at: Date | null;
  next_attempt_at: Date;
  last_error: string | null;
  alerts: number;
  cases: string[] | null;
  kinds: string[] | null;
}

const messageOf = (row: SentRow): SentMessage => ({
  id: row.notification_id,
  channel: row.channel,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  writtenAt: row.created_at,
  deliveredAt: row.delivered_at,
  nextAt: row.state === 'pending' ? row.next_attempt_at : null,
  reason: row.last_error,
  alerts: row.alerts,
  cases: row.cases ?? [],
  kinds: row.kinds ?? [],
});

const told = sql`
  select n.notification_id, n.channel, n.kind, n.state, n.attempts, n.created_at, n.delivered_at, n.next_attempt_at, n.last_error,
    jsonb_array_length(n.members) as alerts, t.cases, t.kinds
  from desk.notification n
  left join lateral (
    select (array_agg(distinct o.case_id::text) filter (where o.case_id is not null))[1:20] as cases,
      array_agg(distinct o.alert ->> 'kind') as kinds, bool_or(o.alert ->> 'brand' is null) as concerns_all,
      array_agg(distinct o.alert ->> 'brand') as brands
    from jsonb_array_elements_text(n.members) as m (id) join desk.outbox o on o.outbox_id = m.id::bigint
  ) t on n.kind in ('alerts', 'catch_up')`;

export interface SentAsk {
  readonly brand: string | null;
  readonly channel: string | null;
  readonly state: SentMessage['state'] | null;
  readonly limit: number;
}

/** The newest first. */
export const listSent = async (
  tx: Transaction,
  { brand, channel, state, limit }: SentAsk,
): Promise<readonly SentMessage[]> => {
  const { rows } = await sql<SentRow>`${told}
    where (${brand}::text is null or t.concerns_all or ${brand} = any(t.brands))
      and (${channel}::text is null or n.channel = ${channel}) and (${state}::text is null or n.state = ${state})
    order by n.created_at desc, n.notification_id desc limit ${limit}`.execute(tx);
  return rows.map(messageOf);
};

/** Those whose id begins so, two at most. */
export const findSent = async (tx: Transaction, beginning: string): Promise<readonly SentMessage[]> => {
  const { rows } = await sql<SentRow>`${told}
    where starts_with(n.notification_id, ${beginning}) order by n.notification_id limit 2`.execute(tx);
  return rows.map(messageOf);
};

/** An alert and why nobody was told of it. */
export interface UnsentAlert {
  readonly id: string;
  readonly kind: string;
  readonly brand: string | null;
  readonly caseId: string | null;
  readonly raisedAt: Date;
  readonly reason: string;
  /** Number of the silence or of the problem. */
  readonly cause: string | null;
}

export const listUnsent = async (
  tx: Transaction,
  { brand, limit }: Pick<SentAsk, 'brand' | 'limit'>,
): Promise<readonly UnsentAlert[]> => {
  const { rows } = await sql<UnsentAlert>`
    select outbox_id as id, alert ->> 'kind' as kind, alert ->> 'brand' as brand, case_id as "caseId", at as "raisedAt",
      unsent as reason, unsent_cause as cause
    from desk.outbox where unsent is not null and (${brand}::text is null or alert ->> 'brand' = ${brand})
    order by outbox_id desc limit ${limit}`.execute(tx);
  return rows;
};

/** What was raised of a case and where it was told, the oldest first. */
export interface CaseAlertLog extends Omit<UnsentAlert, 'reason'> {
  /** null: it was told, waits for its turn, or a newer alert of the case said more. */
  readonly reason: string | null;
  readonly messages: readonly string[];
}

export const readAlertsOfCase = async (tx: Transaction, caseId: string): Promise<readonly CaseAlertLog[]> => {
  const { rows } = await sql<CaseAlertLog>`
    select o.outbox_id as id, o.alert ->> 'kind' as kind, o.alert ->> 'brand' as brand, o.case_id as "caseId", o.at as "raisedAt",
      o.unsent as reason, o.unsent_cause as cause,
      array(select n.notification_id from desk.notification n where n.members ? o.outbox_id::text order by n.created_at) as messages
    from desk.outbox o where o.case_id = ${caseId} order by o.outbox_id`.execute(tx);
  return rows;
};

/**
 * Its alerts once more to the same channel, as a message of its own, from the words that are left; those of a case of
 * which a newer alert speaks are left out. Returns how many alerts it will tell of.
 */
export const resend = async (
  tx: Transaction,
  { id, channel }: Pick<SentMessage, 'id' | 'channel'>,
  now: Date,
): Promise<number> => {
  await lockPlanning(tx);
  const { rows } = await sql<{ members: string[] }>`
    select members from desk.notification where notification_id = ${id}`.execute(tx);
  const members = rows[0]?.members ?? [];
  const groups = await groupsOf(tx, [{ id: `${id} ${now.toISOString()}`, channel, members }], now);
  await keepGroups(tx, groups);
  return groups.reduce((sum, group) => sum + group.members.length, 0);
};
