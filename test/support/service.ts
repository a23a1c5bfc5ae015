import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/lib/package-root.ts';
import { freePort } from './redis-server.ts';

/** The built program as people start it, in a folder of its own. */
export interface Program {
  readonly pid: number;
  /** What it wrote to both outputs so far. */
  output(): string;
  /** Resolves when the output matches; rejects with the output when it ends or the time is over. */
  says(what: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** SIGTERM; how long it took to end and how. */
  stop(): Promise<Ended>;
  /** `kill -9`. */
  kill(): Promise<void>;
  ended(withinMs?: number): Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly ms: number;
}

export interface ProgramOptions {
  /** The working directory; `evenhand.yaml` and the data lie there. */
  readonly folder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js');

/** Starts the program without the variables of this process but for what every program needs. */
export const startProgram = ({ folder, args = ['start', '--json'], env = {} }: ProgramOptions): Program => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { PATH, HOME, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const ended = once(child, 'exit').then(() => started.delete(child));
  let output = '';
  const tail = (): string => output.slice(-3_000);
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of watchers) look();
    });
  const endWithin = async (ms: number): Promise<Ended> => {
    const begun = performance.now();
    await within(ended, ms, () => `the program did not end within ${ms} ms:\n${tail()}`);
    return { code: child.exitCode, ms: performance.now() - begun };
  };
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (what, withinMs = 20_000) => {
      const heard = new Promise<RegExpExecArray>((resolve, reject) => {
        const look = (): void => {
          const found = what.exec(output);
          if (found === null) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
        void ended.then(() => reject(new Error(`the program ended without saying ${what}:\n${tail()}`)));
      });
      return within(
        heard,
        withinMs,
        () => `the program did not say ${what} within ${withinMs} ms:\n${tail()}`,
      );
    },
    stop: () => {
      child.kill('SIGTERM');
      return endWithin(30_000);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended: (withinMs = 30_000) => endWithin(withinMs),
  };
};

const started = new Set<ChildProcess>();

/** Ends what a failed test left behind; only what this file started. */
export const endPrograms = async (): Promise<void> => {
  await Promise.all(
    [...started].map(async (child) => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }),
  );
};

const within = async <T>(work: Promise<T>, ms: number, message: () => string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message())), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

export const ingestToken = 'a-token-of-the-tests';

/** A folder with a configuration of one brand, a free port, and how to reach the service there. */
export interface Place {
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** `POST /ingest/:source` as NDJSON. */
  push(source: string, posts: readonly object[]): Promise<Response>;
  get(path: string): Promise<Response>;
  remove(): void;
}

/** `yaml` follows after the brand: sources, channels, network. */
export const preparePlace = async (yaml = '', base = tmpdir()): Promise<Place> => {
  const folder = mkdtempSync(join(base, 'evenhand-place-'));
  const port = await freePort();
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'evenhand.yaml'), `${brandYaml}${yaml}`);
  const at = `http://127.0.0.1:${port}`;
  return {
    folder,
    port,
    env: {
      EVENHAND_PORT: String(port),
      EVENHAND_INGEST_TOKEN: ingestToken,
      LOG_LEVEL: 'debug',
      HOOK_SECRET: hookSecret,
    },
    push: (source, posts) =>
      fetch(`${at}/ingest/${source}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ingestToken}`, 'content-type': 'application/x-ndjson' },
        body: posts.map((post) => JSON.stringify(post)).join('\n'),
        signal: AbortSignal.timeout(15_000),
      }),
    get: (path) => fetch(`${at}${path}`, { signal: AbortSignal.timeout(5_000) }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Where a configuration says `${HOOK_SECRET}`. */
const hookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';

const brandYaml = `brands:
  voltara:
    names: [Voltara]
    handles: [voltara]
    languages: [en, de]
    timezone: UTC
    hours: { mon: 00:00-23:59, tue: 00:00-23:59, wed: 00:00-23:59, thu: 00:00-23:59, fri: 00:00-23:59, sat: 00:00-23:59, sun: 00:00-23:59 }
    accounts: { support: [voltara_hilft], brand: [voltara], executives: [mira_lindqvist] }
    on_call: [Duty]
`;

/** Asks again and again until the answer is there. */
export const until = async <T>(
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { withinMs = 20_000, everyMs = 50, what = 'the condition' } = {},
): Promise<T> => {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`${what} did not come true within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
