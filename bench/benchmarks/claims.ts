import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';

export const claims: Benchmark = {
  name: 'claims',
  what: 'the longest that any of 32 people who ask for the next case at once waits for one, over 60 s on PostgreSQL; a case held twice, or a person without one, fails',
  bar: 1,
  better: 'lower',
  unit: 's',
  sides: 'one: 32 connections to one PostgreSQL, 200,000 cases wait',
  run: async (context) => measure(context),
};

const people = 32;

const measure = async ({ services, isQuick, progress }: Context): Promise<Measured> => {
  const { openDatabase } = await built.database();
  const db = await openDatabase({ kind: 'postgres', url: await services.database(), maxConnections: people });
  try {
    await fill(db);
    progress('the cases stand');
    const until = performance.now() + (isQuick ? 5_000 : 60_000);
    const held = new Set<string>();
    const done = await Promise.all(
      Array.from({ length: people }, (_, n) => claimUntil(db, `person-${n}`, { until, held })),
    );
    const counts = done.map(({ count }) => count);
    if (Math.min(...counts) === 0) throw new Error('somebody got no case');
    const longest = Math.max(...done.map(({ longestMs }) => longestMs));
    const total = counts.reduce((a, b) => a + b, 0);
    return {
      rounds: [longest / 1_000],
      detail: `${total} cases, ${Math.min(...counts)} to ${Math.max(...counts)} each, longest wait ${longest.toFixed(0)} ms`,
    };
  } finally {
    await db.close();
  }
};

const claimUntil = async (
  db: Database,
  name: string,
  { until, held }: { readonly until: number; readonly held: Set<string> },
): Promise<{ count: number; longestMs: number }> => {
  const { leaseNext } = await built.leaseStore();
  let count = 0;
  let longestMs = 0;
  while (performance.now() < until) {
    const begun = performance.now();
    const ask = { person: { name, rights: null }, actor: name, now: new Date() };
    const handed = await db.transaction('desk', async (tx) => {
      const found = await leaseNext(tx, ask);
      if (found.kind === 'idle') return null;
      const { caseId } = found.lease;
      await sql`update desk."case" set assignee = ${name}, taken_at = ${ask.now} where case_id = ${caseId}`.execute(
        tx,
      );
      return caseId;
    });
    longestMs = Math.max(longestMs, performance.now() - begun);
    if (handed === null) return { count, longestMs };
    if (held.has(handed)) throw new Error(`case ${handed} was held twice`);
    held.add(handed);
    count += 1;
  }
  return { count, longestMs };
};

const fill = async (db: Database): Promise<void> => {
  await sql`
    insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, categories, reasons,
      opened_at, received_at, clock_start, due_at, due_target, last_post_at, policy, updated_at)
    select n, 'nordlicht', 'bench', 'c' || n, array['t' || n], '[]', 'new', (array['low', 'medium', 'high'])[1 + n % 3],
      array['delivery'], '[]', at, at, at, at + (hashint8(n) % 300 || ' hours')::interval, 'first_response', at, 'p1', at
    from (select n, timestamptz '2026-01-01' + n * interval '15 seconds' as at from generate_series(1, 200000::bigint) n) as numbered`.execute(
    db.kysely,
  );
  await sql`vacuum analyze desk."case"`.execute(db.kysely);
};
