import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { fromJson, type JsonRecord, toRecord } from './case-record.ts';
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

/**
 * Whose cases hold these posts: an own account's reply touches the case of the post that it answers or quotes, a
 * deletion those of all that it takes back.
 */
export const readComplainantsOfPosts = async (
  tx: Transaction,
  source: string,
  posts: { nativeIds: readonly string[]; urls: readonly string[]; authors: readonly string[] },
): Promise<Complainant[]> => {
  if (posts.nativeIds.length + posts.urls.length + posts.authors.length === 0) return [];
  const { rows } = await sql<Complainant>`
    select distinct c.brand, c.complainant from desk."case" c
    where c.case_id in (
      select m.case_id from unnest(${[...posts.nativeIds]}::text[]) as k (id) cross join lateral (
        select case_id from desk.mention where source = ${source} and native_id = k.id and case_id is not null offset 0) m
      union select m.case_id from unnest(${[...posts.urls]}::text[]) as k (url) cross join lateral (
        select case_id from desk.mention where url = k.url and case_id is not null offset 0) m
      union select m.case_id from unnest(${[...posts.authors]}::text[]) as k (author) cross join lateral (
        select case_id from desk.mention where source = ${source} and author = k.author and case_id is not null offset 0) m)`.execute(
    tx,
  );
  return rows;
};

/**
 * All cases of these people, and those that theirs were merged into, as one JSON value: whoever writes often has many,
 * and forty cells a row cost the embedded database more than finding them (60 of 200 us a mention).
 */
export const readCasesOf = async (tx: Transaction, people: readonly Complainant[]): Promise<CaseRow[]> => {
  if (people.length === 0) return [];
  const { rows } = await sql<{ cases: JsonRecord[] | null }>`
    with mine as (
      select c.* from unnest(${people.map((p) => p.brand)}::text[], ${people.map((p) => p.complainant)}::text[]) as p (brand, complainant)
      cross join lateral (
        select ${readColumns} from desk."case" where brand = p.brand and complainant = p.complainant offset 0) c)
    select json_agg(t) as cases from (
      select * from mine
      union all select c.* from (select distinct merged_into as id from mine where merged_into is not null) k
        cross join lateral (select ${readColumns} from desk."case" where case_id = k.id::bigint offset 0) c) t`.execute(
    tx,
  );
  const found = rows[0]?.cases ?? [];
  return [...new Map(found.map((row) => [row.case_id, fromJson(row)])).values()];
};

export const nextCaseIds = async (tx: Transaction, n: number): Promise<string[]> => {
  if (n === 0) return [];
  const { rows } = await sql<{
    id: string;
  }>`select nextval('desk.case_number') as id from generate_series(1, ${n}::int)`.execute(tx);
  return rows.map((row) => row.id);
};

const caseColumns = `case_id bigint, brand text, source text, complainant text, threads text[], posts jsonb, status text, disposition text,
  merged_into bigint, linked_to bigint, in_dispute boolean, snoozed_until timestamptz, resolved_at timestamptz, severity text,
  danger text, categories text[], reasons jsonb, identifiers text[], opened_at timestamptz, received_at timestamptz,
  clock_start timestamptz, due_at timestamptz, due_target text, is_history boolean, last_post_at timestamptz,
  first_response_at timestamptz, first_response_via text, first_response_actor text, last_response_at timestamptz, policy text`;
const caseNames = [...caseColumns.matchAll(/(\w+) (?:bigint|text|jsonb|boolean|timestamptz)/g)].flatMap(
  ([, name]) => name ?? [],
);

/** As text: JSON has no numbers as large as an id may become. */
const readColumns = sql.raw(
  caseNames
    .map((name) =>
      name === 'case_id' || name === 'merged_into' || name === 'linked_to' ? `${name}::text` : name,
    )
    .join(', '),
);

export const insertCases = async (tx: Transaction, cases: readonly CaseRow[], at: Date): Promise<void> => {
  if (cases.length === 0) return;
  await sql`
    insert into desk."case" (${sql.raw(caseNames.join(', '))}, updated_at)
    select ${sql.raw(caseNames.map((name) => `r.${name}`).join(', '))}, ${at}::timestamptz
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
  activities: readonly (ActivityRow & { note?: string | null })[],
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
  }));
  await sql`
    insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, post_key, previous, value, note)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (case_id bigint, key text, at timestamptz, kind text,
      actor text, is_automated boolean, is_internal boolean, post_key text, previous text, value text, note text)
    on conflict (case_id, key) do nothing`.execute(tx);
};
