import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/postgres/database.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { type GroupDeps, type Grouped, groupNext } from '../../workers/problems.worker.ts';

const patienceMs = 20_000;

/**
 * Goes through everything that was committed, as the problem stage does, until nothing is left. Other test files work on
 * the same server: while a transaction of theirs runs, a lower number may still come, as far as the server can tell.
 */
export const groupUntilDone = async (deps: GroupDeps): Promise<Grouped> => {
  const end = performance.now() + patienceMs;
  for (;;) {
    const grouped = await groupNext(deps);
    if (grouped === 'idle' || grouped === 'elsewhere') return grouped;
    if (grouped === 'more') continue;
    if (performance.now() > end) throw new Error(`a transaction on the server ran for ${patienceMs} ms`);
    await sleep(10);
  }
};

export const groupCases = async (db: Database, now: Date): Promise<void> => {
  await groupUntilDone({ db, clock: { now: () => now }, holder: 'test', memory: createProblemMemory() });
};
