import { sql } from 'kysely';
import { problemName } from '../domain/problem-id.ts';
import type { Transaction } from '../postgres/database.ts';
import type { DigestStatementRow } from './digest-rows.ts';
import { isConfidential } from './waiting.store.ts';

/** A fortnight: who asks what the company said should find it. */
const shownForMs = 14 * 86_400_000;
const mostShown = 5;

/** Those that a second person has read and nobody withdrew, but for those at cases that are confidential. */
export const readStatementRows = async (
  tx: Transaction,
  { brand, to }: { readonly brand: string; readonly to: Date },
  caseName: (caseId: string) => string,
): Promise<readonly DigestStatementRow[]> => {
  const { rows } = await sql<{
    problem: string | null;
    caseId: string | null;
    text: string;
    approvedAt: Date;
  }>`
    select s.problem_id as problem, s.case_id as "caseId", s.text, s.approved_at as "approvedAt" from desk.statement s
    left join desk."case" c on c.case_id = s.case_id
    where s.brand = ${brand} and (c.case_id is null or not ${isConfidential}) and approved_at > ${new Date(to.getTime() - shownForMs)} and approved_at <= ${to} and withdrawn_at is null
    order by approved_at desc limit ${mostShown}`.execute(tx);
  return rows.map(({ problem, caseId, text, approvedAt }) => ({
    about: problem === null ? caseName(caseId ?? '') : problemName(Number(problem)),
    text,
    approvedAt: approvedAt.toISOString(),
  }));
};
