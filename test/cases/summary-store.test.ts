import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import { readSummaryRows } from '../../src/cases/summary.store.ts';
import { composeSummary } from '../../src/cases/summary.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';

describe.each(engines)('what the summary counts on %s', (name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const rowsAt = (now: number, hours: number) =>
    db.transaction('desk', (tx) => readSummaryRows(tx, { from: hour(now - hours), now: hour(now) }));
  const open = (id: string, at: number, more = {}) => ({
    id,
    at,
    by: id,
    decision: complains('high'),
    ...more,
  });

  it('nothing, on a desk where nothing happened', async () => {
    const model = composeSummary({ ...(await rowsAt(10, 24)), sources: [] }, hour(10));
    expect(model).toMatchObject({
      read: 0,
      opened: 0,
      waiting: 0,
      late: 0,
      unsure: 0,
      deadLetters: 0,
      oldest: [],
    });
  });

  it('tells what is new from what waits, and what is late from what has time', async () => {
    await commitPosts(db, [open('a', 0), open('b', 1, { decision: complains('low') })], 1);
    await commitPosts(
      db,
      [open('c', 20), open('d', 20, { brand: 'seeweg' }), open('h', 20, { isHistory: true })],
      20,
    );
    const model = composeSummary({ ...(await rowsAt(22, 6)), sources: [] }, hour(22));
    expect(model).toMatchObject({ opened: 2, waiting: 4, late: 1 });
    expect(
      model.severities.map(({ severity, opened, waiting, late }) => [severity, opened, waiting, late]),
    ).toEqual([
      ['critical', 0, 0, 0],
      ['high', 2, 3, 1],
      ['medium', 0, 0, 0],
      ['low', 0, 1, 0],
    ]);
    expect(model.brands.map(({ brand, waiting }) => [brand, waiting])).toEqual([
      ['nordbahn', 3],
      ['seeweg', 1],
    ]);
    expect(model.oldest.map(({ caseId }) => caseId)).toEqual(['1', '2', '3', '4']);
    expect(model.oldest[0]).toMatchObject({ waitedMs: 22 * 3_600_000, lateMs: 18 * 3_600_000 });
  });

  it('counts a case no more once it was answered, and again when the customer writes', async () => {
    await commitPosts(db, [open('a', 0)]);
    await db.transaction('desk', (tx) =>
      actOnCase(tx, {
        caseId: '1',
        action: { kind: 'answered', at: hour(1), note: null },
        actor: 'kim',
        now: hour(2),
        dueUnder,
      }),
    );
    expect((await rowsAt(3, 24)).queue).toMatchObject([
      { opened: 1, waiting: 0, late: 0, waitingSince: null },
    ]);
    await commitPosts(db, [
      open('b', 5, { by: 'a', thread: 'a', parent: 'a', decision: listed('question') }),
    ]);
    expect((await rowsAt(6, 24)).queue).toMatchObject([{ opened: 1, waiting: 1, waitingSince: hour(5) }]);
  });

  it('counts a post that was found late as new when it was received', async () => {
    await commitPosts(db, [open('a', 0, { receivedAt: 23 })]);
    expect((await rowsAt(24, 2)).queue).toMatchObject([{ opened: 1 }]);
    expect((await rowsAt(40, 2)).queue).toMatchObject([{ opened: 0 }]);
  });

  it('counts posts by whole hours, what was unsure, and what could not be processed', async () => {
    await commitPosts(db, [open('a', 0), open('b', 0, { decision: listed('unsure', true) })], 0);
    await commitPosts(db, [open('c', 5, { decision: listed('praise') })], 5);
    await sql`insert into ops.dead_letter (at, stage, source, events, is_history, error, attempts, state, trace_id)
      values (${hour(1)}, 'triage', 'forum', 1, false, 'x', 3, 'waiting', 't'), (${hour(1)}, 'triage', 'forum', 1, false, 'x', 3, 'retried', 't')`.execute(
      db.kysely,
    );
    expect(await rowsAt(6, 24)).toMatchObject({ read: 3, unsure: 1, deadLetters: 1 });
    expect(await rowsAt(6, 2)).toMatchObject({ read: 1, unsure: 1, deadLetters: 1 });
  });

  it('counts for people of one brand what belongs to no brand, and nothing of another', async () => {
    const desk = (statement: string) => sql.raw(statement).execute(db.kysely);
    await desk(`insert into desk.silence (matcher, comment, author, created_at, ends_at)
      select m::jsonb, 'x', 'lea', '${hour(0).toISOString()}', '${hour(9).toISOString()}'
      from unnest(array['{"kind": "source_stale"}', '{"brand": "nordbahn"}', '{"brand": "seeweg"}']) m`);
    await desk(`insert into desk.outbox (alert, at, unsent, unsent_cause)
      select json_build_object('kind', 'x', 'brand', s.matcher ->> 'brand'), '${hour(1).toISOString()}', 'silenced', s.silence_id::text from desk.silence s`);
    const of = (brands: readonly string[] | null) =>
      db.transaction('desk', (tx) => readSummaryRows(tx, { from: hour(0), now: hour(2), brands }));
    expect(await of(null)).toMatchObject({ silences: 3, keptBack: 3 });
    expect(await of(['nordbahn'])).toMatchObject({ silences: 2, keptBack: 2 });
  });

  it('sees one state of the desk, whatever is committed while it reads', async () => {
    await commitPosts(db, [open('a', 0)]);
    const seen = await db.transaction('desk', async (tx) => {
      const before = await readSummaryRows(tx, { from: hour(0), now: hour(2) });
      if (name === 'postgres') await commitPosts(db, [open('b', 1)]);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from desk."case"`.execute(tx);
      return [before.queue[0]?.waiting, rows[0]?.n];
    });
    expect(seen).toEqual([1, 1]);
  });

  it('cannot write, and cannot look at the sealed half', async () => {
    const reading = (statement: string) =>
      db.transaction('desk', async (tx) => {
        await readSummaryRows(tx, { from: hour(0), now: hour(2) });
        await sql.raw(statement).execute(tx);
      });
    await expect(reading('delete from desk.mention')).rejects.toThrow(/read-only transaction/);
    await expect(reading('select * from sealed.sample')).rejects.toThrow(/permission denied/);
  });
});
