import type { Clock } from '../lib/clock.ts';
import type { Database } from './database.ts';

const everyMs = 60_000;

/**
 * Time that decides is the database's, so that machines whose clocks differ agree on deadlines and claims: its
 * distance from ours is measured at the start and once a minute, halfway through the question.
 */
export const createDatabaseClock = async (db: Database): Promise<Clock & { stop(): void }> => {
  let offsetMs = 0;
  const measure = async (): Promise<void> => {
    const asked = Date.now();
    const { rows } = await db.pool.query('select clock_timestamp() as at');
    const answered = Date.now();
    const [row] = rows;
    if (row?.at instanceof Date) offsetMs = row.at.getTime() - (asked + answered) / 2;
  };
  await measure();
  // While the database is away the last distance stands.
  const timer = setInterval(() => void measure().catch(() => undefined), everyMs);
  timer.unref();
  return { now: () => new Date(Date.now() + offsetMs), stop: () => clearInterval(timer) };
};
