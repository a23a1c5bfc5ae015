import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { Audience } from './audience.ts';

/** Sealed bytes of a page whose every mention is decided. */
export interface SealedPage {
  readonly payload: Buffer;
  /** What waits of the page for a person as dead letters, packed as in the inbox; null: its bytes are gone. */
  readonly letters: readonly (Buffer | null)[];
}

/** `waits`: not every mention is decided; null: nothing is sealed. */
export const readSealed = async (
  tx: Transaction,
  rootBatch: string,
): Promise<SealedPage | 'waits' | null> => {
  // One statement, one moment: a dead letter that is sent on its way meanwhile is seen in one of its two places.
  const { rows } = await sql<{ pending: boolean; payload: Buffer | null; letters: (Buffer | null)[] }>`
    select exists (select 1 from intake.inbox where root_batch = ${rootBatch} and state = 'pending') as pending,
      (select payload from sealed.inbox where batch_id = ${rootBatch}) as payload,
      array(select payload from ops.dead_letter where root_batch = ${rootBatch} and state = 'waiting') as letters`.execute(
    tx,
  );
  const [row] = rows;
  if (row?.pending === true) return 'waits';
  if (row === undefined || row.payload === null) return null;
  return { payload: row.payload, letters: row.letters };
};

export interface Sample {
  readonly nativeId: string;
  readonly observedAt: string;
  readonly audience: Audience;
}

/**
 * Keeps samples of decided mentions; each refers to a decision that stands. The sealed bytes are emptied, but for the
 * counts of dead letters that a person may still send on their way (`left`, packed again; null: as they were).
 */
export const keepSamples = async (
  tx: Transaction,
  batch: { rootBatch: string; samples: readonly Sample[]; left: Uint8Array | null; now: Date },
): Promise<number> => {
  const rows = batch.samples.map(({ nativeId, observedAt, audience }) => ({
    native_id: nativeId,
    observed_at: observedAt,
    ...audience,
    is_verified: audience.isVerified,
  }));
  const kept = await sql`
    insert into sealed.sample (source, native_id, observed_at, followers, is_verified, likes, reposts, replies, views)
    select m.source, m.native_id, r.observed_at, r.followers, r.is_verified, r.likes, r.reposts, r.replies, r.views
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (native_id text, observed_at timestamptz, followers bigint, is_verified boolean, likes bigint, reposts bigint, replies bigint, views bigint)
    cross join lateral (
      select m.source, m.native_id from desk.mention m
      where m.native_id = r.native_id and m.erased_at is null
        and m.source = (select source from intake.inbox where root_batch = ${batch.rootBatch} limit 1)
      limit 1) m
    on conflict (source, native_id, observed_at) do nothing`.execute(tx);
  const left = batch.left === null ? sql`payload` : sql`${Buffer.from(batch.left)}::bytea`;
  await sql`
    update sealed.inbox set payload = case when exists (
        select 1 from ops.dead_letter where root_batch = ${batch.rootBatch} and state = 'waiting') then ${left} end
    where batch_id = ${batch.rootBatch} and payload is not null`.execute(tx);
  await markReached(tx, batch.rootBatch, batch.now);
  return Number(kept.numAffectedRows ?? 0);
};

export const markReached = async (tx: Transaction, rootBatch: string, now: Date): Promise<void> => {
  await sql`update intake.inbox set reach_done_at = ${now} where root_batch = ${rootBatch} and state <> 'pending'`.execute(
    tx,
  );
};

/** Pages that were decided and whose audiences nobody unpacked: a lost wake-up, or one whose last mention is a dead letter. */
export const findUnreached = async (tx: Transaction, now: Date, limit: number): Promise<string[]> => {
  const before = new Date(now.getTime() - 30_000);
  const { rows } = await sql<{ root: string }>`
    select distinct i.root_batch as root from intake.inbox i
    where i.state = 'done' and i.reach_done_at is null and i.done_at < ${before}
      and not exists (select 1 from intake.inbox p where p.root_batch = i.root_batch and p.state = 'pending') limit ${limit}`.execute(
    tx,
  );
  return rows.map((row) => row.root);
};
