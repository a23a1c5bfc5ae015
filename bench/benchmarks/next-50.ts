import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { median } from '../statistics.ts';

export const next50: Benchmark = {
  name: 'next-50',
  what: 'the next 50 cases of the queue at 1,000,000 cases against at 10,000, on PostgreSQL, time; a plan that sorts fails',
  bar: 4,
  better: 'lower',
  unit: 'x',
  sides: 'both: one connection to one PostgreSQL, a fifth of the cases waits for an answer',
  run: async (context) => measure(context),
};

const queries = 200;

const measure = async (context: Context): Promise<Measured> => {
  const { listStatement } = await built.queueStore();
  const statement = listStatement({
    scope: 'queue',
    brand: null,
    severity: null,
    limit: 50,
    now: new Date(0),
    after: null,
  });
  if (statement === null) throw new Error('the queue has no first page');
  const large = await openFilled(context.isQuick ? 100_000 : 1_000_000, context);
  const small = await openFilled(10_000, context);
  try {
    const pairs = await interleave(context.rounds, {
      ours: () => queryMs(large, statement),
      plain: () => queryMs(small, statement),
    });
    return { rounds: pairs.ratios, detail: sayPairs(pairs, 'ms') };
  } finally {
    await large.close();
    await small.close();
  }
};

const openFilled = async (count: number, { services, progress }: Context): Promise<Database> => {
  const { openDatabase } = await built.database();
  const { listStatement } = await built.queueStore();
  const db = await openDatabase({ kind: 'postgres', url: await services.database() });
  await fillCases(count).execute(db.kysely);
  await sql`vacuum analyze desk."case"`.execute(db.kysely);
  progress(`${count} cases stand`);
  const first = listStatement({
    scope: 'queue',
    brand: null,
    severity: null,
    limit: 50,
    now: new Date(0),
    after: null,
  });
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${first}`.execute(db.kysely);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  if (/\bSort\b/.test(plan) || !plan.includes('case_queue')) {
    await db.close();
    throw new Error(`the queue's plan at ${count} cases does not walk its index:\n${plan}`);
  }
  return db;
};

/** Cases of two brands over half a year; of a fifth the answer is due and was warned of, in an order that says nothing of their ids. */
export const fillCases = (count: number): RawBuilder<unknown> => sql`
  insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, categories, reasons,
    opened_at, received_at, clock_start, due_at, due_target, last_post_at, policy, updated_at, near_warned_at, late_warned_at)
  select n, case when n % 3 = 0 then 'voltara' else 'nordlicht' end, 'bench', 'c' || n, array['t' || n], '[]',
    case when n % 5 = 0 then 'new' else 'resolved' end, (array['low', 'medium', 'high', 'critical'])[1 + n % 4],
    array['delivery'], '[{"code":"ordinary_failure"}]', at, at, at,
    case when n % 5 = 0 then at + (hashint8(n) % 300 || ' hours')::interval end,
    case when n % 5 = 0 then 'first_response' end, at, 'p1', at, at, at
  from (select n, timestamptz '2026-01-01' + n * interval '15 seconds' as at from generate_series(1, ${count}::bigint) n) as numbered`;

/** The middle of 200 queries on one connection, in milliseconds. */
const queryMs = (db: Database, statement: RawBuilder<unknown>): Promise<number> =>
  db.transaction('desk', async (tx) => {
    const times: number[] = [];
    for (let n = 0; n < queries; n += 1) {
      const begun = performance.now();
      const { rows } = await statement.execute(tx);
      times.push(performance.now() - begun);
      if (rows.length < 50) throw new Error('the queue is shorter than a page');
    }
    return median(times);
  });
