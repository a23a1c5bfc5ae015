import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { letGo } from '../src/problems/progress.store.ts';
import { watchProblems } from '../src/problems/state.store.ts';
import { tellStates } from '../src/problems/state-alert.store.ts';
import { createProblemMemory } from './problem-memory.ts';
import { type GroupDeps, groupNext } from './problems.worker.ts';
import type { Stage } from './stages.ts';
import type { BatchEvent } from './triage.worker.ts';

export interface ProblemStage {
  /** Where cases were opened it looks soon, and does not wait for the timer. */
  noteBatch(event: BatchEvent): void;
  /** Goes through all that is committed; for tests and for imports. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProblemStageOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly stages: ReadonlySet<Stage>;
  readonly holder: string;
  readonly onError: (what: string, error: Error) => void;
}

const lookMs = 2_000;
/** What is grouped together costs less, and nobody waits for it. */
const settleMs = 250;
const watchEvery = 30;

/** Any process that decides may group what was decided; one at a time does. */
export const startProblemStage = (options: ProblemStageOptions): ProblemStage =>
  options.stages.has('triage')
    ? start(options)
    : { noteBatch: () => undefined, run: () => Promise.resolve(), stop: () => Promise.resolve() };

const start = ({ db, clock, holder, onError }: ProblemStageOptions): ProblemStage => {
  const deps: GroupDeps = { db, clock, holder, memory: createProblemMemory() };
  let isStopped = false;
  let running: Promise<void> | null = null;
  let soon: NodeJS.Timeout | null = null;
  let turn = 0;
  const look = async (): Promise<void> => {
    let outcome = await groupNext(deps);
    while (outcome === 'more' && !isStopped) outcome = await groupNext(deps);
    if (outcome === 'elsewhere' || turn++ % watchEvery !== 0) return;
    await db.transaction('desk', async (tx) => {
      const now = clock.now();
      await tellStates(tx, await watchProblems(tx, now), now);
    });
  };
  const run = (): Promise<void> => {
    running ??= look()
      .catch((error: unknown) =>
        onError('problems', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void run(), lookMs);
  timer.unref();
  return {
    run,
    noteBatch: (event) => {
      if (!('committed' in event) || event.committed.opened.length === 0) return;
      soon ??= setTimeout(() => {
        soon = null;
        void run();
      }, settleMs).unref();
    },
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      if (soon !== null) clearTimeout(soon);
      await running;
      await db.transaction('desk', (tx) => letGo(tx, holder)).catch(() => undefined);
    },
  };
};
