import { type Kysely, sql } from 'kysely';

/**
 * Nearly every case has one thread: it stands in a B-tree, and only those of several threads pay for GIN. A page's
 * batches are looked up when they are decided as well, which the partial index did not know.
 */
const statements = `
drop index desk.case_threads;
create index case_thread on desk."case" (brand, (threads[1]));
create index case_threads on desk."case" using gin (threads) where cardinality(threads) > 1;
drop index intake.inbox_root;
create index inbox_root on intake.inbox (root_batch);
`;

export const leanWriting = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
