import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Pool } from './pool.ts';
import { type Role, roleName } from './roles.ts';
import { createServerPool, SettingsIgnored } from './server-pool.ts';
import type { Tables } from './tables.ts';

/**
 * What a pooler between us and the server makes of a session of ours: it refuses a login that brings settings (08P01), or
 * hands each transaction to another session, which lacks a statement that was prepared (26000) or has it already (42P05).
 */
const poolerCodes: ReadonlySet<unknown> = new Set(['08P01', '26000', '42P05']);

const isOfPooler = (error: unknown): boolean =>
  error instanceof SettingsIgnored || poolerCodes.has((error as { code?: unknown } | null)?.code);

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
  { areRolesInForce, otherwise }: { readonly areRolesInForce: boolean; readonly otherwise: Read },
): Reading => {
  let isPooled = true;
  const opened = new Map<Role, { readonly pool: Pool; readonly kysely: Kysely<Tables> }>();
  const openAs = (role: Role) => {
    const settings = {
      ...(areRolesInForce ? { role: roleName(role) } : {}),
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
        if (!isOfPooler(error)) throw error;
        isPooled = false;
        return otherwise(role, work);
      }
    },
    close: async () => {
      await Promise.all([...opened.values()].map(({ pool }) => pool.end()));
    },
  };
};
