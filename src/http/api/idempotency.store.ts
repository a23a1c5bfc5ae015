import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** An answer as it went out: what is sent again under the same `Idempotency-Key` gets it, byte by byte. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which request of which key. `request` is a hash of all that it asks for. */
export interface RequestName {
  readonly keyId: string;
  readonly idempotencyKey: string;
  readonly request: Buffer;
}

export type Remembered =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly answer: Answer }
  /** The key stood for another request. */
  | { readonly kind: 'other' }
  /** The same is being worked on at this moment. */
  | { readonly kind: 'in_flight' };

export const hashRequest = (parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\n').update(part);
  return hash.digest();
};

/**
 * Holds the name until the transaction ends, so that of two at once one works and the other is told so. On PGlite,
 * whose advisory locks exclude nobody, the one gate lets the second in when the first has ended.
 */
export const recall = async (tx: Transaction, name: RequestName): Promise<Remembered> => {
  const lock = hashRequest([name.keyId, name.idempotencyKey]).readBigInt64BE().toString();
  const { rows } = await sql<{ is_free: boolean }>`
    select pg_try_advisory_xact_lock(${lock}::bigint) as is_free`.execute(tx);
  if (rows[0]?.is_free !== true) return { kind: 'in_flight' };
  const known = await tx
    .selectFrom('ops.api_request')
    .select(['request', 'status', 'headers', 'body'])
    .where('key_id', '=', name.keyId)
    .where('idempotency_key', '=', name.idempotencyKey)
    .executeTakeFirst();
  if (known === undefined) return { kind: 'new' };
  if (!known.request.equals(name.request)) return { kind: 'other' };
  const { status, headers, body } = known;
  return { kind: 'known', answer: { status, headers, body } };
};

export const remember = async (
  tx: Transaction,
  { keyId, idempotencyKey, request }: RequestName,
  { answer, now }: { readonly answer: Answer; readonly now: Date },
): Promise<void> => {
  await tx
    .insertInto('ops.api_request')
    .values({
      key_id: keyId,
      idempotency_key: idempotencyKey,
      request,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: answer.body,
      at: now,
    })
    .execute();
};

/** How long an answer is kept: longer than any client goes on trying. */
const keptMs = 24 * 3_600_000;

export const forgetRequests = async (tx: Transaction, now: Date, limit: number): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from ops.api_request r using (
      select key_id, idempotency_key from ops.api_request
      where at < ${new Date(now.getTime() - keptMs)} limit ${limit} for update skip locked) d
    where (r.key_id, r.idempotency_key) = (d.key_id, d.idempotency_key)`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

/** All that the work wrote is undone, and the transaction goes on. */
export const undoable = async <T>(
  tx: Transaction,
  work: () => Promise<T>,
  isUndone: (result: T) => boolean,
): Promise<T> => {
  await sql`savepoint work`.execute(tx);
  const result = await work();
  await (isUndone(result) ? sql`rollback to savepoint work` : sql`release savepoint work`).execute(tx);
  return result;
};
