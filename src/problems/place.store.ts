import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { type Links, problemOf } from './links.ts';

/** Where cases are confirmed members, they or one that goes on in the same case; the first of each stands first. */
export const problemsOfCases = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly ProblemId[]> => {
  const { rows } = await sql<{ problem: string }>`
    with recursive family as (
      select desk.going_case(id) as case_id from unnest(${[...caseIds]}::bigint[]) as k (id)
      union
      select c.case_id from family f join desk."case" c on c.merged_into = f.case_id)
    select p.problem_id as problem from family f join desk.mention m on m.case_id = f.case_id
    join desk.problem_member p on p.mention_id = m.mention_id and p.status = 'confirmed'
    group by 1 order by min(p.place)`.execute(tx);
  return rows.map(({ problem }) => Number(problem));
};

export interface Root {
  readonly id: ProblemId;
  readonly brand: string;
}

/** The problem that goes on: itself, or the one that it was merged into. A complaint that is alone is one as well. */
export const findRoot = async (tx: Transaction, problem: ProblemId): Promise<Root | null> => {
  const { rows } = await sql<{ id: string; brand: string }>`
    with recursive up as (
      select problem_id, merged_into, brand from desk.problem where problem_id = ${problem}
      union all
      select p.problem_id, p.merged_into, p.brand from up join desk.problem p on p.problem_id = up.merged_into)
    select problem_id as id, brand from up where merged_into is null
    union all
    select problem_id as id, brand from desk.problem_member where problem_id = ${problem} and status = 'confirmed' limit 1`.execute(
    tx,
  );
  const [root] = rows;
  return root === undefined ? null : { id: Number(root.id), brand: root.brand };
};

export interface Member {
  readonly post: number;
  readonly brand: string;
  readonly problem: ProblemId;
  readonly isAutomated: boolean;
  readonly writtenAt: Date;
}

/** The post by which a case is a member. One that was never grouped, as history is not, gets a place of its own first. */
export const findMember = async (tx: Transaction, caseId: string, now: Date): Promise<Member | null> => {
  const found = await readMember(tx, caseId);
  if (found !== null) return found;
  await sql`
    insert into desk.problem_member (mention_id, status, brand, problem_id, found, kind, is_automated, subject, written_at, grouped_at)
    select m.mention_id, 'confirmed', m.brand, m.mention_id, m.mention_id, 'founder', true,
      jsonb_build_object('brand', m.brand, 'products', '[]'::jsonb, 'journeys', '[]'::jsonb, 'orders', '[]'::jsonb, 'category', m.categories[1]),
      coalesce(least(m.published_at, m.received_at), m.received_at), ${now}::timestamptz
    from desk.mention m where m.case_id = ${caseId} and m.author_role = 'customer' order by m.mention_id limit 1`.execute(
    tx,
  );
  return readMember(tx, caseId);
};

const readMember = async (tx: Transaction, caseId: string): Promise<Member | null> => {
  const { rows } = await sql<{
    post: string;
    brand: string;
    problem: string;
    isAutomated: boolean;
    writtenAt: Date;
  }>`
    select p.mention_id as post, p.brand, p.problem_id as problem, p.is_automated as "isAutomated", p.written_at as "writtenAt"
    from desk.mention m join desk.problem_member p on p.mention_id = m.mention_id
    where m.case_id = ${caseId} and p.status = 'confirmed' order by p.place limit 1`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row, post: Number(row.post), problem: Number(row.problem) };
};

export const isSuggested = async (tx: Transaction, post: number, problem: ProblemId): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from desk.problem_member
    where mention_id = ${post} and status = 'suggested' and problem_id = ${problem} and settled_at is null`.execute(
    tx,
  );
  return rows.length > 0;
};

export const settle = async (tx: Transaction, post: number, now: Date): Promise<void> => {
  await sql`
    update desk.problem_member set settled_at = ${now} where mention_id = ${post} and status = 'suggested' and settled_at is null`.execute(
    tx,
  );
};

/** What was found stays as it was found; where it stands, and what was suggested for being like it, follows. */
export const place = async (
  tx: Transaction,
  { post, problem, isAutomated }: { post: number; problem: ProblemId; isAutomated: boolean },
  now: Date,
): Promise<void> => {
  await sql`
    update desk.problem_member set problem_id = ${problem}, is_automated = ${isAutomated}
    where mention_id = ${post} and status = 'confirmed'`.execute(tx);
  await sql`
    update desk.problem_member set problem_id = ${problem} where alike = ${post} and status = 'suggested' and settled_at is null`.execute(
    tx,
  );
  await settle(tx, post, now);
};

export const placeAgain = async (tx: Transaction, together: ProblemId, links: Links): Promise<void> => {
  const { rows } = await sql<{ post: string; found: string }>`
    select mention_id as post, found from desk.problem_member where problem_id = ${together} and status = 'confirmed'`.execute(
    tx,
  );
  const places = rows.map(({ post, found }) => ({
    post,
    problem: problemOf(links, Number(post), Number(found)),
  }));
  await sql`
    update desk.problem_member p set problem_id = r.problem
    from json_to_recordset(${JSON.stringify(places)}::json) as r (post bigint, problem bigint)
    where p.mention_id = r.post and p.status = 'confirmed'`.execute(tx);
  await sql`
    update desk.problem_member s set problem_id = a.problem_id from desk.problem_member a
    where s.problem_id = ${together} and s.status = 'suggested' and a.mention_id = s.alike and a.status = 'confirmed'`.execute(
    tx,
  );
};
