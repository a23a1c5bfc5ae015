import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { isTold } from '../postgres/told-case.ts';
import { findRoot, type Root } from './place.store.ts';

/** Those of the cases of which the reader may not know. */
export const hiddenFrom = async (
  tx: Transaction,
  caseIds: readonly string[],
  reader: CaseReader,
): Promise<ReadonlySet<string>> => {
  if (reader === null || caseIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select c.case_id as id from desk."case" c
    where c.case_id = any(${[...new Set(caseIds)]}::bigint[]) and not ${isTold(reader)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

/** Whether a reader may know of the problem `p`: of one of its members, or of that it has none any more. */
export const isProblemTold = (reader: CaseReader): RawBuilder<boolean> =>
  reader === null
    ? sql<boolean>`true`
    : sql<boolean>`(${hasMember(isTold(reader))} or not ${hasMember(sql<boolean>`true`)})`;

const hasMember = (such: RawBuilder<boolean>): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from desk.problem_member m join desk.mention o on o.mention_id = m.mention_id join desk."case" c on c.case_id = o.case_id
  where m.problem_id = p.problem_id and (m.status = 'confirmed' or m.settled_at is null) and ${such})`;

/** As `findRoot`, for a reader; null: there is none of which they may know. */
export const findToldRoot = async (
  tx: Transaction,
  problem: ProblemId,
  reader: CaseReader,
): Promise<Root | null> => {
  const root = await findRoot(tx, problem);
  if (root === null || reader === null) return root;
  const { rows } = await sql`
    select 1 from (select ${root.id}::bigint as problem_id) p where ${isProblemTold(reader)}`.execute(tx);
  return rows.length === 0 ? null : root;
};
