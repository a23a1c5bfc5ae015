import type { Clock } from '../src/lib/clock.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import { readAnsweredCases, readComplaints, readMembersOfCases } from '../src/problems/complaint.store.ts';
import { groupPage, type Placed } from '../src/problems/group-page.ts';
import { heedMarks } from '../src/problems/mark-alert.store.ts';
import { openProblems, writeMembers } from '../src/problems/member.store.ts';
import { noteSwarms } from '../src/problems/note-swarms.store.ts';
import {
  type Held,
  holdProgress,
  readHighest,
  readHorizon,
  saveProgress,
} from '../src/problems/progress.store.ts';
import { nextStep } from '../src/problems/progress.ts';
import { applyNewMembers } from '../src/problems/state.store.ts';
import { tellStates } from '../src/problems/state-alert.store.ts';
import { type ProblemMemory, type Recalled, recall } from './problem-memory.ts';

export interface GroupDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** This process, by an id of its own. */
  readonly holder: string;
  readonly memory: ProblemMemory;
}

/** `more`: there may be another page; `later`: somebody may still bring what comes before; `elsewhere`: another process does it. */
export type Grouped = 'more' | 'later' | 'idle' | 'elsewhere';

const pageRows = 200;

/**
 * One step through the complaints that were committed, in one transaction with how far it came: who is killed in its middle is
 * followed by one who does the same again. What is remembered goes with a transaction that failed or was tried again.
 */
export const groupNext = async (deps: GroupDeps): Promise<Grouped> => {
  const recalled = await recall(deps);
  if (recalled === null) return 'elsewhere';
  let attempts = 0;
  try {
    return await deps.db.transaction('desk', async (tx) => {
      attempts += 1;
      if (attempts === 1) return step(tx, recalled, deps);
      // What was grouped in the attempt that the database undid is remembered all the same.
      deps.memory.forget();
      return 'more';
    });
  } catch (error) {
    deps.memory.forget();
    throw error;
  }
};

const step = async (tx: Transaction, recalled: Recalled, deps: GroupDeps): Promise<Grouped> => {
  const now = deps.clock.now();
  const highest = await readHighest(tx);
  const held = await holdProgress(tx, deps.holder, now);
  if (held === null || !held.wasOurs) {
    deps.memory.forget();
    return held === null ? 'elsewhere' : 'more';
  }
  const next = nextStep(held, await readHorizon(tx, highest), now);
  if (next.kind === 'mark') await saveProgress(tx, next.progress);
  if (next.kind === 'mark') return 'more';
  if (next.kind !== 'read') return next.kind === 'wait' ? 'later' : 'idle';
  await groupUpTo(tx, { held, upTo: next.upTo, now }, recalled);
  return 'more';
};

const groupUpTo = async (
  tx: Transaction,
  { held, upTo, now }: { held: Held; upTo: number; now: Date },
  recalled: Recalled,
): Promise<void> => {
  const page = await readComplaints(tx, { after: held.floor, upTo, limit: pageRows });
  const answered = await readAnsweredCases(
    tx,
    page.complaints.map(({ post }) => post),
  );
  const members = await readMembersOfCases(tx, [...new Set(answered.values())]);
  const links = await recalled.links(tx);
  const placed = groupPage(recalled.grouper, {
    complaints: page.complaints,
    answered,
    members,
    links,
    atMs: now.getTime(),
  });
  await write(tx, placed, now);
  await heedMarks(tx, { after: held.floor, upTo: page.upTo }, now);
  await saveProgress(tx, { ...held, floor: page.upTo });
};

const write = async (tx: Transaction, placed: readonly Placed[], now: Date): Promise<void> => {
  await writeMembers(tx, placed, now);
  await noteSwarms(tx, placed, now);
  const joined = placed.flatMap(({ complaint, grouping }) =>
    grouping.joined === null ? [] : [{ problem: grouping.problem, writtenAt: complaint.writtenAt }],
  );
  const suggested = placed.flatMap(({ grouping }) => grouping.suggested?.problem ?? []);
  await openProblems(tx, [...joined.map(({ problem }) => problem), ...suggested], now);
  await tellStates(tx, await applyNewMembers(tx, joined, now), now);
};
