import { openDeadLetter } from '../src/ingest/dead-letter.store.ts';
import { pack, unpack } from '../src/ingest/inbox-codec.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import type { Payload } from '../src/queue/payloads.ts';
import { readAudience } from '../src/reach/audience.ts';
import {
  findUnreached,
  keepSamples,
  markReached,
  readSealed,
  type SealedPage,
} from '../src/reach/sample.store.ts';
import { seal, type UnreadCounts } from '../src/reach/seal.ts';

export interface ReachDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** After the decision, and only then: unseals what platforms said about the audiences of a batch's posts. */
export const unsealBatch = async (
  { batchId }: Payload<'reach'>,
  { db, clock }: ReachDeps,
): Promise<number> => {
  const sealed = await db.transaction('reach', (tx) => readSealed(tx, batchId));
  // The last of the page to be decided wakes this again, and so does the sweep.
  if (sealed === 'waits') return 0;
  const now = clock.now();
  if (sealed === null) {
    await db.transaction('reach', (tx) => markReached(tx, batchId, now));
    return 0;
  }
  const counts = JSON.parse(unpack(sealed.payload).toString('utf8')) as readonly UnreadCounts[];
  const samples = counts.map(({ nativeId, observedAt, counts: told }) => ({
    nativeId,
    observedAt,
    audience: readAudience(told),
  }));
  const left = await leftFor(sealed.letters, counts);
  // Samples and the emptied bytes stand or fall together: what is lost is unsealed again.
  return db.transaction(
    'reach',
    (tx) => keepSamples(tx, { rootBatch: batchId, samples, left, now }),
    'relaxed',
  );
};

/** What dead letters still need of a page, packed again before the transaction; null: nothing is waited for, or all. */
const leftFor = async (
  letters: SealedPage['letters'],
  counts: readonly UnreadCounts[],
): Promise<Uint8Array | null> => {
  const opened = letters.map((payload) => openDeadLetter({ payload }));
  // Of one that cannot be unpacked nobody knows whose counts it needs.
  if (opened.length === 0 || opened.includes(null)) return null;
  const ids = new Set(opened.flatMap((batch) => batch?.mentions.map(({ post }) => post.nativeId) ?? []));
  const needed = counts.filter(({ nativeId }) => ids.has(nativeId));
  return needed.length === counts.length ? null : pack(seal(needed));
};

/** Finds what a lost wake-up left sealed. */
export const unsealLeftovers = async (deps: ReachDeps): Promise<void> => {
  const left = await deps.db.transaction('reach', (tx) => findUnreached(tx, deps.clock.now(), 100));
  for (const batchId of left) await unsealBatch({ batchId, traceId: 'sweep' }, deps);
};
