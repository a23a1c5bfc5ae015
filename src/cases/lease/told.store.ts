import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { type CaseReader, type Untold, whyUntold } from './case-reader.ts';
import type { Kept, Rights } from './desk-person.ts';

/** Complaints about staff are for whoever has the clearance, and never for those whom they are about; `table` is `desk."case"`. */
export const isStaffToldTo = (
  { clearances, partialTo }: Pick<Rights, 'clearances' | 'partialTo'>,
  table: 'c' | '"case"',
): RawBuilder<unknown> => {
  const of = sql.raw(table);
  const isCleared = clearances.includes('staff_conduct')
    ? sql`true`
    : sql`not 'staff' = any(${of}.categories)`;
  return sql`${isCleared} and not exists (
    select 1 from desk.accused a where a.case_id = ${of}.case_id and a.person = any(${[...partialTo]}::text[]))`;
};

/** As `whyUntold`, of the rows of a list: those of a dispute are there, and tell no more than that. */
export const isListedFor = (
  { person: { rights }, seesDanger }: CaseReader,
  table: 'c' | '"case"',
): RawBuilder<unknown> => {
  if (rights === null) return sql`true`;
  const danger = seesDanger ? sql`true` : sql`${sql.raw(table)}.danger is null`;
  return sql`${danger} and ${isStaffToldTo(rights, table)}`;
};

/** Of these cases those that are not told to a reader. */
export const readUntold = async (
  tx: Transaction,
  caseIds: readonly string[],
  reader: CaseReader,
): Promise<ReadonlyMap<string, Untold>> => {
  if (reader.person.rights === null || caseIds.length === 0) return new Map();
  const { rows } = await sql<Kept & { readonly id: string; readonly accused: readonly string[] }>`
    select c.case_id as id, c.danger, c.in_dispute as "inDispute", c.categories,
      array(select a.person from desk.accused a where a.case_id = c.case_id) as accused
    from desk."case" c where c.case_id = any(${[...new Set(caseIds)]}::bigint[])`.execute(tx);
  return new Map(
    rows.flatMap((row) => {
      const why = whyUntold(row, row.accused, reader);
      return why === null ? [] : [[row.id, why] as const];
    }),
  );
};
