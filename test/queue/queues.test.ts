import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Backend, createBackend } from '../../src/queue/backend.ts';
import { createQueues, type Queues } from '../../src/queue/queues.ts';
import { embeddedEngine, hasPostgres } from '../support/engines.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { hasRedis, startRedis } from '../support/redis-server.ts';

interface Running {
  readonly backend: Backend;
  stop(): Promise<void>;
}

const ignore = () => undefined;
const backends: [string, () => Promise<Running>][] = [
  [
    'embedded',
    async () => {
      const engine = embeddedEngine();
      const db = await engine.open();
      const backend = await createBackend({ kind: 'embedded', pool: db.pool }, ignore);
      return {
        backend,
        stop: async () => {
          await backend.close();
          await db.close();
          await engine.dispose();
        },
      };
    },
  ],
];
if (hasPostgres)
  backends.push([
    'postgres',
    async () => {
      const cluster = await startCluster();
      cluster.createDatabase('q');
      const backend = await createBackend({ kind: 'postgres', url: cluster.url('q') }, ignore);
      return {
        backend,
        stop: async () => {
          await backend.close();
          await cluster.stop();
        },
      };
    },
  ]);
if (hasRedis())
  backends.push([
    'redis',
    async () => {
      const redis = await startRedis();
      const backend = await createBackend({ kind: 'redis', url: redis.url }, ignore);
      return {
        backend,
        stop: async () => {
          await backend.close();
          await redis.stop();
        },
      };
    },
  ]);

describe.each(backends)('queues on %s', (_name, start) => {
  let running: Running;
  let queues: Queues;
  beforeAll(async () => {
    running = await start();
    queues = createQueues(running.backend);
  }, 60_000);
  afterAll(async () => {
    await queues.close();
    await running.stop();
  });

  it('carries every wake-up, and takes the same id again once it is done', async () => {
    const seen: string[] = [];
    const id = randomUUID();
    queues.work('triage', (payload) => Promise.resolve(void seen.push(payload.batchId)), 2);
    const until = async (n: number) => {
      for (let i = 0; seen.length < n && i < 400; i += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
    };
    await queues.add('triage', { batchId: id, traceId: 't' }, { id });
    await until(1);
    // The handler has run a moment before the job is done, and until then the id is busy.
    for (let i = 0; seen.length < 2 && i < 100; i += 1) {
      await queues.add('triage', { batchId: id, traceId: 't' }, { id });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const taken = seen.length;
    const more = Array.from({ length: 20 }, () => randomUUID());
    await Promise.all(
      more.map((batchId) => queues.add('triage', { batchId, traceId: 't' }, { id: batchId })),
    );
    await until(taken + 20);
    expect([taken >= 2, seen.length - taken]).toEqual([true, 20]);
    expect(new Set(seen)).toEqual(new Set([id, ...more]));
  });

  it('refuses a payload with an unknown key, so that no metric rides along', async () => {
    const smuggled = { batchId: randomUUID(), traceId: 't', followers: 12_000_000 };
    await expect(queues.add('triage', smuggled)).rejects.toThrow(/triage is refused.*followers/s);
  });

  it('wakes up by schedule', async () => {
    let ticks = 0;
    queues.work('poll', () => Promise.resolve(void ticks++), 1);
    await queues.schedule('poll', 'every', 100, { source: 's' });
    for (let i = 0; ticks < 2 && i < 200; i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    await queues.unschedule('poll', 'every');
    expect(ticks).toBeGreaterThanOrEqual(2);
  });
});
