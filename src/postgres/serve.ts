import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { RolesOutcome } from './migrate.ts';
import { createServerPool, isSessionLost } from './server-pool.ts';
import type { Tables } from './tables.ts';
import { createTransaction, type Transact } from './transaction.ts';

/** What people ask to be done beside the work of the stages. */
const servers = 4;

export interface Serving {
  readonly serve: Transact;
  close(): Promise<void>;
}

/**
 * Connections that keep the plans of their statements: what somebody waits for is the same few statements again and
 * again, and planning them takes longer than doing them. The batches of the stages are planned each time, as large as
 * their tables have become. Where a pooler or a newer version does not let plans be kept, it is `otherwise` from then on.
 */
export const createServing = (
  url: string,
  { roles, otherwise }: { readonly roles: RolesOutcome; readonly otherwise: Transact },
): Serving => {
  let isPooled = true;
  let opened: { readonly transact: Transact; readonly end: () => Promise<void> } | null = null;
  const open = () => {
    const pool = createServerPool(url, { max: servers, isPrepared: true });
    const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) });
    return { transact: createTransaction(kysely, roles, 'server'), end: () => pool.end() };
  };
  return {
    serve: async (role, work, durability) => {
      if (!isPooled) return otherwise(role, work, durability);
      opened ??= open();
      try {
        return await opened.transact(role, work, durability);
      } catch (error) {
        if (!isSessionLost(error)) throw error;
        isPooled = false;
        return otherwise(role, work, durability);
      }
    },
    close: async () => {
      await opened?.end();
    },
  };
};
