import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import type { Source } from '../../src/sources/source.ts';
import { type PollDeps, pollSource } from '../../workers/poll.worker.ts';
import { triageBatch } from '../../workers/triage.worker.ts';
import { countRows, emptyRecord, readCases, readMentions } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';
import { type Cluster, startCluster } from '../support/postgres-cluster.ts';

const suite = hasPostgres ? describe : describe.skip;

suite('two workers on one PostgreSQL', () => {
  let cluster: Cluster;
  let one: { db: Database; line: Line };
  let two: { db: Database; line: Line };
  const clock = clockAt('2026-11-20T09:00:00Z');
  const later = clockAt('2026-11-20T09:01:00Z');

  beforeAll(async () => {
    cluster = await startCluster();
    cluster.createDatabase('evenhand');
    const open = async (at: typeof clock) => {
      const db = await openDatabase({ kind: 'postgres', url: cluster.url('evenhand') });
      return { db, line: await openLine({ db, clock: at }) };
    };
    one = await open(clock);
    two = await open(later);
  }, 60_000);
  afterAll(async () => {
    for (const { db, line } of [one, two]) {
      await line.close();
      await db.close();
    }
    await cluster.stop();
  });
  beforeEach(() => emptyRecord(one.db));

  it('read one source at the same time, and keep every event exactly once', async () => {
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothHere = new Promise<void>((resolve) => {
      open = resolve;
    });
    const asked: unknown[] = [];
    const source: Source<number> = {
      name: 'forum',
      kind: 'test',
      knowsSpread: false,
      freshnessTargetMs: 60_000,
      nextPollMs: () => 1,
      async *pages(cursor) {
        asked.push(cursor);
        arrived += 1;
        if (arrived === 2) open();
        await bothHere;
        for (let page = cursor ?? 0; page < 6; page += 1) {
          const events = Array.from({ length: 10 }, (_, i) => ({
            kind: 'mention' as const,
            nativeId: `p${page}-${i}`,
            author: `u${page}-${i}`,
            text: complaintText(page * 10 + i),
          }));
          yield { events, cursor: page + 1, isLast: page === 5 };
        }
      },
    };
    await one.db.transaction('ingest', (tx) => registerSource(tx, source, clock.now()));
    const errors: string[] = [];
    const pollOf = ({ line }: typeof one): PollDeps => ({
      ...line.intake,
      sources: new Map([['forum', source as Source]]),
      fetch,
      signal: new AbortController().signal,
      maxBacklog: 1_000,
      onPage: (event) => void (event.kind === 'error' && errors.push(event.error.message)),
    });
    // The second one's clock is past the time for which the first one holds the source: it does not wait politely.
    const first = pollSource('forum', pollOf(one));
    while (arrived === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([first, pollSource('forum', pollOf(two))]);
    expect(asked).toEqual([null, null]);
    expect(errors).toEqual([]);
    // Whoever lost a page stopped; both together stored each page once, and nothing of the second copies.
    expect(await countRows(one.db, 'intake.inbox')).toBe(6);
    const { rows } = await sql<{
      cursor: number;
      version: string;
    }>`select cursor, version from intake.cursor`.execute(one.db.kysely);
    expect(rows).toEqual([{ cursor: 6, version: '6' }]);
    await Promise.all([one.line.settle(), two.line.settle()]);
    expect((await readMentions(one.db)).length).toBe(60);
    expect((await readCases(one.db)).length).toBe(60);
  });

  it('decide two batches with one case key at the same moment: one case, both posts in it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const post = (id: string, minute: number) => ({
        kind: 'mention' as const,
        nativeId: `${round}-${id}`,
        thread: `thread ${round}`,
        author: `ann ${round}`,
        text: `${complaintText(round)} ${id}`,
        publishedAt: new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString(),
      });
      const batches = await Promise.all([
        one.line.take('forum', [post('a', 1), post('b', 2)]),
        two.line.take('forum', [post('c', 3), post('d', 4)]),
      ]);
      const [first = '', second = ''] = batches.flatMap(({ batchIds }) => batchIds);
      await Promise.all([
        triageBatch({ batchId: first, traceId: 't' }, one.line.triage),
        triageBatch({ batchId: second, traceId: 't' }, two.line.triage),
        // A wake-up that came twice, as after a lost connection to the queue.
        triageBatch({ batchId: first, traceId: 't' }, two.line.triage),
      ]);
    }
    const cases = await readCases(one.db);
    expect(cases.length).toBe(20);
    for (const { posts } of cases)
      expect(posts.map(({ key }) => key.slice(-1)).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await countRows(one.db, 'desk.activity', `kind = 'case_opened'`)).toBe(20);
    expect(await countRows(one.db, 'desk.activity', `kind <> 'case_opened'`)).toBe(60);
    expect([...one.line.events, ...two.line.events].filter(({ kind }) => kind === 'failed')).toEqual([]);
  });

  it('give a batch back when the database goes away in the middle of it, and lose nothing', async () => {
    const { line, db } = one;
    const taken = await line.take('forum', [
      { kind: 'mention', nativeId: 'p1', author: 'ann', text: complaintText(1) },
    ]);
    let isBack: Promise<void> = Promise.resolve();
    let isGone = false;
    const cutOff = {
      ...line.triage,
      // Called while the cases are folded, between two statements of the transaction that commits them.
      deadlineOf: (ask: Parameters<typeof line.triage.deadlineOf>[0]) => {
        if (!isGone) {
          isGone = true;
          cluster.halt();
          isBack = new Promise((resolve) => setTimeout(resolve, 700)).then(() => cluster.start());
        }
        return line.triage.deadlineOf(ask);
      },
    };
    await triageBatch({ batchId: taken.batchIds[0] ?? '', traceId: 't' }, cutOff);
    await isBack;
    const { rows } = await sql<{ state: string; attempts: number; claimed_at: Date | null }>`
      select state, attempts, claimed_at from intake.inbox`.execute(db.kysely);
    expect(rows).toEqual([{ state: 'pending', attempts: 0, claimed_at: null }]);
    expect(await readMentions(db)).toEqual([]);
    await line.settle();
    expect((await readMentions(db)).length).toBe(1);
    expect((await readCases(db)).length).toBe(1);
  }, 60_000);
});
