import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  advanceGroup,
  emptyGroup,
  type GroupMember,
  type GroupState,
  notificationId,
  type Quiet,
  repeatedAtMost,
  waitAtMost,
} from '../../src/notify/group.ts';
import { defaultPolicy, type Route } from '../../src/notify/policy.ts';
import { at, hours, minutes, seconds } from './support/alerts.ts';

const named = (name: string): Route => {
  const route = defaultPolicy.routes.find((candidate) => candidate.name === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  return route;
};
const member = (alertId: string, afterMs: number): GroupMember => ({
  alertId,
  kind: 'case_opened',
  caseId: `EH-${alertId}`,
  raisedAt: at(afterMs),
  timesTold: 0,
  toldAt: null,
});
const moment = (name: string, afterMs: number, handled: readonly string[] = []) => ({
  route: named(name),
  now: at(afterMs),
  isHandled: (caseId: string) => handled.includes(caseId),
});
const kept = (state: GroupState | null): GroupState => {
  if (state === null) throw new Error('the row was deleted');
  return state;
};
const high = (afterMs = 0) => emptyGroup('high:{brand="nordbahn"}', 'desk', at(afterMs));

describe('a group with group_wait 0 and group_interval 5 m', () => {
  const first = advanceGroup(high(), [member('1', 0)], moment('high', 0));

  it('tells the first alert at once', () => {
    expect(first).toMatchObject({ kind: 'flush', reason: 'first', flush: { memberIds: ['1'], turn: 1 } });
  });

  it('holds the next ones and tells them together', () => {
    const second = advanceGroup(kept(first.next), [member('2', minutes(1))], moment('high', minutes(1)));
    expect(second).toMatchObject({
      kind: 'hold',
      reason: 'group_interval',
      next: { nextFlushAt: at(minutes(5)) },
    });
    const third = advanceGroup(kept(second.next), [member('3', minutes(4))], moment('high', minutes(4)));
    const later = advanceGroup(kept(third.next), [], moment('high', minutes(5)));
    expect(later).toMatchObject({
      kind: 'flush',
      reason: 'group_interval_over',
      flush: { memberIds: ['2', '3'], turn: 1 },
    });
  });

  it('tells an alert after a quiet hour at once again', () => {
    const next = advanceGroup(kept(first.next), [member('2', hours(1))], moment('high', hours(1)));
    expect(next).toMatchObject({ kind: 'flush', flush: { memberIds: ['2'] } });
  });

  it('has one thread while it lives, repetitions included, and another when it comes again', () => {
    const more = advanceGroup(kept(first.next), [member('2', minutes(6))], moment('high', minutes(6)));
    const again = advanceGroup(kept(more.next), [], moment('high', hours(4)));
    const threads = [first, more, again].map((step) => (step.kind === 'flush' ? step.flush.thread : null));
    expect(threads[0]).toMatch(/^grp_[0-9a-f]{32}$/);
    expect(new Set(threads).size).toBe(1);
    const anew = advanceGroup(high(hours(9)), [member('3', hours(9))], moment('high', hours(9)));
    expect(anew.kind === 'flush' && anew.flush.thread).not.toBe(threads[0]);
  });

  it('repeats after 4 h what nobody took, as a new message of the second turn', () => {
    expect(first.next).toMatchObject({ nextFlushAt: at(hours(4)) });
    const early = advanceGroup(kept(first.next), [], moment('high', hours(4) - 1));
    expect(early).toMatchObject({ kind: 'hold', reason: 'repeat_interval' });
    const again = advanceGroup(kept(early.next), [], moment('high', hours(4)));
    expect(again).toMatchObject({
      kind: 'flush',
      reason: 'repeat_interval_over',
      flush: { memberIds: ['1'], turn: 2 },
    });
    if (first.kind !== 'flush' || again.kind !== 'flush') throw new Error('both were flushes');
    expect(again.flush.id).not.toBe(first.flush.id);
    const third = advanceGroup(again.next, [], moment('high', hours(8)));
    expect(third).toMatchObject({ kind: 'flush', flush: { turn: 3 } });
  });

  it('repeats the 500 that wait longest, and forgets the others once they are told', () => {
    const many = Array.from({ length: 700 }, (_, i) => member(`${i}`, 0));
    const told = advanceGroup(high(), many, moment('high', 0));
    expect(told.kind === 'flush' && told.flush.memberIds.length).toBe(700);
    const again = advanceGroup(kept(told.next), [], moment('high', hours(4)));
    expect(again).toMatchObject({ kind: 'flush', reason: 'repeat_interval_over' });
    expect(again.kind === 'flush' && again.flush.memberIds).toEqual(
      many.slice(0, repeatedAtMost).map(({ alertId }) => alertId),
    );
  });

  it('tells two thousand that wait before group_interval is over, and begins to wait anew', () => {
    const many = Array.from({ length: waitAtMost }, (_, i) => member(`${i + 2}`, minutes(1)));
    const all = advanceGroup(kept(first.next), many.slice(1), moment('high', minutes(1)));
    expect(all).toMatchObject({ kind: 'hold', reason: 'group_interval' });
    const full = advanceGroup(kept(all.next), many.slice(0, 1), moment('high', minutes(2)));
    expect(full).toMatchObject({ kind: 'flush', reason: 'group_full', flush: { dueAt: at(minutes(2)) } });
    expect(full.kind === 'flush' && full.flush.memberIds.length).toBe(waitAtMost);
    const next = advanceGroup(kept(full.next), [member('0', minutes(3))], moment('high', minutes(3)));
    expect(next).toMatchObject({ kind: 'hold', next: { nextFlushAt: at(minutes(7)) } });
  });

  it('tells two hundred thousand at once, as after a long outage', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => member(`${i}`, 0));
    const told = advanceGroup(high(), many, moment('high', minutes(1)));
    expect(told.kind === 'flush' && told.flush.memberIds.length).toBe(200_000);
  });

  it('stops repeating when the case is taken or answered, and deletes its row', () => {
    const handled = advanceGroup(kept(first.next), [], moment('high', hours(4), ['EH-1']));
    expect(handled).toEqual({ kind: 'done', reason: 'nothing_left', next: null });
  });

  it('tells a case for the first time even when somebody has taken it meanwhile: no alert is lost', () => {
    const step = advanceGroup(high(), [member('1', 0)], moment('high', 0, ['EH-1']));
    expect(step).toMatchObject({ kind: 'flush', flush: { memberIds: ['1'] } });
  });
});

