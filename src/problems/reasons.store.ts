import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { namesOneOf } from './names-one-of.ts';

/** Posts as they are erased: of a source, by their ids or by their authors. */
export interface ErasedPosts {
  readonly source: string;
  readonly nativeIds: readonly string[];
  readonly authors: readonly string[];
}

/** By what a reason may tell of these people. To be read before their words go. */
export const readNames = async (
  tx: Transaction,
  { source, nativeIds, authors }: ErasedPosts,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct n.name from desk.mention m, unnest(m.identifiers || array[m.author]) as n (name)
    where m.source = ${source} and n.name is not null
      and (m.native_id = any(${[...nativeIds]}::text[]) or m.author = any(${[...authors]}::text[]))`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
};

/**
 * After their posts were erased: takes back what colleagues wrote about these cases at problems, swarms, remedies and marks,
 * and what they wrote about a whole problem or swarm where it names one of these people. What was done, by whom and when stays.
 * Answers with the numbers of statements whose words went: they are withdrawn, and the company may say anew what it said.
 */
export const eraseReasons = async (
  tx: Transaction,
  { caseIds, names, now }: ReasonsOf,
): Promise<readonly string[]> => {
  if (caseIds.length === 0) return [];
  const { statements } = await clearOfCases(tx, sql`c.case_id = any(${[...caseIds]}::bigint[])`, now);
  const notes = sql`
    select a.activity_id from desk.activity a where a.case_id = any(${[...caseIds]}::bigint[]) and a.note is not null
      and (a.kind in ('remedy', 'out_of_band', 'out_of_band_decided') or a.kind like 'parity\\_%')`;
  await sql`update desk.activity set note = null where activity_id in (${notes})`.execute(tx);
  await clearOrders(tx, sql`m.case_id = any(${[...caseIds]}::bigint[]) and m.erased_at is not null`);
  return [...statements, ...(await clearNaming(tx, { caseIds, names, now }))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
};

interface ReasonsOf {
  readonly caseIds: readonly string[];
  readonly names: readonly string[];
  readonly now: Date;
}

/** Posts that were erased longer ago have been looked at. */
const lookBackMs = 40 * 86_400_000;

/** The same of cases that were forgotten, and of problems and swarms of which no case is remembered. How many went. */
export const forgetReasons = async (tx: Transaction, now: Date): Promise<number> => {
  const orders = await clearOrders(tx, sql`m.erased_at >= ${new Date(now.getTime() - lookBackMs)}`);
  const ofCases = await clearOfCases(tx, sql`c.forgotten_at is not null`, now);
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select distinct problem_id as id, problem_id as above from desk.problem_event where note is not null and post is null
      union
      select up.id, p.merged_into from up join desk.problem p on p.problem_id = up.above where p.merged_into is not null)
    select id from up group by id having not bool_or(exists (
      select 1 from desk.problem_member p join desk.mention m on m.mention_id = p.mention_id join desk."case" c on c.case_id = m.case_id
      where p.problem_id = up.above and p.status = 'confirmed' and c.forgotten_at is null))`.execute(tx);
  const swarms = await sql`
    update desk.swarm w set reason = null where reason is not null and not exists (
      select 1 from desk.swarm_member s join desk."case" c on c.case_id = s.case_id
      where s.swarm_id = w.swarm_id and c.forgotten_at is null)`.execute(tx);
  await clearWhole(
    tx,
    rows.map(({ id }) => id),
  );
  return orders + ofCases.gone + rows.length + Number(swarms.numAffectedRows ?? 0);
};

