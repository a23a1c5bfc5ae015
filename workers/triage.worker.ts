import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadlineAsk } from '../src/cases/fold-types.ts';
import { readKnownPosts } from '../src/cases/known-post.store.ts';
import type { KnownPost } from '../src/domain/known-post.ts';
import type { Person } from '../src/domain/person.ts';
import type { Routing } from '../src/domain/routing.ts';
import type { Severity } from '../src/domain/severity.ts';
import {
  type ClaimedBatch,
  claimBatch,
  finishBatch,
  noteFailure,
  releaseClaim,
  splitBatch,
} from '../src/ingest/claim.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import { plainMessage } from '../src/lib/plain-message.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import type { Payload } from '../src/queue/payloads.ts';
import type { Queues } from '../src/queue/queues.ts';
import { type Committed, commitBatch } from './commit-batch.ts';
import type { DecidedBatch } from './decided-batch.ts';
import type { Decider } from './decider.ts';
import type { FreshBatches } from './fresh-batches.ts';
import { isBatchAtFault } from './is-batch-at-fault.ts';

export interface TriageDeps {
  readonly db: Database;
  readonly queues: Queues;
  readonly decider: Decider;
  readonly clock: Clock;
  readonly fresh: Pick<FreshBatches, 'take'>;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
  readonly alertFloor: Severity;
  /** Sources that can tell threads. */
  readonly followed?: ReadonlySet<string>;
  readonly routing?: Routing;
  readonly people?: readonly Person[];
  /** Posts that stand now and that replies may wait for. The batch is committed: what fails here is not its failure. */
  readonly onDecided: (posts: { source: string; parents: readonly string[] }) => Promise<void>;
  /** Told of every batch, for metrics and the log; ids and counts only. */
  readonly onBatch: (event: BatchEvent) => void;
}

export type BatchEvent =
  | {
      readonly kind: 'decided';
      readonly batch: ClaimedBatch;
      readonly decided: DecidedBatch;
      readonly committed: Committed;
      readonly ms: number;
    }
  /** Replies that had waited for what they answer: their posts were told of before. */
  | { readonly kind: 'again'; readonly committed: Committed }
  | { readonly kind: 'failed'; readonly batch: ClaimedBatch; readonly error: Error }
  | { readonly kind: 'split'; readonly batch: ClaimedBatch; readonly halves: number };

/** Claim, read what is answered, decide, commit, wake the next stages. Running a batch twice changes nothing. */
export const triageBatch = async (payload: Payload<'triage'>, deps: TriageDeps): Promise<void> => {
  const claimed = await claim(payload.batchId, deps);
  if (claimed === null) return;
  const { batch } = claimed;
  if (batch.attempts > batch.maxAttempts) return splitAndRequeue(batch, deps);
  try {
    await work(claimed, deps);
  } catch (error) {
    await giveBack(batch, error, deps);
  }
};

interface Claimed {
  readonly batch: ClaimedBatch;
  readonly known: readonly KnownPost[];
}

const claim = async (batchId: string, deps: TriageDeps): Promise<Claimed | null> => {
  const payload = deps.fresh.take(batchId);
  const look = async (tx: Transaction): Promise<Claimed | null> => {
    const batch = await claimBatch(tx, batchId, deps.clock.now(), payload);
    if (batch === null) return null;
    const known = await readKnownPosts(tx, batch.source, batch.parents);
    return { batch, known: known as readonly KnownPost[] };
  };
  // On disk before any work: a batch that takes the database down with it must be known by its count too.
  return deps.db.transaction('desk', look);
};

const work = async ({ batch, known }: Claimed, deps: TriageDeps): Promise<void> => {
  const begun = performance.now();
  const decided = await deps.decider.decide(batch.payload, known);
  const committed = await deps.db.transaction('desk', async (tx) => {
    const now = deps.clock.now();
    if (!(await finishBatch(tx, batch.batchId, now))) return null;
    return commitBatch(tx, {
      source: batch.source,
      decided,
      traceId: batch.traceId,
      now,
      isAgain: false,
      deadlineOf: deps.deadlineOf,
      alertFloor: deps.alertFloor,
      isFollowed: deps.followed?.has(batch.source) === true,
      ...(deps.routing ? { routing: deps.routing } : {}),
      ...(deps.people ? { people: deps.people } : {}),
    });
  });
  if (committed === null) return;
  deps.onBatch({ kind: 'decided', batch, decided, committed, ms: performance.now() - begun });
  await deps.queues.add(
    'reach',
    { batchId: batch.rootBatch, traceId: batch.traceId },
    { id: `reach-${batch.batchId}` },
  );
  if (committed.alerts > 0) await wakeNotify(deps);
  // What the batch's own replies wait for may have been committed by another worker meanwhile.
  const parents = [...decided.keys.map((key) => key.nativeId), ...decided.awaited];
  await deps.onDecided({ source: batch.source, parents });
};

export const wakeNotify = ({ queues, clock }: Pick<TriageDeps, 'queues' | 'clock'>): Promise<void> =>
  queues.add('notify', { reason: 'outbox' }, { id: `notify-${Math.floor(clock.now().getTime() / 1_000)}` });

const splitAndRequeue = async (batch: ClaimedBatch, deps: TriageDeps): Promise<void> => {
  const halves = await splitBatch(deps.db, batch, 'its process ended while it was decided', deps.clock.now());
  deps.onBatch({ kind: 'split', batch, halves: halves.length });
  for (const batchId of halves)
    await deps.queues.add('triage', { batchId, traceId: batch.traceId }, { id: batchId });
};

/** Poison counts as an attempt and is tried again at once; when a service is down the claim is given back. */
const giveBack = async (batch: ClaimedBatch, error: unknown, deps: TriageDeps): Promise<void> => {
  const failure = error instanceof Error ? error : new Error(String(error));
  deps.onBatch({ kind: 'failed', batch, error: failure });
  await untilItAnswers(() =>
    isBatchAtFault(failure)
      ? noteFailure(deps.db, batch.batchId, plainMessage(failure))
      : releaseClaim(deps.db, batch.batchId),
  );
  // The job's own id is busy until it ends: the next attempt waits under another.
  const id = `${batch.batchId}-${batch.attempts}`;
  await deps.queues.add(
    'triage',
    { batchId: batch.batchId, traceId: batch.traceId },
    { id, delayMs: isBatchAtFault(failure) ? 50 : 1_000 },
  );
};

/** Asks a database that is away again for 8 s; then the sweep finds the batch, one attempt poorer. */
const untilItAnswers = async (write: () => Promise<void>): Promise<void> => {
  for (let waitMs = 250; ; waitMs *= 2) {
    try {
      return await write();
    } catch (error) {
      if (waitMs > 4_000) throw error;
      await sleep(waitMs);
    }
  }
};
