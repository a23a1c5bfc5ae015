import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { type DeskRecord, toDeskCase } from '../action.store.ts';
import type { DeskCase } from './action-types.ts';
import type { ReplayedActivity } from './replay.ts';

/** A case as it stands, and what its activities say of how it came to stand so. Throws for a case that is not there. */
export const readLife = async (
  tx: Transaction,
  caseId: string,
): Promise<{ readonly row: DeskCase; readonly activities: readonly ReplayedActivity[] }> => {
  const { rows } = await sql<DeskRecord>`select * from desk."case" where case_id = ${caseId}`.execute(tx);
  const [record] = rows;
  if (record === undefined) throw new Error(`there is no case ${caseId}`);
  const activities = await sql<ReplayedActivity>`
    select kind, change from desk.activity where case_id = ${caseId} order by activity_id`.execute(tx);
  return { row: toDeskCase(record), activities: activities.rows };
};
