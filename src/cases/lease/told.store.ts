import { sql } from 'kysely';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Transaction } from '../../postgres/database.ts';
import { accusedColumn } from '../case-kind.store.ts';
import { type Kept, type Untold, whyUntold } from './why-untold.ts';

/** Of these cases those that are not told to a reader. */
export const readUntold = async (
  tx: Transaction,
  caseIds: readonly string[],
  reader: CaseReader,
): Promise<ReadonlyMap<string, Untold>> => {
  if (reader === null || caseIds.length === 0) return new Map();
  const { rows } = await sql<Kept & { readonly id: string; readonly accused: readonly string[] }>`
    select c.case_id as id, c.danger, c.in_dispute as "inDispute", c.categories, ${accusedColumn}
    from desk."case" c where c.case_id = any(${[...new Set(caseIds)]}::bigint[])`.execute(tx);
  return new Map(
    rows.flatMap((row) => {
      const why = whyUntold(row, row.accused, reader);
      return why === null ? [] : [[row.id, why] as const];
    }),
  );
};
