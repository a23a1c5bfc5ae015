import { type Kysely, sql, type Transaction } from 'kysely';
import type { RolesOutcome } from './migrate.ts';
import type { Reading } from './read.ts';
import { type Role, roleName } from './roles.ts';
import type { Tables } from './tables.ts';

/**
 * Runs `work` in one transaction as `role`; 40001 and 40P01 are retried. `relaxed`: its commit does not wait for the
 * disk, for work that is done again when the database or its machine fails within the next half second.
 */
export type Transact = <T>(
  role: Role,
  work: (tx: Transaction<Tables>) => Promise<T>,
  durability?: 'full' | 'relaxed',
) => Promise<T>;

const maxTries = 6;

/** Begins, takes its role and its settings in one message: a batch has a dozen transactions, and each message costs both sides. */
export const createTransaction =
  (kysely: Kysely<Tables>, roles: RolesOutcome, access: 'owner' | 'joined' | 'server'): Transact =>
  async (role, work, durability = 'full') => {
    const settings = [
      ...(roles.kind === 'in_force' ? [`set local role ${roleName(role)}`] : []),
      // Estimates of lists that JSON brings are high enough to have a statement of 30 ms compiled for two seconds.
      ...(access === 'server' ? ['set local jit = off'] : []),
      ...(durability === 'relaxed' ? ['set local synchronous_commit = off'] : []),
    ];
    const begin = ['begin', ...settings].join('; ');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await kysely.connection().execute((connection) => inTransaction(connection, begin, work));
      } catch (error) {
        if (attempt >= maxTries || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * Math.random()));
      }
    }
  };

/** Embedded there is one session for all: a role and its rights last for a transaction. */
export const readInTransactions = (kysely: Kysely<Tables>, roles: RolesOutcome): Reading => ({
  read: (role, work) => {
    const own = roles.kind === 'in_force' ? [`set local role ${roleName(role)}`] : [];
    const begin = ['begin read only', ...own].join('; ');
    return kysely.connection().execute((connection) => inTransaction(connection, begin, work));
  },
  close: () => Promise.resolve(),
});

const inTransaction = async <T>(
  connection: Kysely<Tables>,
  begin: string,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> => {
  try {
    await sql.raw(begin).execute(connection);
    const result = await work(connection as Transaction<Tables>);
    await sql`commit`.execute(connection);
    return result;
  } catch (error) {
    // A connection that is gone has rolled back already, and what broke the transaction is what counts.
    await sql`rollback`.execute(connection).catch(() => undefined);
    throw error;
  }
};

export const serializationFailure = '40001';
const deadlock = '40P01';

/** The database undid everything and asks to be asked again. */
const isRetryable = (error: unknown): boolean => {
  const code = (error as { code?: string } | null)?.code;
  return code === serializationFailure || code === deadlock;
};
