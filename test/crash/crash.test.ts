import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { openReceiver, type Receiver } from '../notify/support/receiver.ts';
import { hasPostgres } from '../support/engines.ts';
import { type Cluster, startCluster } from '../support/postgres-cluster.ts';
import { seededRandom } from '../support/random.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import {
  endPrograms,
  type Place,
  type Program,
  preparePlace,
  startProgram,
  until,
} from '../support/service.ts';
import { expectNothingLostNorTwice, flowPosts, isQuiet, letAMinutePass, pause, pushAll } from './flow.ts';

const isLong = process.env.EVENHAND_TEST_CRASH === 'long';
const kills = isLong ? 20 : 3;
const mentions = isLong ? 5_000 : 600;
const seed = Number(process.env.EVENHAND_TEST_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const budgetMs = isLong ? 900_000 : 120_000;

/** Alerts of a group follow each other after a second, so that each is told in the test's time. */
const yamlFor = (receiver: Receiver): string => `
network: { allow: ["${new URL(receiver.url).host}"] }
channels:
  hook:
    kind: webhook
    url: ${receiver.url}
    secret: \${HOOK_SECRET}
    audience: [leads, on_call]
    group_interval: 1s
`;

const open: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const close of open.splice(0).reverse()) await close();
});

const preparePlaceFor = async (): Promise<{ place: Place; receiver: Receiver }> => {
  const receiver = await openReceiver();
  open.push(() => receiver.close());
  const place = await preparePlace(yamlFor(receiver));
  open.push(() => place.remove());
  return { place, receiver };
};

/** Kills what `start` starts at random moments, while `flow` lasts and as often as asked for, and starts it again. */
const killAtRandom = async (
  start: () => Program,
  flow: Promise<unknown>,
  { between = () => Promise.resolve() }: { between?: (kill: number) => Promise<void> } = {},
): Promise<Program> => {
  let program = start();
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(200 + random() * 2_500);
    await program.kill();
    program = start();
    await between(kill);
  }
  await flow;
  return program;
};

/** How long the posts take to arrive, so that every kill finds some on the way. */
const portion = 25;
const pauseMs = isLong ? 200 : 250;

describe(`kill -9 at ${kills} random moments while ${mentions} mentions flow (seed ${seed})`, () => {
  const withServices = hasPostgres && hasRedis() ? it : it.skip;

  withServices(
    'of a worker on PostgreSQL and Redis, with FLUSHALL and a restart of PostgreSQL between: nothing lost, nothing twice',
    async () => {
      const cluster: Cluster = await startCluster();
      open.push(() => cluster.stop());
      cluster.createDatabase('evenhand');
      const redis: RedisServer = await startRedis();
      open.push(() => redis.stop());
      const { place, receiver } = await preparePlaceFor();
      const env = { ...place.env, DATABASE_URL: cluster.url('evenhand'), REDIS_URL: redis.url };
      const run = (stages: string): Program =>
        startProgram({ folder: place.folder, env, args: ['start', '--json', '--stages', stages] });
      const door = run('http');
      await door.says(/"ready"/);
      const db: Database = await openDatabase({ kind: 'postgres', url: env.DATABASE_URL });
      open.push(() => db.close());

      const posts = flowPosts(mentions, new Date());
      const flow = pushAll(place, posts, { portion, pauseMs });
      const worker = await killAtRandom(() => run('poll,triage,notify,reach'), flow, {
        between: async (kill) => {
          if (kill === Math.ceil(kills / 3)) await redis.flushAll();
          if (kill === Math.ceil((2 * kills) / 3)) await cluster.restart();
        },
      });
      if (!isLong) await letAMinutePass(db);
      await until(() => isQuiet(db), { withinMs: budgetMs / 2, everyMs: 250, what: 'quiet' });
      await expectNothingLostNorTwice(db, posts, receiver);
      expect((await worker.stop()).code).toBe(0);
      expect((await door.stop()).code).toBe(0);
    },
    budgetMs,
  );

  it(
    'of the embedded default, where everything is one process: nothing lost, nothing twice',
    async () => {
      const { place, receiver } = await preparePlaceFor();
      const start = (): Program => startProgram({ folder: place.folder, env: place.env });
      const posts = flowPosts(mentions, new Date());
      const flow = pushAll(place, posts, { portion, pauseMs });
      const program = await killAtRandom(start, flow);
      await program.says(/"ready"/);
      const directory = join(place.folder, 'data', 'pg');
      const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
      if (!isLong) await letAMinutePass(db);
      await until(() => isQuiet(db), { withinMs: budgetMs / 2, everyMs: 250, what: 'quiet' });
      await expectNothingLostNorTwice(db, posts, receiver);
      await db.close();
      expect((await program.stop()).code).toBe(0);
    },
    budgetMs,
  );
});
