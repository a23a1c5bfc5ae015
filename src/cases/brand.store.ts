import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** Whether the record holds cases or posts for review of a brand: one that left the configuration still has its past. */
export const isBrandOfRecord = async (tx: Transaction, brand: string): Promise<boolean> => {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from desk."case" where brand = ${brand})
      or exists (select 1 from desk.mention where brand = ${brand} and case_id is null and outcome = 'review') as known`.execute(
    tx,
  );
  return rows[0]?.known === true;
};

/** null: there is no such case. */
export const brandOfCase = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('desk.case')
    .select('brand')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.brand ?? null;
};

/** Whether somebody may be in danger, as the case says. */
export const isDangerCase = async (tx: Transaction, caseId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('desk.case')
    .select('danger')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return (row?.danger ?? null) !== null;
};

/** Of the post that opened it; null where nobody knows. */
export const languageOfCase = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('desk.case')
    .select('language')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.language ?? null;
};
