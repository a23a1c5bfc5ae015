import { type Database, openDatabase } from '../../src/postgres/database.ts';
import type { BackendOptions } from '../../src/queue/backend.ts';
import { embeddedEngine, hasPostgres } from './engines.ts';
import { hasRedis, startRedis } from './redis-server.ts';
import { takeDatabase } from './shared-cluster.ts';

/** A record and a queue, as one of the ways to run the service has them. */
export interface Ground {
  readonly db: Database;
  readonly backend: BackendOptions;
  flushQueue(): Promise<void>;
  stop(): Promise<void>;
}

export const embeddedGround = async (): Promise<Ground> => {
  const engine = embeddedEngine();
  const db = await engine.open();
  const backend = { kind: 'embedded', pool: db.pool } as const;
  const stop = async (): Promise<void> => {
    await db.close();
    await engine.dispose();
  };
  return { db, backend, stop, flushQueue: () => Promise.resolve() };
};

const serverGround = async (withRedis: boolean): Promise<Ground> => {
  const { url, drop } = await takeDatabase();
  const db = await openDatabase({ kind: 'postgres', url });
  const redis = withRedis ? await startRedis() : null;
  return {
    db,
    backend: redis === null ? { kind: 'postgres', url } : { kind: 'redis', url: redis.url },
    flushQueue: async () => {
      await redis?.flushAll();
    },
    stop: async () => {
      await db.close();
      await redis?.stop();
      await drop();
    },
  };
};

type NamedGround = [string, () => Promise<Ground>];

/** With its servers; nothing where they are not installed. */
export const productionGround: readonly NamedGround[] =
  hasPostgres && hasRedis() ? [['PostgreSQL and Redis', () => serverGround(true)]] : [];

const postgresGround: readonly NamedGround[] = hasPostgres
  ? [['PostgreSQL alone', () => serverGround(false)]]
  : [];

/** For what does not depend on it: PostgreSQL alone, the quickest to open; where there is none, embedded. */
export const anyGround = (): Promise<Ground> => (hasPostgres ? serverGround(false) : embeddedGround());

/** Every one that is here, for `describe.each`. */
export const grounds: readonly NamedGround[] = [
  ['embedded', embeddedGround],
  ...postgresGround,
  ...productionGround,
];
