import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';
import { type DeskRecord, toDeskCase } from '../action.store.ts';
import { caseNames } from '../case-record.ts';
import { differingKeys, replay, type StandingChange, standingOf } from '../life/replay.ts';

/** A case that does not stand as its activities tell, or without a case of its activities, or the other way round. */
export type RowDifference =
  | { readonly kind: 'row_changed'; readonly caseId: string; readonly fields: readonly string[] }
  | { readonly kind: 'row_added' | 'row_removed'; readonly caseId: string };

export interface RowsVerified {
  readonly cases: number;
  /** Of an older Evenhand, whose activities did not tell what they changed: nothing to compare with. */
  readonly untold: number;
  readonly differences: number;
  /** The first of them, in the order of the cases. */
  readonly first: readonly RowDifference[];
}

const pageSize = 1_000;
const mostTold = 20;

/**
 * Replays the activities of every case and compares what comes out with the case itself: an edit that was made behind
 * the log's back is found. A page is one statement, so that case and activities are of the same moment.
 */
export const verifyRows = async (db: Database): Promise<RowsVerified> => {
  const found: RowDifference[] = [];
  let [cases, untold, differences, after] = [0, 0, 0, '-1'];
  const tell = (difference: RowDifference): void => {
    differences += 1;
    if (found.length < mostTold) found.push(difference);
  };
  for (;;) {
    const page = await db.transaction('desk', (tx) => readPage(tx, after));
    for (const record of page) {
      const difference = differenceOf(record);
      if (difference === 'untold') untold += 1;
      else if (difference !== null) tell(difference);
    }
    cases += page.length;
    after = page.at(-1)?.case_id ?? after;
    if (page.length < pageSize) break;
  }
  for (const caseId of await db.transaction('desk', findRemoved)) tell({ kind: 'row_removed', caseId });
  return { cases, untold, differences, first: found };
};

interface ToldRecord extends DeskRecord {
  /** In the order of writing; null: there is no activity. */
  readonly changes: readonly (StandingChange | null)[] | null;
}

const differenceOf = (record: ToldRecord): RowDifference | 'untold' | null => {
  const { case_id: caseId, changes } = record;
  if (changes === null) return { kind: 'row_added', caseId };
  const told = replay(changes.map((change) => ({ kind: '', change })));
  if (told === null) return 'untold';
  const fields = differingKeys(told, standingOf(toDeskCase(record)));
  return fields.length === 0 ? null : { kind: 'row_changed', caseId, fields };
};

/** Posts say nothing of how a case stands, and are most of it. */
const columns = sql.raw(
  [
    ...caseNames.map((name) => (name === 'posts' ? `'[]'::jsonb as posts` : `c.${name}`)),
    ...['assignee', 'taken_at', 'first_taken_at', 'closed_at', 'version'].map((name) => `c.${name}`),
  ].join(', '),
);

const readPage = async (tx: Transaction, after: string): Promise<readonly ToldRecord[]> => {
  const { rows } = await sql<ToldRecord>`
    select ${columns}, told.changes
    from (select * from desk."case" where case_id > ${after}::bigint order by case_id limit ${pageSize}) c
    cross join lateral (
      select json_agg(a.change order by a.activity_id) as changes from desk.activity a where a.case_id = c.case_id) told
    order by c.case_id`.execute(tx);
  return rows;
};

/** Every case that was sealed has a first seal. */
const findRemoved = async (tx: Transaction): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select s.case_id as id from desk.activity_seal s
    where s.seq = 1 and not exists (select 1 from desk."case" c where c.case_id = s.case_id)
    order by s.case_id limit ${mostTold}`.execute(tx);
  return rows.map(({ id }) => id);
};
