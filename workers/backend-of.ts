import type { Env } from '../config/env.ts';
import type { Database } from '../src/postgres/database.ts';
import type { BackendOptions } from '../src/queue/backend.ts';

/** Where the wake-ups of a process travel, as its environment says. */
export const backendOf = (env: Env, db: Database): BackendOptions => {
  if (env.engine.kind === 'embedded') return { kind: 'embedded', pool: db.pool };
  if (env.engine.kind === 'postgres') return { kind: 'postgres', url: env.engine.databaseUrl };
  return { kind: 'redis', url: env.engine.redisUrl };
};
