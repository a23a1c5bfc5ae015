import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { hurryGroups, lockPlanning } from '../plan.store.ts';

/** Somebody said that he looks after a case; the last one counts. */
export interface Acknowledgement {
  readonly caseId: string;
  readonly actor: string;
  readonly at: string;
  readonly until: string;
}

/** Longer ago, nothing hangs on it: the longest time between two tellings is a week. */
const rememberedMs = 8 * 86_400_000;

/** The last of each case, those that have lapsed too: what lapsed after the last telling is told again. */
export const readAcks = async (tx: Transaction, now: Date): Promise<ReadonlyMap<string, Acknowledgement>> => {
  const { rows } = await sql<{ case_id: string; actor: string; at: Date; until: Date }>`
    select distinct on (case_id) case_id, actor, at, until from desk.alert_ack
    where until > ${new Date(now.getTime() - rememberedMs)} order by case_id, ack_id desc`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        caseId: row.case_id,
        actor: row.actor,
        at: row.at.toISOString(),
        until: row.until.toISOString(),
      },
    ]),
  );
};

export interface Acknowledging {
  readonly caseIds: readonly string[];
  readonly actor: string;
  readonly now: Date;
  readonly until: Date;
}

/**
 * Cases that wait for somebody; the others need no acknowledgement. Each is written down at its case, too. Takes the
 * lock of planning.
 */
export const acknowledge = async (
  tx: Transaction,
  { caseIds, actor, now, until }: Acknowledging,
): Promise<readonly string[]> => {
  await lockPlanning(tx);
  const { rows } = await sql<{ case_id: string }>`
    with acked as (
      insert into desk.alert_ack (case_id, actor, at, until)
      select case_id, ${actor}, ${now}::timestamptz, ${until}::timestamptz from desk."case"
      where case_id = any(${[...caseIds]}::bigint[]) and assignee is null and due_at is not null
        and status not in ('resolved', 'closed') and disposition is null and merged_into is null
      order by case_id returning ack_id, case_id),
    noted as (
      insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, value)
      select case_id, case_id || '|acknowledged|' || ack_id, ${now}::timestamptz, 'acknowledged', ${actor}, false, true, ${until.toISOString()}
      from acked order by case_id)
    select case_id from acked order by case_id`.execute(tx);
  const waiting = rows.map(({ case_id: caseId }) => caseId);
  await hurryGroups(tx, now, waiting);
  return waiting;
};
