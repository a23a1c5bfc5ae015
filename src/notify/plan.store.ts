import { sql } from 'kysely';
import type { Alert } from '../domain/alert.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { Transaction } from '../postgres/database.ts';
import { knownAs } from '../postgres/known-as.ts';
import { isTextHidden } from '../postgres/shown-text.ts';
import type { GroupState } from './group.ts';
import { withoutWriter } from './hide-author.ts';
import type { LaterAlerts, OutboxAlert, Unsent } from './plan.ts';

/** Processes plan one after the other; the embedded database has one process only. */
export const lockPlanning = async (tx: Transaction): Promise<void> => {
  await sql`select pg_advisory_xact_lock(2064122714)`.execute(tx);
};

export interface StoredAlert extends OutboxAlert {
  readonly postKey: string | null;
  readonly traceId: string | null;
}

/** Alerts that no plan has seen yet, oldest first. */
export const readArrivals = async (tx: Transaction, limit: number): Promise<StoredAlert[]> => {
  const rows = await tx
    .selectFrom('desk.outbox')
    .select(['outbox_id', 'alert', 'post_key', 'trace_id', 'at'])
    .where('flushed_at', 'is', null)
    .orderBy('outbox_id')
    .limit(limit)
    .execute();
  return rows.map(toAlert);
};

/** What waits behind a plan's arrivals, gathered by all that decides who hears it: a long outage leaves many thousands. */
export const readLater = async (tx: Transaction, afterId: string): Promise<readonly LaterAlerts[]> => {
  const { rows } = await sql<LaterAlerts>`
    select o.alert as sample, g.count from (
      select min(outbox_id) as first, count(*)::int as count from desk.outbox
      where flushed_at is null and outbox_id > ${afterId}
      group by alert->>'kind', alert->>'brand', alert->>'severity', alert->>'danger') g
    join desk.outbox o on o.outbox_id = g.first`.execute(tx);
  return rows;
};

