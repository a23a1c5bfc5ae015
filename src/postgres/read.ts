import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { RolesOutcome } from './migrate.ts';
import type { Pool } from './pool.ts';
import { type Role, roleName } from './roles.ts';
import { createServerPool, isSessionLost } from './server-pool.ts';
import type { Tables } from './tables.ts';

/** What people ask for beside the work of the stages. */
const readers = 4;

/** Runs `work`, which only reads, as `role`: on PostgreSQL without a transaction around it. A statement that writes is refused. */
export type Read = <T>(role: Role, work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>;

export interface Reading {
  readonly read: Read;
  close(): Promise<void>;
}

/**
 * Connections that log in as a role and may only read, so that a question costs one message: no `begin`, no role and no
 * `commit` around it. Each statement sees what is committed when it starts, as it would in a transaction of ours. Where a
 * pooler does not let them be what they asked to be, it is `otherwise` from then on.
 */
export const createReading = (
  url: string,
  { roles, otherwise }: { readonly roles: RolesOutcome; readonly otherwise: Read },
): Reading => {
  let isPooled = true;
  const opened = new Map<Role, { readonly pool: Pool; readonly kysely: Kysely<Tables> }>();
  const openAs = (role: Role) => {
    const settings = {
      ...(roles.kind === 'in_force' ? { role: roleName(role) } : {}),
      default_transaction_read_only: 'on',
      jit: 'off',
    };
    const pool = createServerPool(url, { max: readers, settings, isPrepared: true });
    const one = {
      pool,
      kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }),
    };
    opened.set(role, one);
    return one;
  };
  return {
    read: async (role, work) => {
      if (!isPooled) return otherwise(role, work);
      const { kysely } = opened.get(role) ?? openAs(role);
      try {
        return await kysely.connection().execute((connection) => work(connection as Transaction<Tables>));
      } catch (error) {
        if (!isSessionLost(error)) throw error;
        isPooled = false;
        return otherwise(role, work);
      }
    },
    close: async () => {
      await Promise.all([...opened.values()].map(({ pool }) => pool.end()));
    },
  };
};
