import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { writePosts } from '../posts/write-posts.ts';
import { type Side, startSide } from '../side.ts';
import { plainEntry, serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { ServiceSetup } from '../sides/service.ts';
import { median } from '../statistics.ts';

/** Everything that `npm start` runs; nothing is polled, for there are no sources. */
export const allStages = ['poll', 'triage', 'notify', 'reach', 'digest', 'http'] as const;

export const pipelineRedis: Benchmark = {
  name: 'pipeline-redis',
  what: 'NDJSON file to committed decisions on Redis and PostgreSQL, everything on, mentions/s',
  bar: 7,
  better: 'higher',
  unit: 'x',
  sides:
    'ours: one process with all stages, its Redis and PostgreSQL; plain: one process with three BullMQ queues, one job per mention, no-op handlers, concurrency 100, the same Redis (AOF everysec)',
  run: async (context) => {
    const databaseUrl = await context.services.database();
    const redisUrl = (await context.services.redis()).url;
    return measure({ kind: 'production', databaseUrl, redisUrl }, context);
  },
};

export const pipelineEmbedded: Benchmark = {
  name: 'pipeline-embedded',
  what: 'the same on the embedded database, without Redis',
  bar: 4,
  better: 'higher',
  unit: 'x',
  sides:
    'ours: one process with all stages, queue and record in PGlite; plain: one process with three BullMQ queues, one job per mention, no-op handlers, concurrency 100, on a Redis of its own (AOF everysec)',
  run: async (context) =>
    measure({ kind: 'embedded', directory: join(context.folder, 'pipeline-pg') }, context),
};

const measure = async (engine: ServiceSetup['engine'], context: Context): Promise<Measured> => {
  const redis = await context.services.redis();
  const setup: ServiceSetup = { engine, stages: allStages, folder: context.folder, ingestToken: null };
  const ours = await startSide(serviceEntry, setup, serviceNodeOptions);
  const plain = await startSide(plainEntry, { redisUrl: redis.url });
  const sizes = context.isQuick ? { ours: 10_000, plain: 2_000 } : { ours: 50_000, plain: 10_000 };
  const withReach: number[] = [];
  try {
    await runOurs(ours, 1_000, { context, seed: 1 });
    await runPlain(plain, 500, { context, seed: 1 });
    const pairs = await interleave(context.rounds, {
      ours: async (round) => {
        const ran = await runOurs(ours, sizes.ours, { context, seed: round + 2 });
        withReach.push(ran.withReach);
        return ran.rate;
      },
      plain: (round) => runPlain(plain, sizes.plain, { context, seed: round + 2 }),
      onRound: (round, one, other) =>
        context.progress(`round ${round + 1}: ${Math.round(one)} against ${Math.round(other)} mentions/s`),
    });
    return {
      rounds: pairs.ratios,
      detail: `${sayPairs(pairs, 'mentions/s')}; ${Math.round(median(withReach))} until audiences are unsealed too`,
    };
  } finally {
    await ours.stop();
    await plain.stop();
  }
};

interface Run {
  readonly context: Context;
  readonly seed: number;
}

const runOurs = async (side: Side, count: number, run: Run): Promise<{ rate: number; withReach: number }> =>
  withPosts('ours', count, run, (path) => side.ask('run', { path }));

const runPlain = (side: Side, count: number, run: Run): Promise<number> =>
  withPosts('plain', count, run, (path) => side.ask('run', { path, count }));

const withPosts = async <T>(
  name: string,
  count: number,
  { context, seed }: Run,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  const path = join(context.folder, `${name}-${seed}.ndjson`);
  await writePosts(path, { seed, count, now: new Date() });
  try {
    return await work(path);
  } finally {
    await rm(path);
  }
};
