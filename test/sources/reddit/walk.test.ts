import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaOf, resetMs, restMs } from '../../../src/sources/reddit/limits.ts';
import { advanceWalk, beginWalk, newWalk, type WalkState } from '../../../src/sources/reddit/walk.ts';

const trains = { kind: 'posts', subreddit: 'trains' } as const;
const start = Date.parse('2026-11-20T12:00:00Z') / 1000;

/** A listing that only grows, by the times of its posts; a walk over it that is stored after every page. */
const walkOver = (times: readonly number[], state: WalkState, nowS: number, size: number) => {
  const listed = [...times].sort((a, b) => b - a);
  const read: number[] = [];
  let stored = state;
  let at = 0;
  for (;;) {
    const now = new Date(nowS * 1000);
    const begun = beginWalk(JSON.parse(JSON.stringify(stored)) as WalkState, now, 86_400_000);
    if (begun.open.after === null) at = 0;
    const page = listed.slice(at, at + size);
    at += size;
    const after = at < listed.length ? `t3_${at}` : null;
    const advanced = advanceWalk(trains, begun, { times: page, after }, now);
    read.push(...page);
    stored = advanced.state;
    if (advanced.isDone) return { state: stored, read, gap: advanced.gap };
  }
};

describe('the walk over a listing of Reddit', () => {
  it('reads whatever was written between two walks, however much and however the pages fall', () => {
    const written = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(written, written, fc.integer({ min: 1, max: 30 }), (before, between, size) => {
        const old = before.map((ago) => start - 1 - ago);
        const fresh = between.map((after) => start + after);
        const first = walkOver(old, newWalk(new Date(start * 1000)), start, size);
        expect(new Set(first.read)).toEqual(new Set(old));
        const second = walkOver([...old, ...fresh], first.state, start + 5_000, size);
        if (second.gap === undefined) expect(fresh.filter((time) => !second.read.includes(time))).toEqual([]);
        expect(second.state).toMatchObject({ open: null });
      }),
    );
  });

  it('is not led astray by a post whose time lies ahead', () => {
    const ahead = walkOver([start + 90_000, start - 5], newWalk(new Date(start * 1000)), start, 100);
    expect(ahead.state.readTo).toBe(start);
  });

  it('goes six hours back once an hour and two days back once a day', () => {
    let state = walkOver([start - 5], newWalk(new Date(start * 1000)), start, 100).state;
    const floors: number[] = [];
    for (let minutes = 15; minutes <= 1_500; minutes += 15) {
      const now = new Date((start + minutes * 60) * 1000);
      const begun = beginWalk(state, now, 86_400_000);
      floors.push(start - 5 - begun.open.floor);
      ({ state } = advanceWalk(trains, begun, { times: [start - 5], after: null }, now));
    }
    const count = (back: number): number => floors.filter((floor) => floor === back).length;
    expect([count(600), count(6 * 3_600), count(2 * 86_400)]).toEqual([75, 24, 1]);
  });
});

describe('the limits of Reddit', () => {
  const headers = (values: Record<string, string>): Headers => new Headers(values);

  it('end in seconds from now, and what remains is a fraction', () => {
    const told = headers({
      'x-ratelimit-used': '3',
      'x-ratelimit-remaining': '997.0',
      'x-ratelimit-reset': '247',
    });
    expect([resetMs(told), restMs(told)]).toEqual([248_000, undefined]);
    expect(quotaOf(told, new Date('2026-11-20T12:00:00Z'))).toEqual({
      unit: 'requests',
      used: 3,
      limit: 1_000,
      resetsAt: '2026-11-20T12:04:07.000Z',
    });
    expect(restMs(headers({ 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '12' }))).toBe(13_000);
  });

  it('are none where the headers hold something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (odd) => {
        const value = odd.replace(/[^\x20-\x7e]|\d/g, '');
        expect(resetMs(headers({ 'x-ratelimit-reset': value }))).toBeUndefined();
      }),
    );
  });
});
