import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { caseColumns, caseNames, toRecord } from './case-record.ts';
import type { ActivityRow, CaseChange, CaseRow } from './fold-types.ts';

export interface Complainant {
  readonly brand: string;
  readonly complainant: string;
}

/** Locks complainants in sorted order, so that two batches with one case key follow each other. */
export const lockComplainants = async (tx: Transaction, people: readonly Complainant[]): Promise<void> => {
  if (people.length === 0) return;
  await sql`
    insert into desk.complainant (brand, complainant)
    select distinct p.brand, p.complainant from unnest(${people.map((p) => p.brand)}::text[], ${people.map((p) => p.complainant)}::text[]) as p (brand, complainant)
    order by 1, 2
    on conflict (brand, complainant) do update set complainant = excluded.complainant`.execute(tx);
};

export const nextCaseIds = async (tx: Transaction, n: number): Promise<string[]> => {
  if (n === 0) return [];
  const { rows } = await sql<{
    id: string;
  }>`select nextval('desk.case_number') as id from generate_series(1, ${n}::int)`.execute(tx);
  return rows.map((row) => row.id);
};

/** Their first posts are in the record by now: a case is handed to those who read its language. */
export const insertCases = async (
  tx: Transaction,
  cases: readonly CaseRow[],
  at: Date,
  splitFrom: string | null = null,
): Promise<void> => {
  if (cases.length === 0) return;
  await sql`
    insert into desk."case" (${sql.raw(caseNames.join(', '))}, updated_at, split_from, language)
    select ${sql.raw(caseNames.map((name) => `r.${name}`).join(', '))}, ${at}::timestamptz, ${splitFrom}::bigint,
      coalesce(
        (select (array_agg(m.language order by m.mention_id))[1] from desk.mention m where m.case_id = r.case_id and m.author_role = 'customer'),
        (select o.language from desk."case" o where o.case_id = ${splitFrom}::bigint))
    from json_to_recordset(${JSON.stringify(cases.map(toRecord))}::json) as r (${sql.raw(caseColumns)})`.execute(
    tx,
  );
};

/** An upgrade or a new message makes old deadline warnings void; taking and noting a case are not touched here. */
export const updateCases = async (
  tx: Transaction,
  changes: readonly CaseChange[],
  at: Date,
): Promise<void> => {
  if (changes.length === 0) return;
  const set = caseNames
    .filter((name) => name !== 'case_id')
    .map((name) => `${name} = r.${name}`)
    .join(', ');
  await sql`
    update desk."case" as c set ${sql.raw(set)}, version = c.version + 1, updated_at = ${at}::timestamptz,
      near_warned_at = case when c.due_at is distinct from r.due_at then null else c.near_warned_at end,
      late_warned_at = case when c.due_at is distinct from r.due_at then null else c.late_warned_at end
    from json_to_recordset(${JSON.stringify(changes.map((change) => toRecord(change.after)))}::json) as r (${sql.raw(caseColumns)})
    where c.case_id = r.case_id`.execute(tx);
};

/** Append-only; the key makes writing an event twice one row. */
export const insertActivities = async (
  tx: Transaction,
  activities: readonly (Omit<ActivityRow, 'kind' | 'actor'> & {
    readonly kind: string;
    readonly actor: string;
    readonly note?: string | null;
  })[],
): Promise<void> => {
  if (activities.length === 0) return;
  const rows = activities.map((a) => ({
    case_id: a.caseId,
    key: a.key,
    at: a.at,
    kind: a.kind,
    actor: a.actor,
    is_automated: a.isAutomated,
    is_internal: a.isInternal,
    post_key: a.postKey,
    previous: a.previous,
    value: a.value,
    note: a.note ?? null,
    change: a.change,
  }));
  await sql`
    insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, post_key, previous, value, note, change)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (case_id bigint, key text, at timestamptz, kind text,
      actor text, is_automated boolean, is_internal boolean, post_key text, previous text, value text, note text, change jsonb)
    on conflict (case_id, key) do nothing`.execute(tx);
};