/** What was written about one case; which, says the condition on `c`. How many went. */
const clearOfCases = async (
  tx: Transaction,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<{ readonly gone: number; readonly statements: readonly string[] }> => {
  const ofPost = sql`exists (select 1 from desk.mention m join desk."case" c on c.case_id = m.case_id where m.mention_id = post and ${which})`;
  let gone = 0;
  for (const statement of [
    sql`update desk.problem_event set note = null where note is not null and ${ofPost}`,
    sql`update desk.problem_constraint set reason = null where reason is not null and ${ofPost}`,
    sql`update desk.swarm_member s set reason = null from desk."case" c where c.case_id = s.case_id and s.reason is not null and ${which}`,
  ])
    gone += Number((await statement.execute(tx)).numAffectedRows ?? 0);
  const statements = await withdrawWords(
    tx,
    sql`exists (select 1 from desk."case" c where c.case_id = s.case_id and ${which})`,
    now,
  );
  return { gone: gone + statements.length, statements };
};

/** The row stays, with who wrote and read it: that the company said something there is no secret. */
const withdrawWords = async (
  tx: Transaction,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    update desk.statement s set text = '', withdrawn_by = coalesce(withdrawn_by, 'evenhand'),
      withdrawn_at = coalesce(withdrawn_at, ${now}) where s.text <> '' and ${which} returning statement_id as id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** Order numbers went with the words of the post; the copies by which complaints are told apart go after them. */
const clearOrders = async (tx: Transaction, which: RawBuilder<unknown>): Promise<number> => {
  const cleared = await sql`
    update desk.problem_member p set subject = jsonb_set(subject, '{orders}', '[]') from desk.mention m
    where m.mention_id = p.mention_id and jsonb_array_length(p.subject -> 'orders') > 0 and ${which}`.execute(
    tx,
  );
  return Number(cleared.numAffectedRows ?? 0);
};

/** What was written about these problems as a whole. */
const clearWhole = async (tx: Transaction, problems: readonly string[]): Promise<void> => {
  const ids = sql`${[...problems]}::bigint[]`;
  await sql`update desk.problem_event set note = null where problem_id = any(${ids}) and post is null and note is not null`.execute(
    tx,
  );
  await sql`
    update desk.problem_constraint set reason = null where problem = any(${ids}) and post is null and reason is not null`.execute(
    tx,
  );
};

/** Of the problems and swarms in which these cases are or were. The statements among them. */
const clearNaming = async (
  tx: Transaction,
  { caseIds, names, now }: ReasonsOf,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ table: Written['table']; id: string; text: string }>`
    with post as (select mention_id from desk.mention where case_id = any(${[...caseIds]}::bigint[])),
      mine as (
        select problem_id as id from desk.problem_member where mention_id in (select mention_id from post)
        union select found from desk.problem_member where mention_id in (select mention_id from post)
        union select problem_id from desk.problem_event where post in (select mention_id from post))
    select 'problem_event' as table, event_id as id, note as text from desk.problem_event
      where problem_id in (select id from mine) and note is not null
    union all select 'problem_constraint', constraint_id, reason from desk.problem_constraint
      where (problem in (select id from mine) or into_problem in (select id from mine)) and reason is not null
    union all select 'statement', statement_id, text from desk.statement where problem_id in (select id from mine)
    union all select 'swarm', w.swarm_id, w.reason from desk.swarm w where w.reason is not null
      and w.swarm_id in (select swarm_id from desk.swarm_member where mention_id in (select mention_id from post))`.execute(
    tx,
  );
  const naming = rows.filter(({ text }) => namesOneOf(text, names));
  for (const { table, id } of naming) if (table !== 'statement') await clearing[table](id).execute(tx);
  const statements = naming.filter(({ table }) => table === 'statement').map(({ id }) => id);
  return withdrawWords(tx, sql`s.statement_id = any(${statements}::bigint[])`, now);
};

interface Written {
  readonly table: 'problem_event' | 'problem_constraint' | 'statement' | 'swarm';
}

const clearing: Readonly<
  Record<Exclude<Written['table'], 'statement'>, (id: string) => RawBuilder<unknown>>
> = {
  problem_event: (id) => sql`update desk.problem_event set note = null where event_id = ${id}`,
  problem_constraint: (id) =>
    sql`update desk.problem_constraint set reason = null where constraint_id = ${id}`,
  swarm: (id) => sql`update desk.swarm set reason = null where swarm_id = ${id}`,
};
