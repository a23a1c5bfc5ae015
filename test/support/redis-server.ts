import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A private Redis of Debian's package on a loopback port, AOF everysec. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Removes every key, as an operator's mistake would. */
  flushAll(): Promise<void>;
  stop(): Promise<void>;
}

export const hasRedis = (): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI === 'true';
  }
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export const startRedis = async (wanted?: number): Promise<RedisServer> => {
  const directory = mkdtempSync(join(tmpdir(), 'evenhand-redis-'));
  const port = wanted ?? (await freePort());
  const settings = [
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
    '--save',
    '',
  ];
  const server = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  // A client that nobody closes asks for ever, and keeps Jest from ending.
  const ping = client.ping().catch((cause: unknown) => {
    throw new Error(`what answers at port ${port} is no Redis`, { cause });
  });
  await within(ping, server).catch(async (error: unknown) => {
    client.disconnect();
    await end(server);
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  const stop = async (): Promise<void> => {
    client.disconnect();
    await end(server);
    rmSync(directory, { recursive: true, force: true });
  };
  let stopped: Promise<void> | null = null;
  return {
    url,
    port,
    flushAll: async () => void (await client.flushall()),
    // Once is enough, however often it is asked for.
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};

const startMs = 10_000;

/** Another process may have taken the port since it was free, and then nobody of ours answers there. */
const within = async (answer: Promise<unknown>, server: ChildProcess): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`redis-server ended with code ${code} at its start`)));
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${startMs / 1_000} s`)), startMs);
  });
  await Promise.race([answer, failed]).finally(() => clearTimeout(timer));
};

const end = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
