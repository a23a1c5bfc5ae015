import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { type Head, noHash, noteHashOf, type SealedFields, sealOf } from './chain.ts';
import { readMark } from './mark.store.ts';

/** The columns of an activity `a` as `SealedFields`, with its note. */
export const sealedColumns = sql.raw(`a.activity_id as "activityId", a.case_id as "caseId", a.key,
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.kind, a.actor, a.is_automated as "isAutomated",
  a.is_internal as "isInternal", a.post_key as "postKey", a.previous, a.value, a.change::text as change, a.note`);

export interface Unsealed extends SealedFields {
  readonly note: string | null;
}

/** One sealer at a time; on PostgreSQL the others wait, embedded the gate lets in one transaction. */
export const lockLog = async (tx: Transaction): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7016016)`.execute(tx);
};

/** Seals activities that have no seal yet, the oldest first. Returns how many; fewer than `limit`: none is left. */
export const sealActivities = async (tx: Transaction, key: string, limit: number): Promise<number> => {
  await lockLog(tx);
  const rows = await readUnsealed(tx, limit);
  if (rows.length === 0) return 0;
  const heads = await readHeads(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
  const first = BigInt(await lastSeal(tx)) + 1n;
  const seals = rows.map((row, index) => {
    const head = heads.get(row.caseId);
    const noteHash = noteHashOf(key, row.activityId, row.note);
    const hash = sealOf(head?.hash ?? noHash, row, noteHash);
    const seq = (head?.seq ?? 0) + 1;
    heads.set(row.caseId, { caseId: row.caseId, seq, hash });
    return {
      seal_id: `${first + BigInt(index)}`,
      activity_id: row.activityId,
      case_id: row.caseId,
      seq,
      hash,
      note_hash: noteHash,
    };
  });
  await sql`
    insert into desk.activity_seal (seal_id, activity_id, case_id, seq, hash, note_hash)
    select r.seal_id, r.activity_id, r.case_id, r.seq, decode(r.hash, 'hex'), decode(r.note_hash, 'hex')
    from json_to_recordset(${JSON.stringify(seals)}::json) as r (seal_id bigint, activity_id bigint, case_id bigint, seq int, hash text, note_hash text)`.execute(
    tx,
  );
  return rows.length;
};

/** Numbers are given before a commit: a transaction that takes long brings a lower one later, as long as the mark waits. */
const readUnsealed = async (tx: Transaction, limit: number): Promise<readonly Unsealed[]> => {
  const { below } = await readMark(tx);
  const { rows } = await sql<Unsealed>`
    select ${sealedColumns} from desk.activity a
    where a.activity_id > ${below}::bigint
      and not exists (select 1 from desk.activity_seal s where s.activity_id = a.activity_id and s.activity_id > ${below}::bigint)
    order by a.activity_id limit ${limit}`.execute(tx);
  return rows;
};

const readHeads = async (tx: Transaction, caseIds: readonly string[]): Promise<Map<string, Head>> => {
  const { rows } = await sql<Head>`
    select s.* from unnest(${[...caseIds]}::bigint[]) as c (id) cross join lateral (
      select case_id as "caseId", seq, encode(hash, 'hex') as hash from desk.activity_seal
      where case_id = c.id order by seq desc limit 1) s`.execute(tx);
  return new Map(rows.map((head) => [head.caseId, head]));
};

export const countSealsAfter = async (tx: Transaction, seal: string): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from desk.activity_seal where seal_id > ${seal}::bigint`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** 0 before the first. */
export const lastSeal = async (tx: Transaction): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(seal_id), 0) as id from desk.activity_seal`.execute(tx);
  return rows[0]?.id ?? '0';
};
