import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FollowedMessage, planFollowUps } from '../../src/notify/follow.ts';

const message = (id: string, changes: Partial<FollowedMessage> = {}): FollowedMessage => ({
  id,
  thread: 'grp_1',
  receipt: `C1/${id}`,
  stage: 'open',
  isDelivered: true,
  caseIds: [id],
  isHandled: false,
  isOver: false,
  isAcknowledged: false,
  ackIds: [],
  acknowledgedUntil: null,
  ...changes,
});
const byMessage = { channel: 'desk', by: 'message' } as const;
const byThread = { channel: 'pager', by: 'thread' } as const;

describe('what became of the cases of a message', () => {
  it('is told of each message for itself, or of all of a thread as one', () => {
    const rows = [message('1', { isHandled: true }), message('2')];
    expect(planFollowUps(rows, byMessage)).toMatchObject([
      { stage: 'taken', caseIds: ['1'], messageIds: ['1'], answers: 'C1/1' },
    ]);
    expect(planFollowUps(rows, byThread)).toEqual([]);
    const both = rows.map((row) => ({ ...row, isHandled: true }));
    expect(planFollowUps(both, byThread)).toMatchObject([
      { stage: 'taken', caseIds: ['1', '2'], messageIds: ['1', '2'], answers: null },
    ]);
  });

  it('is told anew of a thread to which a message came, once its cases are taken too', () => {
    const rows = [message('1', { stage: 'taken', isHandled: true }), message('2', { isHandled: true })];
    const [told] = planFollowUps(rows, byThread);
    expect(told).toMatchObject({ stage: 'taken', caseIds: ['1', '2'], messageIds: ['2'] });
    const [first] = planFollowUps([message('1', { isHandled: true })], byThread);
    expect(told?.id).not.toBe(first?.id);
  });

  it('waits while a message of the thread is on its way, and of one that has no name there', () => {
    const over = { isHandled: true, isOver: true };
    expect(
      planFollowUps([message('1', over), message('2', { ...over, isDelivered: false })], byThread),
    ).toEqual([]);
    expect(planFollowUps([message('1', { ...over, receipt: null })], byMessage)).toEqual([]);
    expect(planFollowUps([message('1', { ...over, receipt: null })], byThread)).toHaveLength(1);
  });

  it('is told of an acknowledgement once, anew when it is given anew, and not where something new came since', () => {
    const acked = { isAcknowledged: true, ackIds: ['7'], acknowledgedUntil: '2026-11-20T10:00:00.000Z' };
    const [told] = planFollowUps([message('1', acked), message('2', { isHandled: true })], byThread);
    expect(told).toMatchObject({ stage: 'acknowledged', until: acked.acknowledgedUntil });
    const [later] = planFollowUps(
      [message('1', { ...acked, ackIds: ['9'] }), message('2', { isHandled: true })],
      byThread,
    );
    expect(later?.id).not.toBe(told?.id);
    expect(planFollowUps([message('1', acked), message('2')], byThread)).toEqual([]);
    const [taken] = planFollowUps([message('1', { ...acked, isHandled: true })], byMessage);
    expect(taken).toMatchObject({ stage: 'taken', until: null });
  });

  const anyMessage = fc
    .record({
      thread: fc.constantFrom('grp_1', 'grp_2'),
      stage: fc.constantFrom('open' as const, 'taken' as const),
      isDelivered: fc.boolean(),
      isHandled: fc.boolean(),
      isOver: fc.boolean(),
      isAcknowledged: fc.boolean(),
      receipt: fc.option(fc.constant('C1/1')),
    })
    .map((row) => ({ ...row, isHandled: row.isHandled || row.isOver }));
  const anyMessages = fc
    .array(anyMessage, { maxLength: 8 })
    .map((rows) => rows.map((row, index) => message(String(index), row)));

  it('is told once at each stage, never too early, and under ids that hang on the rows alone', () => {
    fc.assert(
      fc.property(anyMessages, fc.constantFrom(byMessage, byThread), (rows, where) => {
        const told = planFollowUps(rows, where);
        expect(
          planFollowUps(rows.toReversed(), where)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(told.map(({ id }) => id).toSorted());
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        const stages = new Map(told.flatMap(({ messageIds, stage }) => messageIds.map((id) => [id, stage])));
        for (const row of rows) {
          if (stages.get(row.id) === 'settled') expect(row.isOver).toBe(true);
          const isKept = stages.get(row.id) === 'acknowledged' && row.isAcknowledged;
          if (stages.has(row.id)) expect((row.isHandled || isKept) && row.isDelivered).toBe(true);
        }
        const next = rows.flatMap((row) => {
          const stage = stages.get(row.id);
          if (stage === 'settled') return [];
          return [stage === undefined || stage === 'acknowledged' ? row : { ...row, stage }];
        });
        const planned = planFollowUps(next, where);
        // An acknowledgement moves no stage: what was told of it is known by its id.
        const ids = new Set(told.map(({ id }) => id));
        const again = planned
          .filter(({ id }) => !ids.has(id))
          .flatMap(({ stage, messageIds }) => messageIds.map((id) => [id, stage]));
        for (const [id, stage] of again) expect(stages.get(String(id))).not.toBe(stage);
      }),
    );
  });
});
