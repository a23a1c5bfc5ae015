import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';

/** The company's own words on a case or a problem, read by a second person before they count. */
export interface Statement {
  readonly id: number;
  readonly brand: string;
  readonly problem: ProblemId | null;
  readonly caseId: string | null;
  readonly text: string;
  readonly author: string;
  readonly writtenAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly withdrawnBy: string | null;
}

export interface NewStatement {
  readonly brand: string;
  readonly problem: ProblemId | null;
  readonly caseId: string | null;
  readonly text: string;
  readonly author: string;
  readonly now: Date;
}

export const addStatement = async (tx: Transaction, wanted: NewStatement): Promise<number> => {
  const { brand, problem, caseId, text, author, now } = wanted;
  const { rows } = await sql<{ id: string }>`
    insert into desk.statement (brand, problem_id, case_id, text, author, written_at)
    values (${brand}, ${problem}, ${caseId}, ${text}, ${author}, ${now}) returning statement_id as id`.execute(
    tx,
  );
  return Number(rows[0]?.id);
};

export type StatementActed = 'done' | 'unknown' | 'own' | 'approved' | 'withdrawn';

/** Somebody else than the author has read it. */
export const approveStatement = async (
  tx: Transaction,
  { id, actor, now }: { id: number; actor: string; now: Date },
): Promise<StatementActed> => {
  const [statement] = await readStatements(tx, { id, brand: null, lock: true });
  if (statement === undefined) return 'unknown';
  if (statement.withdrawnBy !== null) return 'withdrawn';
  if (statement.approvedBy !== null) return 'approved';
  if (statement.author === actor) return 'own';
  await sql`update desk.statement set approved_by = ${actor}, approved_at = ${now} where statement_id = ${id}`.execute(
    tx,
  );
  return 'done';
};

export const withdrawStatement = async (
  tx: Transaction,
  { id, actor, now }: { id: number; actor: string; now: Date },
): Promise<StatementActed> => {
  const [statement] = await readStatements(tx, { id, brand: null, lock: true });
  if (statement === undefined) return 'unknown';
  if (statement.withdrawnBy !== null) return 'withdrawn';
  await sql`update desk.statement set withdrawn_by = ${actor}, withdrawn_at = ${now} where statement_id = ${id}`.execute(
    tx,
  );
  return 'done';
};

/** The newest first; one alone where its number is given. */
export const readStatements = async (
  tx: Transaction,
  { id, brand, lock = false }: { id: number | null; brand: string | null; lock?: boolean },
): Promise<readonly Statement[]> => {
  const { rows } = await sql<Omit<Statement, 'id' | 'problem'> & { id: string; problem: string | null }>`
    select statement_id as id, brand, problem_id as problem, case_id as "caseId", text, author, written_at as "writtenAt",
      approved_by as "approvedBy", approved_at as "approvedAt", withdrawn_by as "withdrawnBy"
    from desk.statement where (${id}::bigint is null or statement_id = ${id}) and (${brand}::text is null or brand = ${brand})
    order by statement_id desc limit 200 ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    problem: row.problem === null ? null : Number(row.problem),
  }));
};
