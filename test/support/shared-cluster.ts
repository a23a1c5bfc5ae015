import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '../../src/postgres/database.ts';
import { startCluster } from './postgres-cluster.ts';

/** A database with today's tables and no row, on a server that all test files of a run share. */
export interface TakenDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

interface Shared {
  readonly directory: string;
  readonly pid: number;
}

const template = 'evenhand_template';
let taken = 0;

export const takeDatabase = (): Promise<TakenDatabase> => take(template);

/** One that nobody has ever opened. */
export const takeEmptyDatabase = (): Promise<TakenDatabase> => take('template1');

const take = async (from: string): Promise<TakenDatabase> => {
  const { directory } = await findShared();
  taken += 1;
  const name = `test_${process.pid}_${taken}`;
  await tell(directory, `create database ${name} template ${from}`);
  return {
    url: urlOf(directory, name),
    drop: () => tell(directory, `drop database if exists ${name} with (force)`),
  };
};

const urlOf = (directory: string, database: string): string =>
  `postgresql://evenhand@localhost/${database}?host=${encodeURIComponent(directory)}`;

const tell = async (directory: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlOf(directory, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The first who asks starts it, the others wait. Jest's setup makes the folder, and its teardown ends the server. */
const findShared = async (): Promise<Shared> => {
  const folder = process.env.EVENHAND_TEST_RUN;
  if (folder === undefined)
    throw new Error('jest.config.js names no globalSetup that sets EVENHAND_TEST_RUN');
  const file = join(folder, 'postgres.json');
  if (!existsSync(file) && isFirst(join(folder, 'postgres.lock'))) await startShared(file);
  for (let tries = 0; !existsSync(file); tries += 1) {
    if (tries > 1_200) throw new Error('another test file did not start PostgreSQL within a minute');
    await sleep(50);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Shared;
};

const isFirst = (lock: string): boolean => {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
};

const startShared = async (file: string): Promise<void> => {
  const cluster = await startCluster();
  cluster.unref();
  const { directory, pid } = cluster;
  const shared: Shared = { directory, pid };
  // Known before it is ready: it is ended even if this process fails now.
  writeFileSync(`${file}.new`, JSON.stringify(shared));
  cluster.createDatabase(template);
  const url = cluster.url(template);
  const db = await openDatabase({ kind: 'postgres', url });
  await db.close();
  // The queue's tables too, which a program would make anew in each database.
  const { createBackend } = await import('../../src/queue/backend.ts');
  const backend = await createBackend({ kind: 'postgres', url }, () => undefined);
  await backend.close();
  renameSync(`${file}.new`, file);
};
