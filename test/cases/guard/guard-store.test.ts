import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { askGuard, noteExecution, tellCompliance } from '../../../src/cases/guard/guard.store.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { countRows, emptyRecord } from '../../support/desk-rows.ts';
import { engines, keepRecord } from '../../support/engines.ts';
import { commitPosts } from '../desk-factory.ts';
import { complains, hour } from '../fold-samples.ts';

const day = (n: number): Date => hour(n * 24);
const settings = { randomShare: 0, recentDays: 180, validDays: 7 };
const clean = {
  id: 'cancel-1',
  kind: 'order_cancelled',
  written: ['VT-7718203'],
  identifiers: ['VT7718203'],
  requestedBy: 'kim',
} as const;

describe.each(engines)('what was carried out (%s)', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const ask = async (now: number) =>
    (
      await db.transaction('desk', (tx) =>
        askGuard(tx, { ...clean, at: day(now) }, { ...settings, now: day(now) }),
      )
    ).kind;
  const report = (at: number, now: number) =>
    db.transaction('desk', (tx) => noteExecution(tx, { id: clean.id, at: day(at) }, day(now)));
  const complain = (at: number) =>
    commitPosts(db, [
      { id: 'a', at: at * 24, by: 'ann', decision: complains('high'), identifiers: [...clean.identifiers] },
    ]);
  const told = async (now: number): Promise<unknown[]> => {
    for (let look = 0; look < 2; look += 1)
      await db.transaction('desk', (tx) => tellCompliance(tx, day(now), settings.validDays));
    const { rows } = await sql<{ kind: string }>`
      select alert ->> 'kind' as kind from desk.outbox where alert ->> 'kind' ~ '^(approval|executed)' order by outbox_id`.execute(
      db.kysely,
    );
    return rows.map(({ kind }) => kind);
  };
  const executed = async () =>
    (
      await sql<{ round: number; executed_at: Date | null }>`
        select round, executed_at from desk.adverse_action order by round`.execute(db.kysely)
    ).rows.map((row) => [row.round, row.executed_at]);

  it('is put down to the answer that was there by then, however late its report comes', async () => {
    expect(await ask(0)).toBe('proceed');
    await complain(5);
    expect(await ask(8)).toBe('second_approval_needed');
    await report(1, 8);
    await report(1, 9);
    expect(await executed()).toEqual([
      [0, day(1)],
      [1, null],
    ]);
    // Nobody is asked to approve what is done.
    expect(await countRows(db, 'desk.adverse_action', "state = 'waiting'")).toBe(0);
    expect(await ask(9)).toBe('second_approval_needed');
    expect(await told(9)).toEqual([]);
  });

  it('is put down to a later answer when it was carried out after that', async () => {
    await ask(0);
    await complain(5);
    await ask(8);
    await report(8.5, 9);
    expect(await executed()).toEqual([
      [0, null],
      [1, day(8.5)],
    ]);
    expect(await told(9)).toEqual(['approval_needed', 'executed_anyway']);
  });

  it('is over: whoever asks for it again hears what was answered, and nobody has to decide', async () => {
    await ask(0);
    await report(1, 1);
    await complain(5);
    expect(await ask(30)).toBe('proceed');
    expect(await countRows(db, 'desk.adverse_action')).toBe(1);
    expect(await told(30)).toEqual([]);
  });

  it('by a clock that runs behind belongs to the first answer all the same', async () => {
    await ask(1);
    await report(0.99, 1);
    expect(await executed()).toEqual([[0, day(0.99)]]);
    expect(await told(2)).toEqual([]);
  });

  it('without a question is judged when somebody asks for it', async () => {
    await report(1, 1);
    await complain(2);
    expect(await ask(3)).toBe('second_approval_needed');
    await report(1, 3);
    expect(await countRows(db, 'desk.adverse_action', "state = 'waiting'")).toBe(1);
    expect(await told(3)).toEqual(['approval_needed', 'executed_unasked']);
  });
});
