import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseReader } from '../../src/domain/case-reader.ts';
import type { Database } from '../../src/postgres/database.ts';
import { listComplianceMarks, marksStatement } from '../../src/problems/compliance.store.ts';
import { type DecisionAsk, decideMark } from '../../src/problems/decision.store.ts';
import { markOutOfBand } from '../../src/problems/out-of-band.store.ts';
import { readOwed } from '../../src/problems/parity.store.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { groupCases } from '../support/group-cases.ts';

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
const says = (id: string, at: number): Post => ({
  id,
  at,
  by: 'boss',
  authorRole: 'brand',
  thread: 'a',
  parent: 'a',
  text: 'Well.',
  decision: { kind: 'review', review: 'own_account', isUnsure: false, reasons: [] },
});

describe.each(engines)('what words out of band were (%s)', (_name, engine) => {
  let db: Database;
  keepRecord(engine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(
      db,
      ['a', 'b'].map((id) => ({ id, at: 0, by: id, text: charged })),
    );
    await groupCases(db, hour(1));
    await commitPosts(db, [says('monday', 2), says('tuesday', 3)]);
    await groupCases(db, hour(4));
  });

  const marks = (reader: CaseReader = null, isAll = false) =>
    db.transaction('desk', (tx) => listComplianceMarks(tx, { brand: null, reader, limit: 50, isAll }));
  const idOf = async (place: number): Promise<string> => (await marks())[place]?.id ?? '';
  const decide = (mark: string, more: Partial<DecisionAsk> = {}) =>
    db.transaction('desk', (tx) =>
      decideMark(tx, {
        mark,
        kind: 'apology',
        note: 'sorry, no more',
        actor: 'mo',
        brands: null,
        reader: null,
        now: hour(5),
        ...more,
      }),
    );
  const owed = () => db.transaction('desk', (tx) => readOwed(tx, 1));
  const told = async () =>
    (
      await sql<{ alert: { kind: string; values: object } }>`select alert from desk.outbox
      where alert ->> 'kind' ~ '^out_of_band' order by outbox_id`.execute(db.kysely)
    ).rows.map(({ alert }) => [alert.kind, alert.values]);

  it('is said of each mark by itself: what was said the day before or after stays a promise', async () => {
    const [tuesday, monday] = [await idOf(0), await idOf(1)];
    expect(await decide(monday)).toEqual({ kind: 'done', caseId: '1' });
    expect((await marks()).map(({ id }) => id)).toEqual([tuesday]);
    expect(await owed()).toEqual(['1', '2']);
    await decide(tuesday);
    expect(await marks()).toEqual([]);
    expect(await owed()).toEqual([]);
  });

  it('is not decided by what somebody writes down of a call', async () => {
    const call = { caseId: '1', kind: 'apology', note: 'by telephone', actor: 'kim', now: hour(5) } as const;
    await db.transaction('desk', (tx) => markOutOfBand(tx, call));
    expect(await marks()).toHaveLength(2);
    expect(await owed()).toEqual(['1', '2']);
  });

  it('is decided once, also by two at the same time, and nobody is alerted of it', async () => {
    const mark = await idOf(0);
    const before = await told();
    expect(before).toEqual([['out_of_band_unclear', { brand: 'nordbahn', count: 2 }]]);
    const decided = await Promise.all([
      decide(mark, { kind: 'attack' }),
      decide(mark, { kind: 'attack', actor: 'ada' }),
    ]);
    expect(decided.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'done']);
    expect((await marks()).map(({ kind }) => kind)).toEqual([null]);
    expect((await marks(null, true)).map(({ kind }) => kind)).toEqual(['attack', null]);
    await groupCases(db, hour(6));
    expect(await told()).toEqual(before);
  });

  it.each(['attack', 'promise'] as const)(
    'settles an attack that a rule found, as %s, and keeps what was found',
    async (kind) => {
      const attack = {
        caseId: '1',
        kind: 'attack',
        note: 'by telephone',
        actor: 'kim',
        now: hour(5),
      } as const;
      await db.transaction('desk', (tx) => markOutOfBand(tx, attack));
      const [found] = await marks();
      expect(found).toMatchObject({ kind: 'attack', decidedBy: null });
      expect(await decide(found?.id ?? '', { kind })).toEqual({ kind: 'done', caseId: '1' });
      expect((await marks()).map(({ kind: left }) => left)).toEqual([null, null]);
      expect((await marks(null, true))[0]).toMatchObject({
        kind,
        decidedBy: 'mo',
        note: 'by telephone · sorry, no more',
      });
      expect(await decide(found?.id ?? '')).toEqual({ kind: 'decided', as: kind });
      const { rows } =
        await sql`select value from desk.activity where kind like 'out_of_band%' and actor in ('kim', 'mo') order by activity_id`.execute(
          db.kysely,
        );
      expect(rows).toEqual([{ value: 'attack' }, { value: kind }]);
    },
  );

  it('owes what was taken for an attack and was a promise', async () => {
    for (const place of [1, 0]) await decide(await idOf(place));
    const attack = { caseId: '1', kind: 'attack', note: 'x', actor: 'kim', now: hour(5) } as const;
    await db.transaction('desk', (tx) => markOutOfBand(tx, attack));
    expect(await owed()).toEqual([]);
    await decide(await idOf(0), { kind: 'promise' });
    expect(await owed()).toEqual(['1', '2']);
  });

  it.each<readonly [string, Partial<DecisionAsk>]>([
    ['of another brand', { brands: ['seeweg'] }],
    [
      'of a case kept from the reader',
      { reader: { danger: true, dispute: true, staff: true, partialTo: ['kim'] } },
    ],
  ])('is nothing to decide %s', async (_what, more) => {
    await sql`insert into desk.accused values (1, 'kim', ${hour(4)}, 'lea')`.execute(db.kysely);
    expect(await decide(await idOf(0), more)).toEqual({ kind: 'unknown' });
    expect(await decide('1')).toEqual({ kind: 'unknown' });
    expect(await marks()).toHaveLength(2);
  });

  it('is listed by an index, however much was said and decided', async () => {
    await sql`
      insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, post_key, value)
      select 1, '1|' || v.kind || '|' || n, ${hour(3)}, 'out_of_band', 'brand', true, true, 'x|' || n, v.value
      from generate_series(1, 3000) n cross join (values ('u', null), ('p', 'promise')) v (kind, value)`.execute(
      db.kysely,
    );
    await sql`
      insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, value)
      select case_id, case_id || '|out_of_band_decided|' || activity_id, at, 'out_of_band_decided', 'mo', false, true, 'apology'
      from desk.activity where kind = 'out_of_band' and value is null and activity_id % 2 = 0`.execute(
      db.kysely,
    );
    await sql`analyze desk.activity`.execute(db.kysely);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain (costs off) ${marksStatement({ brand: null, reader: null, limit: 50, isAll: false })}`.execute(
      db.kysely,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('activity_for_compliance');
    expect(plan).not.toMatch(/Sort|Seq Scan on activity/);
  });
});
