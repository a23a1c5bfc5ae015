import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { accuse, readAccused, withdrawAccused } from '../../src/cases/lease/accused.store.ts';
import { clearancesFor, type Rights } from '../../src/cases/lease/desk-person.ts';
import { firstStatement, leaseNext, refreshLease, releaseLease } from '../../src/cases/lease/lease.store.ts';
import { skipCase } from '../../src/cases/lease/skip.store.ts';
import type { WaitingFor } from '../../src/cases/lease/waiting.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { countRows, emptyRecord, readActivities } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { hour } from './fold-samples.ts';
import { asking, insertWaiting, rights, type Waiting } from './waiting-cases.ts';

const minutes = (n: number): number => n / 60;

describe.each(engines)('leases on %s', (name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const next = (ask: WaitingFor) => db.transaction('desk', (tx) => leaseNext(tx, ask));
  const idOf = async (ask: WaitingFor): Promise<string> => {
    const handed = await next(ask);
    return handed.kind === 'idle' ? 'idle' : handed.lease.caseId;
  };
  const release = (caseId: string, holder: string, at = 0) =>
    db.transaction('desk', (tx) => releaseLease(tx, { caseId, name: holder, now: hour(at) }));
  const refresh = (caseId: string, holder: string, at = 0) =>
    db.transaction('desk', (tx) => refreshLease(tx, { caseId, name: holder, now: hour(at) }));
  const skip = (caseId: string, holder: string, because: 'language' | 'distress' | 'other', at = 0) =>
    db.transaction('desk', (tx) =>
      skipCase(tx, { caseId, name: holder, because, note: null, actor: `key-${holder}`, now: hour(at) }),
    );

  it('hands out the queue in its order, one case a person, and the same one when asked twice', async () => {
    await insertWaiting(db, [{ due: 3 }, { due: 1 }, { due: 2, clock: 1 }, { due: 2 }, { due: null }]);
    expect(await next(asking('kim'))).toMatchObject({
      kind: 'leased',
      lease: { caseId: '2', holder: 'kim', until: hour(minutes(10)) },
    });
    expect(await next(asking('kim', { at: minutes(5) }))).toMatchObject({
      kind: 'held',
      lease: { caseId: '2', leasedAt: hour(0), until: hour(minutes(15)) },
    });
    expect([await idOf(asking('lea')), await idOf(asking('mo')), await idOf(asking('zoe'))]).toEqual([
      '4',
      '3',
      '1',
    ]);
    expect(await next(asking('jan'))).toEqual({ kind: 'idle', confidential: 0 });
  });

  it('hands a case on after ten minutes, unless its holder asked for ten more, and keeps the first and last claim', async () => {
    await insertWaiting(db, [{ due: 1 }, { due: 2 }]);
    await next(asking('kim'));
    expect(await refresh('1', 'kim', minutes(9))).toMatchObject({
      kind: 'done',
      lease: { until: hour(minutes(19)) },
    });
    expect(await idOf(asking('lea', { at: minutes(18) }))).toBe('2');
    expect(await idOf(asking('mo', { at: minutes(19) }))).toBe('1');
    expect(await refresh('1', 'kim', minutes(19))).toEqual({
      kind: 'refused',
      refusal: { code: 'leased', since: hour(minutes(19)) },
    });
    const { rows } =
      await sql`select first_claimed_at, last_claimed_at from desk."case" where case_id = 1`.execute(
        db.kysely,
      );
    expect(rows).toEqual([{ first_claimed_at: hour(0), last_claimed_at: hour(minutes(19)) }]);
  });

  it('says why a lease is neither refreshed nor given back, without a name', async () => {
    await insertWaiting(db, [{ due: 1 }]);
    await next(asking('kim'));
    for (const change of [refresh, release]) {
      expect(await change('1', 'lea', minutes(3))).toEqual({
        kind: 'refused',
        refusal: { code: 'leased', since: hour(0) },
      });
      expect(await change('1', 'kim', minutes(10))).toEqual({
        kind: 'refused',
        refusal: { code: 'lapsed', since: hour(minutes(10)) },
      });
      expect(await change('9', 'kim')).toEqual({ kind: 'refused', refusal: { code: 'unknown' } });
      expect(await change('1', 'lea', minutes(11))).toEqual({
        kind: 'refused',
        refusal: { code: 'not_leased' },
      });
    }
  });

  it('puts a case that is given back where it stood, so that nobody chooses by giving back', async () => {
    await insertWaiting(db, [{ due: 1 }, { due: 2 }]);
    await next(asking('kim'));
    expect(await release('1', 'kim')).toMatchObject({ kind: 'done' });
    expect(await idOf(asking('kim'))).toBe('1');
  });

  it('lets go of a held case that was taken, answered, merged, put to sleep or made confidential meanwhile', async () => {
    for (const change of [
      "assignee = 'lea'",
      'due_at = null',
      'merged_into = 2',
      `snoozed_until = '${hour(9).toISOString()}'`,
      "danger = 'person_at_risk'",
      'in_dispute = true',
    ]) {
      await emptyRecord(db);
      await insertWaiting(db, [{ due: 1 }, { due: 2 }]);
      await next(asking('kim'));
      await sql.raw(`update desk."case" set ${change} where case_id = 1`).execute(db.kysely);
      expect(await idOf(asking('kim'))).toBe('2');
      expect(await countRows(db, 'desk.lease')).toBe(1);
    }
  });

  it('hands a skipped case to the next person; for a reason that stays never again to the same, otherwise after a day', async () => {
    await insertWaiting(db, [{ due: 1 }]);
    await next(asking('kim'));
    expect(await skip('1', 'lea', 'language')).toMatchObject({ refusal: { code: 'leased' } });
    await skip('1', 'kim', 'other');
    expect(await idOf(asking('kim', { at: 23 }))).toBe('idle');
    expect(await idOf(asking('kim', { at: 24 }))).toBe('1');
    await skip('1', 'kim', 'distress', 24);
    expect(await idOf(asking('kim', { at: 1_000 }))).toBe('idle');
    expect(await idOf(asking('lea', { at: 24 }))).toBe('1');
    expect((await readActivities(db)).map(({ kind }) => kind)).toEqual(['passed_on']);
    expect(JSON.stringify((await sql`select * from desk.skip`.execute(db.kysely)).rows)).not.toMatch(
      /"kim"|distress/,
    );
  });

  it('counts what it hands to nobody where no people are configured', async () => {
    await insertWaiting(db, [{ danger: 'child' }, { dispute: true }, { danger: 'child', due: null }]);
    expect(await next(asking('kim', { rights: null }))).toEqual({ kind: 'idle', confidential: 2 });
    await sql`update desk."case" set danger = null where case_id = 1`.execute(db.kysely);
    expect(await idOf(asking('kim', { rights: null }))).toBe('1');
  });

  it('keeps a complaint about somebody from whoever was named, and ends the lease in which it was', async () => {
    await insertWaiting(db, [{ categories: ['staff'] }]);
    const cleared = (who: string, partialTo: readonly string[]) =>
      asking(who, { rights: rights({ clearances: ['staff_conduct'], partialTo }) });
    expect(await idOf(asking('jan'))).toBe('idle');
    expect(await idOf(cleared('kim', ['kim', 'lea']))).toBe('1');
    const row = { caseId: '1', person: 'kim', by: 'lea', at: hour(0) };
    expect(await db.transaction('desk', (tx) => accuse(tx, row))).toBe(true);
    expect(await db.transaction('desk', (tx) => accuse(tx, row))).toBe(false);
    expect(await idOf(cleared('kim', ['kim', 'lea']))).toBe('idle');
    expect(await idOf(cleared('lea', ['lea', 'kim']))).toBe('idle');
    expect(await idOf(cleared('mo', ['mo', 'zoe']))).toBe('1');
    await release('1', 'mo');
    expect(await db.transaction('desk', (tx) => withdrawAccused(tx, '1', 'kim'))).toBe(true);
    expect(await db.transaction('desk', (tx) => readAccused(tx, '1'))).toEqual([]);
    expect(await idOf(cleared('kim', ['kim', 'lea']))).toBe('1');
  });

  it('hands out exactly the first case that a person may have, whatever the cases and the profile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(waitingCase, { maxLength: 12 }), profile, async (cases, given) => {
        await emptyRecord(db);
        await insertWaiting(db, cases);
        expect(await idOf(asking('kim', { rights: given }))).toBe(firstFor(cases, given));
      }),
      { numRuns: name === 'postgres' ? 60 : 25 },
    );
  });

  it('walks the index of the queue in its order, without a sort, at 20,000 cases', async () => {
    if (name !== 'postgres') return;
    await insertWaiting(
      db,
      Array.from({ length: 20_000 }, (_, i) => ({ due: (i * 7919) % 90_000, clock: i % 77 })),
    );
    await sql`analyze desk."case"`.execute(db.kysely);
    for (const given of [rights(), rights({ brands: ['nordbahn'], clearances: ['staff_conduct'] }), null]) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain (costs off) ${firstStatement(asking('kim', { rights: given }))}`.execute(db.kysely);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Scan using case_queue(_brand)? on "case" c/);
      expect(plan).not.toMatch(/Sort|Seq Scan on "case"/);
    }
  });
});

const waitingCase = fc.record({
  due: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 }),
  clock: fc.integer({ min: 0, max: 3 }),
  brand: fc.constantFrom('nordbahn', 'seeweg'),
  language: fc.constantFrom('en', 'de', 'fr', null),
  danger: fc.option(fc.constant('person_at_risk'), { freq: 2 }),
  dispute: fc.boolean(),
  categories: fc.constantFrom(['staff'], ['delivery', 'staff'], ['billing'], []),
  assignee: fc.option(fc.constant('lea'), { freq: 1 }),
  merged: fc.boolean(),
  snoozed: fc.option(fc.integer({ min: -2, max: 2 }), { freq: 2 }),
});

const profile = fc.option(
  fc.record({
    languages: fc.subarray(['en', 'de'], { minLength: 1 }),
    spoken: fc.constantFrom(['en', 'de'], ['en', 'de', 'fr']),
    brands: fc.option(fc.subarray(['nordbahn', 'seeweg'], { minLength: 1 })),
    clearances: fc.subarray(['danger', 'counsel', 'staff_conduct'] as const),
    partialTo: fc.constant([]),
  }),
  { freq: 5 },
);

type Whole = Omit<Required<Waiting>, 'severity'>;

/** The rules once more, in other words. */
const firstFor = (cases: readonly Whole[], given: Rights | null): string => {
  const free = cases
    .map((row, index) => ({ ...row, id: index + 1 }))
    .filter(
      ({ due, assignee, merged, snoozed }) => due !== null && !assignee && !merged && (snoozed ?? 0) <= 0,
    )
    .filter((row) => (given === null ? row.danger === null && !row.dispute : isFor(row, given)))
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || a.clock - b.clock || a.id - b.id);
  return `${free[0]?.id ?? 'idle'}`;
};

const isFor = (row: Whole, { languages, spoken, brands, clearances }: Rights): boolean => {
  const { language } = row;
  const isRead = language === null || languages.includes(language) || !spoken.includes(language);
  const needed = clearancesFor({
    danger: row.danger as 'child' | null,
    inDispute: row.dispute,
    categories: row.categories as ['staff'],
  });
  return (
    (isRead || row.danger !== null) &&
    (brands === null || brands.includes(row.brand)) &&
    needed.every((one) => clearances.includes(one))
  );
};
