import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import type { Head } from './chain.ts';
import { readMark } from './mark.store.ts';
import { sealedColumns, type Unsealed } from './seal.store.ts';
import {
  type ChainState,
  chainStart,
  type Difference,
  followChain,
  type SealedActivity,
} from './verify-chain.ts';

export interface ChainsVerified {
  readonly activities: number;
  readonly cases: number;
  /** Written within the last seconds. */
  readonly unsealed: number;
  readonly differences: number;
  /** The first of them, in the order of the cases. */
  readonly first: readonly Difference[];
}

const pageSize = 2_000;
const mostTold = 20;

/** Recomputes the chain of every case. Page by page, each in a transaction of its own: it holds nobody up. */
export const verifyChains = async (
  db: Database,
  onPage: (done: number, total: number) => void,
): Promise<ChainsVerified> => {
  const { key, total, unsealed, added } = await db.transaction('desk', readExtent);
  const found: Difference[] = [...added];
  let state = chainStart;
  let activities = 0;
  let cases = 0;
  let differences = added.length;
  for (;;) {
    const page = await db.transaction('desk', (tx) => readPage(tx, state));
    for (const row of page) {
      if (row.caseId !== state.caseId) cases += 1;
      const { after, difference } = followChain(state, row, key);
      state = after;
      if (difference === null) continue;
      differences += 1;
      if (found.length < mostTold) found.push(toldOf(row, difference));
    }
    activities += page.length;
    onPage(activities, total);
    if (page.length < pageSize) break;
  }
  const gaps = await db.transaction('desk', findGaps);
  return {
    activities,
    cases,
    unsealed,
    differences: differences + gaps.length,
    first: [...found, ...gaps].slice(0, mostTold),
  };
};

const toldOf = ({ caseId, seq, activity }: SealedActivity, kind: Difference['kind']): Difference => ({
  kind,
  caseId,
  seq,
  activity: activity === null ? null : { kind: activity.kind, at: activity.at },
});

const readExtent = async (
  tx: Transaction,
): Promise<{ key: string; total: number; unsealed: number; added: readonly Difference[] }> => {
  const { below } = await readMark(tx);
  const { rows } = await sql<{ total: string; unsealed: string }>`
    select (select count(*) from desk.activity_seal) as total,
      (select count(*) from desk.activity a where a.activity_id > ${below}::bigint
        and not exists (select 1 from desk.activity_seal s where s.activity_id = a.activity_id)) as unsealed`.execute(
    tx,
  );
  const late = await sql<{ caseId: string; kind: string; at: string }>`
    select a.case_id as "caseId", a.kind, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from desk.activity a where a.activity_id <= ${below}::bigint
      and not exists (select 1 from desk.activity_seal s where s.activity_id = a.activity_id)
    order by a.case_id, a.activity_id limit ${mostTold}`.execute(tx);
  return {
    key: await readInstanceKey(tx),
    total: Number(rows[0]?.total ?? 0),
    unsealed: Number(rows[0]?.unsealed ?? 0),
    added: late.rows.map(({ caseId, kind, at }) => ({
      kind: 'added',
      caseId,
      seq: null,
      activity: { kind, at },
    })),
  };
};

type PageRow = Unsealed & {
  readonly sealId: string;
  readonly sealedCase: string;
  readonly seq: number;
  readonly hash: string;
  readonly noteHash: string | null;
};

const readPage = async (tx: Transaction, { caseId, seq }: ChainState): Promise<readonly SealedActivity[]> => {
  const { rows } = await sql<PageRow>`
    select s.seal_id as "sealId", s.case_id as "sealedCase", s.seq, encode(s.hash, 'hex') as hash,
      encode(s.note_hash, 'hex') as "noteHash", ${sealedColumns}
    from (select * from desk.activity_seal where (case_id, seq) > (${caseId === '' ? '-1' : caseId}::bigint, ${seq}::int)
      order by case_id, seq limit ${pageSize}) s
    left join desk.activity a on a.activity_id = s.activity_id order by s.case_id, s.seq`.execute(tx);
  return rows.map(({ sealId, sealedCase, seq: place, hash, noteHash, ...activity }) => ({
    sealId,
    caseId: sealedCase,
    seq: place,
    hash,
    noteHash,
    activity: (activity.activityId as string | null) === null ? null : activity,
  }));
};

/** The numbers of seals leave no gap. */
const findGaps = async (tx: Transaction): Promise<readonly Difference[]> => {
  const { rows } = await sql<{ missing: string }>`
    select seal_id - before - 1 as missing from (
      select seal_id, lag(seal_id, 1, 0::bigint) over (order by seal_id) as before from desk.activity_seal) s
    where seal_id <> before + 1 limit ${mostTold}`.execute(tx);
  return rows.map(() => ({ kind: 'seal_removed', caseId: null, seq: null, activity: null }));
};

/** Of the heads kept outside the first whose seal is gone or another. */
export const findOtherHead = async (
  tx: Transaction,
  heads: readonly Head[],
): Promise<(Head & { readonly found: boolean; readonly kind: string | null }) | null> => {
  const { rows } = await sql<Head & { found: boolean; kind: string | null }>`
    select h.case_id as "caseId", h.seq, h.hash, s.seal_id is not null as found, a.kind
    from json_to_recordset(${JSON.stringify(heads.map(({ caseId, seq, hash }) => ({ case_id: caseId, seq, hash })))}::json)
      as h (case_id bigint, seq int, hash text)
    left join desk.activity_seal s on s.case_id = h.case_id and s.seq = h.seq
    left join desk.activity a on a.activity_id = s.activity_id
    where s.seal_id is null or encode(s.hash, 'hex') <> h.hash order by h.case_id, h.seq limit 1`.execute(tx);
  return rows[0] ?? null;
};
