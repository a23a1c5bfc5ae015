import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { readToldProblems } from '../../src/problems/told-problem.store.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';

describe('what the team heard of the problem of a case', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  /** The posts a, b and c opened EH-1, EH-2 and EH-3; a and b are of P-1, b joined in the fourth hour. */
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'ann', text: 'Charged twice.', decision: complains('medium') },
      { id: 'b', at: 1, by: 'bob', text: 'Charged twice, too.', decision: complains('high') },
      { id: 'c', at: 1, by: 'cem', text: 'The app is slow.', decision: complains('low') },
    ]);
    await sql`
      insert into desk.problem (problem_id, brand, state, began_at, since_at, created_at)
      values (1, 'nordbahn', 'escalating', ${hour(0)}, ${hour(2)}, ${hour(0)})`.execute(db.kysely);
    for (const [id, joined] of [
      ['a', 1],
      ['b', 4],
    ] as const)
      await sql`
        insert into desk.problem_member (mention_id, status, brand, problem_id, found, kind, is_automated, written_at, grouped_at)
        select mention_id, 'confirmed', brand, 1, 1, 'exact', true, ${hour(joined)}::timestamptz, ${hour(joined)}::timestamptz
        from desk.mention where native_id = ${id}`.execute(db.kysely);
  });
  const tell = (at: number, unsent: string | null = null, flushed: number | null = at) =>
    sql`
      insert into desk.outbox (alert, at, flushed_at, unsent)
      values (${JSON.stringify({ kind: 'problem_escalating', brand: 'nordbahn', values: { problem: 'P-1' } })}::jsonb,
        ${hour(at)}, ${flushed === null ? null : hour(flushed)}, ${unsent})`.execute(db.kysely);
  const read = async () =>
    Object.fromEntries(await db.transaction('desk', (tx) => readToldProblems(tx, ['1', '2', '3'])));

  it('is as severe as its members were when it was told, and nothing where a case is of none', async () => {
    await tell(2);
    const early = { problemId: 'P-1', toldAs: 'medium' };
    expect(await read()).toEqual({ 1: early, 2: early });
    await tell(5);
    const late = { problemId: 'P-1', toldAs: 'high' };
    expect(await read()).toEqual({ 1: late, 2: late });
  });

  it.each([
    ['before anybody was told', () => tell(2, null, null)],
    ['when its alert was silenced', () => tell(2, 'silenced')],
    ['when it was told of an earlier time only', () => tell(1)],
    [
      'when it is resolved',
      async () => {
        await tell(2);
        await sql`update desk.problem set state = 'resolved'`.execute(db.kysely);
      },
    ],
  ])('is nothing %s', async (_, arrange) => {
    await arrange();
    const untold = { problemId: 'P-1', toldAs: null };
    expect(await read()).toEqual({ 1: untold, 2: untold });
  });

  it('counts no member that is only suggested', async () => {
    await tell(5);
    await sql`update desk.problem_member set status = 'suggested'`.execute(db.kysely);
    expect(await read()).toEqual({});
  });
});
