import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { Kept } from './desk-person.ts';
import { type Untold, whyUntold } from './why-untold.ts';

/** Complaints about staff are for whoever has the clearance, and never for those whom they are about; `table` is `desk."case"`. */
export const isStaffToldTo = (
  { staff, partialTo }: Pick<NonNullable<CaseReader>, 'staff' | 'partialTo'>,
  table: 'c' | '"case"',
): RawBuilder<unknown> => {
  const of = sql.raw(table);
  const isCleared = staff ? sql`true` : sql`not 'staff' = any(${of}.categories)`;
  return sql`${isCleared} and not exists (
    select 1 from desk.accused a where a.case_id = ${of}.case_id and a.person = any(${[...partialTo]}::text[]))`;
};

/** As `whyUntold`, of the rows of a list: those of a dispute are there, and tell no more than that. */
export const isListedFor = (reader: CaseReader, table: 'c' | '"case"'): RawBuilder<unknown> => {
  if (reader === null) return sql`true`;
  const danger = reader.danger ? sql`true` : sql`${sql.raw(table)}.danger is null`;
  return sql`${danger} and ${isStaffToldTo(reader, table)}`;
};

/** Of these cases those that are not told to a reader. */
export const readUntold = async (
  tx: Transaction,
  caseIds: readonly string[],
  reader: CaseReader,
): Promise<ReadonlyMap<string, Untold>> => {
  if (reader === null || caseIds.length === 0) return new Map();
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
