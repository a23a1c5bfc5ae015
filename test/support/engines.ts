import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { postgresBinaries, startCluster } from './postgres-cluster.ts';

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
  const cluster = await startCluster();
  cluster.createDatabase('evenhand');
  return {
    name: 'postgres',
    open: () => openDatabase({ kind: 'postgres', url: cluster.url('evenhand') }),
    dispose: () => cluster.stop(),
  };
};
