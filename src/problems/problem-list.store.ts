import { sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { ProblemId, ProblemState } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { isTold } from '../postgres/told-case.ts';
import { isProblemTold } from './told-to.store.ts';

export interface ListedProblem {
  readonly id: ProblemId;
  readonly brand: string;
  readonly state: ProblemState;
  readonly beganAt: Date;
  readonly sinceAt: Date;
  /** Cases, those that were merged counted as one. */
  readonly confirmed: number;
  readonly suggested: number;
}

export interface ProblemListAsk {
  /** One, or several; null: all. */
  readonly brand: string | readonly string[] | null;
  /** Whose cases are counted; a problem of none of them is left out. */
  readonly reader: CaseReader;
  readonly state: ProblemState | null;
  /** Also resolved ones. */
  readonly all: boolean;
  readonly limit: number;
  /** The last problem of the page before; null: from the beginning. */
  readonly after: ProblemId | null;
}

/** The oldest first, whatever their size: it orders nobody's work by how many shout. */
export const listProblems = async (
  tx: Transaction,
  { brand, reader, state, all, limit, after }: ProblemListAsk,
): Promise<readonly ListedProblem[]> => {
  const brands = typeof brand === 'string' ? [brand] : brand === null ? null : [...brand];
  const { rows } = await sql<Omit<ListedProblem, 'id' | 'confirmed' | 'suggested'> & Counted>`
    select p.problem_id as id, p.brand, p.state, p.began_at as "beganAt", p.since_at as "sinceAt",
      (select count(distinct coalesce(c.merged_into, c.case_id)) from desk.problem_member m
        join desk.mention o on o.mention_id = m.mention_id join desk."case" c on c.case_id = o.case_id
        where m.problem_id = p.problem_id and m.status = 'confirmed' and ${isTold(reader)}) as confirmed,
      (select count(*) from desk.problem_member m
        join desk.problem_member s on s.mention_id = m.mention_id and s.status = 'confirmed' and s.problem_id <> m.problem_id
        join desk.mention o on o.mention_id = m.mention_id join desk."case" c on c.case_id = o.case_id
        where m.problem_id = p.problem_id and m.status = 'suggested' and m.settled_at is null and ${isTold(reader)}) as suggested
    from desk.problem p
    where p.merged_into is null and ${isProblemTold(reader)} and (${brands}::text[] is null or p.brand = any(${brands}))
      and (${state}::text is null or p.state = ${state}) and (${all || state !== null} or p.state <> 'resolved')
      and (${after}::bigint is null or (p.began_at, p.problem_id) > (select began_at, problem_id from desk.problem where problem_id = ${after}))
    order by p.began_at, p.problem_id limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    confirmed: Number(row.confirmed),
    suggested: Number(row.suggested),
  }));
};

interface Counted {
  id: string;
  confirmed: string;
  suggested: string;
}
