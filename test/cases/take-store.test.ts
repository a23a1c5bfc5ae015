import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accuse } from '../../src/cases/lease/accused.store.ts';
import { leaseNext } from '../../src/cases/lease/lease.store.ts';
import type { JumpReason } from '../../src/cases/lease/lease.ts';
import { takeCase } from '../../src/cases/lease/take.store.ts';
import type { WaitingFor } from '../../src/cases/lease/waiting.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { hour } from './fold-samples.ts';
import { asking, insertWaiting, rights } from './waiting-cases.ts';

describe.each(engines)('taking a case on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const take = (
    caseId: string,
    ask: WaitingFor,
    { because = null, takeOver = false }: { because?: JumpReason | null; takeOver?: boolean } = {},
  ) =>
    db.transaction('desk', (tx) =>
      takeCase(tx, { ...ask, caseId, because, takeOver, dueUnder: () => hour(9) }),
    );
  const receipts = async () =>
    (await sql`select case_id, reason, older, actor from desk.queue_jump`.execute(db.kysely)).rows;

  it('takes what the queue handed over, and the first of the queue, without a reason or a receipt', async () => {
    await insertWaiting(db, [{ due: 1 }, { due: 2 }, { due: 3 }]);
    await db.transaction('desk', (tx) => leaseNext(tx, asking('lea')));
    expect(await take('2', asking('kim'))).toMatchObject({ kind: 'done', state: { assignee: 'kim' } });
    expect(await take('1', asking('lea'))).toMatchObject({ kind: 'done' });
    expect(await countRows(db, 'desk.lease')).toBe(0);
    expect(await receipts()).toEqual([]);
  });

  it('wants a reason for another case, and keeps how many older ones of at least its severity it came before', async () => {
    await insertWaiting(db, [
      { due: 1, severity: 'low' },
      { due: 2, severity: 'high' },
      { due: 3, severity: 'critical' },
      { due: 4, severity: 'critical', brand: 'seeweg' },
      { due: 5, severity: 'high' },
      { due: 6, severity: 'critical' },
    ]);
    const kim = asking('kim', { rights: rights({ brands: ['nordbahn'] }) });
    expect(await take('5', kim)).toEqual({ kind: 'kept', refusal: { code: 'older_wait', older: 2 } });
    expect(await countRows(db, 'desk."case"', 'assignee is not null')).toBe(0);
    expect(await take('5', kim, { because: 'expertise' })).toMatchObject({ kind: 'done' });
    expect(await receipts()).toEqual([{ case_id: '5', reason: 'expertise', older: 2, actor: 'key-kim' }]);
  });

  it('asks for no reason where nobody older of at least its severity waits for this person', async () => {
    await insertWaiting(db, [
      { due: 1, severity: 'low' },
      { due: 1, severity: 'critical', danger: 'child' },
      { due: 1, severity: 'high', assignee: 'mo' },
      { due: 1, severity: 'high', language: 'de' },
      { due: 2, severity: 'medium' },
      { due: null, severity: 'low' },
    ]);
    const kim = asking('kim', { rights: rights({ languages: ['en'] }) });
    expect(await take('5', kim, { because: 'other' })).toMatchObject({ kind: 'done' });
    expect(await take('6', kim)).toMatchObject({ kind: 'done' });
    expect(await receipts()).toEqual([]);
  });

  it('leaves a case to whoever was handed it, until the lease ends or a lead takes over', async () => {
    await insertWaiting(db, [{ due: 1 }]);
    await db.transaction('desk', (tx) => leaseNext(tx, asking('kim')));
    expect(await take('1', asking('lea', { at: 0.1 }))).toEqual({
      kind: 'kept',
      refusal: { code: 'leased', since: hour(0) },
    });
    expect(await take('1', asking('lea', { at: 0.1 }), { takeOver: true })).toMatchObject({ kind: 'done' });
    expect(await take('1', asking('kim', { at: 0.1 }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'taken', by: 'lea' },
    });
  });

  it('keeps what needs a clearance, and a complaint about somebody from them, in the same words', async () => {
    await insertWaiting(db, [{ danger: 'child' }, { categories: ['staff'] }, { brand: 'seeweg' }]);
    const cleared = asking('kim', {
      rights: rights({ brands: ['nordbahn'], clearances: ['staff_conduct'], partialTo: ['kim', 'lea'] }),
    });
    await db.transaction('desk', (tx) => accuse(tx, { caseId: '2', person: 'lea', by: 'jan', at: hour(0) }));
    const kept = { kind: 'kept', refusal: { code: 'kept' } };
    expect(await take('1', cleared)).toEqual(kept);
    expect(await take('2', cleared)).toEqual(kept);
    expect(await take('3', cleared)).toEqual({ kind: 'kept', refusal: { code: 'other_brand' } });
    expect(await take('9', cleared)).toEqual({ kind: 'unknown' });
    expect(await take('1', asking('kim', { rights: null }))).toMatchObject({ kind: 'done' });
  });
});
