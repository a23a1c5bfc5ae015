import { beginThreads } from '../src/ingest/follow.store.ts';
import {
  claimWalk,
  holdWalk,
  notePage,
  noteSourceError,
  noteWalkEnd,
  readLastFailure,
} from '../src/ingest/health.store.ts';
import { CursorMovedError, readBacklog, readCursor } from '../src/ingest/inbox.store.ts';
import { noteStanding } from '../src/ingest/post-check.store.ts';
import type { Connect } from '../src/lib/safe-socket.ts';
import type { OpenStream, Source, SourceDeps, SourcePage } from '../src/sources/source.ts';
import { SourceError } from '../src/sources/source.ts';
import { type ArrivingPage, type IntakeDeps, ownConcern, takePage } from './intake.ts';
import type { PollEvent } from './poll-event.ts';
import { createSieve } from './sieve.ts';
import { createSourceRecord } from './source-record.ts';

export interface PollDeps extends IntakeDeps {
  readonly sources: ReadonlyMap<string, Source>;
  readonly fetch: typeof fetch;
  readonly connect?: Connect;
  readonly stream?: OpenStream;
  readonly signal: AbortSignal;
  /** A stream is left once it has caught up: a person asked, and waits. */
  readonly isOnce?: boolean;
  /** Batches that may wait before polling slows. */
  readonly maxBacklog: number;
  readonly onPage: (event: PollEvent) => void;
  /** After a walk that reached its end, with the cursor that stands now. */
  readonly onWalked?: (source: string, cursor: unknown) => Promise<void>;
}

/** Walks a source from its cursor to its newest, page by page, each committed with the cursor. */
export const pollSource = async (name: string, deps: PollDeps): Promise<void> => {
  const source = deps.sources.get(name);
  if (source === undefined || listening.has(source)) return;
  const isMine = await deps.db.transaction('ingest', (tx) =>
    claimWalk(tx, name, deps.clock.now(), holdMsOf(source)),
  );
  if (!isMine) return;
  try {
    const cursor = await (source.isStream === true ? walkStream(source, deps) : walk(source, deps));
    const next = new Date(deps.clock.now().getTime() + Math.min(source.nextPollMs(cursor), longestWaitMs));
    await deps.db.transaction('ingest', (tx) => noteWalkEnd(tx, name, next));
    await deps.onWalked?.(name, cursor);
  } catch (error) {
    await noteFailure(source, error, deps);
  }
};

/** A walk whose next page takes longer may be begun by somebody else; the cursor decides then whose pages stand. */
const walkHoldMs = 30_000;
/** Who holds a stream says so again and again, so that another process takes it over soon when it falls silent. */
const streamHoldMs = 6_000;
const holdAgainMs = 1_500;
const holdMsOf = ({ isStream }: Source): number => (isStream === true ? streamHoldMs : walkHoldMs);
const longestWaitMs = 24 * 3_600_000;
/** Found on the first walk and older than this, a post is history: nobody waits for an answer to a feed's archive. */
export const archiveMs = 2 * 86_400_000;

/** Streams that this process listens to: being made due by a person opens no second connection. */
const listening = new WeakSet<Source>();

/** Between two pages a quiet stream is held by a timer. A hold that fails is made by the next one, or by nobody. */
const walkStream = async (source: Source, deps: PollDeps): Promise<unknown> => {
  const { db, clock } = deps;
  let holding: Promise<void> = Promise.resolve();
  const hold = async (): Promise<void> => {
    const until = new Date(clock.now().getTime() + streamHoldMs);
    await db.transaction('ingest', (tx) => holdWalk(tx, source.name, until)).catch(() => undefined);
  };
  const timer = setInterval(() => {
    holding = hold();
  }, holdAgainMs);
  listening.add(source);
  try {
    return await walk(source, deps);
  } finally {
    clearInterval(timer);
    await holding;
    listening.delete(source);
  }
};

const walk = async (source: Source, deps: PollDeps): Promise<unknown> => {
  const start = await deps.db.transaction('ingest', (tx) => readCursor(tx, source.name));
  const sourceDeps: SourceDeps = {
    clock: deps.clock,
    fetch: deps.fetch,
    signal: deps.signal,
    ...(deps.connect === undefined ? {} : { connect: deps.connect }),
    ...(source.isStream === true ? { sieve: createSieve(source.name, deps) } : {}),
    ...(deps.stream === undefined ? {} : { stream: deps.stream }),
    record: createSourceRecord(source.name, deps),
  };
  const isFirstWalk = start.version === 0;
  let { value, version } = start;
  for await (const page of source.pages(value, sourceDeps)) {
    await takeSourcePage(source, page, { isFirstWalk, version }, deps);
    value = page.cursor;
    version += 1;
    const isEnd = page.isLast && (source.isStream !== true || deps.isOnce === true);
    if (isEnd || deps.signal.aborted || (await isBacklogged(source.name, deps))) break;
  }
  return value;
};

