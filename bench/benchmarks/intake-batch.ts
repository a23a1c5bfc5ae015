import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { startSide } from '../side.ts';
import { pusherEntry, serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { PusherSetup } from '../sides/pusher.ts';
import type { ServiceSetup } from '../sides/service.ts';

const connections = 32;
const together = 100;

export const intakeBatch: Benchmark = {
  name: 'intake-batch',
  what: 'POST /ingest, NDJSON of 100 against single posts, 32 connections, mentions/s until accepted',
  bar: 6,
  better: 'higher',
  unit: 'x',
  sides:
    'both: one process with the stage http on Redis and PostgreSQL, one process that sends; what is accepted is taken out of the inbox beside it, undecided',
  run: async (context) => measure(context),
};

const measure = async (context: Context): Promise<Measured> => {
  const databaseUrl = await context.services.database();
  const redisUrl = (await context.services.redis()).url;
  const token = randomUUID();
  const setup: ServiceSetup = {
    engine: { kind: 'production', databaseUrl, redisUrl },
    stages: ['http'],
    folder: context.folder,
    ingestToken: token,
  };
  const service = await startSide(serviceEntry, setup, serviceNodeOptions);
  const origin = `http://127.0.0.1:${await service.ask<number>('port')}`;
  const pusher = await startSide(pusherEntry, { origin, token, connections } satisfies PusherSetup);
  const drain = await startDrain(databaseUrl);
  const [singles, batches] = context.isQuick ? [1_000, 100] : [5_000, 500];
  const push = (seed: number, requests: number, posts: number): Promise<number> =>
    pusher.ask('push', { seed, requests, together: posts });
  try {
    await push(900, 300, 1);
    await push(901, 30, together);
    const pairs = await interleave(context.rounds, {
      ours: (round) => push(round, batches, together),
      plain: (round) => push(round + 500, singles, 1),
      onRound: (round, one, other) =>
        context.progress(`round ${round + 1}: ${Math.round(one)} against ${Math.round(other)} mentions/s`),
    });
    return { rounds: pairs.ratios, detail: sayPairs(pairs, 'mentions/s') };
  } finally {
    await drain.stop();
    await pusher.stop();
    await service.stop();
  }
};

const everyMs = 100;

/** Deciding is another benchmark's matter: here it would only make the service ask for patience (429). */
const startDrain = async (databaseUrl: string): Promise<{ stop(): Promise<void> }> => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = client.query("delete from intake.inbox where state = 'pending'");
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await client.end();
    },
  };
};
