import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Pool } from 'undici';
import type { Database } from '../../src/postgres/database.ts';
import type { Stage } from '../../workers/stages.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { type Side, startSide } from '../side.ts';
import { pusherEntry, serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { PusherSetup } from '../sides/pusher.ts';
import type { ServiceSetup } from '../sides/service.ts';
import { percentile } from '../statistics.ts';
import { fillCases } from './next-50.ts';

export const apiLatency: Benchmark = {
  name: 'api-latency',
  what: 'the slowest 1 % of requests to the API (next, list, list of a brand, show) at 100 a second beside 200 mentions a second, 1,000,000 cases, PostgreSQL and Redis',
  bar: 25,
  better: 'lower',
  unit: 'ms',
  sides:
    'ours alone: two processes, as compose.yaml starts them; requests leave on time, whatever has been answered, and their time counts from then',
  run: async (context) => measure(context),
};

const requestsPerSecond = 100;
const mentionsPerSecond = 200;
/** A service that has just begun compiles its code; what is promised is how it runs from then on. */
const warmUpSeconds = 15;
/** What each process does, as compose.yaml has it. */
const processes = [
  ['poll', 'notify', 'digest', 'http'],
  ['triage', 'reach'],
] as const satisfies readonly (readonly Stage[])[];
/** Of one key 1,200 requests a minute are taken: twenty share them. */
const keyCount = 20;
const token = 'bench';

const measure = async (context: Context): Promise<Measured> => {
  const cases = context.isQuick ? 100_000 : 1_000_000;
  const seconds = context.isQuick ? 5 : 60;
  const databaseUrl = await context.services.database();
  const keys = await prepare(databaseUrl, cases, context);
  const { url: redisUrl } = await context.services.redis();
  const setupOf = (stages: readonly Stage[]): ServiceSetup => ({
    engine: { kind: 'production', databaseUrl, redisUrl },
    stages,
    folder: context.folder,
    ingestToken: token,
  });
  const service = await startSide(serviceEntry, setupOf(processes[0]), serviceNodeOptions);
  const decider = await startSide(serviceEntry, setupOf(processes[1]), serviceNodeOptions);
  const origin = `http://127.0.0.1:${await service.ask<number>('port')}`;
  const pushing: PusherSetup = { origin, token, connections: 2 };
  const pusher = await startSide(pusherEntry, pushing);
  const pool = new Pool(origin, { connections: 20, pipelining: 1 });
  try {
    const beside = async (length: number, turn: number): Promise<readonly number[]> => {
      const [times] = await Promise.all([
        load({ pool, keys, cases, seconds: length }),
        pushMentions(pusher, length, turn),
      ]);
      return times;
    };
    await beside(warmUpSeconds, 0);
    const rounds: number[] = [];
    for (let round = 0; round < context.rounds; round += 1) {
      const times = await beside(seconds, round + 1);
      rounds.push(percentile(times, 0.99));
      context.progress(
        `round ${round + 1}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
      );
    }
    return { rounds, detail: `${cases} cases, ${seconds} s a round, after ${warmUpSeconds} s` };
  } finally {
    await pool.close();
    await pusher.stop();
    await service.stop();
    await decider.stop();
  }
};

/** Cases as the queue's benchmark has them, each with an activity and every tenth with words. */
const prepare = async (url: string, cases: number, { progress }: Context): Promise<readonly string[]> => {
  const { openDatabase } = await built.database();
  const db = await openDatabase({ kind: 'postgres', url });
  try {
    await fillCases(cases).execute(db.kysely);
    await sql`select setval('desk.case_number', ${cases}::bigint)`.execute(db.kysely);
    await sql`
      insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal)
      select case_id, case_id || '|opened', opened_at, 'case_opened', 'evenhand', true, true from desk."case"`.execute(
      db.kysely,
    );
    // As an installation stands that has run for a while: sealed within seconds, an hour ago for good, and rooted each day.
    await sql`
      insert into desk.activity_seal (seal_id, activity_id, case_id, seq, hash)
      select activity_id, activity_id, case_id, 1, sha256(activity_id::text::bytea) from desk.activity`.execute(
      db.kysely,
    );
    await sql`
      insert into ops.setting (key, value)
      select 'log_mark', jsonb_build_object('below', max(activity_id)::text, 'candidate', max(activity_id)::text, 'candidateAt', now())
      from desk.activity`.execute(db.kysely);
    await sql`
      insert into desk.mention (source, native_id, brand, revision, author, author_role, thread, text, fingerprint, received_at, decided_at,
        matched_by, is_history, outcome, severity, complaint, decision_version, case_id, trace_id)
      select 'bench', 'filled' || case_id, brand, 1, complainant, 'customer', threads[1], 'The parcel never came and nobody answers.', case_id::text,
        received_at, received_at, 'name', false, 'complaint', severity, .9, 'v1', case_id, 'bench'
      from desk."case" where case_id % 10 = 0`.execute(db.kysely);
    const { makeRoot } = await built.logRoots();
    await db.transaction('desk', (tx) => makeRoot(tx, new Date()));
    await sql`vacuum analyze`.execute(db.kysely);
    // What a million rows at once left to be written out is no part of a day's work.
    await sql`checkpoint`.execute(db.kysely);
    progress(`${cases} cases stand`);
    return await makeKeys(db);
  } finally {
    await db.close();
  }
};

const makeKeys = async (db: Database): Promise<readonly string[]> => {
  const { makeKey } = await built.apiKey();
  const { addKey } = await built.apiKeyStore();
  const made = Array.from({ length: keyCount }, (_, n) => ({ name: `bench-${n}`, ...makeKey() }));
  await db.transaction('desk', async (tx) => {
    for (const { id, name, hash } of made)
      await addKey(tx, {
        id,
        name,
        hash,
        person: null,
        scopes: ['cases:read', 'cases:write'],
        createdAt: new Date(),
        createdBy: 'bench',
        expiresAt: null,
      });
  });
  return made.map(({ key }) => key);
};

interface Load {
  readonly pool: Pool;
  readonly keys: readonly string[];
  readonly cases: number;
  readonly seconds: number;
}

/** Milliseconds of each request, from the moment at which it was to leave: a service that stalls is not spared. */
const load = async ({ pool, keys, cases, seconds }: Load): Promise<number[]> => {
  const begun = performance.now();
  const running: Promise<number>[] = [];
  for (let n = 0; n < seconds * requestsPerSecond; n += 1) {
    const dueAt = begun + (n * 1_000) / requestsPerSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    running.push(timed(pool, requestOf(n, cases), keys[n % keys.length] ?? '', dueAt));
  }
  return Promise.all(running);
};

/** What was handed over is given back beside the requests that count, so that each `next` leases a case anew. */
const timed = async (pool: Pool, request: Request, key: string, dueAt: number): Promise<number> => {
  const said = await ask(pool, request, key);
  const took = performance.now() - dueAt;
  if (request.method === 'GET') return took;
  const { case: leased } = JSON.parse(said) as { readonly case: { readonly id: string } | null };
  if (leased === null) throw new Error('the queue is empty');
  // 409: another `next` under the same key held the case too, and has given it back already.
  await ask(pool, { method: 'POST', path: `/api/v1/cases/${leased.id}/lease/release` }, key, [200, 409]);
  return took;
};

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

const requestOf = (n: number, cases: number): Request => {
  if (n % 4 === 0) return { method: 'POST', path: '/api/v1/queue/next' };
  if (n % 4 === 1) return { method: 'GET', path: '/api/v1/cases' };
  if (n % 4 === 2) return { method: 'GET', path: '/api/v1/cases?brand=voltara' };
  return { method: 'GET', path: `/api/v1/cases/${1 + ((n * 7_919) % cases)}` };
};

const ask = async (
  pool: Pool,
  { method, path }: Request,
  key: string,
  expected: readonly number[] = [200],
): Promise<string> => {
  const { statusCode, body } = await pool.request({
    method,
    path,
    headers: {
      authorization: `Bearer ${key}`,
      ...(path.endsWith('/next') ? { 'content-type': 'application/json' } : {}),
    },
    ...(path.endsWith('/next') ? { body: '{}' } : {}),
  });
  const said = await body.text();
  if (!expected.includes(statusCode))
    throw new Error(`${path} was answered ${statusCode}: ${said.slice(0, 200)}`);
  return said;
};

const pushMentions = async (pusher: Side, seconds: number, round: number): Promise<void> => {
  const begun = performance.now();
  for (let turn = 0; turn < seconds * 2; turn += 1) {
    const waitMs = begun + turn * 500 - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    await pusher.ask('push', { seed: round * 1_000 + turn, requests: 1, together: mentionsPerSecond / 2 });
  }
};
