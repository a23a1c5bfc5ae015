import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** By the numbers of the cases; what is not there is left out. */
export const readVersions = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; version: number }>`
    select case_id::text as id, version from desk."case" where case_id = any(${[...caseIds]}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
};
