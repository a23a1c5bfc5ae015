import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ServiceAlert } from '../../src/domain/alert.ts';
import { noteSourceError } from '../../src/ingest/health.store.ts';
import { sayAllWell, warnOfDeadlines, warnOfSources } from '../../src/notify/watch.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { ago, hourMs, now, putCases, wipe } from '../digest/digest-desk.ts';
import { engines, keepRecord } from '../support/engines.ts';

describe.each(engines)('watching deadlines and sources on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await wipe(db);
    await sql`truncate desk.outbox, ops.source_health, ops.setting, ops.budget_told`.execute(db.kysely);
  });

  const told = async (): Promise<unknown[]> =>
    (
      await sql<{ told: string }>`
        select concat_ws(' ', alert ->> 'kind', alert ->> 'caseId', alert -> 'values' ->> 'source') as told from desk.outbox order by 1`.execute(
        db.kysely,
      )
    ).rows.map((row) => row.told);
  const fourAtOnce = async (work: () => Promise<unknown>): Promise<void> => {
    await Promise.all(Array.from({ length: 4 }, work));
  };
  const putSource = (source: string, lastOkAt: Date) =>
    sql`
      insert into ops.source_health (source, kind, knows_spread, freshness_target_ms, last_ok_at, read)
      values (${source}, 'feed', true, ${hourMs}, ${lastOkAt}, 812)`.execute(db.kysely);

  it('warns of a deadline once when it is near and once when it is missed, however many processes look', async () => {
    await putCases(db, [
      { case_id: 1, threads: ['a'], clock_start: ago(25 * hourMs) },
      { case_id: 2, threads: ['b'], clock_start: ago(20 * hourMs) },
      { case_id: 3, threads: ['c'], clock_start: ago(hourMs) },
    ]);
    await fourAtOnce(() => db.transaction('desk', (tx) => warnOfDeadlines(tx, now)));
    expect(await told()).toEqual(['deadline_missed 1', 'deadline_near 2']);
    await db.transaction('desk', (tx) => warnOfDeadlines(tx, new Date(now.getTime() + 5 * hourMs)));
    expect(await told()).toEqual(['deadline_missed 1', 'deadline_missed 2', 'deadline_near 2']);
  });

  it('tells of a source that fell silent once, however many processes look', async () => {
    await putSource('blog', ago(2 * hourMs));
    await putSource('forum', ago(0));
    await fourAtOnce(() => db.transaction('desk', (tx) => warnOfSources(tx, now)));
    expect(await told()).toEqual(['source_stale blog']);
  });

  it('tells that a source was switched off, and why, once, though it was read a moment ago', async () => {
    await putSource('forum', ago(0));
    await db.transaction('ingest', (tx) =>
      noteSourceError(tx, 'forum', {
        message: 'gone',
        at: now,
        nextPollAt: now,
        isPermanent: true,
      }),
    );
    await fourAtOnce(() => db.transaction('desk', (tx) => warnOfSources(tx, now)));
    expect(await told()).toEqual(['source_off forum']);
    const { rows } = await sql<{ alert: ServiceAlert }>`select alert from desk.outbox`.execute(db.kysely);
    expect(rows[0]?.alert.values).toEqual({ source: 'forum', since: now.toISOString(), reason: 'gone' });
  });

  it('tells of a source that was called silent before when it is switched off, and of a later refusal no more', async () => {
    await putSource('forum', ago(2 * hourMs));
    const refuse = (at: Date) =>
      db.transaction('ingest', (tx) =>
        noteSourceError(tx, 'forum', {
          message: 'gone',
          at,
          nextPollAt: at,
          isPermanent: true,
        }),
      );
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await db.transaction('desk', (tx) => warnOfSources(tx, now));
    await refuse(later(1));
    await db.transaction('desk', (tx) => warnOfSources(tx, later(2)));
    await refuse(later(3));
    await db.transaction('desk', (tx) => warnOfSources(tx, later(4)));
    expect(await told()).toEqual(['source_off forum', 'source_stale forum']);
  });

  const putBudget = async (source: string, budget: Record<string, unknown>): Promise<void> => {
    await sql`update ops.source_health set budget = ${JSON.stringify(budget)}::jsonb where source = ${source}`.execute(
      db.kysely,
    );
  };

  it('tells each mark of a budget once in its day, and the stop with the part that was seen', async () => {
    await putSource('x', ago(0));
    const until = new Date(now.getTime() + 9 * hourMs).toISOString();
    const day = { period: '2031-05-20', stoppedSince: null, until, seen: 97 };
    const look = () => fourAtOnce(() => db.transaction('desk', (tx) => warnOfSources(tx, now)));
    for (const level of [0, 50, 50, 80, 80]) {
      await putBudget('x', { ...day, level });
      await look();
    }
    expect(await told()).toEqual(['budget_warning x', 'budget_warning x']);
    const stoppedSince = ago(3 * hourMs).toISOString();
    await putBudget('x', { ...day, level: 100, stoppedSince, seen: 61 });
    await look();
    await look();
    expect(await told()).toEqual(['budget_used x', 'budget_warning x', 'budget_warning x']);
    const { rows } = await sql<{ alert: ServiceAlert }>`
      select alert from desk.outbox where alert ->> 'kind' = 'budget_used'`.execute(db.kysely);
    expect(rows[0]?.alert.values).toEqual({ source: 'x', since: stoppedSince, seen: 61, until });
    await putBudget('x', { ...day, period: '2031-05-21', level: 50 });
    await look();
    expect(await told()).toHaveLength(4);
  });

  it('calls no source silent that rests until its budget is renewed, and one that rests for longer it does', async () => {
    await putSource('x', ago(2 * hourMs));
    const until = new Date(now.getTime() + hourMs).toISOString();
    await putBudget('x', {
      period: '2031-05-20',
      level: 0,
      stoppedSince: ago(2 * hourMs).toISOString(),
      until,
    });
    await db.transaction('desk', (tx) => warnOfSources(tx, now));
    expect(await told()).toEqual([]);
    await db.transaction('desk', (tx) => warnOfSources(tx, new Date(now.getTime() + 2 * hourMs)));
    expect(await told()).toEqual(['source_stale x']);
  });

  it('says once a day that all is well, and only when it is', async () => {
    await putSource('forum', ago(0));
    await fourAtOnce(() => db.transaction('desk', (tx) => sayAllWell(tx, '2026-05-04', now)));
    expect(await told()).toEqual(['all_well']);
    await putCases(db, [{ case_id: 1, threads: ['x|1'], due_at: ago(1) }]);
    await db.transaction('desk', (tx) => sayAllWell(tx, '2026-05-05', now));
    expect(await told()).toEqual(['all_well']);
    await wipe(db);
    await putSource('blog', ago(2 * hourMs));
    await db.transaction('desk', (tx) => sayAllWell(tx, '2026-05-06', now));
    expect(await told()).toEqual(['all_well']);
  });
});
