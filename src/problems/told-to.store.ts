import { sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { Transaction } from '../postgres/database.ts';
import { isTold } from '../postgres/told-case.ts';

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
