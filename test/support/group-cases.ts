import type { Database } from '../../src/postgres/database.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { groupNext } from '../../workers/problems.worker.ts';

/** Goes through everything that was committed, as the problem stage does, until nothing is left. */
export const groupCases = async (db: Database, now: Date): Promise<void> => {
  const deps = { db, clock: { now: () => now }, holder: 'test', memory: createProblemMemory() };
  while ((await groupNext(deps)) === 'more');
};
