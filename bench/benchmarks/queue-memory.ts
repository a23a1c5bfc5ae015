import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { writePosts } from '../posts/write-posts.ts';
import { startSide } from '../side.ts';
import { plainEntry, serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { ServiceSetup } from '../sides/service.ts';

export const queueMemory: Benchmark = {
  name: 'queue-memory',
  what: 'bytes per waiting mention, Redis memory and both inboxes (tables, TOAST and indexes) together',
  bar: 0.25,
  better: 'lower',
  unit: 'x',
  sides:
    'ours: an import into the inbox with one wake-up per batch, nothing takes them; plain: one job per mention in a BullMQ queue, nothing takes them, the same Redis',
  run: async (context) => measure(context),
};

const measure = async (context: Context): Promise<Measured> => {
  const redis = await context.services.redis();
  const databaseUrl = await context.services.database();
  const setup: ServiceSetup = {
    engine: { kind: 'production', databaseUrl, redisUrl: redis.url },
    stages: [],
    folder: context.folder,
    ingestToken: null,
  };
  const ours = await startSide(serviceEntry, setup, serviceNodeOptions);
  const plain = await startSide(plainEntry, { redisUrl: redis.url });
  const scale = await createScale(redis.url, databaseUrl);
  const count = context.isQuick ? 5_000 : 30_000;
  const path = join(context.folder, 'waiting.ndjson');
  /** Bytes per mention that lie somewhere after `add` and did not before. */
  const weigh = async (round: number, add: () => Promise<unknown>): Promise<number> => {
    await redis.flushAll();
    await scale.emptyInboxes();
    await writePosts(path, { seed: round + 1, count, now: new Date() });
    const before = await scale.bytes();
    await add();
    const after = await scale.bytes();
    await rm(path);
    return (after - before) / count;
  };
  try {
    const pairs = await interleave(context.rounds, {
      ours: (round) => weigh(round, () => ours.ask('take', { path })),
      plain: (round) => weigh(round, () => plain.ask('add', { path })),
      onRound: (round, one, other) =>
        context.progress(`round ${round + 1}: ${Math.round(one)} against ${Math.round(other)} bytes`),
    });
    return { rounds: pairs.ratios, detail: sayPairs(pairs, 'bytes per mention') };
  } finally {
    await scale.close();
    await ours.stop();
    await plain.stop();
    await redis.flushAll();
  }
};

/** AOF everysec: its buffer is written and given back within a second. */
const restMs = 1_500;

const createScale = async (redisUrl: string, databaseUrl: string) => {
  const redis = new Redis(redisUrl);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return {
    emptyInboxes: () => client.query('truncate intake.inbox, sealed.inbox, intake.cursor'),
    bytes: async (): Promise<number> => {
      await sleep(restMs);
      const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
      const { rows } = await client.query<{ bytes: string }>(
        "select pg_total_relation_size('intake.inbox') + pg_total_relation_size('sealed.inbox') as bytes",
      );
      return used + Number(rows[0]?.bytes);
    },
    close: async () => {
      redis.disconnect();
      await client.end();
    },
  };
};
