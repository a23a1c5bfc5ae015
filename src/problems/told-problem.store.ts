import { sql } from 'kysely';
import { problemName } from '../domain/problem-id.ts';
import { type Severity, severities } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';

/** The problem of a case, and what the team heard of it: an alert of it stands for its members' own. */
export interface ToldProblem {
  /** `P-17`. */
  readonly problemId: string;
  /** The highest severity among its members when the team was told that it escalates or is back; null: nobody was told. */
  readonly toldAs: Severity | null;
}

/**
 * To which problems cases belong for certain; those of none are left out. A problem counts as told while it stands as it
 * was told, and only when its alert went to somebody: one that was silenced or heard by no channel quiets nobody.
 */
export const readToldProblems = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ToldProblem>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ caseId: string; problem: string; rank: number | null }>`
    select distinct on (mine.case_id) mine.case_id::text as "caseId", p.problem_id::text as problem, told.rank
    from desk.mention mine join desk.problem_member m on m.mention_id = mine.mention_id and m.status = 'confirmed'
      join desk.problem p on p.problem_id = m.problem_id
      left join lateral (
        select max(array_position(${[...severities]}::text[], c.severity)) as rank
        from (select at from desk.outbox where case_id is null and unsent is null and flushed_at is not null
            and alert -> 'values' ->> 'problem' = case when p.problem_id < 0 then 'P-' || -p.problem_id || 'b' else 'P-' || p.problem_id end
            and at >= p.since_at order by outbox_id desc limit 1) o
          join desk.problem_member other on other.problem_id = p.problem_id and other.status = 'confirmed' and other.grouped_at <= o.at
          join desk.mention told on told.mention_id = other.mention_id join desk."case" c on c.case_id = told.case_id
      ) told on p.state in ('escalating', 'regressed')
    where mine.case_id = any(${[...caseIds]}::bigint[])
    order by mine.case_id, told.rank desc nulls last`.execute(tx);
  return new Map(
    rows.map(({ caseId, problem, rank }) => [
      caseId,
      {
        problemId: problemName(Number(problem)),
        toldAs: rank === null ? null : (severities[rank - 1] ?? null),
      },
    ]),
  );
};
