import { beforeEach, describe, expect, it } from '@jest/globals';
import { actOnCase } from '../../src/cases/action.store.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';

describe.each(engines)('the life of a case, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const doTo = (action: CaseAction, at: number, more: { expectedVersion?: number } = {}) =>
    db.transaction('desk', (tx) =>
      actOnCase(tx, {
        caseId: '1',
        action,
        actor: 'kim',
        now: hour(at),
        dueUnder,
        clearances: ['counsel'],
        ...more,
      }),
    );
  const life = () => db.transaction('desk', (tx) => readLife(tx, '1'));

  it('is told by its activities alone, whoever changed it: the customer, support or people', async () => {
    const isTold = async () => {
      const { row, activities } = await life();
      expect(replay(activities)).toEqual(standingOf(row));
    };
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('medium') }]);
    await isTold();
    const steps: readonly (readonly [CaseAction, number])[] = [
      [{ kind: 'take', takeOver: false }, 1],
      [{ kind: 'snooze', until: hour(5), reason: null }, 2],
      [{ kind: 'wait', as: 'on_hold', reason: 'the carrier' }, 3],
      [{ kind: 'severity', to: 'high', reason: 'no heating' }, 3],
      [{ kind: 'dispute', isOn: true, reason: 'a suit' }, 4],
      [{ kind: 'answered', at: hour(4), note: null }, 5],
      [{ kind: 'dispute', isOn: false, reason: 'withdrawn' }, 5],
      [{ kind: 'release', takeOver: false, note: null }, 5],
    ];
    for (const [action, at] of steps) {
      expect(await doTo(action, at)).toMatchObject({ kind: 'done' });
      await isTold();
    }
    await commitPosts(db, [{ id: 'b', at: 6, thread: 'a', parent: 'a', decision: listed() }]);
    await isTold();
    await commitPosts(db, [
      { id: 's', at: 7, by: 'help', authorRole: 'support', thread: 'a', parent: 'b', decision: listed() },
    ]);
    await isTold();
    await doTo({ kind: 'resolve', note: null }, 8);
    await commitPosts(db, [{ id: 'c', at: 9, thread: 'a', parent: 'a', decision: complains('critical') }]);
    await isTold();
    expect((await life()).row).toMatchObject({ status: 'open', severity: 'critical' });
  });

  it('does what is asked only of the version that was seen', async () => {
    await commitPosts(db, [{ id: 'a', at: 0 }]);
    const note: CaseAction = { kind: 'note', text: 'seen', isPublic: false };
    expect(await doTo(note, 1, { expectedVersion: 1 })).toMatchObject({ kind: 'done', version: 2 });
    expect(await doTo(note, 1, { expectedVersion: 1 })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale', version: 2 },
      version: 2,
    });
    expect((await life()).activities).toHaveLength(2);
  });
});
