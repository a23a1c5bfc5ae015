import { beforeEach, describe, expect, it } from '@jest/globals';
import { actOnCase } from '../../src/cases/action.store.ts';
import { readCaseFile } from '../../src/cases/case-file.store.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import { readHandled } from '../../src/notify/plan.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';

const take: CaseAction = { kind: 'take', takeOver: false };
const answered = (at: number): CaseAction => ({ kind: 'answered', at: hour(at), note: null });
const reopen: CaseAction = { kind: 'reopen', note: null, goesOnIn: null };

describe.each(engines)('acting on a case, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const doTo = (caseId: string, action: CaseAction, at = 1, actor = 'kim') =>
    db.transaction('desk', (tx) => actOnCase(tx, { caseId, action, actor, now: hour(at), dueUnder }));
  const file = async (caseId: string) => {
    const found = await db.transaction('desk', (tx) => readCaseFile(tx, caseId));
    if (found === null) throw new Error(`no case ${caseId}`);
    return found;
  };
  const versionOf = async (caseId: string) =>
    (
      await db.kysely
        .selectFrom('desk.case')
        .select('version')
        .where('case_id', '=', caseId)
        .executeTakeFirst()
    )?.version;

  it('changes the case, its version and its activities together', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    await doTo('1', take, 1);
    await doTo('1', { kind: 'note', text: 'asked the depot', isPublic: true }, 2);
    const { row, activities } = await file('1');
    expect(row).toMatchObject({ status: 'open', assignee: 'kim', takenAt: hour(1) });
    expect(await versionOf('1')).toBe(3);
    expect(activities.slice(1)).toEqual([
      {
        at: hour(1),
        kind: 'taken',
        actor: 'kim',
        isAutomated: false,
        isInternal: true,
        previous: null,
        value: 'kim',
        note: null,
        from: null,
      },
      {
        at: hour(2),
        kind: 'note',
        actor: 'kim',
        isAutomated: false,
        isInternal: false,
        previous: null,
        value: null,
        note: 'asked the depot',
        from: null,
      },
    ]);
  });

  it('knows no case that is not there, and writes nothing down when it refuses', async () => {
    expect(await doTo('99', take)).toEqual({ kind: 'unknown' });
    await commitPosts(db, [{ id: 'a', at: 0 }]);
    await doTo('1', { kind: 'resolve', note: null });
    expect(await doTo('1', take, 2)).toMatchObject({ kind: 'refused', refusal: { code: 'resolved' } });
    expect((await file('1')).activities).toHaveLength(2);
    expect(await versionOf('1')).toBe(2);
  });

  it('an answer leaves the queue, voids old warnings and ends the alerts; the next message starts the clock', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    await db.kysely
      .updateTable('desk.case')
      .set({ near_warned_at: hour(1), late_warned_at: hour(1) })
      .execute();
    await doTo('1', answered(2), 3);
    const { row } = await file('1');
    expect(row).toMatchObject({ status: 'pending', dueAt: null, lastResponseAt: hour(2) });
    expect(row.firstResponse).toEqual({ at: hour(2), via: 'agent_mark', actor: 'kim' });
    expect(
      await db.kysely.selectFrom('desk.case').select(['near_warned_at', 'late_warned_at']).execute(),
    ).toEqual([{ near_warned_at: null, late_warned_at: null }]);
    expect(await db.transaction('desk', (tx) => readHandled(tx, ['1']))).toEqual(new Set(['1']));
    await commitPosts(db, [{ id: 'b', at: 9, thread: 'a', parent: 'a', decision: listed() }]);
    expect((await file('1')).row).toMatchObject({
      status: 'open',
      dueTarget: 'next_response',
      clockStart: hour(9),
    });
  });

  it('a taken case is not told of again', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('critical') }]);
    expect(await db.transaction('desk', (tx) => readHandled(tx, ['1']))).toEqual(new Set());
    await doTo('1', take);
    expect(await db.transaction('desk', (tx) => readHandled(tx, ['1']))).toEqual(new Set(['1']));
  });

  it('two who take it at once: one has it, the other learns who', async () => {
    await commitPosts(db, [{ id: 'a', at: 0 }]);
    const outcomes = await Promise.all(['kim', 'bo', 'lu', 'mo'].map((who) => doTo('1', take, 1, who)));
    const { row, activities } = await file('1');
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.kind === 'refused')
        expect(outcome.refusal).toMatchObject({ code: 'taken', by: row.assignee });
    expect(activities.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  });

  it('nothing that a person does is lost beside batches that fold the same case', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    const batches = Array.from({ length: 12 }, (_, i) =>
      commitPosts(db, [{ id: `m${i}`, at: 3 + i, thread: 'a', parent: 'a', decision: complains('high') }]),
    );
    const acts = Array.from({ length: 12 }, (_, i) =>
      doTo('1', { kind: 'note', text: `note ${i}`, isPublic: false }, 20),
    );
    await Promise.all([...batches, doTo('1', answered(1), 20), ...acts]);
    const { row, posts, activities } = await file('1');
    expect(row.firstResponse).toEqual({ at: hour(1), via: 'agent_mark', actor: 'kim' });
    expect(row.lastResponseAt).toEqual(hour(1));
    // Which message came first is chance here; the clock is of one that came after the answer.
    expect(row.dueTarget).toBe('next_response');
    expect(row.clockStart.getTime()).toBeGreaterThanOrEqual(hour(3).getTime());
    expect(posts).toHaveLength(13);
    expect(activities.filter(({ kind }) => kind === 'note')).toHaveLength(12);
    expect(await versionOf('1')).toBe(1 + 12 + 1 + 12);
  });

  it('a dismissed case opens again, but not beside the one that went on in its place', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    const before = (await file('1')).row.dueAt;
    const dismiss: CaseAction = { kind: 'dismiss', as: 'not_a_complaint', reason: 'a joke' };
    await doTo('1', dismiss, 2);
    await doTo('1', reopen, 3);
    expect((await file('1')).row).toMatchObject({ status: 'open', disposition: null, dueAt: before });
    await doTo('1', dismiss, 4);
    await commitPosts(db, [
      { id: 'b', at: 30, thread: 'a', text: 'and now it burns', decision: complains('high') },
    ]);
    expect(await doTo('1', reopen, 31)).toMatchObject({ refusal: { code: 'goes_on', other: '2' } });
  });

  it('shows a case with its words, and who spoke out of band', async () => {
    await commitPosts(db, [
      { id: 'a', at: 0, text: 'No refund.', evidence: [{ kind: 'complaint', start: 0, end: 9 }] },
      {
        id: 'x',
        at: 2,
        by: 'boss',
        authorRole: 'executive',
        thread: 'a',
        parent: 'a',
        text: 'We will fix it.',
        outOfBand: 'promise',
        decision: listed('own_account'),
      },
    ]);
    const { posts, row } = await file('1');
    expect(posts.map(({ role, text, outOfBand, at }) => ({ role, text, outOfBand, at }))).toEqual([
      { role: 'customer', text: 'No refund.', outOfBand: null, at: hour(0) },
      { role: 'executive', text: 'We will fix it.', outOfBand: 'promise', at: hour(2) },
    ]);
    expect(posts[0]?.evidence).toEqual([{ kind: 'complaint', start: 0, end: 9 }]);
    expect(row.dueAt).not.toBeNull();
  });
});
