import type { Database } from '../../postgres/database.ts';
import { type LogRoot, readRoots, rootBetween } from './root.store.ts';

export interface RootsVerified {
  /** In the order of their days, as recomputed from the seals. */
  readonly roots: readonly LogRoot[];
  /** The first day whose stored root is not what its seals give; null: none. */
  readonly differentDay: string | null;
}

/** Recomputes the root of every day from the seals. */
export const verifyRoots = async (db: Database): Promise<RootsVerified> => {
  const stored = await db.transaction('desk', readRoots);
  const roots: LogRoot[] = [];
  let differentDay: string | null = null;
  for (const kept of stored) {
    const before = roots.at(-1);
    const fields = { day: kept.day, upTo: kept.upTo, previous: before?.root ?? '' };
    const recomputed = await db.transaction('desk', (tx) => rootBetween(tx, fields, before?.upTo ?? '0'));
    if (recomputed.root !== kept.root || fields.previous !== kept.previous) differentDay ??= kept.day;
    roots.push({ ...kept, ...fields, ...recomputed });
  }
  return { roots, differentDay };
};
