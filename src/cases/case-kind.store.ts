import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { CaseRow } from './fold-types.ts';

/** What of a case decides who may know of it. */
export interface CaseKind extends Pick<CaseRow, 'brand' | 'danger' | 'inDispute' | 'categories'> {
  /** Whom a complaint about staff is about. */
  readonly accused: readonly string[];
}

/** null: there is no such case. */
export const readCaseKind = async (tx: Transaction, caseId: string): Promise<CaseKind | null> => {
  const { rows } = await sql<CaseKind>`
    select ${kindColumns} from desk."case" c where c.case_id = ${caseId}`.execute(tx);
  return rows[0] ?? null;
};

/** Of `desk."case" c`, as `kindColumns`. */
export const accusedColumn = sql`array(select a.person from desk.accused a where a.case_id = c.case_id) as accused`;

export const kindColumns = sql`c.brand, c.danger, c.in_dispute as "inDispute", c.categories, ${accusedColumn}`;
