import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FeedState, graceMs, settle } from '../../src/cases/settle-events.ts';

const idsOf = (events: readonly { id: number }[]): number[] => events.map(({ id }) => id);
const start: FeedState = { last: 0, mark: null };

describe('how far a feed of events may be told', () => {
  it('tells what follows without a gap at once', () => {
    const { passed, state } = settle(start, [{ id: 1 }, { id: 2 }], 0);
    expect([idsOf(passed), state]).toEqual([[1, 2], { last: 2, mark: null }]);
  });

  it('waits behind a gap until the number comes', () => {
    const held = settle(start, [{ id: 1 }, { id: 3 }], 0);
    expect(idsOf(held.passed)).toEqual([1]);
    const filled = settle(held.state, [{ id: 2 }, { id: 3 }], 20);
    expect([idsOf(filled.passed), filled.state.mark]).toEqual([[2, 3], null]);
  });

  it('passes a gap whose number was rolled back, however many there are, but not what came since', () => {
    const held = settle(start, [{ id: 2 }, { id: 5 }], 0);
    expect(idsOf(settle(held.state, [{ id: 2 }, { id: 5 }], graceMs - 1).passed)).toEqual([]);
    const passed = settle(held.state, [{ id: 2 }, { id: 5 }, { id: 9 }], graceMs);
    expect([idsOf(passed.passed), passed.state]).toEqual([
      [2, 5],
      { last: 5, mark: { id: 9, atMs: graceMs } },
    ]);
  });

  it('tells every number once and in order, whatever becomes visible when, as long as no transaction outlasts the grace', () => {
    const visible = fc.array(fc.option(fc.integer({ min: 0, max: graceMs - 1 }), { freq: 5 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(visible, fc.integer({ min: 1, max: 900 }), (delays, stepMs) => {
        const commits = delays.map((delayMs, index) => ({
          id: index + 1,
          at: delayMs === null ? Number.POSITIVE_INFINITY : index * 10 + delayMs,
        }));
        const told: number[] = [];
        let state = start;
        for (let now = 0; now < 4 * graceMs; now += stepMs) {
          const rows = commits.filter(({ id, at }) => at <= now && id > state.last);
          const settled = settle(state, rows, now);
          told.push(...idsOf(settled.passed));
          state = settled.state;
        }
        expect(told).toEqual(commits.filter(({ at }) => at < Number.POSITIVE_INFINITY).map(({ id }) => id));
      }),
    );
  });
});
