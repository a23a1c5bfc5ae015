import pg from 'pg';
import type { Pool } from './pool.ts';

/** A pool of connections to a served PostgreSQL. An idle connection that drops is no end: the next statement opens another. */
export const createServerPool = (
  url: string,
  { max, searchPath, onError }: { max: number; searchPath?: string; onError?: (error: Error) => void },
): Pool => {
  const options = searchPath === undefined ? {} : { options: `-c search_path=${searchPath}` };
  const pool = new pg.Pool({ connectionString: url, max, keepAlive: true, ...options });
  pool.on('error', onError ?? (() => undefined));
  // One that drops while it works rejects its statement, and is an uncaught error as well where nobody listens.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool as unknown as Pool;
};
