import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readDigestRows } from '../../src/digest/digest.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { engines, keepRecord } from '../support/engines.ts';
import {
  ago,
  dayMs,
  hourMs,
  now,
  putCases,
  putLargeDay,
  putMentions,
  putSamples,
  putSource,
  wipe,
} from './digest-desk.ts';

describe.each(engines)('the rows of a digest on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => wipe(db));

  const read = (sinceMs = dayMs) =>
    db.transaction('audit', (tx) =>
      readDigestRows(
        tx,
        { brands: [{ id: 'nordlicht', name: 'Nordlicht' }], now, sinceMs },
        { excerptOf: (text) => `masked ${text}`, caseName: (id) => `EH-${id}` },
      ),
    );
  const readBrand = async (sinceMs = dayMs) => {
    const [brand] = (await read(sinceMs)).brands;
    if (brand === undefined) throw new Error('no brand was read');
    return brand;
  };

  /** A famous author whom an executive answered, and three who wrote below: two wait, one was answered. */
  const famousAuthor = async (): Promise<void> => {
    await putSource(db, { name: 'x' });
    await putMentions(db, [
      { native_id: 'a1', case_id: 1, outcome: 'complaint', received_at: ago(5 * hourMs) },
      { native_id: 'r1', thread: 'a1', parent: 'a1', case_id: 2, outcome: 'complaint' },
      { native_id: 'r2', thread: 'a1', parent: 'a1', case_id: 3, outcome: 'complaint' },
      { native_id: 'r3', thread: 'a1', parent: 'a1', case_id: 4, outcome: 'complaint' },
      { native_id: 'r4', thread: 'a1', parent: 'a1' },
    ]);
    const mark = { key: 'x|boss', revision: 0, role: 'executive', at: ago(hourMs), outOfBand: 'promise' };
    await putCases(db, [
      {
        case_id: 1,
        threads: ['a1'],
        clock_start: ago(5 * hourMs),
        posts: [{ ...mark, clockStart: ago(hourMs) }],
      },
      { case_id: 2, threads: ['a1'], clock_start: ago(4 * hourMs) },
      { case_id: 3, threads: ['a1'], clock_start: ago(3 * hourMs) },
      { case_id: 4, threads: ['a1'], due_at: null, last_response_at: ago(hourMs) },
    ]);
    await putSamples(db, [
      { native_id: 'a1', followers: 12_000_000, reposts: 100, replies: 20, observed_at: ago(4 * hourMs) },
      { native_id: 'a1', followers: 12_000_000, reposts: 900, replies: 50, observed_at: ago(hourMs) },
      { native_id: 'r1', followers: 12, reposts: 0, replies: 3 },
      { native_id: 'r2', followers_band: '10k+' },
    ]);
  };

  it('sets how a thread spread beside how its first customer and the others stand', async () => {
    await famousAuthor();
    const { threads, waiting, spreading } = await readBrand();
    expect({ waiting, spreading }).toEqual({ waiting: 3, spreading: 1 });
    expect(threads).toEqual([
      {
        source: 'x',
        thread: 'a1',
        isStartRead: true,
        startedAt: ago(5 * hourMs).toISOString(),
        lastSeenAt: ago(hourMs).toISOString(),
        excerpt: 'masked what a1 says',
        isDanger: false,
        relays: 0,
        posts: 5,
        samples: [
          { at: ago(5 * hourMs).toISOString(), count: 0 },
          { at: ago(4 * hourMs).toISOString(), count: 120 },
          { at: ago(hourMs).toISOString(), count: 950 },
        ],
        elsewhere: 3,
        first: {
          caseId: 'EH-1',
          severity: 'medium',
          isDanger: false,
          state: 'waiting',
          waitingSince: ago(5 * hourMs).toISOString(),
          outOfBand: 'promise',
        },
        others: {
          total: 3,
          waiting: 2,
          lesserKnown: 1,
          unknownReach: 0,
          waitingSince: ago(4 * hourMs).toISOString(),
        },
      },
    ]);
  });

  it('counts customers who wait with the same problem: one category in one thread', async () => {
    await famousAuthor();
    await putCases(db, [
      { case_id: 8, threads: ['a1'], categories: ['staff'] },
      { case_id: 9, threads: ['elsewhere'] },
    ]);
    expect((await readBrand()).problems).toEqual([
      {
        problem: 'x|a1|billing',
        categories: ['billing'],
        source: 'x',
        excerpt: 'masked what a1 says',
        total: 4,
        waiting: 3,
        lesserKnown: 1,
        unknownReach: 0,
        waitingSince: ago(5 * hourMs).toISOString(),
      },
    ]);
  });

  it('lets the widest reply speak where the post that began the thread was not read', async () => {
    await putSource(db, { name: 'x' });
    await putMentions(db, [
      { native_id: 'q1', thread: 'far', parent: 'far' },
      { native_id: 'q2', thread: 'far', parent: 'far', case_id: 1, outcome: 'complaint' },
    ]);
    await putCases(db, [{ case_id: 1, threads: ['far'] }]);
    await putSamples(db, [
      { native_id: 'q1', reposts: 2 },
      { native_id: 'q2', reposts: 9 },
    ]);
    expect((await readBrand()).threads).toMatchObject([
      {
        thread: 'far',
        isStartRead: false,
        excerpt: 'masked what q2 says',
        first: null,
        others: { total: 1 },
      },
    ]);
  });

  it('counts only what was seen in the period', async () => {
    await famousAuthor();
    expect((await readBrand(hourMs / 2)).threads).toEqual([]);
  });

  it('knows no spread where the source tells none, but counts what tells the post on', async () => {
    await putSource(db, { name: 'blog', knowsSpread: false });
    await putSource(db, { name: 'x' });
    await putMentions(db, [
      {
        source: 'blog',
        native_id: 'b1',
        url: 'https://blog.example/1',
        case_id: 1,
        outcome: 'complaint',
        received_at: ago(3 * dayMs),
      },
      { native_id: 'p1', review_reason: 'relay', links: ['https://blog.example/1', 'https://y.example'] },
      { native_id: 'p2', review_reason: 'relay', links: ['https://blog.example/1'] },
      { native_id: 'p3', review_reason: 'opinion', links: ['https://blog.example/1'] },
      { native_id: 'p4', review_reason: 'repost', repost_of: 'p1' },
    ]);
    await putCases(db, [{ case_id: 1, source: 'blog', threads: ['b1'], clock_start: ago(3 * dayMs) }]);
    await putSamples(db, [{ native_id: 'p1', reposts: null, replies: null, followers: 9 }]);
    const { brands, unseen } = await read();
    expect(brands[0]?.threads).toMatchObject([
      { source: 'blog', thread: 'b1', samples: null, relays: 2, startedAt: ago(3 * dayMs).toISOString() },
      { source: 'x', thread: 'p1', samples: [], relays: 1 },
    ]);
    expect(unseen).toEqual([{ kind: 'no_spread', source: 'blog' }]);
  });

  it('reads no words of danger, of a dispute, of staff or of what was erased, and names none but the last', async () => {
    await putSource(db, { name: 'x' });
    await putMentions(db, [
      { native_id: 'd1', case_id: 1, outcome: 'complaint', danger: 'product', text: 'it burns' },
      { native_id: 'c1', case_id: 2, outcome: 'complaint', text: 'my lawyer' },
      { native_id: 'e1', case_id: 3, outcome: 'complaint', text: null, erased_at: ago(0) },
      { native_id: 's1', case_id: 4, outcome: 'complaint', text: 'your Kim swore at me' },
      { native_id: 'j1', thread: 'd1', case_id: 1, text: 'smoke again' },
    ]);
    await putCases(db, [
      { case_id: 1, threads: ['d1'], severity: 'critical', danger: 'product' },
      { case_id: 2, threads: ['c1'], severity: 'high', in_dispute: true },
      { case_id: 3, threads: ['e1'], severity: 'high' },
      { case_id: 4, threads: ['s1'], severity: 'high', categories: ['staff'] },
    ]);
    await putSamples(
      db,
      ['d1', 'c1', 'e1', 's1'].map((native_id) => ({ native_id, reposts: 5 })),
    );
    const rows = await read();
    expect(JSON.stringify(rows)).not.toMatch(/burns|lawyer|smoke|swore|staff|EH-[124]/);
    const [brand] = rows.brands;
    expect(brand?.threads.map(({ thread, isDanger }) => [thread, isDanger])).toEqual([
      ['d1', true],
      ['c1', false],
      ['s1', false],
    ]);
    expect(brand?.threads.map(({ first }) => first?.state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(brand?.severe).toBe(4);
    expect(brand?.oldest.map(({ caseId, excerpt, isErased }) => [caseId, excerpt, isErased])).toEqual([
      ['EH-3', null, true],
    ]);
  });

  it('shows the severe cases that have waited longest, whatever the reach of their authors', async () => {
    const ids = Array.from({ length: 14 }, (_, i) => i + 1);
    await putCases(
      db,
      ids.map((i) => ({
        case_id: i,
        threads: [`t${i}`],
        severity: i === 3 ? 'medium' : 'high',
        clock_start: ago(i * hourMs),
        ...(i === 14 ? { due_at: null, last_response_at: ago(1) } : {}),
      })),
    );
    await putMentions(
      db,
      ids.map((i) => ({ native_id: `t${i}`, case_id: i, outcome: 'complaint' as const })),
    );
    const order = async () => (await readBrand()).oldest.map(({ caseId }) => caseId);
    const blind = await order();
    expect(blind).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((i) => `EH-${i}`));
    expect((await readBrand()).severe).toBe(12);
    await putSamples(
      db,
      ids.map((i) => ({ native_id: `t${i}`, followers: i * 1_000_000 })),
    );
    expect(await order()).toEqual(blind);
  });

  it('says what was not seen: stale, never, gaps, a spent budget, dead letters, doubts', async () => {
    const budget = { until: ago(-hourMs).toISOString(), seen: 61, isSampled: true };
    await putSource(db, { name: 'a-late', lastOkAt: ago(2 * hourMs) });
    await putSource(db, { name: 'b-off', disabled_at: ago(hourMs) });
    await putSource(db, { name: 'b-silent', silent_since: ago(5 * hourMs) });
    await putSource(db, { name: 'c-never', lastOkAt: null });
    const stopped = { ...budget, stoppedSince: ago(hourMs).toISOString() };
    await putSource(db, { name: 'd-budget', budget: JSON.stringify(stopped) });
    await putSource(db, { name: 'd-sampled', budget: JSON.stringify({ ...budget, stoppedSince: null }) });
    const over = { ...stopped, until: ago(1).toISOString() };
    await putSource(db, { name: 'd-yesterday', budget: JSON.stringify(over) });
    const gap = `Posts between ${ago(9 * hourMs).toISOString()} and ${ago(8 * hourMs).toISOString()} may be missing.`;
    await putSource(db, { name: 'e-gap', gap, gap_at: ago(hourMs) });
    await putSource(db, { name: 'f-gap', gap: 'only the first 500 were read', gap_at: ago(hourMs) });
    await putSource(db, { name: 'g-old-gap', gap, gap_at: ago(3 * dayMs) });
    await sql`insert into ops.dead_letter (at, stage, source, events, is_history, error, attempts, trace_id, state)
      values (${now}, 'triage', 'x', 3, false, 'e', 3, 't', 'waiting'), (${now}, 'triage', 'x', 9, false, 'e', 3, 't', 'discarded')`.execute(
      db.kysely,
    );
    await putMentions(db, [{ native_id: 'u1', is_unsure: true }, { native_id: 'u2' }]);
    expect((await read()).unseen).toEqual([
      { kind: 'stale', source: 'a-late', since: ago(2 * hourMs).toISOString() },
      { kind: 'stale', source: 'b-off', since: ago(60_000).toISOString() },
      { kind: 'silent', source: 'b-silent', since: ago(5 * hourMs).toISOString() },
      { kind: 'never', source: 'c-never' },
      { kind: 'budget', source: 'd-budget', since: ago(hourMs).toISOString(), seen: 61 },
      { kind: 'sampled', source: 'd-sampled', seen: 61 },
      {
        kind: 'gap',
        source: 'e-gap',
        from: ago(9 * hourMs).toISOString(),
        to: ago(8 * hourMs).toISOString(),
      },
      { kind: 'gap_noted', source: 'f-gap', at: ago(hourMs).toISOString() },
      { kind: 'unprocessed', count: 3 },
      { kind: 'undecided', count: 1 },
    ]);
  });

  it('stays bounded and quick on a large day', async () => {
    await putLargeDay(db, 20_000);
    await putSource(db, { name: 'x' });
    const times: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      const begun = performance.now();
      const brand = await readBrand();
      times.push(performance.now() - begun);
      expect([brand.threads.length, brand.oldest.length]).toEqual([8, 10]);
      expect(brand.problems.length).toBeLessThanOrEqual(10);
      expect(brand.spreading).toBeGreaterThan(1_000);
    }
    // A tenth of it on an idle machine; a statement that compares every row with every other takes seconds.
    expect(Math.min(...times)).toBeLessThan(500);
  }, 60_000);

  it('may read both halves and write neither', async () => {
    const write = (table: string) =>
      db.transaction('audit', (tx) => sql.raw(`delete from ${table}`).execute(tx));
    for (const table of ['desk.mention', 'desk."case"', 'sealed.sample', 'ops.digest_day'])
      await expect(write(table)).rejects.toThrow(/permission denied/);
  });
});
