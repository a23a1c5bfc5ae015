import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** Whom a complaint about staff is about; for those with the clearance alone. */
export const readAccused = async (tx: Transaction, caseId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ person: string }>`
    select person from desk.accused where case_id = ${caseId} order by at, person`.execute(tx);
  return rows.map(({ person }) => person);
};

/** Whether it was this person who said it. */
export const isAccuser = async (
  tx: Transaction,
  { caseId, person, by }: { readonly caseId: string; readonly person: string; readonly by: string },
): Promise<boolean> => {
  const { rows } = await sql`
    select from desk.accused where case_id = ${caseId} and person = ${person} and by = ${by}`.execute(tx);
  return rows.length > 0;
};

/** False: it was said before. A lease of the case ends: its holder may be the one, or stand in the line. */
export const accuse = async (
  tx: Transaction,
  row: { readonly caseId: string; readonly person: string; readonly by: string; readonly at: Date },
): Promise<boolean> => {
  const said = await sql`
    insert into desk.accused (case_id, person, at, by) values (${row.caseId}, ${row.person}, ${row.at}, ${row.by})
    on conflict do nothing`.execute(tx);
  await sql`delete from desk.lease where case_id = ${row.caseId}`.execute(tx);
  return Number(said.numAffectedRows ?? 0) === 1;
};

export const withdrawAccused = async (tx: Transaction, caseId: string, person: string): Promise<boolean> => {
  const gone = await sql`
    delete from desk.accused where case_id = ${caseId} and person = ${person}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0) === 1;
};

/** What was one case, or is one now, is about the same people. */
export const inheritAccused = async (tx: Transaction, from: string, into: string): Promise<void> => {
  await sql`
    insert into desk.accused (case_id, person, at, by)
    select ${into}::bigint, person, at, by from desk.accused where case_id = ${from} on conflict do nothing`.execute(
    tx,
  );
};
