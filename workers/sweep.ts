import { findIdleBatches } from '../src/ingest/claim.store.ts';
import { findDueFollows } from '../src/ingest/follow.store.ts';
import { findDueSources } from '../src/ingest/health.store.ts';
import { pruneIntake } from '../src/ingest/reconcile.store.ts';
import { beat, type ServiceBeat } from '../src/ingest/service.store.ts';
import { claimTurn } from '../src/ingest/turn.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { tidy } from '../src/postgres/tidy.ts';
import type { Queues } from '../src/queue/queues.ts';
import { reconcileDeletions } from './reconcile.ts';
import type { Stage } from './stages.ts';

export interface SweepDeps {
  readonly db: Database;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly stages: ReadonlySet<Stage>;
  /** What this process can walk. */
  readonly sources: readonly string[];
  /** Those of them that can tell threads. */
  readonly followed: readonly string[];
  readonly service: Omit<ServiceBeat, 'beatAt'>;
  readonly decidePending: () => Promise<number>;
  /** Contacts of the company's log that a process which died had only written. */
  readonly heedContacts: () => Promise<unknown>;
  readonly unsealLeftovers: () => Promise<void>;
  /** Begins a round; nobody waits for it. */
  readonly askAudiences: () => void;
  readonly onError: (what: string, error: Error) => void;
}

export interface Sweep {
  /** Looks at the rows now, whatever the timer says. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** A batch that waits for longer lost its wake-up or its worker. */
const idleMs = 30_000;
const everyMs = 1_000;
const slowEvery = 60;
/** First half a minute after the start, when there is something to count. */
const tidyEvery = 300;
const tidyAt = 30;

/**
 * Decides from rows alone what is not done, on a plain timer of this process: queues carry wake-ups that a wiped Redis
 * forgets, and nothing here trusts them.
 */
export const startSweep = (deps: SweepDeps): Sweep => {
  let turn = 0;
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const run = async (): Promise<void> => {
    if (isBusy) return running;
    isBusy = true;
    const now = turn;
    turn += 1;
    running = sweepOnce(now, deps)
      .catch((error: unknown) =>
        deps.onError('sweep', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        isBusy = false;
      });
    return running;
  };
  const timer = setInterval(() => void run(), everyMs);
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};

const sweepOnce = async (turn: number, deps: SweepDeps): Promise<void> => {
  const now = deps.clock.now();
  if (turn % 5 === 0) await deps.db.transaction('ingest', (tx) => beat(tx, deps.service, now));
  if (deps.stages.has('poll')) {
    await wakeDueSources(now, deps);
    await wakeDueThreads(now, deps);
  }
  if (deps.stages.has('reach')) await lookAtReach(turn, deps);
  if (turn % tidyEvery === tidyAt) await tidy(deps.db);
  if (!deps.stages.has('triage')) return;
  // At its start a process looks at everything that waits; later only at what nobody seems to work on.
  if (turn % 5 === 0) await wakeIdleBatches(now, turn === 0 ? 0 : idleMs, deps);
  if (turn === 0) await deps.decidePending();
  if (turn % slowEvery === slowEvery - 1 && (await isOurTurn(now, deps))) {
    await deps.db.transaction('desk', (tx) => reconcileDeletions(tx, now));
    await deps.db.transaction('desk', (tx) => pruneIntake(tx, now));
    await deps.decidePending();
    await deps.heedContacts();
  }
};

const lookAtReach = async (turn: number, deps: SweepDeps): Promise<void> => {
  if (turn % 10 === 5) deps.askAudiences();
  if (turn % 30 === 29) await deps.unsealLeftovers();
};

/** Each process comes by once a minute, and what it would look through is the same for all. */
const isOurTurn = (now: Date, { db }: SweepDeps): Promise<boolean> =>
  db.transaction('desk', (tx) => claimTurn(tx, 'sweep', now, 45_000));

const wakeDueSources = async (now: Date, deps: SweepDeps): Promise<void> => {
  const due = await deps.db.transaction('ingest', (tx) => findDueSources(tx, deps.sources, now));
  for (const source of due)
    await deps.queues.add('poll', { source }, { id: `poll-${source}-${bucket(now, 1_000)}` });
};

const wakeDueThreads = async (now: Date, deps: SweepDeps): Promise<void> => {
  const due = await deps.db.transaction('ingest', (tx) => findDueFollows(tx, deps.followed, now));
  for (const source of due)
    await deps.queues.add('follow', { source }, { id: `follow-${source}-${bucket(now, 1_000)}` });
};

const wakeIdleBatches = async (now: Date, olderThanMs: number, deps: SweepDeps): Promise<void> => {
  const idle = await findIdleBatches(deps.db, now, olderThanMs, 1_000);
  for (const { batchId, traceId } of idle)
    await deps.queues.add('triage', { batchId, traceId }, { id: `${batchId}-${bucket(now, idleMs)}` });
};

/** A job of a killed process keeps its id busy for a while: a wake-up of a later moment has another. */
const bucket = (now: Date, ms: number): number => Math.floor(now.getTime() / ms);
