import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextStep, type Progress } from '../../src/problems/progress.ts';

const now = new Date('2026-11-20T09:00:00Z');
const noted: Progress = { floor: 10, mark: 20, markXid: 7n, markedAt: now };

describe('how far activities are looked through', () => {
  it('reads up to the mark once all who may hold a lower number have ended, and not before', () => {
    expect(nextStep(noted, { highest: 30, oldestXid: 7n, ownXid: 9n }, now)).toEqual({
      kind: 'read',
      upTo: 20,
    });
    expect(nextStep(noted, { highest: 30, oldestXid: 6n, ownXid: 9n }, now)).toEqual({ kind: 'wait' });
  });

  it('goes on after five minutes, whatever somebody else on the server does', () => {
    const late = new Date(now.getTime() + 300_000);
    expect(nextStep(noted, { highest: 30, oldestXid: 6n, ownXid: 9n }, late).kind).toBe('read');
  });

  it('notes the next mark when it is there, and rests where nothing is new', () => {
    const there = { ...noted, floor: 20 };
    expect(nextStep(there, { highest: 20, oldestXid: 9n, ownXid: 9n }, now)).toEqual({ kind: 'idle' });
    expect(nextStep(there, { highest: 31, oldestXid: 9n, ownXid: 9n }, now)).toEqual({
      kind: 'mark',
      progress: { floor: 20, mark: 31, markXid: 9n, markedAt: now },
    });
  });

  it('reads every number, in whatever order those who hold them commit', () => {
    const writers = fc.array(
      fc.record({ numbers: fc.integer({ min: 1, max: 3 }), endsAfter: fc.nat({ max: 6 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(writers, (chosen) => {
        let next = 1;
        const open = chosen.map(({ numbers, endsAfter }, i) => {
          const own = Array.from({ length: numbers }, () => next++);
          return { xid: BigInt(i + 1), own, endsAt: i + endsAfter };
        });
        let progress: Progress = { floor: 0, mark: 0, markXid: 0n, markedAt: now };
        const read = new Set<number>();
        for (let time = 0; time < 60; time += 1) {
          const begun = open.filter((_, i) => i <= time);
          const running = begun.filter(({ endsAt }) => endsAt > time).map(({ xid }) => xid);
          const visible = begun.filter(({ endsAt }) => endsAt <= time).flatMap(({ own }) => own);
          const ownXid = BigInt(begun.length) + 1n;
          const oldestXid = running[0] ?? ownXid;
          const step = nextStep(progress, { highest: Math.max(0, ...visible), oldestXid, ownXid }, now);
          if (step.kind === 'mark') progress = step.progress;
          if (step.kind === 'read') {
            for (const one of visible) if (one > progress.floor && one <= step.upTo) read.add(one);
            progress = { ...progress, floor: step.upTo };
          }
        }
        expect([...read].sort((a, b) => a - b)).toEqual(Array.from({ length: next - 1 }, (_, i) => i + 1));
      }),
    );
  });
});
