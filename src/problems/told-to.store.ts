import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { Transaction } from '../postgres/database.ts';

/** Whether a reader may know of the case `c`: no list tells that there is one to whoever may not. */
export const isTold = (reader: CaseReader): RawBuilder<boolean> =>
  reader === null
    ? sql<boolean>`true`
    : sql<boolean>`((${reader.danger} or c.danger is null) and (${reader.dispute} or not c.in_dispute)
      and (${reader.staff} or not 'staff' = any(c.categories))
      and not exists (select 1 from desk.accused x where x.case_id = c.case_id and x.person = any(${[...reader.partialTo]}::text[])))`;

/** Those of the cases of which the reader may not know. */
export const hiddenFrom = async (
  tx: Transaction,
  caseIds: readonly string[],
  reader: CaseReader,
): Promise<ReadonlySet<string>> => {
  if (reader === null || caseIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select c.case_id as id from desk."case" c
    where c.case_id = any(${[...new Set(caseIds)]}::bigint[]) and not ${isTold(reader)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};