describe('a group with group_wait 30 s that repeats nothing', () => {
  const empty = emptyGroup('deadlines:{}', 'desk', at(0));
  const first = advanceGroup(empty, [member('1', 0)], moment('deadlines', 0));

  it('waits from its first alert', () => {
    expect(first).toMatchObject({
      kind: 'hold',
      reason: 'group_wait',
      next: { nextFlushAt: at(seconds(30)) },
    });
    const second = advanceGroup(
      kept(first.next),
      [member('2', seconds(29))],
      moment('deadlines', seconds(30)),
    );
    expect(second).toMatchObject({ kind: 'flush', reason: 'first', flush: { memberIds: ['1', '2'] } });
  });

  it('keeps its row until group_interval is over and then forgets', () => {
    const told = advanceGroup(kept(first.next), [], moment('deadlines', seconds(30)));
    const idle = advanceGroup(kept(told.next), [], moment('deadlines', minutes(1)));
    expect(idle).toMatchObject({ kind: 'hold', reason: 'group_interval', next: { members: [] } });
    expect(kept(idle.next).nextFlushAt).toBe(at(seconds(30) + minutes(5)));
    expect(advanceGroup(kept(idle.next), [], moment('deadlines', minutes(6)))).toMatchObject({
      kind: 'done',
    });
  });
});

describe('the id of a notification', () => {
  it('is the same for the same members in any order, and fits a header', () => {
    const id = notificationId('desk', 'high:{}', ['1:0', '2:0']);
    expect(id).toBe(notificationId('desk', 'high:{}', ['2:0', '1:0']));
    expect(id).toMatch(/^ntf_[0-9a-f]{32}$/);
    expect(id).not.toBe(notificationId('desk', 'high:{}', ['1:0', '2:1']));
    expect(id).not.toBe(notificationId('comms', 'high:{}', ['1:0', '2:0']));
  });

  it('comes out again when a step that was lost in a crash is computed again', () => {
    const step = () => advanceGroup(high(), [member('1', 0)], moment('high', 0));
    expect(step()).toEqual(step());
  });
});