export const readAlerts = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, StoredAlert>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('desk.outbox')
    .select(['outbox_id', 'alert', 'post_key', 'trace_id', 'at'])
    .where('outbox_id', '=', sql<string>`any(${[...ids]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.outbox_id, toAlert(row)]));
};

const toAlert = (row: {
  outbox_id: string;
  alert: unknown;
  post_key: string | null;
  trace_id: string | null;
  at: Date;
}): StoredAlert => ({
  id: row.outbox_id,
  raisedAt: row.at.toISOString(),
  alert: row.alert as Alert,
  postKey: row.post_key,
  traceId: row.trace_id,
});

export const markPlanned = async (tx: Transaction, ids: readonly string[], now: Date): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('desk.outbox')
    .set({ flushed_at: now })
    .where('outbox_id', '=', sql<string>`any(${[...ids]}::bigint[])`)
    .execute();
};

/** Why alerts were told to nobody; the log of what was said keeps it. */
export const markUnsent = async (tx: Transaction, unsent: readonly Unsent[]): Promise<void> => {
  if (unsent.length === 0) return;
  const rows = unsent.map(({ alertId, reason, cause }) => ({ id: alertId, reason, cause: cause ?? null }));
  await sql`
    update desk.outbox o set unsent = r.reason, unsent_cause = r.cause
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id bigint, reason text, cause text)
    where o.outbox_id = r.id`.execute(tx);
};

/** Groups are looked at by the next plan, those of these cases or, with null, all. Hold the lock of planning. */
export const hurryGroups = async (
  tx: Transaction,
  now: Date,
  caseIds: readonly string[] | null,
): Promise<void> => {
  const at = now.toISOString();
  await sql`
    update desk.alert_group g set next_flush_at = ${now}, state = jsonb_set(g.state, '{nextFlushAt}', to_jsonb(${at}::text))
    where g.next_flush_at > ${now} and (${caseIds === null} or exists (
      select from jsonb_array_elements(g.state -> 'members') as m where m ->> 'caseId' = any(${[...(caseIds ?? [])]}::text[])))`.execute(
    tx,
  );
};

export const readAllGroups = async (tx: Transaction): Promise<GroupState[]> => {
  const rows = await tx.selectFrom('desk.alert_group').select('state').execute();
  return rows.map((row) => row.state as GroupState);
};

/** What a plan looks for beside the groups whose time has come: those of the arrivals' keys and cases. */
export interface Arrived {
  readonly groupKeys: readonly string[];
  readonly caseIds: readonly string[];
}

/** The groups whose time has come, and all that could hold an older alert of these cases, or take in an alert of these keys. */
export const readGroups = async (
  tx: Transaction,
  now: Date,
  { groupKeys, caseIds }: Arrived,
): Promise<GroupState[]> => {
  const due = tx.selectFrom('desk.alert_group').select('state').where('next_flush_at', '<=', now);
  const rows =
    groupKeys.length === 0
      ? await due.execute()
      : (
          await sql<{ state: unknown }>`
            select state from desk.alert_group where next_flush_at <= ${now} or group_key = any(${[...groupKeys]}::text[])
              or one_case is null or one_case = any(${[...caseIds]}::text[])`.execute(tx)
        ).rows;
  return rows.map((row) => row.state as GroupState);
};

export const keepGroups = async (tx: Transaction, states: readonly GroupState[]): Promise<void> => {
  if (states.length === 0) return;
  const rows = states.map((state) => ({
    channel: state.channel,
    group_key: state.groupKey,
    state,
    next_flush_at: state.nextFlushAt,
    one_case: oneCaseOf(state),
  }));
  await sql`
    insert into desk.alert_group (channel, group_key, state, next_flush_at, one_case)
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (channel text, group_key text, state jsonb, next_flush_at timestamptz, one_case text)
    on conflict (channel, group_key) do update
    set state = excluded.state, next_flush_at = excluded.next_flush_at, one_case = excluded.one_case`.execute(
    tx,
  );
};

/** '': it tells of no case; null: of several. */
const oneCaseOf = ({ members }: GroupState): string | null => {
  const [first = '', ...others] = new Set(members.flatMap(({ caseId }) => caseId ?? []));
  return others.length === 0 ? first : null;
};

export const dropGroups = async (
  tx: Transaction,
  finished: readonly Pick<GroupState, 'channel' | 'groupKey'>[],
): Promise<void> => {
  if (finished.length === 0) return;
  await sql`
    delete from desk.alert_group g
    using unnest(${finished.map(({ channel }) => channel)}::text[], ${finished.map(({ groupKey }) => groupKey)}::text[]) as k (channel, group_key)
    where g.channel = k.channel and g.group_key = k.group_key`.execute(tx);
};

/** Cases that somebody took or answered, or that are over: nobody is told of them again. */
export const readHandled = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (caseIds.length === 0) return new Set();
  const { rows } = await sql<{ case_id: string }>`
    select case_id from desk."case" where case_id = any(${[...caseIds]}::bigint[])
      and (assignee is not null or due_at is null or status in ('resolved', 'closed') or disposition is not null)`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.case_id));
};

/** The channels in which teams hear of their cases; those that are everybody's are left out. */
export const readRouteChannels = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ case_id: string; channel: string }>`
    select case_id, channel from desk.case_route where case_id = any(${[...caseIds]}::bigint[]) and channel is not null`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.case_id, row.channel]));
};

/** Words of the posts that alerts are about, while they are kept, without who wrote them: nobody has taken the case. By `source|nativeId`. */
export const readTexts = async (
  tx: Transaction,
  postKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (postKeys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; text: string; knownAs: KnownAs }>`
    select source || '|' || native_id as key, text, ${knownAs} as "knownAs" from desk.mention m
    where text is not null and not ${isTextHidden('m')} and (source, native_id) in (select split_part(k, '|', 1), substr(k, strpos(k, '|') + 1) from unnest(${[...postKeys]}::text[]) as k)`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.key, withoutWriter(row.text, row.knownAs) ?? '']));
};
