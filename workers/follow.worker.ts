import {
  claimFollow,
  type DueThread,
  endFollowing,
  endLook,
  holdFollow,
  moveMark,
  noteFollowError,
  noteFollowed,
  noteFollowGap,
  noteLookFailure,
  readDueThread,
  ThreadMovedError,
} from '../src/ingest/follow.store.ts';
import { nextLook } from '../src/ingest/follow-schedule.ts';
import { readBacklog, readCursor } from '../src/ingest/inbox.store.ts';
import { noteStanding } from '../src/ingest/post-check.store.ts';
import { type Source, SourceError, type ThreadPage } from '../src/sources/source.ts';
import { type CountedFetch, countRequests } from './count-requests.ts';
import { ownConcern, takePage } from './intake.ts';
import { archiveMs, type PollDeps } from './poll.worker.ts';
import { createSourceRecord } from './source-record.ts';

/** A minute's requests for threads, where a source names none. */
const usualPerMinute = 30;
/** What one look may ask for and bring: the same for every thread, however many answer in it (DESIGN.md 3). */
const maxRequests = 10;
const maxPosts = 1_000;
/** Between two pages; a request has half a minute. Who takes longer is followed by another process. */
const holdMs = 90_000;
/** After so many threads in a row that cannot be read, it is the platform that cannot. */
const maxFailures = 3;
const firstRetryMs = 300_000;
const lastTries = 6;
const longestRetryMs = 6 * 3_600_000;
const sparedMs = 900_000;
/** However long an answer asks to wait: quotas begin anew within a day. */
const longestHoldMs = 86_400_000;

type Followed = Source & Required<Pick<Source, 'follow'>>;

/** Looks at the threads of a source that are due, the longest waiting first, until a minute's requests are used. */
export const followSource = async (name: string, deps: PollDeps): Promise<void> => {
  const source = deps.sources.get(name);
  if (source?.follow === undefined) return;
  const begun = deps.clock.now();
  const until = new Date(begun.getTime() + holdMs);
  if (!(await deps.db.transaction('ingest', (tx) => claimFollow(tx, name, begun, until)))) return;
  const counted = countRequests(deps.fetch);
  const perMinute = source.followsPerMinute ?? usualPerMinute;
  const heldMs = await lookAtDue(source as Followed, counted, { ...deps, fetch: counted.fetch });
  // Each look has the same caps, so that the last one may use more than is left: the next turn waits for it.
  const pacedMs = (counted.count() / perMinute) * 60_000;
  const next = new Date(Math.max(begun.getTime() + pacedMs, deps.clock.now().getTime() + heldMs));
  await deps.db.transaction('ingest', (tx) => holdFollow(tx, name, next));
};

/** For how long the source is spared, whatever its pace. */
const lookAtDue = async (source: Followed, counted: CountedFetch, deps: PollDeps): Promise<number> => {
  const perMinute = source.followsPerMinute ?? usualPerMinute;
  let failures = 0;
  while (counted.count() < perMinute && !deps.signal.aborted && !(await isBacklogged(deps))) {
    const now = deps.clock.now();
    const due = await deps.db.transaction('ingest', (tx) => readDueThread(tx, source.name, now));
    if (due === null) return 0;
    try {
      await deps.db.transaction('ingest', (tx) =>
        holdFollow(tx, source.name, new Date(now.getTime() + holdMs)),
      );
      await lookAt(source, due, deps);
      failures = 0;
    } catch (error) {
      if (error instanceof ThreadMovedError) return 0;
      const heldMs = await noteFailure(source, due, { error, deps });
      failures += 1;
      if (heldMs !== null) return heldMs;
      if (failures >= maxFailures) return sparedMs;
    }
  }
  return 0;
};

/** Back-pressure: what waits to be decided comes first. */
const isBacklogged = async ({ db, maxBacklog }: PollDeps): Promise<boolean> =>
  (await db.transaction('ingest', (tx) => readBacklog(tx))).batches > maxBacklog;

