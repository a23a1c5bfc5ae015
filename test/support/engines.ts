import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { postgresBinaries } from './postgres-cluster.ts';
import { takeDatabase } from './shared-cluster.ts';

export interface Engine {
  readonly name: 'embedded' | 'postgres';
  open(): Promise<Database>;
  dispose(): Promise<void>;
}

const isRequired = process.env.CI === 'true';

/** True when the suite can run; with CI=true a missing service is a failure, never a skip. */
export const hasPostgres = postgresBinaries() !== null || isRequired;

export const embeddedEngine = (): Engine => {
  const root = mkdtempSync(join(tmpdir(), 'evenhand-'));
  return {
    name: 'embedded',
    open: () => openDatabase({ kind: 'embedded', directory: join(root, 'pg'), onBusy: 'refuse' }),
    dispose: () => Promise.resolve(rmSync(root, { recursive: true, force: true })),
  };
};

export const postgresEngine = async (): Promise<Engine> => {
  const { url, drop } = await takeDatabase();
  return { name: 'postgres', open: () => openDatabase({ kind: 'postgres', url }), dispose: drop };
};

/**
 * For what does not depend on the engine: a database of the shared PostgreSQL, which opens in a tenth of the time of an
 * embedded one; without PostgreSQL it is embedded.
 */
export const anyEngine = (): Promise<Engine> =>
  hasPostgres ? postgresEngine() : Promise.resolve(embeddedEngine());

/** Every engine that is here, for `describe.each`. */
export const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['embedded', () => Promise.resolve(embeddedEngine())],
  ...(hasPostgres ? [['postgres', postgresEngine] as const] : []),
];

/** A record that is open while the tests of a suite run. `onOpen` hands it over and may prepare it. */
export const keepRecord = (
  start: () => Engine | Promise<Engine>,
  onOpen: (db: Database) => void | Promise<void>,
): void => {
  let engine: Engine | undefined;
  let db: Database | undefined;
  beforeAll(async () => {
    engine = await start();
    db = await engine.open();
    await onOpen(db);
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    await engine?.dispose();
  });
};
