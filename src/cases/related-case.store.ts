import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { plainUrlOf } from '../postgres/plain-url.ts';
import type { Complainant } from './case.store.ts';
import { caseNames, fromJson, type JsonRecord } from './case-record.ts';
import type { CaseClues, PostClues } from './fold-clues.ts';
import type { CaseRow } from './fold-types.ts';

/** Posts by what is told of them. */
export interface ToldPosts extends PostClues {
  readonly source: string;
  /** Everything of these. */
  readonly authors: readonly string[];
}

const caseIdsOf = ({ source, nativeIds, urls, authors }: ToldPosts) => sql`
  select m.case_id from unnest(${[...nativeIds]}::text[]) as k (id) cross join lateral (
    select case_id from desk.mention where source = ${source} and native_id = k.id and case_id is not null offset 0) m
  union select m.case_id from unnest(${[...urls]}::text[]) as k (url) cross join lateral (
    select case_id from desk.mention where ${plainUrlOf('url')} = k.url and case_id is not null and url is not null offset 0) m
  union select m.case_id from unnest(${[...authors]}::text[]) as k (author) cross join lateral (
    select case_id from desk.mention where source = ${source} and author = k.author and case_id is not null offset 0) m`;

/**
 * Whose cases hold these posts: an own account's reply touches the case of the post that it answers or quotes, a
 * deletion those of all that it takes back.
 */
export const readComplainantsOfPosts = async (tx: Transaction, posts: ToldPosts): Promise<Complainant[]> => {
  if (isNothing(posts)) return [];
  const { rows } = await sql<Complainant>`
    select distinct c.brand, c.complainant from (${caseIdsOf(posts)}) k cross join lateral (
      select brand, complainant from desk."case" where case_id = k.case_id offset 0) c`.execute(tx);
  return rows;
};

/**
 * The cases of these people which their posts may belong to, not all that they have: somebody who writes often has
 * hundreds. Found by thread, text, identifier or a post that is held, with those that one of them was merged
 * into or goes on from, to the end of the chain: they may hold the same post. A case of one post stands in the indexes of its thread and its text; one that is found by more stands in
 * `case_tied`, which is read for each person (`offset 0` keeps each look in its index).
 *
 * One JSON value: forty cells a row cost the embedded database more than finding them (60 of 200 us a mention).
 */
export const readRelatedCases = async (
  tx: Transaction,
  people: readonly CaseClues[],
  posts: ToldPosts,
): Promise<CaseRow[]> => {
  if (people.length === 0) return [];
  const { rows } = await sql<{ cases: JsonRecord[] | null }>`
    with recursive person as materialized (
      select * from json_to_recordset(${JSON.stringify(people)}::json)
        as p (brand text, complainant text, threads text[], fingerprints text[], identifiers text[])),
    found as (
      select c.case_id from person p cross join lateral unnest(p.threads) as t (thread) cross join lateral (
        select case_id from desk."case" where brand = p.brand and threads[1] = t.thread and complainant = p.complainant offset 0) c
      union select c.case_id from person p cross join lateral unnest(p.fingerprints) as f (fingerprint) cross join lateral (
        select case_id from desk."case" where brand = p.brand and complainant = p.complainant
          and posts -> 0 ->> 'fingerprint' = f.fingerprint offset 0) c
      union select c.case_id from person p cross join lateral (
        select case_id from desk."case" where brand = p.brand and complainant = p.complainant and ${isTied}
          and (merged_into is not null or threads && p.threads or identifiers && p.identifiers
            or exists (select 1 from jsonb_array_elements(posts) as e (post) where e.post ->> 'fingerprint' = any (p.fingerprints)))
        offset 0) c
      ${isNothing(posts) ? sql`` : sql`union ${caseIdsOf(posts)}`}),
    related as materialized (
      select c.* from found f cross join lateral (select ${readColumns} from desk."case" where case_id = f.case_id offset 0) c
      where (c.brand, c.complainant) in (select brand, complainant from person)),
    further (id) as (
      select k.id from related cross join lateral (values (merged_into::bigint), (linked_to::bigint)) as k (id) where k.id is not null
      union select n.id from further cross join lateral (
        select k.id from desk."case" c cross join lateral (values (c.merged_into), (c.linked_to)) as k (id)
        where c.case_id = further.id and k.id is not null offset 0) n)
    select json_agg(t) as cases from (
      select * from related
      union all select c.* from further cross join lateral (
        select ${readColumns} from desk."case" where case_id = further.id offset 0) c) t`.execute(tx);
  const found = rows[0]?.cases ?? [];
  return [...new Map(found.map((row) => [row.case_id, fromJson(row)])).values()];
};

/** In the words of the index `case_tied`. */
const isTied = sql.raw(
  `(jsonb_array_length(posts) > 1 or cardinality(threads) > 1 or identifiers <> '{}' or merged_into is not null)`,
);

/** As text: JSON has no numbers as large as an id may become. */
const readColumns = sql.raw(
  caseNames
    .map((name) =>
      name === 'case_id' || name === 'merged_into' || name === 'linked_to' ? `${name}::text` : name,
    )
    .join(', '),
);

const isNothing = ({ nativeIds, urls, authors }: ToldPosts): boolean =>
  nativeIds.length + urls.length + authors.length === 0;
