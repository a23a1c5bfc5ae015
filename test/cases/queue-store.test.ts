import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type CaseScope, type ListAsk, listCases, listStatement } from '../../src/cases/queue.store.ts';
import type { Severity } from '../../src/domain/severity.ts';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour } from './fold-samples.ts';

const ask = (more: Partial<ListAsk> = {}): ListAsk => ({
  scope: 'queue',
  brand: null,
  severity: null,
  limit: 50,
  now: hour(0),
  after: null,
  ...more,
});

describe.each(engines)('the list of cases on %s', (name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const list = async (more: Partial<ListAsk> = {}) => {
    const page = await db.transaction('desk', (tx) => listCases(tx, ask(more)));
    if (page === null) throw new Error('no page');
    return page;
  };
  const idsOf = async (more: Partial<ListAsk> = {}) => (await list(more)).cases.map(({ id }) => id);
  const allPages = async (scope: CaseScope, limit: number, between = async () => {}) => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await list({ scope, limit, after });
      ids.push(...page.cases.map(({ id }) => id));
      after = page.cases.at(-1)?.cursor ?? null;
      if (!page.hasMore || after === null) return ids;
      await between();
    }
  };
  const open = (severity: Severity, at: number, more = {}) => ({
    id: `${severity}-${at}-${JSON.stringify(more)}`,
    at,
    by: `${severity}-${at}`,
    decision: complains(severity),
    ...more,
  });

  it('is in the order in which answers are owed, whatever the severity, and blind to who asks', async () => {
    await commitPosts(db, [open('low', 0), open('critical', 9), open('high', 2), open('critical', 5)]);
    // critical due 6 and 10, high due 6 (the earlier clock first), low in three business days
    expect((await list()).cases.map(({ severity, clockStart }) => [severity, clockStart])).toEqual([
      ['high', hour(2)],
      ['critical', hour(5)],
      ['critical', hour(9)],
      ['low', hour(0)],
    ]);
    const [first] = (await list()).cases;
    expect(
      Object.keys(first ?? {}).filter((key) => /author|complainant|follower|reach|view/i.test(key)),
    ).toEqual([]);
  });

  it('keeps to a brand, a severity, what is past, and leaves out what owes no answer', async () => {
    await commitPosts(db, [
      open('high', 0),
      open('low', 1, { brand: 'seeweg' }),
      open('high', 2, { isHistory: true }),
      open('high', 3, { brand: 'seeweg' }),
    ]);
    const [a, b, past, d] = ['1', '2', '3', '4'];
    expect(await idsOf()).toEqual([a, d, b]);
    expect(await idsOf({ brand: 'seeweg' })).toEqual([d, b]);
    expect(await idsOf({ brand: 'seeweg', severity: 'low' })).toEqual([b]);
    expect(await idsOf({ scope: 'history' })).toEqual([past]);
    expect(await idsOf({ scope: 'all' })).toEqual([d, past, b, a]);
  });

  it('gives every case once over pages of any size, also among equal deadlines', async () => {
    await commitPosts(
      db,
      Array.from({ length: 23 }, (_, i) => open('high', i % 3, { by: `b${i}`, id: `p${i}` })),
    );
    for (const scope of ['queue', 'all'] as const) {
      const whole = await idsOf({ scope });
      expect(new Set(whole).size).toBe(23);
      for (const limit of [1, 4, 22, 23]) expect(await allPages(scope, limit)).toEqual(whole);
    }
  });

  it('moves no case between pages when others come and go', async () => {
    await commitPosts(
      db,
      Array.from({ length: 12 }, (_, i) => open('high', i, { id: `p${i}` })),
    );
    const whole = await idsOf();
    let newest = 0;
    const seen = await allPages('queue', 3, async () => {
      newest += 1;
      await commitPosts(db, [open('critical', -24 - newest, { id: `new${newest}` })]);
    });
    expect(seen).toEqual(whole);
  });

  it('refuses a cursor that is none, or of another list', async () => {
    await commitPosts(db, [open('high', 0)]);
    const [row] = (await list()).cases;
    for (const after of ['', 'x', 'all.x!.1', 'all.1', 'all.1.x', row?.cursor ?? ''])
      expect(await db.transaction('desk', (tx) => listCases(tx, ask({ scope: 'all', after })))).toBeNull();
  });

  it('walks a partial index in its order, without a sort, at 20,000 cases', async () => {
    if (name !== 'postgres') return;
    await sql`
      insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, opened_at, received_at,
        clock_start, due_at, due_target, last_post_at, policy, updated_at)
      select i, 'brand-' || i % 50, 'forum', 'c' || i, array['forum|' || i], '[]', 'new',
        (array['low', 'medium', 'high', 'critical'])[1 + i % 4], t.at, t.at, t.at,
        case when i % 5 = 0 then null else t.at + (i * 7919 % 90000) * interval '1 s' end, 'first_response', t.at, 'p', t.at
      from generate_series(1, 20000) i, lateral (select timestamptz '2026-05-04 08:00Z' + i * interval '37 s' as at) t`.execute(
      db.kysely,
    );
    await sql`analyze desk."case"`.execute(db.kysely);
    const after = (await list({ limit: 50 })).cases.at(-1)?.cursor ?? null;
    const inBrand = (await list({ limit: 50, brand: 'brand-1' })).cases.at(-1)?.cursor ?? null;
    for (const [more, index] of [
      [{}, 'case_queue'],
      [{ after }, 'case_queue'],
      [{ brand: 'brand-1' }, 'case_queue_brand'],
      [{ brand: 'brand-1', after: inBrand }, 'case_queue_brand'],
      [{ brand: ['brand-1', 'brand-2'] }, 'case_queue'],
      [{ severity: 'critical' as const }, 'case_queue'],
      [{ scope: 'all' as const }, 'case_opened'],
    ] as const) {
      const statement = listStatement(ask(more));
      if (statement === null) throw new Error('no statement');
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off) ${statement}`.execute(
        db.kysely,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(`Index Scan using ${index} on`);
      expect(plan).not.toMatch(/Sort|Seq Scan/);
    }
  });
});
