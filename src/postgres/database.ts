import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { cannotWrite } from '../lib/file-trouble.ts';
import { makeFolder } from '../lib/make-folder.ts';
import { UserError } from '../lib/user-error.ts';
import { joinCommandSocket, serveCommandSocket } from './embedded/command-socket.ts';
import { type DirectoryLock, lockDirectory } from './embedded/directory-lock.ts';
import { createEmbeddedPool } from './embedded/pool.ts';
import { markReady, prepareDirectory } from './embedded/prepare-directory.ts';
import { startThread, type ThreadLink } from './embedded/thread-link.ts';
import { migrate, type RolesOutcome } from './migrate.ts';
import { refuseMoved } from './move/moved-mark.ts';
import type { Pool } from './pool.ts';
import { createReading, type Read, type Reading } from './read.ts';
import { type Role, roleName } from './roles.ts';
import { createServerPool } from './server-pool.ts';
import type { Tables } from './tables.ts';

export type Transaction = KyselyTransaction<Tables>;

/** The record. Both engines answer alike: one contract suite runs on both. */
export interface Database {
  readonly engine: 'embedded' | 'postgres';
  /** `joined`: another process of ours owns the embedded directory and answers through its socket. */
  readonly access: 'owner' | 'joined' | 'server';
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  readonly roles: RolesOutcome;
  /**
   * Runs `work` in one transaction as `role`; 40001 and 40P01 are retried. `relaxed`: its commit does not wait for the
   * disk, for work that is done again when the database or its machine fails within the next half second.
   */
  transaction<T>(
    role: Role,
    work: (tx: Transaction) => Promise<T>,
    durability?: 'full' | 'relaxed',
  ): Promise<T>;
  readonly read: Read;
  close(): Promise<void>;
}

export type DatabaseOptions =
  | {
      readonly kind: 'embedded';
      readonly directory: string;
      readonly onBusy: 'join' | 'refuse' /** Opens a record that was moved away already, too. */;
      readonly isForMove?: boolean;
    }
  | { readonly kind: 'postgres'; readonly url: string; readonly maxConnections?: number };

/** Opens the record and brings its tables up to date. */
export const openDatabase = (options: DatabaseOptions): Promise<Database> =>
  options.kind === 'embedded' ? openEmbedded(options) : openServer(options);

const openEmbedded = async (options: Extract<DatabaseOptions, { kind: 'embedded' }>): Promise<Database> => {
  const directory = resolve(options.directory);
  const lock = await holdDirectory(directory);
  if (lock === null) {
    if (options.onBusy === 'refuse')
      throw new UserError(
        `another process already works on ${directory}: stop it first, or set EVENHAND_DATA to another directory`,
      );
    return joinOwner(directory);
  }
  const link = await openLocked(directory, lock, options.isForMove === true);
  const pool = createEmbeddedPool(link);
  const socket = await serveCommandSocket(directory, link).catch(async (error: unknown) => {
    await link.shutDown();
    await lock.release();
    throw error;
  });
  const db = await assemble({ engine: 'embedded', access: 'owner', pool }, async () => {
    await socket.close();
    await link.shutDown();
    await lock.release();
  });
  markReady(directory);
  return db;
};

/** Makes the directory and locks it; null: another process holds it. Throws a UserError where it cannot be written. */
const holdDirectory = async (directory: string): Promise<DirectoryLock | null> => {
  try {
    makeFolder(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return await lockDirectory(directory);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw cannotWrite(
      `the data directory ${directory}`,
      cause,
      'correct its rights, or set EVENHAND_DATA to another directory',
    );
  }
};

/** The lock is given back when the database does not open. */
const openLocked = async (
  directory: string,
  lock: DirectoryLock,
  isForMove: boolean,
): Promise<ThreadLink> => {
  try {
    if (!isForMove) refuseMoved(directory);
    prepareDirectory(directory);
    return await startThread(directory);
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const joinOwner = async (directory: string): Promise<Database> => {
  const link = await joinCommandSocket(directory).catch((cause: unknown) => {
    throw new UserError(`the service that works on ${directory} does not answer yet: try again in a moment`, {
      cause,
    });
  });
  const pool = createEmbeddedPool(link);
  return assemble({ engine: 'embedded', access: 'joined', pool }, () => Promise.resolve(link.close()));
};

const openServer = async (options: Extract<DatabaseOptions, { kind: 'postgres' }>): Promise<Database> => {
  const pool = createServerPool(options.url, { max: options.maxConnections ?? 10 });
  return assemble({ engine: 'postgres', access: 'server', pool, url: options.url }, () => pool.end());
};

const assemble = async (
  { url = null, ...base }: Pick<Database, 'engine' | 'access' | 'pool'> & { readonly url?: string | null },
  close: () => Promise<void>,
): Promise<Database> => {
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: base.pool as unknown as pg.Pool }),
  });
  try {
    const roles = await migrate(kysely as unknown as Kysely<never>);
    const transaction = createTransaction(kysely, roles, base.access);
    const otherwise = readInTransactions(kysely, roles);
    const areRolesInForce = roles.kind === 'in_force';
    const reading =
      url === null ? otherwise : createReading(url, { areRolesInForce, otherwise: otherwise.read });
    return {
      ...base,
      kysely,
      roles,
      transaction,
      read: reading.read,
      close: async () => {
        await reading.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const maxTries = 6;

const createTransaction =
  (kysely: Kysely<Tables>, roles: RolesOutcome, access: Database['access']): Database['transaction'] =>
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
const readInTransactions = (kysely: Kysely<Tables>, roles: RolesOutcome): Reading => ({
  read: (role, work) => {
    const own = roles.kind === 'in_force' ? [`set local role ${roleName(role)}`] : [];
    const begin = ['begin read only', ...own].join('; ');
    return kysely.connection().execute((connection) => inTransaction(connection, begin, work));
  },
  close: () => Promise.resolve(),
});

/** Begins and takes its role in one message: a batch has a dozen transactions, and each message costs both sides. */
const inTransaction = async <T>(
  connection: Kysely<Tables>,
  begin: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  try {
    await sql.raw(begin).execute(connection);
    const result = await work(connection as Transaction);
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
