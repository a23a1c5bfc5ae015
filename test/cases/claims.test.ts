import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { leaseNext, releaseLease } from '../../src/cases/lease/lease.store.ts';
import { takeCase } from '../../src/cases/lease/take.store.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { type TakenDatabase, takeDatabase } from '../support/shared-cluster.ts';
import { hour } from './fold-samples.ts';
import { asking, insertWaiting } from './waiting-cases.ts';

const claimers = Array.from({ length: 32 }, (_, index) => `person-${index}`);
const cases = 320;

(hasPostgres ? describe : describe.skip)('32 people who claim at once', () => {
  let place: TakenDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await takeDatabase();
    db = await openDatabase({ kind: 'postgres', url: place.url, maxConnections: 32 });
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    await place?.drop();
  });

  it('hold no case twice, get all of them, and none goes without', async () => {
    await insertWaiting(
      db,
      Array.from({ length: cases }, (_, i) => ({
        due: i % 40,
        clock: i % 7,
        severity: i % 2 === 0 ? 'low' : 'high',
      })),
    );
    const holders = new Map<string, string>();
    const taken = new Map<string, string>();
    const clashes: string[] = [];
    const work = async (who: string): Promise<number> => {
      let mine = 0;
      for (let turn = 0; ; turn += 1) {
        const ask = asking(who);
        const handed = await db.transaction('desk', (tx) => leaseNext(tx, ask));
        if (handed.kind === 'idle') return mine;
        const { caseId } = handed.lease;
        const other = holders.get(caseId);
        if (other !== undefined && other !== who) clashes.push(`${caseId}: ${other} and ${who}`);
        holders.set(caseId, who);
        if (turn % 5 === 4) {
          // Somebody else may have it before the answer is here.
          holders.delete(caseId);
          await db.transaction('desk', (tx) => releaseLease(tx, { caseId, name: who, now: ask.now }));
          continue;
        }
        const took = await db.transaction('desk', (tx) =>
          takeCase(tx, { ...ask, caseId, takeOver: false, because: null, dueUnder: () => hour(9) }),
        );
        if (took.kind !== 'done' || taken.has(caseId)) clashes.push(`${caseId}: ${took.kind} by ${who}`);
        taken.set(caseId, who);
        mine += 1;
      }
    };
    const shares = await Promise.all(claimers.map(work));
    expect(clashes).toEqual([]);
    expect(taken.size).toBe(cases);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    const { rows } = await sql<{ n: string; owners: string }>`
      select count(*) as n, count(distinct assignee) as owners from desk."case" where assignee is not null and first_claimed_at is not null`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ n: `${cases}`, owners: `${claimers.length}` }]);
  }, 60_000);

  it('under one name: all of them are handed one and the same case, and the others stay free', async () => {
    await emptyRecord(db);
    await insertWaiting(
      db,
      Array.from({ length: 40 }, (_, due) => ({ due })),
    );
    const handed = await Promise.all(
      Array.from({ length: 8 }, () => db.transaction('desk', (tx) => leaseNext(tx, asking('kim')))),
    );
    const kinds = handed.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual([...Array.from({ length: 7 }, () => 'held'), 'leased']);
    const { rows } = await sql<{ n: string }>`select count(*) as n from desk.lease`.execute(db.kysely);
    expect(rows).toEqual([{ n: '1' }]);
  });

  it('who take one and the same case by its number: one has it, the others are told since when', async () => {
    await emptyRecord(db);
    await insertWaiting(db, [{ due: 1 }]);
    const outcomes = await Promise.all(
      claimers.map((who) =>
        db.transaction('desk', (tx) =>
          takeCase(tx, {
            ...asking(who),
            caseId: '1',
            takeOver: false,
            because: null,
            dueUnder: () => hour(9),
          }),
        ),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(31);
  });
});