it('tells every alert exactly once, whatever the times and wake-ups', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: minutes(12) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(gaps, fc.constantFrom('critical', 'high', 'deadlines'), (waits, name) => {
      const told: string[] = [];
      let state: GroupState | null = null;
      let clock = 0;
      let lastAt = Number.NEGATIVE_INFINITY;
      const step = (arrivals: readonly GroupMember[]): void => {
        const group = state ?? emptyGroup('g', 'desk', at(clock));
        const result = advanceGroup(
          group,
          arrivals,
          moment(
            name,
            clock,
            waits.map((_wait, index) => `EH-${index}`),
          ),
        );
        if (result.kind === 'flush') {
          told.push(...result.flush.memberIds);
          expect(clock - lastAt).toBeGreaterThanOrEqual(named(name).groupIntervalMs);
          lastAt = clock;
        }
        state = result.next;
      };
      for (const [index, wait] of waits.entries()) {
        clock += wait;
        step([member(String(index), clock)]);
      }
      for (let wake = 0; wake < 3; wake += 1) {
        clock += minutes(6);
        step([]);
      }
      expect(told.toSorted()).toEqual(waits.map((_wait, index) => String(index)).toSorted());
      expect(state).toBeNull();
    }),
    { numRuns: 1_000 },
  );
});

describe('a member that is kept quiet', () => {
  const told = kept(advanceGroup(high(), [member('1', 0), member('2', 0)], moment('high', 0)).next);
  const quiet = (afterMs: number, of: Readonly<Record<string, Quiet>>, handled: readonly string[] = []) => ({
    ...moment('high', afterMs, handled),
    quietOf: ({ alertId }: GroupMember) => of[alertId] ?? null,
  });
  const silenced = (until: number): Quiet => ({ silencedUntil: at(until), acknowledgedUntil: null });
  const acked = (until: number): Quiet => ({ silencedUntil: null, acknowledgedUntil: at(until) });

  it('is not repeated while it is silenced, and the others are', () => {
    const step = advanceGroup(told, [], quiet(hours(4), { '1': silenced(hours(9)) }));
    expect(step).toMatchObject({ kind: 'flush', flush: { memberIds: ['2'], turn: 2 } });
    expect(kept(step.next).nextFlushAt).toBe(at(hours(8)));
  });

  it('is looked at when all of its silence is over, and repeated then', () => {
    const both = { '1': silenced(hours(9)), '2': silenced(hours(7)) };
    const step = advanceGroup(told, [], quiet(hours(4), both));
    expect(step).toMatchObject({
      kind: 'hold',
      reason: 'repeat_interval',
      next: { nextFlushAt: at(hours(7)) },
    });
    const after = advanceGroup(kept(step.next), [], quiet(hours(7), { '1': silenced(hours(9)) }));
    expect(after).toMatchObject({ kind: 'flush', flush: { memberIds: ['2'] } });
  });

  it('is told again as soon as its acknowledgement lapses, once, and then at the usual times', () => {
    const lapsing = { '1': acked(hours(1)), '2': acked(hours(6)) };
    const held = advanceGroup(told, [], quiet(minutes(5), lapsing));
    expect(held).toMatchObject({ kind: 'hold', next: { nextFlushAt: at(hours(1)) } });
    const again = advanceGroup(kept(held.next), [], quiet(hours(1), lapsing));
    expect(again).toMatchObject({ kind: 'flush', flush: { memberIds: ['1'], turn: 2 } });
    expect(kept(again.next).nextFlushAt).toBe(at(hours(5)));
    expect(advanceGroup(kept(again.next), [], quiet(hours(1) + 1, lapsing)).kind).toBe('hold');
  });

  it('that somebody took is not told again when its acknowledgement lapses', () => {
    const step = advanceGroup(told, [], quiet(hours(1), { '1': acked(hours(1)) }, ['EH-1']));
    expect(step).toMatchObject({ kind: 'hold', next: { members: [{ alertId: '2' }] } });
  });

  it('is told of for the first time, whoever acknowledged an earlier alert of its case', () => {
    const step = advanceGroup(high(), [member('1', 0)], quiet(0, { '1': acked(hours(1)) }));
    expect(step).toMatchObject({ kind: 'flush', flush: { memberIds: ['1'], turn: 1 } });
  });
});
