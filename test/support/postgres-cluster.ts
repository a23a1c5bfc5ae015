import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private PostgreSQL of Debian's package: a temporary directory, a unix socket, nothing else. */
export interface Cluster {
  readonly directory: string;
  /** Of the server that runs; it lives on when its parent ends. */
  readonly pid: number;
  /** The process that started it may end before it. */
  unref(): void;
  url(database: string): string;
  createDatabase(name: string): void;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it at once, as a failing machine would, before this returns; `start` brings it back. */
  halt(): void;
  start(): Promise<void>;
  kill(): void;
}

export const postgresBinaries = (): string | null => {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).filter((v) => existsSync(join(base, v, 'bin', 'initdb')))
    : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(base, newest, 'bin');
};

const isRoot = process.getuid?.() === 0;
/** initdb refuses root: everything runs as `postgres` then. */
const asPostgres = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
    : [command, [...args]];

export const startCluster = async (): Promise<Cluster> => {
  const bin = postgresBinaries();
  if (bin === null) throw new Error('PostgreSQL is not installed: run apt-get install postgresql');
  const directory = mkdtempSync(join(tmpdir(), 'evenhand-pg-'));
  chmodSync(directory, 0o755);
  if (isRoot) execFileSync('chown', ['postgres:postgres', directory]);
  const run = (command: string, args: readonly string[]) => {
    const [file, all] = asPostgres(join(bin, command), args);
    const done = spawnSync(file, all, { encoding: 'utf8', cwd: directory });
    if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`);
  };
  run('initdb', [
    '-D',
    join(directory, 'data'),
    '-U',
    'evenhand',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]);
  let server = await startServer(bin, directory);
  const url = (database: string) =>
    `postgresql://evenhand@localhost/${database}?host=${encodeURIComponent(directory)}`;
  return {
    directory,
    get pid() {
      return server.pid ?? 0;
    },
    unref: () => server.unref(),
    url,
    createDatabase: (name) => run('createdb', ['-h', directory, '-U', 'evenhand', name]),
    stop: async () => {
      await stopServer(server);
      rmSync(directory, { recursive: true, force: true });
    },
    restart: async () => {
      await stopServer(server);
      server = await startServer(bin, directory);
    },
    halt: () => run('pg_ctl', ['stop', '-D', join(directory, 'data'), '-m', 'immediate', '-w']),
    start: async () => {
      server = await startServer(bin, directory);
    },
    kill: () => void server.kill('SIGKILL'),
  };
};

const startServer = async (bin: string, directory: string): Promise<ChildProcess> => {
  const settings = [
    '-k',
    directory,
    '-c',
    'listen_addresses=',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'max_connections=300',
  ];
  const [file, args] = asPostgres(join(bin, 'postgres'), ['-D', join(directory, 'data'), ...settings]);
  const server = spawn(file, args, { stdio: 'ignore', cwd: directory });
  for (let tries = 0; tries < 200; tries += 1) {
    const [ready, readyArgs] = [join(bin, 'pg_isready'), ['-h', directory, '-U', 'evenhand']];
    if (spawnSync(ready, readyArgs, { stdio: 'ignore' }).status === 0) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill('SIGKILL');
  throw new Error('PostgreSQL did not start within 10 s');
};

/** SIGINT: fast shutdown; clients are disconnected. */
const stopServer = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
