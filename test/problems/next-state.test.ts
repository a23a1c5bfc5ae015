import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemStates } from '../../src/domain/problem.ts';
import { nextState, type ProblemEvent, type ProblemStanding } from '../../src/problems/next-state.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const began = Date.parse('2026-06-01T00:00:00Z');
const standing = (state: ProblemStanding['state'], sinceMs = began): ProblemStanding => ({
  state,
  beganMs: began,
  sinceMs,
});
const hour = (last: number, before: readonly number[] = [], atMs = began + dayMs): ProblemEvent => ({
  kind: 'hour',
  before,
  last,
  atMs,
});
const quietWeek = Array.from({ length: 168 }, (_, n) => (n % 12 === 0 ? 1 : 0));

describe('the state of a problem', () => {
  it.each(['new', 'regressed'] as const)(
    '%s becomes ongoing when a person looked at it, or after a week',
    (state) => {
      expect(nextState(standing(state), { kind: 'reviewed', atMs: began })).toMatchObject({
        state: 'ongoing',
        reason: 'reviewed',
      });
      expect(nextState(standing(state), hour(0, [], began + 7 * dayMs - 1))).toBeNull();
      expect(nextState(standing(state), hour(0, [], began + 7 * dayMs))).toMatchObject({
        state: 'ongoing',
        reason: 'old_enough',
      });
    },
  );

  it('of a problem that came back counts its week from the return', () => {
    const back = standing('regressed', began + 30 * dayMs);
    expect(nextState(back, hour(0, [], began + 36 * dayMs))).toBeNull();
  });

  it.each(['new', 'ongoing', 'regressed'] as const)(
    '%s escalates when more people join within an hour than is usual, and says how many',
    (state) => {
      expect(nextState(standing(state), hour(4, quietWeek))).toBeNull();
      expect(nextState(standing(state), hour(5, quietWeek))).toEqual({
        state: 'escalating',
        reason: 'faster_than_usual',
        values: { people: 5, usual: 4 },
      });
      const busy = Array.from({ length: 168 }, () => 10);
      expect(nextState(standing(state), hour(60, busy))).toBeNull();
      expect(nextState(standing(state), hour(61, busy))?.state).toBe('escalating');
    },
  );

  it('stops escalating after a day in which no hour was above the usual', () => {
    const escalating = standing('escalating', began + dayMs);
    expect(nextState(escalating, hour(9, quietWeek))).toBeNull();
    expect(nextState(escalating, hour(0, quietWeek, began + 2 * dayMs - 1))).toBeNull();
    expect(nextState(escalating, hour(0, [...quietWeek, 9, 0, 0], began + 2 * dayMs))).toBeNull();
    const calm = [...quietWeek, 9, ...Array.from({ length: 24 }, () => 0)];
    expect(nextState(escalating, hour(0, calm, began + 2 * dayMs))).toMatchObject({
      state: 'ongoing',
      reason: 'no_longer_faster',
    });
  });

  it('regresses when a complaint that was written after the resolution joins, and by no older one', () => {
    const resolved = standing('resolved', began + dayMs);
    const member = (writtenMs: number) => ({ kind: 'member', writtenMs, atMs: began + 9 * dayMs }) as const;
    expect(nextState(resolved, member(began + dayMs))).toBeNull();
    expect(nextState(resolved, member(began + dayMs + 1))).toMatchObject({
      state: 'regressed',
      reason: 'came_back',
    });
  });

  it('is resolved and reopened by people alone', () => {
    const at = { atMs: began };
    for (const state of problemStates) {
      const resolved = nextState(standing(state), { kind: 'resolved', ...at });
      expect(resolved?.state ?? null).toBe(state === 'resolved' ? null : 'resolved');
      const reopened = nextState(standing(state), { kind: 'reopened', ...at });
      expect(reopened?.state ?? null).toBe(state === 'resolved' ? 'ongoing' : null);
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.array(fc.nat(50)), (last, before) => {
        expect(nextState(standing('resolved'), hour(last, before))).toBeNull();
      }),
    );
  });

  it('never changes to itself, and never by time into what only people or new complaints bring', () => {
    const anyHour = fc.record({
      kind: fc.constant('hour' as const),
      before: fc.array(fc.nat(40), { maxLength: 168 }),
      last: fc.nat(200),
      atMs: fc.integer({ min: 0, max: 60 * dayMs }).map((ms) => began + ms),
    });
    fc.assert(
      fc.property(fc.constantFrom(...problemStates), fc.nat(60 * dayMs), anyHour, (state, since, event) => {
        const change = nextState(standing(state, began + since), event);
        if (change === null) return;
        expect(change.state).not.toBe(state);
        expect(['ongoing', 'escalating']).toContain(change.state);
      }),
    );
  });

  it('escalates no later with more people in the last hour', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 168 }), fc.nat(300), fc.nat(50), (before, last, more) => {
        const now = nextState(standing('ongoing'), hour(last, before));
        const then = nextState(standing('ongoing'), hour(last + more, before));
        if (now?.state === 'escalating') expect(then?.state).toBe('escalating');
      }),
    );
  });
});
