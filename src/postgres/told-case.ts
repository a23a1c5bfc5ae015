import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';

/** `desk."case"`, under the name that it has in a statement. */
type Cases = 'c' | '"case"';

/** Complaints about staff are for whoever has the clearance, and never for those whom they are about. */
export const isStaffToldTo = (
  { staff, partialTo }: Pick<NonNullable<CaseReader>, 'staff' | 'partialTo'>,
  cases: Cases,
): RawBuilder<boolean> => {
  const of = sql.raw(cases);
  const isCleared = staff ? sql`true` : sql`not 'staff' = any(${of}.categories)`;
  return sql<boolean>`(${isCleared} and not exists (
    select 1 from desk.accused a where a.case_id = ${of}.case_id and a.person = any(${[...partialTo]}::text[])))`;
};

/** As `whyUntold`, of the rows of a list: those of a dispute are there, and tell no more than that. */
export const isListedFor = (reader: CaseReader, cases: Cases): RawBuilder<boolean> => {
  if (reader === null) return sql<boolean>`true`;
  const danger = reader.danger ? sql`true` : sql`${sql.raw(cases)}.danger is null`;
  return sql<boolean>`(${danger} and ${isStaffToldTo(reader, cases)})`;
};

/** Whether a reader may know what is in the case `c`. */
export const isTold = (reader: CaseReader): RawBuilder<boolean> =>
  reader === null || reader.dispute
    ? isListedFor(reader, 'c')
    : sql<boolean>`(not c.in_dispute and ${isListedFor(reader, 'c')})`;
