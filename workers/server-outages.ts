import { sql } from 'kysely';
import type { Env } from '../config/env.ts';
import type { Database } from '../src/postgres/database.ts';
import { readRedisFacts } from '../src/queue/redis-facts.ts';
import { createOutages, isQueueGone, type Outages, type Server } from './outages.ts';

/** The two that a process may lose while it runs, asked over connections of their own or of the record. */
export const outagesOf = (
  { engine }: Pick<Env, 'engine'>,
  db: Database,
  say: (sentence: string) => void,
): Outages =>
  createOutages({
    probes: {
      'the database': () => sql`select 1`.execute(db.kysely),
      'the queue': () =>
        engine.kind === 'production' ? readRedisFacts(engine.redisUrl) : sql`select 1`.execute(db.kysely),
    },
    say,
  });

/** Without Redis the queue is the database; with it, every stage may be the one that finds it gone. */
export const serverOf = (what: string, error: Error, { engine }: Pick<Env, 'engine'>): Server =>
  engine.kind === 'production' && (what === 'queue' || isQueueGone(error)) ? 'the queue' : 'the database';
