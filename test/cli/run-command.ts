import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadEnv } from '../../config/env.ts';
import { carryOut } from '../../src/cli/carry-out.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { hasPostgres } from '../support/engines.ts';
import { takeDatabase } from '../support/shared-cluster.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  write(name: string, text: string | Buffer): string;
  /** The built program with these arguments, as a person types them here. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /**
   * The same line by the same code in this process, one at a time: a start costs more than most commands. Each family of
   * commands keeps one start of the program, and so does what a process is for: signals, exit codes of its own, threads.
   */
  runHere(args: readonly string[], options?: Omit<RunOptions, 'whileRunning'>): Promise<Ran>;
  remove(): void;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Called once the program runs. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js');

/** A temporary folder to run commands in, without the variables of this process. */
export const makeFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-cli-'));
  return {
    path,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    run: (args, options = {}) => runIn(path, args, options),
    runHere: (args, options = {}) => runHereIn(path, args, options),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

export interface ServedFolder extends Omit<Folder, 'remove'> {
  /** The record that its commands work on. */
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/**
 * A folder whose commands work on a database of the shared PostgreSQL: each opens it in a tenth of the time that an
 * embedded record takes. For what does not depend on the kind of record; without PostgreSQL it is embedded.
 */
export const makeServedFolder = async (): Promise<ServedFolder> => {
  const { remove, ...folder } = makeFolder();
  const taken = hasPostgres ? await takeDatabase() : null;
  const directory = join(folder.path, 'data', 'pg');
  const served = <Options extends RunOptions>(options: Options): Options =>
    taken === null ? options : { ...options, env: { DATABASE_URL: taken.url, ...options.env } };
  return {
    ...folder,
    run: (args, options = {}) => folder.run(args, served(options)),
    runHere: (args, options = {}) => folder.runHere(args, served(options)),
    open: () =>
      openDatabase(
        taken === null
          ? { kind: 'embedded', directory, onBusy: 'join' }
          : { kind: 'postgres', url: taken.url, maxConnections: 2 },
      ),
    remove: async () => {
      remove();
      await taken?.drop();
    },
  };
};

const runIn = (cwd: string, args: readonly string[], options: RunOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, LANG: 'C.UTF-8', ...options.env };
    const child = spawn(process.execPath, [main, ...args], { cwd, env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    options.whileRunning?.(child);
  });

const runHereIn = async (cwd: string, args: readonly string[], options: RunOptions): Promise<Ran> => {
  const written = { out: '', err: '' };
  const out = (text: string): void => {
    written.out += text;
  };
  const err = (text: string): void => {
    written.err += text;
  };
  const io = {
    stdin: Readable.from([Buffer.from(options.input ?? '')]) as unknown as NodeJS.ReadStream,
    out,
    err,
    isTerminal: false,
    isErrTerminal: false,
    isColour: false,
    width: 100,
  };
  const inside = {
    io,
    loadEnv: ({ configPath }: { readonly configPath: string | undefined }) =>
      loadEnv({ cwd, configPath, variables: options.env ?? {} }),
  };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return { code: await carryOut(args, { version: 'test', out, err, inside }), ...written };
  } finally {
    process.chdir(before);
  }
};

/** One brand that does not exist. */
export const oneBrand = `brands:
  velora:
    names: [Velora]
    handles: [velora_help]
    timezone: Europe/Berlin
    on_call: [Duty manager]
`;

/** Two complaints, praise, a post about nobody, and a line that is no JSON. */
export const somePosts = [
  '{"id":"1","author":"jo","text":"@velora_help my line is dead for three weeks, I called five times and nobody answers!"}',
  '{"id":"2","author":"mia","text":"I love the colours of my new Velora phone"}',
  'this is not JSON',
  '{"id":"3","author":"kim","text":"The weather is fine today","mood":"sunny"}',
  '{"id":"4","author":"jo","text":"Velora charged me twice, 300 euros, and refuses the refund of my order!","audience":{"followers":12}}',
  '',
].join('\n');
