import { countHeld, countThreads, findDueChecks } from '../src/ingest/post-check.store.ts';
import { bookSpending } from '../src/ingest/spend.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { dayOf } from '../src/sources/ledger.ts';
import type { SourceRecord } from '../src/sources/source.ts';

/** What a source is told by the record of its own posts and spending. */
export const createSourceRecord = (
  source: string,
  { db, clock }: { readonly db: Database; readonly clock: Clock },
): SourceRecord => ({
  ledger: {
    book: (at, decide) =>
      db.transaction('ingest', (tx) => bookSpending(tx, { source, day: dayOf(at) }, decide)),
  },
  dueChecks: (before, limit) =>
    db.transaction('ingest', (tx) => findDueChecks(tx, source, { before, limit })),
  countHeld: () => db.transaction('ingest', (tx) => countHeld(tx, source)),
  countThreads: () => db.transaction('ingest', (tx) => countThreads(tx, source, clock.now())),
});
