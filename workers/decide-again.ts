import {
  pendingAtOnce,
  readKnownPosts,
  readPendingReplies,
  stopWaiting,
} from '../src/cases/known-post.store.ts';
import type { KnownPost } from '../src/domain/known-post.ts';
import type { Mention } from '../src/domain/post.ts';
import { newTraceId } from '../src/ingest/inbox.store.ts';
import { commitBatch } from './commit-batch.ts';
import type { DecidedBatch } from './decided-batch.ts';
import { PoisonError } from './decider.ts';
import { type TriageDeps, wakeNotify } from './triage.worker.ts';

export type AgainDeps = Pick<
  TriageDeps,
  | 'db'
  | 'decider'
  | 'clock'
  | 'deadlineOf'
  | 'alertFloor'
  | 'routing'
  | 'people'
  | 'followed'
  | 'queues'
  | 'onBatch'
>;

type Which = { readonly source: string; readonly parents: readonly string[] } | { readonly limit: number };

/** 25,000 replies; should one find itself again for ever, it ends here. */
const maxLooks = 50;

/**
 * Replies to a post which had not been seen are decided again, now that it is, then those that answer them: a chain of
 * "same here" goes up post by post. Returns how many were decided.
 */
export const decideRepliesAgain = async (which: Which, deps: AgainDeps): Promise<number> => {
  const atOnce = 'limit' in which ? which.limit : pendingAtOnce;
  let decided = 0;
  for (let look = 0; look < maxLooks; look += 1) {
    const round = await decideFound(which, deps);
    decided += round.decided;
    if (round.found < atOnce) break;
  }
  return decided;
};

const decideFound = async (which: Which, deps: AgainDeps): Promise<{ found: number; decided: number }> => {
  const pending = await deps.db.transaction('desk', (tx) => readPendingReplies(tx, which));
  let found = 0;
  let above = 0;
  for (const { source, mentions, parents } of pending) {
    const known = await deps.db.transaction('desk', (tx) => readKnownPosts(tx, source, parents));
    await decideAgain({ source, mentions, known: known as readonly KnownPost[] }, deps);
    found += mentions.length;
    const answered = [...new Set(mentions.map(({ post }) => post.nativeId))];
    above += await decideRepliesAgain({ source, parents: answered }, deps);
  }
  return { found, decided: found + above };
};

interface AgainBatch {
  readonly source: string;
  readonly mentions: readonly Mention[];
  readonly known: readonly KnownPost[];
}

/** One that cannot be decided a second time keeps its first decision, and does not keep the others. */
const decideAgain = async (batch: AgainBatch, deps: AgainDeps): Promise<void> => {
  const { source, mentions, known } = batch;
  const [first] = mentions;
  if (first === undefined) return;
  try {
    const decided = await deps.decider.decide({ mentions, deletions: [] }, known);
    await commitAgain(source, decided, deps);
  } catch (error) {
    if (!(error instanceof PoisonError)) throw error;
    if (mentions.length === 1) return deps.db.transaction('desk', (tx) => stopWaiting(tx, first));
    const middle = Math.ceil(mentions.length / 2);
    await decideAgain({ ...batch, mentions: mentions.slice(0, middle) }, deps);
    await decideAgain({ ...batch, mentions: mentions.slice(middle) }, deps);
  }
};

const commitAgain = async (source: string, decided: DecidedBatch, deps: AgainDeps): Promise<void> => {
  const committed = await deps.db.transaction('desk', (tx) =>
    commitBatch(tx, {
      source,
      decided,
      traceId: newTraceId(),
      now: deps.clock.now(),
      isAgain: true,
      deadlineOf: deps.deadlineOf,
      alertFloor: deps.alertFloor,
      isFollowed: deps.followed?.has(source) === true,
      ...(deps.routing ? { routing: deps.routing } : {}),
      ...(deps.people ? { people: deps.people } : {}),
    }),
  );
  deps.onBatch({ kind: 'again', committed });
  if (committed.alerts > 0) await wakeNotify(deps);
};
