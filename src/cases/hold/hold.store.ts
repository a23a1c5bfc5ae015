import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** Facts of a dangerous product: they stay when the words go, and go themselves when their time is over. */
export interface Hold {
  readonly caseId: string;
  readonly component: string;
  readonly hazard: string;
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string;
  readonly reason: string;
  readonly holder: string;
  readonly begunAt: Date;
  readonly until: Date;
}

export type Held = 'held' | 'unknown_case' | 'no_danger' | 'held_already';

/** Only of danger: an ordinary complaint is kept as long as every other. */
export const addHold = async (tx: Transaction, hold: Hold): Promise<Held> => {
  const { rows } = await sql<{ danger: string | null }>`
    select danger from desk."case" where case_id = ${hold.caseId} for update`.execute(tx);
  const [found] = rows;
  if (found === undefined) return 'unknown_case';
  if (found.danger === null) return 'no_danger';
  const added = await sql`
    insert into desk.hold (case_id, component, hazard, happened_on, reason, holder, begun_at, until)
    values (${hold.caseId}, ${hold.component}, ${hold.hazard}, ${hold.happenedOn}, ${hold.reason}, ${hold.holder}, ${hold.begunAt}, ${hold.until})
    on conflict (case_id) where ended_at is null do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0) === 1 ? 'held' : 'held_already';
};

/** Those in force, the one that ends first at the head. */
export const listHolds = async (tx: Transaction, now: Date): Promise<readonly Hold[]> => {
  const { rows } = await sql<Hold>`
    select case_id::text as "caseId", component, hazard, happened_on::text as "happenedOn", reason, holder, begun_at as "begunAt", until
    from desk.hold where ended_at is null and until > ${now} order by until, hold_id`.execute(tx);
  return rows;
};

/** False: none is in force for this case. */
export const endHold = async (
  tx: Transaction,
  { caseId, now, by }: { readonly caseId: string; readonly now: Date; readonly by: string },
): Promise<boolean> => {
  const ended = await sql`
    update desk.hold set ended_at = ${now}, ended_by = ${by} where case_id = ${caseId} and ended_at is null`.execute(
    tx,
  );
  return Number(ended.numAffectedRows ?? 0) === 1;
};

/** What was held goes with the hold: ended by a person or by its time. */
export const dropEndedHolds = async (tx: Transaction, now: Date, limit: number): Promise<number> => {
  const gone = await sql`
    delete from desk.hold where hold_id in (
      select hold_id from desk.hold where until <= ${now} or ended_at is not null limit ${limit} for update skip locked)`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};
