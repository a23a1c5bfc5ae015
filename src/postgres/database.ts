import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
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
import { createReading, type Read } from './read.ts';
import { createServing } from './serve.ts';
import { createServerPool } from './server-pool.ts';
import type { Tables } from './tables.ts';
import { createTransaction, readInTransactions, type Transact } from './transaction.ts';

export type Transaction = KyselyTransaction<Tables>;

/** The record. Both engines answer alike: one contract suite runs on both. */
export interface Database {
  readonly engine: 'embedded' | 'postgres';
  /** `joined`: another process of ours owns the embedded directory and answers through its socket. */
  readonly access: 'owner' | 'joined' | 'server';
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  readonly roles: RolesOutcome;
  readonly transaction: Transact;
  /** As `transaction`, for somebody who waits for the answer: on PostgreSQL its connections keep the plans of statements. */
  readonly serve: Transact;
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
    const reading = url === null ? otherwise : createReading(url, { roles, otherwise: otherwise.read });
    const serving =
      url === null
        ? { serve: transaction, close: resolved }
        : createServing(url, { roles, otherwise: transaction });
    return {
      ...base,
      kysely,
      roles,
      transaction,
      read: reading.read,
      serve: serving.serve,
      close: async () => {
        await Promise.all([reading.close(), serving.close()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const resolved = (): Promise<void> => Promise.resolve();
