import { sql } from 'kysely';
import type { InboxBatch } from '../domain/inbox.ts';
import type { Transaction } from '../postgres/database.ts';
import { newBatchId } from './inbox.store.ts';
import { decodeBatch } from './inbox-codec.ts';

/** A mention that could not be processed; its words stay packed until somebody asks for them. */
export interface DeadLetter {
  readonly id: string;
  readonly at: Date;
  readonly stage: string;
  readonly source: string;
  readonly events: number;
  readonly error: string;
  readonly attempts: number;
  readonly traceId: string;
  readonly payload: Buffer | null;
}

/** Those that wait for a person, oldest first. */
export const listDeadLetters = async (tx: Transaction, limit: number): Promise<readonly DeadLetter[]> => {
  const rows = await tx
    .selectFrom('ops.dead_letter')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('dead_letter_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.dead_letter_id,
    at: row.at,
    stage: row.stage,
    source: row.source,
    events: row.events,
    error: row.error,
    attempts: row.attempts,
    traceId: row.trace_id,
    payload: row.payload,
  }));
};

export const countDeadLetters = async (
  tx: Transaction,
): Promise<{ waiting: number; oldest: Date | null }> => {
  const { rows } = await sql<{ n: string; oldest: Date | null }>`
    select count(*) as n, min(at) as oldest from ops.dead_letter where state = 'waiting'`.execute(tx);
  return { waiting: Number(rows[0]?.n ?? 0), oldest: rows[0]?.oldest ?? null };
};

/** What is packed in a dead letter; null when it is gone, or when it is the packing that is broken. */
export const openDeadLetter = ({ payload }: Pick<DeadLetter, 'payload'>): InboxBatch | null => {
  if (payload === null) return null;
  try {
    return decodeBatch(payload);
  } catch {
    return null;
  }
};

export type RetryOutcome = 'retried' | 'not_found' | 'not_waiting' | 'empty';

interface LetterRow {
  source: string;
  events: number;
  is_history: boolean;
  payload: Buffer | null;
  state: string;
  trace_id: string;
  root_batch: string | null;
}

/**
 * Puts a mention back into the inbox with fresh attempts, in one transaction, as a part of the page that it came in
 * with: what was sealed with that page is kept while a dead letter of it waits. Nothing is woken: the sweep of a
 * running service finds the row.
 */
export const retryDeadLetter = async (tx: Transaction, id: string, now: Date): Promise<RetryOutcome> => {
  const letter = await lockLetter(tx, id);
  if (letter === null) return 'not_found';
  if (letter.state !== 'waiting') return 'not_waiting';
  if (letter.payload === null) return 'empty';
  const batchId = newBatchId();
  await tx
    .insertInto('intake.inbox')
    .values({
      batch_id: batchId,
      root_batch: letter.root_batch ?? batchId,
      source: letter.source,
      events: letter.events,
      parents: parentsOf(letter.payload),
      is_history: letter.is_history,
      payload: letter.payload,
      trace_id: letter.trace_id,
      created_at: now,
    })
    .execute();
  await settle(tx, id, 'retried');
  return 'retried';
};

/** Gives a mention up: its words go at once; the row, which says why, and its sealed counts with the next retention. */
export const discardDeadLetter = async (
  tx: Transaction,
  id: string,
  reason: string,
): Promise<Exclude<RetryOutcome, 'retried' | 'empty'> | 'discarded'> => {
  const letter = await lockLetter(tx, id);
  if (letter === null) return 'not_found';
  if (letter.state !== 'waiting') return 'not_waiting';
  await sql`
    update ops.dead_letter set state = 'discarded', payload = null, error = error || ${` (discarded: ${reason})`}
    where dead_letter_id = ${id}`.execute(tx);
  return 'discarded';
};

export const readWaitingIds = async (tx: Transaction): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('ops.dead_letter')
    .select('dead_letter_id')
    .where('state', '=', 'waiting')
    .orderBy('dead_letter_id')
    .execute();
  return rows.map((row) => row.dead_letter_id);
};

const lockLetter = async (tx: Transaction, id: string): Promise<LetterRow | null> => {
  const { rows } = await sql<LetterRow>`
    select source, events, is_history, payload, state, trace_id, root_batch from ops.dead_letter where dead_letter_id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
};

const settle = async (tx: Transaction, id: string, state: 'retried'): Promise<void> => {
  await sql`update ops.dead_letter set state = ${state}, payload = null where dead_letter_id = ${id}`.execute(
    tx,
  );
};

/** What its posts answer is read before they are decided; a few kilobytes, unpacked by the hand of a person. */
const parentsOf = (payload: Buffer): string[] => {
  const batch = openDeadLetter({ payload });
  return [...new Set((batch?.mentions ?? []).flatMap(({ post }) => post.parent ?? []))];
};
