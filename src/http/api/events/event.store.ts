import { sql } from 'kysely';
import { type CaseKind, kindColumns } from '../../../cases/case-kind.store.ts';
import type { ProblemId } from '../../../domain/problem.ts';
import type { Transaction } from '../../../postgres/database.ts';

/** Something that happened, as programs hear it: no author, no words, nobody who works here, no reach. */
export type FeedEvent = CaseEvent | ProblemEvent;

interface Happened {
  /** One numbering for everything that happens. */
  readonly id: number;
  readonly at: Date;
  readonly brand: string;
  /** Of the activity: `case_opened`, `taken`, `answered` …; of a problem: `opened`, `state`, `confirmed`, `merged` … */
  readonly kind: string;
}

export interface CaseEvent extends Happened, CaseKind {
  readonly caseId: string;
}

/** It names no member, whatever happened to one. */
export interface ProblemEvent extends Happened {
  readonly problem: ProblemId;
  /** The new one, where it changed. */
  readonly state: string | null;
}

/** Events behind a number, in the order of their numbers. That somebody was accused is told as a note: no program need know. */
export const readEvents = async (
  tx: Transaction,
  after: number,
  limit: number,
): Promise<readonly FeedEvent[]> => {
  const { rows } = await sql<FeedRow>`
    select * from (
      (select a.activity_id as id, a.at, case when a.kind in ('accused', 'accusation_withdrawn') then 'note' else a.kind end as kind,
          a.case_id as "caseId", null::bigint as problem, null as state, ${kindColumns}
        from desk.activity a join desk."case" c on c.case_id = a.case_id
        where a.activity_id > ${after} order by a.activity_id limit ${limit})
      union all
      (select e.event_id, e.at, e.kind, null, e.problem_id, case when e.kind = 'state' then e.value end, coalesce(p.brand, m.brand, ''),
          null, null, null, null
        from desk.problem_event e left join desk.problem p on p.problem_id = e.problem_id
        left join desk.problem_member m on m.mention_id = abs(e.problem_id) and m.status = 'confirmed'
        where e.event_id > ${after} order by e.event_id limit ${limit})) f
    order by id limit ${limit}`.execute(tx);
  return rows.map(
    ({ id, at, brand, kind, caseId, problem, state, danger, inDispute, categories, accused }) => {
      const happened = { id: Number(id), at, brand, kind };
      return caseId === null
        ? { ...happened, problem: Number(problem), state }
        : { ...happened, caseId, danger, inDispute, categories, accused };
    },
  );
};

interface FeedRow extends CaseKind {
  id: string;
  at: Date;
  kind: string;
  caseId: string | null;
  problem: string | null;
  state: string | null;
}

/** Number of the newest event; 0: there is none. */
export const newestEvent = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select greatest((select activity_id from desk.activity order by activity_id desc limit 1),
      (select event_id from desk.problem_event order by event_id desc limit 1)) as id`.execute(tx);
  return Number(rows[0]?.id ?? 0);
};