const lookAt = async (source: Followed, due: DueThread, deps: PollDeps): Promise<void> => {
  const { db, clock, signal } = deps;
  const { thread, complaints } = due;
  let { version } = due;
  // Erased or dismissed since: nothing in it is tracked any more.
  if (complaints.length === 0 && source.beginsThreads !== true)
    return db.transaction('ingest', (tx) => endFollowing(tx, source.name, { thread, version }));
  const { value: cursor } = await db.transaction('ingest', (tx) => readCursor(tx, source.name));
  const { mark } = due;
  let posts = 0;
  const followed = { thread, complaints, mark, maxRequests };
  const record = createSourceRecord(source.name, deps);
  for await (const page of source.follow(followed, cursor, { clock, signal, fetch: deps.fetch, record })) {
    await takeThreadPage(source, page, { ...due, version }, deps);
    version += 1;
    posts += page.events.length;
    if (posts >= maxPosts || signal.aborted) break;
  }
  if (signal.aborted) return;
  await db.transaction('ingest', (tx) => endLook(tx, source.name, { thread, version, at: clock.now() }));
};

const takeThreadPage = async (
  { name, isAskedAgain, ownedBy }: Source,
  { events, mark, gap: told, unread }: ThreadPage,
  { thread, version, brands, beganAt }: DueThread,
  deps: PollDeps,
): Promise<void> => {
  const at = deps.clock.now();
  const gap = told ?? null;
  // Of an old thread that somebody complained in today, the rest is history.
  const oldest = new Date(beganAt.getTime() - archiveMs).toISOString();
  const taken = await takePage(
    {
      source: name,
      events,
      cursor: null,
      concerned: { brands, by: 'thread' },
      ...ownConcern(ownedBy),
      isHistory: (publishedAt) => publishedAt !== null && publishedAt < oldest,
      noteKept: async (tx, kept) => {
        await moveMark(tx, name, { thread, version, mark });
        if (isAskedAgain === true)
          await noteStanding(tx, name, { at, checked: [], kept: kept.map(({ post }) => post) });
      },
    },
    deps,
  );
  const { read, kept, traceId } = taken;
  await deps.db.transaction('ingest', async (tx) => {
    await noteFollowed(tx, name, { read, kept, gap, at });
    if (unread !== undefined) await noteFollowError(tx, name, { message: unread, at });
    await holdFollow(tx, name, new Date(deps.clock.now().getTime() + holdMs));
  });
  deps.onPage({ kind: 'page', traceId, source: name, read, kept, gap, rejected: 0 });
};

/** null: it is this thread's own trouble, which must not keep the others waiting. */
const noteFailure = async (
  source: Source,
  { thread, failures, beganAt }: DueThread,
  { error, deps }: { readonly error: unknown; readonly deps: PollDeps },
): Promise<number | null> => {
  const { db, clock } = deps;
  const failure = asSourceError(error);
  const at = clock.now();
  deps.onPage({ kind: 'error', source: source.name, error: failure });
  const isPlatform = failure.outcome !== 'transient' || failure.retryAfterMs !== undefined;
  await db.transaction('ingest', async (tx) => {
    await noteFollowError(tx, source.name, { message: failure.message, at });
    if (isPlatform) return;
    const dueAt = retryAt(beganAt, failures, at);
    await noteLookFailure(tx, source.name, { thread, dueAt });
    if (dueAt === null) await noteFollowGap(tx, source.name, { gap: unreadText(source.name), at });
  });
  return isPlatform ? Math.min(failure.retryAfterMs ?? 4 * sparedMs, longestHoldMs) : null;
};

/** null: it was the last look, and enough was tried. */
const retryAt = (beganAt: Date, failures: number, at: Date): Date | null => {
  if (nextLook(beganAt, at) === null && failures >= lastTries) return null;
  return new Date(at.getTime() + Math.min(firstRetryMs * 2 ** failures, longestRetryMs));
};

const unreadText = (source: string): string =>
  `Replies in a thread of ${source} may be missing: it could not be read any more.`;

const asSourceError = (error: unknown): SourceError =>
  error instanceof SourceError
    ? error
    : new SourceError('transient', error instanceof Error ? error.message : String(error), { cause: error });
