import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  advanceWalk,
  beginWalk,
  lostPlace,
  newWalk,
  tokenPace,
  type WalkPace,
  type WalkState,
} from '../../src/sources/newest-first.ts';
import { redditPace } from '../../src/sources/reddit/walk.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const start = Date.parse('2026-11-20T12:00:00Z');

interface Over {
  readonly state: WalkState;
  readonly pace: WalkPace;
  readonly nowMs: number;
  readonly size: number;
  /** Pages from this one on are refused: their place is gone. */
  readonly lostFrom?: number;
}

/** A list that only grows, by its times; a walk over it that is stored after every page. */
const walkOver = (times: readonly number[], { state, pace, nowMs, size, lostFrom }: Over) => {
  const listed = [...times].sort((a, b) => b - a).slice(0, pace.holds);
  const read: number[] = [];
  let stored = state;
  for (let asked = 0; asked < 10_000; asked += 1) {
    const now = new Date(nowMs);
    const begun = beginWalk(JSON.parse(JSON.stringify(stored)) as WalkState, now, pace);
    const at = Number(begun.open.pageToken ?? '0');
    const page = listed.slice(at, at + size);
    const nextPageToken = at + size < listed.length ? String(at + size) : null;
    const isLost = lostFrom !== undefined && at >= lostFrom;
    const advanced = isLost
      ? lostPlace(begun, now)
      : advanceWalk(begun, { times: page, nextPageToken }, { now, pace });
    if (!isLost) read.push(...page);
    stored = advanced.state;
    if (advanced.isDone) return { state: stored, read, gap: advanced.gap };
  }
  throw new Error('the walk never ends');
};

describe.each([
  ['that holds everything', tokenPace(dayMs, 2 * dayMs)],
  ['of Reddit, which holds 1,000', redditPace(dayMs)],
])('a walk over a list %s', (_what, pace) => {
  const first = newWalk(new Date(start), pace);

  it('reads whatever was written between two walks, however much and however the pages fall', () => {
    const written = fc.array(fc.integer({ min: 0, max: 4_000_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(written, written, fc.integer({ min: 1, max: 30 }), (before, between, size) => {
        const old = before.map((ago) => start - 1 - ago);
        const fresh = between.map((after) => start + after);
        const one = walkOver(old, { state: first, pace, nowMs: start, size });
        expect(new Set(one.read)).toEqual(new Set(old));
        const two = walkOver([...old, ...fresh], { state: one.state, pace, nowMs: start + 5_000_000, size });
        expect([one.gap, two.gap].filter((gap) => gap === 'lost')).toEqual([]);
        if (pace.holds === undefined) expect([one.gap, two.gap]).toEqual([undefined, undefined]);
        if (two.gap === undefined) expect(fresh.filter((time) => !two.read.includes(time))).toEqual([]);
        expect(two.state).toMatchObject({ open: null });
      }),
    );
  });

  it('is not led astray by a time that lies ahead', () => {
    const times = [start + 25 * hourMs, start - 5_000];
    expect(walkOver(times, { state: first, pace, nowMs: start, size: 100 }).state.readTo).toBe(start);
  });

  it('begins anew once where its place is lost, and says so when it is lost again', () => {
    const times = Array.from({ length: 30 }, (_, n) => start - n * 1_000);
    const lost = walkOver(times, { state: first, pace, nowMs: start, size: 10, lostFrom: 10 });
    expect([lost.gap, lost.read.length]).toEqual(['lost', 20]);
    const same = beginWalk(first, new Date(start), pace);
    const at = { now: new Date(start), pace };
    const second = advanceWalk(same, { times: [start], nextPageToken: 'a' }, at);
    const again = advanceWalk(
      beginWalk(second.state, at.now, pace),
      { times: [start - 1], nextPageToken: 'a' },
      at,
    );
    expect([again.isDone, again.state.open?.pageToken]).toEqual([false, null]);
  });
});

describe('a walk over a list', () => {
  const farBacks = (pace: WalkPace): readonly number[] => {
    const at = { state: newWalk(new Date(start), pace), pace, nowMs: start, size: 100 };
    let { state } = walkOver([start - 5_000], at);
    const backs: number[] = [];
    for (let minutes = 15; minutes <= 1_500; minutes += 15) {
      const now = new Date(start + minutes * minuteMs);
      const begun = beginWalk(state, now, pace);
      backs.push(start - 5_000 - begun.open.floor);
      ({ state } = advanceWalk(begun, { times: [start - 5_000], nextPageToken: null }, { now, pace }));
    }
    return backs;
  };
  const count = (backs: readonly number[], back: number): number =>
    backs.filter((one) => one === back).length;

  it('of Reddit goes six hours back once an hour and two days back once a day', () => {
    const backs = farBacks(redditPace(dayMs));
    expect([count(backs, 10 * minuteMs), count(backs, 6 * hourMs), count(backs, 2 * dayMs)]).toEqual([
      75, 24, 1,
    ]);
  });

  it('that holds everything goes two days back once a day', () => {
    const backs = farBacks(tokenPace(dayMs, 2 * dayMs));
    expect([count(backs, 10 * minuteMs), count(backs, 2 * dayMs)]).toEqual([99, 1]);
  });

  it('says that it may miss something where the list ends before the place where the last walk began', () => {
    const pace = redditPace(dayMs);
    const before = walkOver([start], {
      state: newWalk(new Date(start), pace),
      pace,
      nowMs: start,
      size: 100,
    });
    const many = Array.from({ length: 1_500 }, (_, n) => start + n * 1_000);
    const nowMs = start + 2_000_000;
    expect(walkOver(many, { state: before.state, pace, nowMs, size: 100 }).gap).toBe('capped');
    expect(walkOver(many.slice(0, 900), { state: before.state, pace, nowMs, size: 100 }).gap).toBeUndefined();
  });

  it('of Reddit that ends with an empty page lost its place, and any other has reached its end', () => {
    const empty = (pace: WalkPace) => {
      const at = { now: new Date(start), pace };
      const begun = beginWalk(newWalk(at.now, pace), at.now, pace);
      const { state } = advanceWalk(begun, { times: [start - 1], nextPageToken: 'a' }, at);
      return advanceWalk(beginWalk(state, at.now, pace), { times: [], nextPageToken: null }, at);
    };
    expect(empty(redditPace(dayMs))).toMatchObject({ isDone: false, state: { open: { isAgain: true } } });
    expect(empty(tokenPace(dayMs, dayMs))).toMatchObject({ isDone: true });
  });
});
