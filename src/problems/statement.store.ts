import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { customersUntilTaken } from '../postgres/known-as.ts';
import { isTold } from '../postgres/told-case.ts';

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
  /** Of its case, for whoever hides them, and shown to nobody; null: it is taken, or there is none. */
  readonly customers: readonly KnownAs[] | null;
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
  const statement = await lockStatement(tx, id);
  if (statement === null) return 'unknown';
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
  const statement = await lockStatement(tx, id);
  if (statement === null) return 'unknown';
  if (statement.withdrawnBy !== null) return 'withdrawn';
  await sql`update desk.statement set withdrawn_by = ${actor}, withdrawn_at = ${now} where statement_id = ${id}`.execute(
    tx,
  );
  return 'done';
};

export interface StatementListAsk {
  /** One, or several; null: all. */
  readonly brand: string | readonly string[] | null;
  /** Of cases, those of which this reader may know. */
  readonly reader: CaseReader;
  readonly limit: number;
  /** The last statement of the page before; null: from the beginning. */
  readonly after: number | null;
}

/** The newest first. */
export const listStatements = (
  tx: Transaction,
  { brand, reader, limit, after }: StatementListAsk,
): Promise<readonly Statement[]> => {
  const brands = typeof brand === 'string' ? [brand] : brand === null ? null : [...brand];
  return readStatements(
    tx,
    sql`(${brands}::text[] is null or brand = any(${brands})) and (${after}::bigint is null or statement_id < ${after})
      and ${isOfTold(reader)} order by statement_id desc limit ${limit}`,
  );
};

/** null: there is none of which the reader may know. */
export const findStatement = async (
  tx: Transaction,
  id: number,
  reader: CaseReader,
): Promise<Statement | null> => {
  const [found] = await readStatements(tx, sql`statement_id = ${id} and ${isOfTold(reader)}`);
  return found ?? null;
};

const isOfTold = (reader: CaseReader): RawBuilder<boolean> => sql<boolean>`(
  case_id is null or exists (select 1 from desk."case" c where c.case_id = statement.case_id and ${isTold(reader)}))`;

const lockStatement = async (tx: Transaction, id: number): Promise<Statement | null> => {
  const [found] = await readStatements(tx, sql`statement_id = ${id} for update`);
  return found ?? null;
};

const readStatements = async (tx: Transaction, such: RawBuilder<unknown>): Promise<readonly Statement[]> => {
  const { rows } = await sql<Omit<Statement, 'id' | 'problem'> & { id: string; problem: string | null }>`
    select statement_id as id, brand, problem_id as problem, case_id as "caseId", text, author, written_at as "writtenAt",
      approved_by as "approvedBy", approved_at as "approvedAt", withdrawn_by as "withdrawnBy", ${customersUntilTaken('statement.case_id')} as customers
    from desk.statement where ${such}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    problem: row.problem === null ? null : Number(row.problem),
  }));
};
