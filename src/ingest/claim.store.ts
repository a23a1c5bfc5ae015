import { sql } from 'kysely';
import type { InboxBatch } from '../domain/inbox.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { newBatchId } from './inbox.store.ts';
import { decodeBatch, encodeBatch } from './inbox-codec.ts';

/** A batch of the inbox, claimed for one attempt. */
export interface ClaimedBatch {
  readonly batchId: string;
  readonly rootBatch: string;
  readonly source: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly events: number;
  readonly parents: readonly string[];
  readonly isHistory: boolean;
  readonly payload: Buffer;
  readonly traceId: string;
}

interface ClaimRow {
  batch_id: string;
  root_batch: string;
  source: string;
  attempts: number;
  max_attempts: number;
  events: number;
  parents: string[];
  is_history: boolean;
  payload: Buffer | null;
  trace_id: string;
}

/**
 * Adds an attempt before any work, so that a batch which kills its process is known by its count: the transaction has
 * to be committed before the batch is decided. `payload`: what this process packed itself is not read again.
 */
export const claimBatch = async (
  tx: Transaction,
  batchId: string,
  now: Date,
  payload: Buffer | null = null,
): Promise<ClaimedBatch | null> => {
  const { rows } = await sql<ClaimRow>`
    update intake.inbox set attempts = attempts + 1, claimed_at = ${now}
    where batch_id = ${batchId} and state = 'pending'
    returning batch_id, root_batch, source, attempts, max_attempts, events, parents, is_history, trace_id,
      case when ${payload === null}::boolean then payload end as payload`.execute(tx);
  const row = rows[0];
  const packed = payload ?? row?.payload ?? null;
  if (row === undefined || packed === null) return null;
  return {
    batchId: row.batch_id,
    rootBatch: row.root_batch,
    source: row.source,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    events: row.events,
    parents: row.parents,
    isHistory: row.is_history,
    payload: packed,
    traceId: row.trace_id,
  };
};

/** An attempt that a service outside cut short is not the batch's fault. */
export const releaseClaim = async (db: Database, batchId: string): Promise<void> => {
  await db.transaction('desk', (tx) =>
    sql`update intake.inbox set attempts = greatest(attempts - 1, 0), claimed_at = null where batch_id = ${batchId} and state = 'pending'`.execute(
      tx,
    ),
  );
};

export const noteFailure = async (db: Database, batchId: string, error: string): Promise<void> => {
  await db.transaction('desk', (tx) =>
    sql`update intake.inbox set last_error = ${error}, claimed_at = null where batch_id = ${batchId} and state = 'pending'`.execute(
      tx,
    ),
  );
};

/** False: another worker was faster, and this one stops. */
export const finishBatch = async (tx: Transaction, batchId: string, now: Date): Promise<boolean> => {
  const done = await sql`
    update intake.inbox set state = 'done', payload = null, done_at = ${now}, last_error = null
    where batch_id = ${batchId} and state = 'pending'`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
};

/** Half a batch gets one attempt before it is split again; a lone mention gets three, for a crash may hit anybody. */
const attemptsOf = (events: number): number => (events === 1 ? 3 : 1);

/**
 * Splits a batch whose attempts are used up. A lone mention becomes a dead letter that a person can see and retry, and
 * so does a batch that cannot be unpacked. Returns the ids of the halves.
 */
export const splitBatch = async (
  db: Database,
  batch: ClaimedBatch,
  error: string,
  now: Date,
): Promise<readonly string[]> => {
  const content = batch.events === 1 ? null : unpackable(batch.payload);
  const halves =
    content === null
      ? []
      : await Promise.all(halve(content).map(async (half) => ({ half, payload: await encodeBatch(half) })));
  return db.transaction('desk', async (tx) => {
    const state = content === null ? 'dead' : 'split';
    const { rows } = await sql<{ last_error: string | null }>`
      update intake.inbox set state = ${state}, payload = null, done_at = ${now}
      where batch_id = ${batch.batchId} and state = 'pending' returning last_error`.execute(tx);
    if (rows.length === 0) return [];
    if (content === null) await bury(tx, batch, rows[0]?.last_error ?? error, now);
    const ids: string[] = [];
    for (const { half, payload } of halves) {
      const id = newBatchId();
      ids.push(id);
      await insertHalf(tx, batch, { id, payload, events: half.mentions.length + half.deletions.length }, now);
    }
    return ids;
  });
};

const unpackable = (payload: Buffer): InboxBatch | null => {
  try {
    return decodeBatch(payload);
  } catch {
    return null;
  }
};

const halve = ({ mentions, deletions }: InboxBatch): InboxBatch[] => {
  if (mentions.length === 0) {
    const middle = Math.ceil(deletions.length / 2);
    return [
      { mentions, deletions: deletions.slice(0, middle) },
      { mentions, deletions: deletions.slice(middle) },
    ];
  }
  if (mentions.length === 1)
    return [
      { mentions, deletions: [] },
      { mentions: [], deletions },
    ];
  const middle = Math.ceil(mentions.length / 2);
  return [
    { mentions: mentions.slice(0, middle), deletions },
    { mentions: mentions.slice(middle), deletions: [] },
  ];
};

const insertHalf = async (
  tx: Transaction,
  batch: ClaimedBatch,
  half: { id: string; payload: Buffer; events: number },
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('intake.inbox')
    .values({
      batch_id: half.id,
      root_batch: batch.rootBatch,
      source: batch.source,
      events: half.events,
      max_attempts: attemptsOf(half.events),
      parents: [...batch.parents],
      is_history: batch.isHistory,
      payload: half.payload,
      trace_id: batch.traceId,
      created_at: now,
    })
    .execute();
};

const bury = async (tx: Transaction, batch: ClaimedBatch, error: string, now: Date): Promise<void> => {
  await tx
    .insertInto('ops.dead_letter')
    .values({
      at: now,
      stage: 'triage',
      source: batch.source,
      native_id: null,
      events: batch.events,
      is_history: batch.isHistory,
      payload: batch.payload,
      error,
      attempts: batch.attempts,
      trace_id: batch.traceId,
      root_batch: batch.rootBatch,
    })
    .execute();
};

/** Batches that nobody works on: never claimed, or claimed by a worker that was not heard of since. */
export const findIdleBatches = async (
  db: Database,
  now: Date,
  idleMs: number,
  limit: number,
): Promise<{ batchId: string; traceId: string }[]> =>
  db.transaction('desk', async (tx) => {
    const before = new Date(now.getTime() - idleMs);
    const { rows } = await sql<{ batch_id: string; trace_id: string }>`
      select batch_id, trace_id from intake.inbox
      where state = 'pending' and created_at <= ${before} and (claimed_at is null or claimed_at <= ${before})
      order by created_at limit ${limit}`.execute(tx);
    return rows.map((row) => ({ batchId: row.batch_id, traceId: row.trace_id }));
  });
