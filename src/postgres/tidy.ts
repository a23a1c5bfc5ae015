import type { Database } from './database.ts';

/** Small tables whose rows change all the time: their dead rows are swept up. */
const churning = [
  'intake.inbox',
  'intake.cursor',
  'intake.thread',
  'desk.complainant',
  'desk.outbox',
  'ops.source_health',
  'ops.service',
];
/** Large ones: their statistics are what plans are made from. */
const large = ['desk.mention', 'desk."case"', 'desk.activity', 'desk.activity_seal', 'sealed.sample'];

/**
 * The embedded database has no autovacuum: without this it never has statistics, reads whole tables, and keeps every
 * dead row. Statement by statement, so that others take their turn at the gate. A served PostgreSQL does it by itself.
 */
export const tidy = async (db: Database): Promise<void> => {
  if (db.access !== 'owner') return;
  for (const table of churning) await db.pool.query(`vacuum (analyze) ${table}`);
  for (const table of large) await db.pool.query(`analyze ${table}`);
};
