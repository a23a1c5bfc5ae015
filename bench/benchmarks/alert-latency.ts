import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { type BenchPost, generatePosts } from '../posts/generate-posts.ts';
import { urgentIds, urgentPosts } from '../posts/urgent-posts.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { startSide } from '../side.ts';
import { serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { ServiceSetup } from '../sides/service.ts';
import { percentile } from '../statistics.ts';
import { allStages } from './pipeline.ts';

export const alertLatency: Benchmark = {
  name: 'alert-latency',
  what: 'from the moment at which a mention is to arrive until the alert of it stands in a webhook on the loopback address, the slowest 1 % of critical alerts and of first alerts of a high group, 200 mentions a second, PostgreSQL and Redis; an alert that never comes fails, and so does one that was never written of a post that was made to be urgent',
  bar: 2,
  better: 'lower',
  unit: 's',
  sides:
    'ours alone: one process with all stages; mentions leave one by one and on time, whatever has been answered',
  run: async (context) => measure(context),
};

const mentionsPerSecond = 200;
/** Of every two hundred mentions one of these and one of those, beside what the mixture holds. */
const urgentEvery = mentionsPerSecond / 2;
const token = 'bench';
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** What has not come by then is lost. */
const patienceMs = 30_000;

const measure = async (context: Context): Promise<Measured> => {
  const seconds = context.isQuick ? 5 : 60;
  const databaseUrl = await context.services.database();
  const { url: redisUrl } = await context.services.redis();
  const receiver = await startReceiver();
  const urgent = urgentPosts(seconds);
  const setup: ServiceSetup = {
    engine: { kind: 'production', databaseUrl, redisUrl },
    stages: allStages,
    folder: context.folder,
    ingestToken: token,
    alerts: { url: receiver.url, secret },
    moreBrands: urgent.brands,
  };
  const service = await startSide(serviceEntry, setup, serviceNodeOptions);
  const origin = `http://127.0.0.1:${await service.ask<number>('port')}`;
  const pool = new Pool(origin, { connections: 20, pipelining: 1 });
  const record = new pg.Client(databaseUrl);
  await record.connect();
  try {
    const rounds: number[] = [];
    const details: string[] = [];
    const run = async (source: string, seed: number, lasting: number): Promise<readonly Times[]> => {
      const posts = mixed({ seed, count: lasting * mentionsPerSecond }, urgent.postsOf(source));
      const pushed = await push(pool, source, posts);
      return latencies(record, receiver, { ...pushed, urgent: urgentIds(source, lasting) });
    };
    await run('warm', 1, context.isQuick ? 3 : 10);
    for (let round = 0; round < context.rounds; round += 1) {
      const times = await run(`bench-${round}`, round + 2, seconds);
      rounds.push(
        percentile(
          times.map(({ whole }) => whole),
          0.99,
        ) / 1_000,
      );
      details.push(sayTimes(times));
      context.progress(`round ${round + 1}: ${details.at(-1)}`);
    }
    return { rounds, detail: `${seconds} s a round; ${details.join('; ')}` };
  } finally {
    await record.end();
    await pool.close();
    await service.stop();
    await receiver.stop();
  }
};

/** The mixture of all benchmarks, with something urgent twice a second. */
const mixed = (
  { seed, count }: { readonly seed: number; readonly count: number },
  urgent: Iterator<BenchPost>,
): readonly BenchPost[] =>
  Array.from(generatePosts({ seed, count, now: new Date() }), (post, n) => {
    const next = n % urgentEvery === urgentEvery - 1 ? urgent.next() : null;
    return next === null || next.done === true ? post : next.value;
  });

interface Pushed {
  readonly source: string;
  /** By native id, Unix milliseconds. */
  readonly arrivedAt: ReadonlyMap<string, number>;
  /** How many the service keeps: of answers in threads that it does not know it keeps none. */
  readonly kept: number;
}

/** Each leaves at its moment. */
const push = async (pool: Pool, source: string, posts: readonly BenchPost[]): Promise<Pushed> => {
  const arrivedAt = new Map<string, number>();
  const begunMs = Date.now() + 50;
  const running: Promise<number>[] = [];
  for (const [n, post] of posts.entries()) {
    const dueMs = begunMs + (n * 1_000) / mentionsPerSecond;
    const waitMs = dueMs - Date.now();
    if (waitMs > 0) await sleep(waitMs);
    arrivedAt.set(post.id, dueMs);
    running.push(send(pool, source, post));
  }
  const kept = (await Promise.all(running)).reduce((sum, n) => sum + n, 0);
  return { source, arrivedAt, kept };
};

const send = async (pool: Pool, source: string, post: BenchPost): Promise<number> => {
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: `/ingest/${source}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...post, at: new Date().toISOString() }),
  });
  const said = await body.text();
  if (statusCode !== 202) throw new Error(`the service answered ${statusCode}: ${said.slice(0, 200)}`);
  return (JSON.parse(said) as { kept: number }).kept;
};

/** Of every alert that must come at once, milliseconds from its mention's moment to its message. */
const latencies = async (
  record: pg.Client,
  receiver: Receiver,
  { source, arrivedAt, kept, urgent }: Pushed & { readonly urgent: readonly string[] },
): Promise<readonly Times[]> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const wanted = await readUrgent(record, source, kept);
    const known = new Set(wanted?.map(({ nativeId }) => nativeId));
    const unwritten = wanted === null ? [] : urgent.filter((id) => !known.has(id));
    if (unwritten.length > 0)
      throw new Error(
        `of ${unwritten.length} urgent posts no alert was written: ${unwritten.slice(0, 5).join(', ')}`,
      );
    const told = firstTold(receiver);
    const missing = wanted?.filter(({ id }) => !told.has(id));
    if (wanted !== null && missing?.length === 0)
      return wanted.map((alert) =>
        timesOf(alert, arrivedAt.get(alert.nativeId) ?? 0, told.get(alert.id) ?? 0),
      );
    if (Date.now() > until)
      throw new Error(
        `${missing?.length ?? 'all'} alerts of ${source} did not come within ${patienceMs / 1_000} s`,
      );
    await sleep(250);
  }
};

/** Milliseconds. */
interface Times {
  readonly whole: number;
  readonly untilDecided: number;
  readonly untilFrozen: number;
}

const timesOf = ({ decidedAt, frozenAt }: UrgentAlert, arrivedMs: number, toldMs: number): Times => ({
  whole: toldMs - arrivedMs,
  untilDecided: decidedAt.getTime() - arrivedMs,
  untilFrozen: (frozenAt?.getTime() ?? toldMs) - arrivedMs,
});

const sayTimes = (times: readonly Times[]): string => {
  const at = (part: keyof Times, share: number): string =>
    percentile(
      times.map((each) => each[part]),
      share,
    ).toFixed(0);
  const p99 = (part: keyof Times): string => at(part, 0.99);
  return `${times.length} alerts, p50 ${at('whole', 0.5)} ms, p99 ${p99('whole')} ms (decided ${p99('untilDecided')}, frozen ${p99('untilFrozen')})`;
};

const firstTold = (receiver: Receiver): ReadonlyMap<string, number> => {
  const told = new Map<string, number>();
  for (const { atMs, alertIds } of receiver.received())
    for (const id of alertIds) if (!told.has(id)) told.set(id, atMs);
  return told;
};

interface UrgentAlert {
  /** In the outbox. */
  readonly id: string;
  readonly nativeId: string;
  readonly decidedAt: Date;
  readonly frozenAt: Date | null;
}

/**
 * Critical alerts, and of high ones the first of each group; what a newer alert of the
 * same case or a problem made needless is none.
 * null: not everything that was pushed is decided yet.
 */
const readUrgent = async (
  record: pg.Client,
  source: string,
  kept: number,
): Promise<readonly UrgentAlert[] | null> => {
  const { rows: decided } = await record.query<{ n: string }>(
    'select count(distinct native_id) as n from desk.mention where source = $1',
    [source],
  );
  if (Number(decided[0]?.n) < kept) return null;
  const { rows } = await record.query<UrgentAlert>(
    `select outbox_id::text as id, split_part(post_key, '|', 2) as "nativeId", at as "decidedAt", flushed_at as "frozenAt" from (
       select *, row_number() over (partition by alert->>'severity' = 'high', alert->>'brand' order by outbox_id) as place
       from desk.outbox where alert->>'source' = $1 and (unsent is null or unsent not in ('superseded', 'inhibited'))) o
     where alert->>'severity' = 'critical' or (alert->>'severity' = 'high' and place = 1)`,
    [source],
  );
  return rows;
};
