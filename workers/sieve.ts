import { findHeld } from '../src/ingest/held.store.ts';
import { readThreads } from '../src/ingest/inbox.store.ts';
import { compileByteScan, match, type WatchList } from '../src/ingest/watch-list.ts';
import type { Sieve } from '../src/sources/source.ts';
import type { IntakeDeps } from './intake.ts';

/** What a source that hears everything is told by the watch-list and by the record. */
export const createSieve = (
  source: string,
  { db, clock, brands, watchList }: Pick<IntakeDeps, 'db' | 'clock' | 'brands' | 'watchList'>,
): Sieve => ({
  ...wordsOf(brands, watchList),
  liveThreads: async (threads) =>
    new Set((await db.transaction('ingest', (tx) => readThreads(tx, source, threads, clock.now()))).keys()),
  held: (names) => db.transaction('ingest', (tx) => findHeld(tx, source, names)),
});

/** Where nothing is stored and no record is asked: what the words alone say. */
export const createWordSieve = (brands: IntakeDeps['brands'], watchList: WatchList): Sieve => ({
  ...wordsOf(brands, watchList),
  liveThreads: () => Promise.resolve(new Set<string>()),
  held: () => Promise.resolve({ posts: [], authors: [] }),
});

const wordsOf = (brands: IntakeDeps['brands'], watchList: WatchList): Pick<Sieve, 'isNamed' | 'mayName'> => ({
  isNamed: (text) => match(watchList, text).length > 0,
  mayName: compileByteScan(brands),
});
