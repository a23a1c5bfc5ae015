import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import { readCaseFile } from '../../src/cases/case-file.store.ts';
import { breaches, failedRemedy } from '../../src/cases/escalation/chain.store.ts';
import { accuse, readAccused } from '../../src/cases/lease/accused.store.ts';
import { anybody } from '../../src/cases/lease/desk-person.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import { type LifeAsk, mergeCases, unmergeCase } from '../../src/cases/life/merge.store.ts';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import { splitCase } from '../../src/cases/life/split.store.ts';
import { caseFileView } from '../../src/cli/cases/case-view.ts';
import type { Database } from '../../src/postgres/database.ts';
import { markOutOfBand } from '../../src/problems/out-of-band.store.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';
import { rights } from './waiting-cases.ts';

describe.each(engines)('joining and parting cases, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      { id: 'a', at: 0, decision: complains('medium', ['billing']), identifiers: ['order 7'] },
      { id: 'b', at: 1, decision: complains('high', ['delivery']), identifiers: ['parcel 8'] },
      { id: 'c', at: 2, by: 'bob', decision: complains('high') },
    ]);
  });

  const ask = (at: number, more: Partial<LifeAsk> = {}): LifeAsk => ({
    actor: 'kim',
    now: hour(at),
    dueUnder,
    note: null,
    personOf: anybody,
    ...more,
  });
  const merge = (fromId: string, intoId: string, at = 3, more: Partial<LifeAsk> = {}) =>
    db.transaction('desk', (tx) => mergeCases(tx, { fromId, intoId }, ask(at, more)));
  const unmerge = (id: string, at = 20) => db.transaction('desk', (tx) => unmergeCase(tx, id, ask(at)));
  const doTo = (caseId: string, action: CaseAction, at: number) =>
    db.transaction('desk', (tx) => actOnCase(tx, { caseId, action, actor: 'kim', now: hour(at), dueUnder }));
  const stored = async (caseId: string) => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from desk."case" where case_id = ${caseId}`.execute(db.kysely);
    const { version: _version, updated_at: _at, ...row } = rows[0] ?? {};
    return row;
  };
  const postsOf = async (caseId: string) =>
    (await db.transaction('desk', (tx) => readCaseFile(tx, caseId)))?.posts.map(({ nativeId }) => nativeId);
  const areTold = async (...ids: readonly string[]) => {
    for (const id of ids) {
      const { row, activities } = await db.transaction('desk', (tx) => readLife(tx, id));
      expect(replay(activities)).toEqual(standingOf(row));
    }
  };

  it('gives both rows back as they were, column by column', async () => {
    const before = [await stored('1'), await stored('2')];
    expect(await merge('2', '1')).toMatchObject({ kind: 'done' });
    expect(await postsOf('1')).toEqual(['a', 'b']);
    expect(await postsOf('2')).toEqual([]);
    await areTold('1', '2');
    expect(await unmerge('2')).toMatchObject({ kind: 'done' });
    expect([await stored('1'), await stored('2')]).toEqual(before);
    expect([await postsOf('1'), await postsOf('2')]).toEqual([['a'], ['b']]);
    await areTold('1', '2');
    expect(await unmerge('2')).toMatchObject({ kind: 'refused', refusal: { code: 'not_merged' } });
    // And once more, for a merge that has ended is no obstacle to the next.
    expect(await merge('2', '1')).toMatchObject({ kind: 'done' });
  });

  it('files what comes in the thread of the merged case with the one that goes on, and gives it back', async () => {
    await merge('2', '1');
    await commitPosts(db, [
      {
        id: 'b2',
        at: 5,
        thread: 'b',
        parent: 'b',
        text: 'and now?',
        decision: complains('critical', ['delivery']),
      },
      {
        id: 's',
        at: 6,
        by: 'help',
        authorRole: 'support',
        thread: 'b',
        parent: 'b',
        decision: listed('own_account'),
      },
    ]);
    expect(await postsOf('1')).toEqual(['a', 'b', 'b2', 's']);
    expect(await countRows(db, 'desk."case"')).toBe(3);
    expect(await stored('1')).toMatchObject({
      severity: 'critical',
      last_response_at: hour(6),
      due_at: null,
    });
    await areTold('1', '2');
    await unmerge('2');
    expect(await postsOf('2')).toEqual(['b', 'b2', 's']);
    expect(await stored('2')).toMatchObject({ merged_into: null, severity: 'critical', due_at: null });
    expect(await postsOf('1')).toEqual(['a']);
    await areTold('1', '2');
    await commitPosts(db, [{ id: 'b3', at: 21, thread: 'b', parent: 'b2', decision: listed() }]);
    expect(await postsOf('2')).toEqual(['b', 'b2', 's', 'b3']);
  });

  it('gives danger and the accused of what came since back with it', async () => {
    await merge('2', '1');
    const danger = { ...complains('critical', ['staff']), danger: 'product' } as const;
    await commitPosts(db, [{ id: 'b2', at: 5, thread: 'b', parent: 'b', decision: danger }]);
    await db.transaction('desk', (tx) => accuse(tx, { caseId: '1', person: 'mo', by: 'lea', at: hour(6) }));
    await unmerge('2');
    expect(await stored('2')).toMatchObject({ danger: 'product', categories: ['delivery', 'staff'] });
    await areTold('1', '2');
    expect(await db.transaction('desk', (tx) => readAccused(tx, '2'))).toEqual(['mo']);
  });

  it('keeps a case and what is split off it from the same people', async () => {
    await commitPosts(db, [
      { id: 'a2', at: 2.5, thread: 'a', parent: 'a', decision: complains('high', ['staff']) },
    ]);
    await db.transaction('desk', (tx) => accuse(tx, { caseId: '1', person: 'mo', by: 'lea', at: hour(3) }));
    const { rows } = await sql<{ id: string }>`
      select mention_id as id from desk.mention where native_id = 'a2'`.execute(db.kysely);
    await db.transaction('desk', (tx) =>
      splitCase(tx, { caseId: '1', mentionIds: rows.map(({ id }) => id) }, ask(4)),
    );
    expect(await countRows(db, 'desk.accused', `person = 'mo' and case_id <> 1`)).toBe(1);
  });

  it('leaves nobody a case that its owner would not have been given: what came in is kept from them', async () => {
    const danger = { ...complains('critical', ['delivery']), danger: 'product' } as const;
    await commitPosts(db, [{ id: 'b2', at: 2.2, thread: 'b', parent: 'b', decision: danger }]);
    const personOf = (name: string) => ({ name, rights: rights() });
    const take: CaseAction = { kind: 'take', takeOver: false };
    await doTo('1', take, 2.5);
    for (const [caseId, holder] of [
      ['1', 'jo'],
      ['2', 'mo'],
    ] as const)
      await sql`insert into desk.lease values (${caseId}, ${holder}, ${hour(2)}, ${hour(9)})`.execute(
        db.kysely,
      );
    expect(await merge('2', '1', 3, { personOf })).toMatchObject({ into: { assignee: null, takenAt: null } });
    expect(await countRows(db, 'desk.lease')).toBe(0);
    const said = await sql<Record<string, unknown>>`
      select kind, previous, value, note from desk.activity where case_id = 1 order by activity_id desc limit 1`.execute(
      db.kysely,
    );
    expect(said.rows).toEqual([{ kind: 'released', previous: null, value: 'kept', note: null }]);
    await areTold('1', '2');
    await db.transaction('desk', (tx) => unmergeCase(tx, '2', ask(4, { personOf })));
    expect(await stored('1')).toMatchObject({ assignee: 'kim', taken_at: hour(2.5), danger: null });
    await areTold('1', '2');
    // Whom it is about came in with it, and stays: the owner of before may not have it back.
    await db.transaction('desk', (tx) => accuse(tx, { caseId: '2', person: 'kim', by: 'lea', at: hour(5) }));
    await merge('2', '1', 6);
    await db.transaction('desk', (tx) =>
      unmergeCase(tx, '2', ask(7, { personOf: (name) => ({ name, rights: rights({ partialTo: [name] }) }) })),
    );
    expect(await stored('1')).toMatchObject({ assignee: null, taken_at: null });
    await areTold('1', '2');
  });

  it('leaves a case with its owner who may have what comes in', async () => {
    await doTo('1', { kind: 'take', takeOver: false }, 2.5);
    await merge('2', '1', 3, { personOf: (name) => ({ name, rights: rights() }) });
    expect(await stored('1')).toMatchObject({ assignee: 'kim' });
  });

  it('counts missed deadlines and failed remedies of a merged case with the one that goes on, until they part', async () => {
    const missed = (caseId: number, at: number) =>
      sql`insert into desk.breach values (${caseId}, ${hour(at)}, 'first_response', ${hour(at)})`.execute(
        db.kysely,
      );
    await missed(1, 0.5);
    await missed(2, 5);
    await doTo('2', { kind: 'resolve', note: null }, 6);
    await commitPosts(db, [{ id: 'b2', at: 7, thread: 'b', parent: 'b', decision: listed() }]);
    const factsOf = async (caseId: string) => {
      const { rows } = await sql<{ breaches: number; failed: boolean }>`
        select ${breaches} as breaches, ${failedRemedy} as failed from desk."case" c where case_id = ${caseId}`.execute(
        db.kysely,
      );
      return [rows[0]?.breaches, rows[0]?.failed];
    };
    expect([await factsOf('1'), await factsOf('2')]).toEqual([
      [1, false],
      [1, true],
    ]);
    await merge('2', '1', 8);
    // The deadline that went over with the case is told late once more there: it is the same one.
    await missed(1, 5);
    expect(await factsOf('1')).toEqual([2, true]);
    await unmerge('2');
    expect([await factsOf('1'), await factsOf('2')]).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  it('shows what was promised at a merged case, also two merges away, with the one that goes on, until they part', async () => {
    await commitPosts(db, [{ id: 'd', at: 2.5, decision: complains('low') }]);
    const mark = { kind: 'promise', note: 'on the telephone', actor: 'kim', now: hour(3) } as const;
    await db.transaction('desk', (tx) => markOutOfBand(tx, { ...mark, caseId: '2' }));
    await merge('2', '4', 4);
    await merge('4', '1', 5);
    const marksOf = async (caseId: string) =>
      (await db.transaction('desk', (tx) => readCaseFile(tx, caseId)))?.activities
        .filter(({ kind }) => kind === 'out_of_band')
        .map(({ value, from, note }) => [value, from, note]);
    expect([await marksOf('1'), await marksOf('4')]).toEqual([
      [['promise', '2', mark.note]],
      [['promise', '2', mark.note]],
    ]);
    const file = await db.transaction('desk', (tx) => readCaseFile(tx, '1'));
    const view = { isHidden: false, timezone: 'UTC', names: [] };
    const render = { language: 'en', isColour: false, width: 80, now: hour(6) } as const;
    expect(file && caseFileView(file, view, render)).toContain('promise (EH-2)');
    await unmerge('4');
    expect(await marksOf('1')).toEqual([]);
  });

  it('refuses two customers and names both cases, and changes nothing', async () => {
    const before = await stored('3');
    expect(await merge('3', '1')).toEqual({
      kind: 'refused',
      caseId: '3',
      refusal: { code: 'other_customer', other: '1' },
    });
    expect(await merge('1', '99')).toEqual({ kind: 'unknown', caseId: '99' });
    expect(await merge('1', '2', 3, { expectedVersion: 4 })).toMatchObject({
      refusal: { code: 'stale', version: 1 },
    });
    expect(await stored('3')).toEqual(before);
    expect(await countRows(db, 'desk.case_merge')).toBe(0);
  });

  it('unmerges the last one first, and not beside a case that the thread went on in', async () => {
    await commitPosts(db, [{ id: 'd', at: 2, decision: complains('low', ['account']) }]);
    await merge('2', '1', 3);
    await merge('4', '1', 4);
    expect(await unmerge('2')).toMatchObject({ refusal: { code: 'merged_later', other: '4' } });
    await doTo('1', { kind: 'dismiss', as: 'spam', reason: 'an advertisement' }, 5);
    await commitPosts(db, [
      { id: 'd2', at: 6, thread: 'd', text: 'still', decision: complains('high', ['account']) },
    ]);
    expect(await unmerge('4')).toMatchObject({ refusal: { code: 'goes_on', other: '5' } });
  });

  it('is there for both when posts of them are folded at the same moment', async () => {
    await Promise.all([
      merge('2', '1'),
      ...Array.from({ length: 6 }, (_, n) =>
        commitPosts(db, [
          { id: `b${n}`, at: 5 + n, thread: 'b', parent: 'b', decision: complains('high', ['delivery']) },
        ]),
      ),
    ]);
    const all = [...((await postsOf('1')) ?? []), ...((await postsOf('2')) ?? [])];
    expect(all).toHaveLength(8);
    await areTold('1', '2');
  });

  it('splits posts off: each at one case, the thread shared, and answers go where they belong', async () => {
    await commitPosts(db, [
      {
        id: 'a2',
        at: 4,
        thread: 'a',
        parent: 'a',
        text: 'and this',
        decision: complains('high', ['account']),
      },
    ]);
    const ids = await sql<{
      mention_id: string;
    }>`select mention_id from desk.mention where native_id = 'a2'`.execute(db.kysely);
    const mentionIds = [ids.rows[0]?.mention_id ?? ''];
    const split = (at: number) =>
      db.transaction('desk', (tx) => splitCase(tx, { caseId: '1', mentionIds }, ask(at)));
    const before = (await stored('1')).due_at;
    expect(await split(5)).toMatchObject({
      kind: 'done',
      split: { id: '5', severity: 'high', dueAt: hour(8) },
    });
    expect([await postsOf('1'), await postsOf('5')]).toEqual([['a'], ['a2']]);
    expect((await stored('1')).due_at).toEqual(before);
    await areTold('1', '5');
    await commitPosts(db, [
      {
        id: 's',
        at: 6,
        by: 'help',
        authorRole: 'support',
        thread: 'a',
        parent: 'a2',
        decision: listed('own_account'),
      },
      { id: 'a3', at: 7, thread: 'a', parent: 's', decision: listed() },
      { id: 'a4', at: 8, thread: 'a', parent: 'a', decision: listed() },
    ]);
    expect(await postsOf('5')).toEqual(['a2', 's', 'a3']);
    expect(await postsOf('1')).toEqual(['a', 'a4']);
    await areTold('1', '5');
    expect(await split(9)).toMatchObject({ refusal: { code: 'no_such_post', post: mentionIds[0] } });
    await doTo('5', { kind: 'resolve', note: null }, 9);
    expect(await doTo('5', { kind: 'reopen', note: null, goesOnIn: null }, 10)).toMatchObject({
      kind: 'done',
    });
    expect(await merge('5', '1', 11)).toMatchObject({ kind: 'done' });
    expect(await postsOf('1')).toHaveLength(5);
    await areTold('1', '5');
  });
});
