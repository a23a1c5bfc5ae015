import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readCaseFile } from '../../src/cases/case-file.store.ts';
import { readSourceHealth, registerSource } from '../../src/ingest/health.store.ts';
import { dropDoneChecks } from '../../src/ingest/post-check.store.ts';
import { readTexts } from '../../src/notify/plan.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { BudgetState, Source, SourcePage } from '../../src/sources/source.ts';
import { pollSource } from '../../workers/poll.worker.ts';
import { createSourceRecord } from '../../workers/source-record.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { complaintText, type Line, openLine } from '../support/line.ts';

const hourMs = 3_600_000;

describe.each(engines)('what the record keeps for a source like X on %s', (_name, start) => {
  let db: Database;
  let line: Line;
  /** Words are hidden by the clock of the database. */
  const now = new Date();
  keepRecord(start, async (opened) => {
    db = opened;
    line = await openLine({ db, clock: { now: () => now } });
  });

  const record = (source = 'x') => createSourceRecord(source, { db, clock: { now: () => now } });

  const poll = async (...pages: Omit<SourcePage<number>, 'cursor' | 'isLast'>[]): Promise<void> => {
    const source: Source<number> = {
      name: 'x',
      kind: 'x',
      knowsSpread: true,
      freshnessTargetMs: hourMs,
      isAskedAgain: true,
      nextPollMs: () => 0,
      async *pages(cursor) {
        const begun = cursor ?? 0;
        for (const [index, page] of pages.entries())
          yield { ...page, cursor: begun + index + 1, isLast: index === pages.length - 1 };
      },
    };
    await db.transaction('ingest', (tx) => registerSource(tx, source, now));
    await sql`update ops.source_health set next_poll_at = null`.execute(db.kysely);
    await pollSource('x', {
      ...line.intake,
      sources: new Map([['x', source as Source]]),
      fetch,
      signal: new AbortController().signal,
      maxBacklog: 100,
      onPage: () => undefined,
    });
    await line.settle();
  };
  const mention = (nativeId: string, text: string, revision = 0) =>
    ({
      kind: 'mention',
      nativeId,
      revision,
      author: `a${nativeId}`,
      text,
      publishedAt: now.toISOString(),
    }) as const;
  const wordsOf = async (nativeId: string): Promise<readonly (string | null)[]> => {
    const { rows } = await sql<{
      case_id: string;
    }>`select case_id from desk.mention where native_id = ${nativeId}`.execute(db.kysely);
    const file = await db.transaction('desk', (tx) => readCaseFile(tx, rows[0]?.case_id ?? '0'));
    return file?.posts.map(({ text }) => text) ?? [];
  };
  const toldWords = async (nativeId: string): Promise<string | undefined> =>
    (await db.transaction('desk', (tx) => readTexts(tx, [`x|${nativeId}`]))).get(`x|${nativeId}`);

  it('books one after the other, so that two who read from it never spend more than there is', async () => {
    const ledger = record('paid').ledger;
    const take = () =>
      ledger.book(now, ({ today }) =>
        (today.get('brand')?.mills ?? 0) + 30 > 200 ? null : { purpose: 'brand', mills: 30, posts: 1 },
      );
    const booked = await Promise.all(Array.from({ length: 20 }, take));
    expect(booked.filter((each) => each !== null)).toHaveLength(6);
    let spent: unknown;
    await ledger.book(now, (told) => {
      spent = told;
      return null;
    });
    expect(spent).toMatchObject({ monthMills: 180 });
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 15));
    await ledger.book(month, (told) => {
      expect(told).toMatchObject({ monthMills: 0, today: new Map() });
      return { purpose: 'brand', mills: 7, posts: 0 };
    });
    await ledger.book(new Date(month.getTime() + 24 * hourMs), (told) => {
      expect([told.monthMills, told.today.size]).toEqual([7, 0]);
      return null;
    });
  });

  it('says which kept posts are due to be asked for again, those of open cases first', async () => {
    await poll({
      events: [
        mention('1', 'Voltara is a lovely brand'),
        mention('2', complaintText(2)),
        mention('3', 'nothing of interest'),
      ],
    });
    expect(await record().countHeld()).toBe(2);
    expect(await record().countThreads()).toBe(2);
    expect(await record().dueChecks(new Date(now.getTime() - 20 * hourMs), 10)).toEqual([]);
    const due = await record().dueChecks(new Date(now.getTime() + 1), 10);
    expect(due).toEqual([
      { nativeId: '2', revision: 0 },
      { nativeId: '1', revision: 0 },
    ]);
    await poll({ events: [mention('2', `${complaintText(2)} Still.`, 1)], checked: ['1'] });
    expect(await record().dueChecks(new Date(now.getTime() + 1), 1)).toEqual([
      { nativeId: '2', revision: 1 },
    ]);
  });

  it('shows no words that were not asked for within a day, anywhere, until they are', async () => {
    await poll({ events: [mention('4', complaintText(4))] });
    expect(await wordsOf('4')).toEqual([complaintText(4)]);
    await sql`update intake.post_check set checked_at = ${new Date(Date.now() - 25 * hourMs)} where native_id = '4'`.execute(
      db.kysely,
    );
    expect(await wordsOf('4')).toEqual([null]);
    expect(await toldWords('4')).toBeUndefined();
    const { rows } = await sql<{ text: string }>`select text from desk.mention where native_id = '4'`.execute(
      db.kysely,
    );
    expect(rows[0]?.text).toBe(complaintText(4));
    await poll({ events: [], checked: ['4'] });
    expect(await wordsOf('4')).toEqual([complaintText(4)]);
    expect(await toldWords('4')).toBe(complaintText(4));
  });

  it('forgets what is deleted, and asks for it no more', async () => {
    await poll({ events: [mention('5', complaintText(5))] });
    await poll({ events: [{ kind: 'deletion', nativeId: '5' }] });
    const { rows } = await sql<{ text: string | null; author: string | null }>`
      select text, author from desk.mention where native_id = '5'`.execute(db.kysely);
    expect(rows).toEqual([{ text: null, author: null }]);
    const due = await record().dueChecks(new Date(now.getTime() + 1), 100);
    expect(due.map(({ nativeId }) => nativeId)).not.toContain('5');
    const held = await record().countHeld();
    await db.transaction('desk', (tx) => dropDoneChecks(tx, new Date(now.getTime() + 25 * hourMs)));
    expect(await record().countHeld()).toBe(held - 1);
  });

  it('keeps how the money stands with each page, and lets it go with the next', async () => {
    const budget: BudgetState = {
      period: '2026-11-20',
      percent: 80,
      level: 80,
      stoppedSince: null,
      until: '2026-11-21T00:00:00.000Z',
      seen: 97,
      isSampled: false,
    };
    const kept = async (): Promise<unknown> =>
      (
        await sql<{ budget: unknown }>`select budget from ops.source_health where source = 'x'`.execute(
          db.kysely,
        )
      ).rows[0]?.budget;
    await poll({ events: [], budget });
    expect(await kept()).toEqual(budget);
    await poll({ events: [] });
    expect(await kept()).toBeNull();
    const [health] = await db.transaction('ingest', (tx) => readSourceHealth(tx));
    expect(health).toMatchObject({ source: 'x', lastError: null });
  });
});
