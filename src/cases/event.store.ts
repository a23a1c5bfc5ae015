import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { type CaseKind, kindColumns } from './case-kind.store.ts';

/** Something that happened to a case, as programs hear it: no author, no words, nobody who works here, no reach. */
export interface CaseEvent extends CaseKind {
  readonly id: number;
  readonly at: Date;
  readonly caseId: string;
  /** Of the activity: `case_opened`, `taken`, `answered` … */
  readonly kind: string;
}

/** Events behind a number, in the order of their numbers. That somebody was accused is told as a note: no program need know. */
export const readEvents = async (
  tx: Transaction,
  after: number,
  limit: number,
): Promise<readonly CaseEvent[]> => {
  const { rows } = await sql<Omit<CaseEvent, 'id'> & { id: string }>`
    select a.activity_id as id, a.at, a.case_id as "caseId",
      case when a.kind in ('accused', 'accusation_withdrawn') then 'note' else a.kind end as kind, ${kindColumns}
    from desk.activity a join desk."case" c on c.case_id = a.case_id
    where a.activity_id > ${after} order by a.activity_id limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
};

/** Number of the newest event; 0: there is none. */
export const newestEvent = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select activity_id as id from desk.activity order by activity_id desc limit 1`.execute(tx);
  return Number(rows[0]?.id ?? 0);
};
