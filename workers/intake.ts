import { setTimeout as sleep } from 'node:timers/promises';
import type { Brand } from '../src/domain/brand.ts';
import type { Mention } from '../src/domain/post.ts';
import type { RawEvent } from '../src/domain/raw-mention.ts';
import { newTraceId, readThreads, type StoredPage, storePage } from '../src/ingest/inbox.store.ts';
import { packPage } from '../src/ingest/pack-page.ts';
import { type Concerned, split } from '../src/ingest/split.ts';
import type { WatchList } from '../src/ingest/watch-list.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import type { Queues } from '../src/queue/queues.ts';
import type { FreshBatches } from './fresh-batches.ts';

export interface IntakeDeps {
  readonly db: Database;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly brands: readonly Brand[];
  readonly watchList: WatchList;
  /** Where this process decides as well: what it packs need not be read back. */
  readonly fresh?: Pick<FreshBatches, 'keep'>;
}

export interface ArrivingPage {
  readonly source: string;
  readonly events: readonly RawEvent[];
  readonly cursor: StoredPage['cursor'];
  readonly isHistory: (publishedAt: string | null) => boolean;
  readonly concerned?: Concerned;
  /** Written in the same transaction as the posts that were kept. */
  readonly noteKept?: (tx: Transaction, kept: readonly Mention[]) => Promise<void>;
}

/** Of a place of the brand's own every post concerns it, named or not, by whichever way it comes. */
export const ownConcern = (ownedBy: string | undefined): Pick<ArrivingPage, 'concerned'> =>
  ownedBy === undefined ? {} : { concerned: { brands: [ownedBy], by: 'own' } };

export interface TakenPage {
  readonly traceId: string;
  readonly read: number;
  readonly kept: number;
  readonly unmatched: number;
  readonly batchIds: readonly string[];
}

/** Split, match, pack, commit, and only then wake the triage: what is accepted is in the record. */
export const takePage = async (page: ArrivingPage, deps: IntakeDeps): Promise<TakenPage> => {
  const receivedAt = deps.clock.now();
  const traceId = newTraceId();
  const asked = threadsAsked(page.events);
  const threads =
    asked.length === 0
      ? noThreads
      : await deps.db.transaction('ingest', (tx) => readThreads(tx, page.source, asked, receivedAt));
  const halves = split(page.events, {
    source: page.source,
    brands: deps.brands,
    watchList: deps.watchList,
    receivedAt,
    isHistory: page.isHistory,
    brandsOfThread: (thread) => threads.get(thread) ?? [],
    ...(page.concerned === undefined ? {} : { concerned: page.concerned }),
  });
  const batches = await packPage(halves, traceId);
  if (batches.length > 0 || page.cursor !== null || page.noteKept !== undefined)
    await deps.db.transaction('ingest', async (tx) => {
      await storePage(tx, { source: page.source, batches, batch: halves, receivedAt, cursor: page.cursor });
      await page.noteKept?.(tx, halves.mentions);
    });
  for (const { batchId, payload } of batches) deps.fresh?.keep(batchId, payload);
  await wakeTriage(batches, deps);
  return {
    traceId,
    read: page.events.length,
    kept: halves.mentions.length,
    unmatched: halves.unmatched,
    batchIds: batches.map((batch) => batch.batchId),
  };
};

/** A queue that is away answers when it is back; whoever sent the page is told before that. */
const wakeMs = 1_000;

/** A wake-up that is lost here is found by the sweep: the row is what counts. */
const wakeTriage = async (
  batches: readonly { readonly batchId: string; readonly traceId: string }[],
  { queues }: IntakeDeps,
): Promise<void> => {
  if (batches.length === 0) return;
  const woken = Promise.all(
    batches.map(({ batchId, traceId }) => queues.add('triage', { batchId, traceId }, { id: batchId })),
  ).catch(() => undefined);
  const timer = new AbortController();
  await Promise.race([woken, sleep(wakeMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
};

const noThreads: ReadonlyMap<string, readonly string[]> = new Map();

/** Threads that posts of the page answer in: only these can be known from before. */
const threadsAsked = (events: readonly RawEvent[]): string[] => {
  const threads = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'mention') continue;
    const thread = event.thread ?? event.parent;
    // An edit may have lost the brand's name: the post that began a thread is known by it.
    if (thread !== undefined && (thread !== event.nativeId || event.revision !== undefined))
      threads.add(thread);
  }
  return [...threads];
};
