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
  await client.ping();
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

const end = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
