import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { InboxBatch } from '../domain/inbox.ts';
import type { Transaction } from '../postgres/database.ts';

/** One row of the inbox, packed before the transaction begins. */
export interface PackedBatch {
  readonly batchId: string;
  readonly traceId: string;
  readonly events: number;
  /** Native ids that posts of the batch answer or repeat and that are not in it. */
  readonly parents: readonly string[];
  readonly payload: Buffer;
  /** Audiences of the same posts, sealed; null when the platform told none. */
  readonly sealed: Buffer | null;
  readonly isHistory: boolean;
}

export interface StoredPage {
  readonly source: string;
  readonly batches: readonly PackedBatch[];
  readonly batch: InboxBatch;
  readonly receivedAt: Date;
  /** The walk's whole state after this page, and the version that it continues; null for pushes. */
  readonly cursor: CursorMove | null;
}

/** `key`: the source, or the file that is imported; `expectedVersion` 0: it was never read. */
export interface CursorMove {
  readonly key: string;
  readonly value: unknown;
  readonly expectedVersion: number;
}

/** Another poller committed a page of this source first: this page is rolled back. */
export class CursorMovedError extends Error {
  override readonly name = 'CursorMovedError';
}

/** Writes posts, sealed bytes, deletions, threads and the cursor at once. Only then may a job be enqueued. */
export const storePage = async (tx: Transaction, page: StoredPage): Promise<void> => {
  if (page.cursor !== null) await moveCursor(tx, page.cursor, page.receivedAt);
  for (const packed of page.batches) {
    await tx
      .insertInto('intake.inbox')
      .values({
        batch_id: packed.batchId,
        root_batch: packed.batchId,
        source: page.source,
        events: packed.events,
        parents: [...packed.parents],
        is_history: packed.isHistory,
        payload: packed.payload,
        trace_id: packed.traceId,
        created_at: page.receivedAt,
      })
      .execute();
    // Names no conflict target and returns nothing: this role may add to the sealed half, never read it.
    if (packed.sealed !== null)
      await sql`insert into sealed.inbox (batch_id, payload, created_at) values (${packed.batchId}, ${packed.sealed}, ${page.receivedAt}) on conflict do nothing`.execute(
        tx,
      );
  }
  await storeTombstones(tx, page);
  await storeThreads(tx, page);
};

const moveCursor = async (tx: Transaction, cursor: CursorMove, at: Date): Promise<void> => {
  const source = cursor.key;
  const value = JSON.stringify(cursor.value);
  const moved =
    cursor.expectedVersion === 0
      ? await sql`insert into intake.cursor (source, cursor, version, updated_at) values (${source}, ${value}, 1, ${at}) on conflict do nothing`.execute(
          tx,
        )
      : await sql`update intake.cursor set cursor = ${value}, version = version + 1, updated_at = ${at} where source = ${source} and version = ${cursor.expectedVersion}`.execute(
          tx,
        );
  if (Number(moved.numAffectedRows ?? 0) !== 1) throw new CursorMovedError(`another poller reads ${source}`);
};

/** Sorted by key, so that two pollers cannot wait for each other. */
const storeTombstones = async (tx: Transaction, { source, batch, receivedAt }: StoredPage): Promise<void> => {
  const posts = batch.deletions.flatMap(({ nativeId }) => nativeId ?? []);
  const authors = batch.deletions.flatMap(({ nativeId, author }) =>
    nativeId === null && author !== null ? [author] : [],
  );
  if (posts.length > 0)
    await sql`
      insert into intake.tombstone (source, native_id, at)
      select distinct ${source}, t.id, ${receivedAt}::timestamptz from unnest(${posts}::text[]) as t (id) order by 2
      on conflict do nothing`.execute(tx);
  if (authors.length > 0)
    await sql`
      insert into intake.author_tombstone (source, author, at)
      select distinct ${source}, t.id, ${receivedAt}::timestamptz from unnest(${authors}::text[]) as t (id) order by 2
      on conflict (source, author) do update set at = excluded.at`.execute(tx);
};

/** How long a thread in which a brand matched is listened to. */
export const threadDays = 7;

const storeThreads = async (tx: Transaction, { source, batch, receivedAt }: StoredPage): Promise<void> => {
  const seen = new Set<string>();
  const threads: string[] = [];
  const brands: string[] = [];
  const add = (brand: string, thread: string): void => {
    const key = `${brand}\n${thread}`;
    if (seen.has(key)) return;
    seen.add(key);
    threads.push(thread);
    brands.push(brand);
  };
  for (const { post, brand, matchedBy } of batch.mentions) {
    if (matchedBy === 'phrase' || matchedBy === 'handle') add(brand, post.thread);
    // Where a source tells no thread, whoever answers this reply names it alone.
    if (post.parent !== null && post.thread === post.parent) add(brand, post.nativeId);
  }
  if (threads.length === 0) return;
  // Sorted by key, so that two pollers cannot wait for each other; an hour's precision spares most rewrites.
  await sql`
    insert into intake.thread (source, thread, brand, last_matched_at)
    select ${source}, t.thread, t.brand, ${receivedAt}::timestamptz
    from unnest(${threads}::text[], ${brands}::text[]) as t (thread, brand) order by 2, 3
    on conflict (source, thread, brand) do update set last_matched_at = excluded.last_matched_at
    where thread.last_matched_at < excluded.last_matched_at - interval '1 hour'`.execute(tx);
};

/** Brands that matched in these threads during the last 7 days. */
export const readThreads = async (
  tx: Transaction,
  source: string,
  threads: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (threads.length === 0) return found;
  const since = new Date(now.getTime() - threadDays * 86_400_000);
  const { rows } = await sql<{ thread: string; brand: string }>`
    select t.thread, t.brand from unnest(${[...threads]}::text[]) as k (thread) cross join lateral (
      select thread, brand from intake.thread
      where source = ${source} and thread = k.thread and last_matched_at >= ${since} offset 0) t`.execute(tx);
  for (const { thread, brand } of rows) found.set(thread, [...(found.get(thread) ?? []), brand]);
  return found;
};

export interface StoredCursor {
  readonly value: unknown;
  /** 0: the source was never read. */
  readonly version: number;
}

export const readCursor = async (tx: Transaction, source: string): Promise<StoredCursor> => {
  const row = await tx
    .selectFrom('intake.cursor')
    .select(['cursor', 'version'])
    .where('source', '=', source)
    .executeTakeFirst();
  return row === undefined
    ? { value: null, version: 0 }
    : { value: row.cursor, version: Number(row.version) };
};

/** Mentions that wait to be decided: polling slows and pushes are refused when it grows. */
export const readBacklog = async (
  tx: Transaction,
): Promise<{ batches: number; events: number; oldest: Date | null }> => {
  const { rows } = await sql<{ batches: string; events: string; oldest: Date | null }>`
    select count(*) as batches, coalesce(sum(events), 0) as events, min(created_at) as oldest
    from intake.inbox where state = 'pending'`.execute(tx);
  const row = rows[0];
  return {
    batches: Number(row?.batches ?? 0),
    events: Number(row?.events ?? 0),
    oldest: row?.oldest ?? null,
  };
};

export const newBatchId = (): string => randomUUID();

/** Follows a page's mentions through every stage and every log line. */
export const newTraceId = (): string => randomUUID().slice(0, 8);
