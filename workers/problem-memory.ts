import type { Clock } from '../src/lib/clock.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import { readGrouped } from '../src/problems/complaint.store.ts';
import { createGrouper, type Grouper } from '../src/problems/create-grouper.ts';
import { groupAgain } from '../src/problems/group-page.ts';
import { readLinks, type StoredLinks } from '../src/problems/link.store.ts';
import type { Links } from '../src/problems/links.ts';
import { holdProgress } from '../src/problems/progress.store.ts';

/** What this process remembers of the complaints of the window. Numbers alone; after a restart it is read again. */
export interface ProblemMemory {
  recalled: Recalled | null;
  forget(): void;
}

export interface Recalled {
  readonly grouper: Grouper;
  /** What people decided up to now. */
  links(tx: Transaction): Promise<Links>;
}

export const createProblemMemory = (): ProblemMemory => {
  const memory: ProblemMemory = {
    recalled: null,
    forget: () => {
      memory.recalled = null;
    },
  };
  return memory;
};

interface RecallDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly holder: string;
  readonly memory: ProblemMemory;
}

const windowMs = 72 * 3_600_000;
const pageRows = 1_000;

/** Reads and groups the window again where nothing is remembered; null: another process goes through the complaints. */
export const recall = async (deps: RecallDeps): Promise<Recalled | null> => {
  const { db, clock, holder, memory } = deps;
  if (memory.recalled !== null) return memory.recalled;
  const since = new Date(clock.now().getTime() - windowMs);
  const grouper = createGrouper();
  const links = await db.transaction('desk', (tx) => readLinks(tx));
  for (let after = 0; ; ) {
    // Each page keeps the turn: a long window takes longer than a turn lasts.
    const page = await db.transaction('desk', async (tx) =>
      (await holdProgress(tx, holder, clock.now())) === null
        ? null
        : readGrouped(tx, { since, after, limit: pageRows }),
    );
    if (page === null) return null;
    for (const complaint of page) groupAgain(grouper, complaint, links.links);
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) break;
    after = last.place;
  }
  memory.recalled = remembered(grouper, links);
  return memory.recalled;
};

const remembered = (grouper: Grouper, known: StoredLinks): Recalled => {
  let stored = known;
  return {
    grouper,
    links: async (tx) => {
      stored = await readLinks(tx, stored);
      return stored.links;
    },
  };
};