const takeSourcePage = async (
  source: Source,
  page: SourcePage<unknown>,
  { isFirstWalk, version }: { isFirstWalk: boolean; version: number },
  deps: PollDeps,
): Promise<void> => {
  const at = deps.clock.now();
  const oldest = new Date(at.getTime() - archiveMs).toISOString();
  const taken = await takePage(
    {
      source: source.name,
      events: page.events,
      cursor: { key: source.name, value: page.cursor, expectedVersion: version },
      ...ownConcern(source.ownedBy),
      isHistory: (publishedAt) => isFirstWalk && publishedAt !== null && publishedAt < oldest,
      ...notesOf(source, page, at),
    },
    deps,
  );
  const gap = page.gap ?? null;
  const read = page.looked ?? taken.read;
  await deps.db.transaction('ingest', (tx) =>
    notePage(tx, source.name, {
      read,
      kept: taken.kept,
      gap,
      quota: page.quota ?? null,
      budget: page.budget ?? null,
      at,
      heldUntil: new Date(at.getTime() + holdMsOf(source)),
    }),
  );
  deps.onPage({
    kind: 'page',
    traceId: taken.traceId,
    source: source.name,
    read,
    kept: taken.kept,
    gap,
    quota: page.quota ?? null,
    rejected: page.rejected?.length ?? 0,
  });
};

/** In the transaction that stores the page: when each of its posts was last known to stand, and which threads begin. */
const notesOf = (
  { name, isAskedAgain }: Source,
  { checked = [], begun = [] }: SourcePage<unknown>,
  at: Date,
): Pick<ArrivingPage, 'noteKept'> => {
  if (isAskedAgain !== true && begun.length === 0) return {};
  return {
    noteKept: async (tx, kept) => {
      await beginThreads(tx, name, begun, at);
      if (isAskedAgain === true)
        await noteStanding(tx, name, { at, checked, kept: kept.map(({ post }) => post) });
    },
  };
};

/** Back-pressure: what waits to be decided comes first. */
const isBacklogged = async (source: string, deps: PollDeps): Promise<boolean> => {
  const { batches } = await deps.db.transaction('ingest', (tx) => readBacklog(tx));
  if (batches <= deps.maxBacklog) return false;
  deps.onPage({ kind: 'slowed', source, batches });
  return true;
};

const noteFailure = async (from: Source, error: unknown, deps: PollDeps): Promise<void> => {
  const source = from.name;
  if (error instanceof CursorMovedError) return;
  const failure =
    error instanceof SourceError
      ? error
      : new SourceError('transient', error instanceof Error ? error.message : String(error), {
          cause: error,
        });
  deps.onPage({ kind: 'error', source, error: failure });
  const at = deps.clock.now();
  await deps.db.transaction('ingest', async (tx) => {
    const waitMs = failure.retryAfterMs ?? backOffMs(await readLastFailure(tx, source), at, paceOf(from));
    await noteSourceError(tx, source, {
      message: failure.message,
      at,
      nextPollAt: new Date(at.getTime() + waitMs * (1 + Math.random() / 5)),
      isPermanent: failure.outcome === 'permanent',
    });
  });
};

interface RetryPace {
  readonly firstMs: number;
  readonly longestMs: number;
}

const walkPace: RetryPace = { firstMs: 60_000, longestMs: 3_600_000 };
/** What a stream misses it hears later than it was said: a connection that breaks off is made anew at once. */
const streamPace: RetryPace = { firstMs: 1_000, longestMs: 60_000 };
const paceOf = ({ isStream }: Source): RetryPace => (isStream === true ? streamPace : walkPace);

/** Twice what lay between this failure and the one before it, until a page is read. */
const backOffMs = (failedBefore: Date | null, at: Date, { firstMs, longestMs }: RetryPace): number => {
  const waitedMs = failedBefore === null ? 0 : at.getTime() - failedBefore.getTime();
  return Math.min(Math.max(2 * waitedMs, firstMs), longestMs);
};
