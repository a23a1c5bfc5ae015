import { sql } from 'kysely';
import type { Alert } from '../domain/alert.ts';
import type { Transaction } from '../postgres/database.ts';

/** Processes look one after the other: each warning is told once. */
export const lockWatching = async (tx: Transaction): Promise<void> => {
  await sql`select pg_advisory_xact_lock(2064122715)`.execute(tx);
};

/** Cases warned of at a time; the rest follow with the next look. */
const slice = 500;

/**
 * Warns of deadlines, once each: near when less than a quarter of the time is left, missed when it is over. A warning
 * is void when the deadline moves.
 */
export const warnOfDeadlines = async (tx: Transaction, now: Date): Promise<number> => {
  await lockWatching(tx);
  const { rows } = await sql<{ n: string }>`
    with missed as (
      update desk."case" set late_warned_at = ${now}, near_warned_at = coalesce(near_warned_at, ${now}::timestamptz)
      where case_id in (select case_id from desk."case" where due_at is not null and due_at <= ${now} and late_warned_at is null order by due_at limit ${slice})
      returning case_id, brand, severity, danger, due_at, 'deadline_missed' as kind),
    near as (
      update desk."case" set near_warned_at = ${now}
      where case_id in (
        select case_id from desk."case" where due_at is not null and due_at > ${now} and near_warned_at is null
          and desk.near_at(due_at, clock_start) < ${now}::timestamptz - timestamptz '2000-01-01 00:00:00+00'
        order by desk.near_at(due_at, clock_start) limit ${slice})
      returning case_id, brand, severity, danger, due_at, 'deadline_near' as kind),
    written as (
      insert into desk.outbox (alert, case_id, at)
      select json_build_object('kind', kind, 'brand', brand, 'caseId', case_id::text, 'severity', severity, 'danger', danger,
        'dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), case_id, ${now}::timestamptz
      from (select * from missed union all select * from near) as warned
      returning 1)
    select count(*) as n from written`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

interface TroubledSource {
  source: string;
  kind: 'source_stale' | 'source_off' | 'source_gap';
  last_ok_at: Date | null;
  last_error: string | null;
  gap: string | null;
}

/** A source that rests for want of money is no silent one, until the money is there again. */
const isResting = (now: Date) =>
  sql`(budget is not null and budget ->> 'stoppedSince' is not null and (budget ->> 'until')::timestamptz > ${now}::timestamptz)`;

const isStale = (now: Date) =>
  sql`(${now}::timestamptz - coalesce(last_ok_at, registered_at) > freshness_target_ms * interval '1 millisecond' and not ${isResting(now)})`;

/** Sources that fell silent or are switched off, or may have missed something: each told once. */
export const warnOfSources = async (tx: Transaction, now: Date): Promise<number> => {
  await lockWatching(tx);
  const { rows } = await sql<TroubledSource>`
    select source, case when disabled_at is null then 'source_stale' else 'source_off' end as kind,
      coalesce(last_ok_at, registered_at) as last_ok_at, last_error, gap from ops.source_health
      where disabled_at > stale_alerted_at or (stale_alerted_at is null and (disabled_at is not null or ${isStale(now)}))
    union all
    select source, 'source_gap', last_ok_at, last_error, gap from ops.source_health where gap_at is not null and (gap_alerted_at is null or gap_alerted_at < gap_at)`.execute(
    tx,
  );
  for (const row of rows) await writeServiceAlert(tx, sourceAlert(row), now);
  if (rows.length > 0)
    await sql`
      update ops.source_health set
        stale_alerted_at = case when disabled_at is not null or ${isStale(now)} then ${now} else stale_alerted_at end,
        gap_alerted_at = case when gap_at is not null then ${now} else gap_alerted_at end
      where source = any(${rows.map((row) => row.source)}::text[])`.execute(tx);
  return rows.length + (await warnOfBudgets(tx, now));
};

interface KeptBudget {
  source: string;
  budget: {
    readonly period: string;
    readonly level: number;
    readonly stoppedSince: string | null;
    readonly until: string;
    readonly seen: number;
  };
}

/** Half, four fifths and all of the money: each mark is told once in its day or month, the highest that was passed alone. */
const warnOfBudgets = async (tx: Transaction, now: Date): Promise<number> => {
  const { rows } = await sql<KeptBudget>`
    with told as (
      insert into ops.budget_told (source, period, level, at)
      select source, budget ->> 'period', (budget ->> 'level')::int, ${now}::timestamptz from ops.source_health
      where budget is not null and (budget ->> 'level')::int > 0 order by source
      on conflict do nothing returning source)
    select source, budget from ops.source_health join told using (source)`.execute(tx);
  for (const { source, budget } of rows) {
    const { level, stoppedSince, until, seen } = budget;
    const values =
      stoppedSince === null
        ? { source, percent: level, seen, until }
        : { source, since: stoppedSince, seen, until };
    const kind = stoppedSince === null ? 'budget_warning' : 'budget_used';
    await writeServiceAlert(tx, { kind, brand: null, values }, now);
  }
  return rows.length;
};

const sourceAlert = (row: TroubledSource): Alert => {
  if (row.kind === 'source_gap')
    return { kind: row.kind, brand: null, values: { source: row.source, gap: row.gap ?? '' } };
  const values = { source: row.source, since: row.last_ok_at?.toISOString() ?? '' };
  if (row.kind === 'source_stale') return { kind: row.kind, brand: null, values };
  return { kind: row.kind, brand: null, values: { ...values, reason: row.last_error ?? '–' } };
};

export const writeServiceAlert = async (tx: Transaction, alert: Alert, now: Date): Promise<void> => {
  await tx
    .insertInto('desk.outbox')
    .values({ alert: JSON.stringify(alert), at: now, case_id: null, post_key: null })
    .execute();
};

/** Decisions that came out differently when they were decided again. */
export const warnOfReplay = (
  tx: Transaction,
  values: { readonly different: number; readonly posts: number; readonly cases: string },
  now: Date,
): Promise<void> => writeServiceAlert(tx, { kind: 'replay_differs', brand: null, values }, now);

/** Once a day and only when it is true: so many read, so many cases, all sources fresh, nobody owed an answer since. False: said before, or not well. */
export const sayAllWell = async (tx: Transaction, day: string, now: Date): Promise<boolean> => {
  const claimed = await sql`
    insert into ops.setting (key, value)
    select ${`all_well:${day}`}, json_build_object('read', (select coalesce(sum(read), 0) from ops.source_health))::jsonb
    on conflict do nothing`.execute(tx);
  if (Number(claimed.numAffectedRows ?? 0) !== 1) return false;
  const { rows } = await sql<{
    read: string;
    before: string | null;
    cases: string;
    troubled: string;
    sources: string;
    isLate: boolean;
  }>`
    select (select coalesce(sum(read), 0) from ops.source_health) as read,
      (select value ->> 'read' from ops.setting where key like 'all\\_well:%' and key < ${`all_well:${day}`} order by key desc limit 1) as before,
      (select count(*) from desk."case" where opened_at > ${new Date(now.getTime() - 86_400_000)} and not is_history) as cases,
      exists (select from desk."case" where due_at <= ${now}::timestamptz) as "isLate",
      (select count(*) from ops.source_health) as sources,
      (select count(*) from ops.source_health where disabled_at is not null or last_ok_at is null or silent_since is not null
        or ${now}::timestamptz - last_ok_at > freshness_target_ms * interval '1 millisecond') as troubled`.execute(
    tx,
  );
  const row = rows[0];
  if (row === undefined || row.sources === '0' || row.troubled !== '0' || row.isLate) return false;
  const read = Math.max(0, Number(row.read) - Number(row.before ?? 0));
  await writeServiceAlert(
    tx,
    { kind: 'all_well', brand: null, values: { read, cases: Number(row.cases) } },
    now,
  );
  return true;
};
