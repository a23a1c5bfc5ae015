import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isApart,
  type LinkAction,
  type Links,
  link,
  noLinks,
  problemOf,
  rootOf,
} from '../../src/problems/links.ts';

const decide = (...actions: readonly LinkAction[]): Links => actions.reduce(link, noLinks);
const merge = (problem: number, into: number) => ({ kind: 'merge', problem, into }) as const;
const unmerge = (problem: number) => ({ kind: 'unmerge', problem }) as const;
const eject = (post: number, problem: number) => ({ kind: 'eject', post, problem }) as const;
const confirm = (post: number, problem: number) => ({ kind: 'confirm', post, problem }) as const;

const small = fc.integer({ min: 1, max: 6 });
const action: fc.Arbitrary<LinkAction> = fc.oneof(
  fc.record({ kind: fc.constant('confirm' as const), post: small, problem: small }),
  fc.record({ kind: fc.constant('eject' as const), post: small, problem: small }),
  fc.record({ kind: fc.constant('merge' as const), problem: small, into: small }),
  fc.record({ kind: fc.constant('unmerge' as const), problem: small }),
);
const actions = fc.array(action, { maxLength: 25 });

describe('what people decide', () => {
  it('merges problems over any number of steps, and gives each back as it was', () => {
    const links = decide(merge(1, 2), merge(2, 3));
    expect([1, 2, 3].map((problem) => rootOf(links, problem))).toEqual([3, 3, 3]);
    const undone = link(links, unmerge(2));
    expect([1, 2, 3].map((problem) => rootOf(undone, problem))).toEqual([2, 2, 3]);
    expect([isApart(undone, 2, 3), isApart(undone, 1, 3), isApart(undone, 1, 2)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes a post out into a problem of its own, the founder too, and puts it back', () => {
    const links = decide(eject(1, 1));
    expect(problemOf(links, 1, 1)).toBe(-1);
    expect(isApart(links, -1, 1)).toBe(true);
    const back = link(links, confirm(1, 1));
    expect([problemOf(back, 1, 1), isApart(back, -1, 1)]).toEqual([1, false]);
  });

  it('lets a later merge take back that two were kept apart', () => {
    const links = decide(merge(1, 2), unmerge(1));
    expect(isApart(links, 1, 2)).toBe(true);
    expect(isApart(link(links, merge(2, 1)), 1, 2)).toBe(false);
  });

  it('never runs in circles, whatever is decided in whatever order', () => {
    fc.assert(
      fc.property(actions, (decided) => {
        const links = decide(...decided);
        for (let problem = -6; problem <= 6; problem += 1)
          expect(rootOf(links, rootOf(links, problem))).toBe(rootOf(links, problem));
      }),
    );
  });

  it('never keeps apart what the last word of a person put together', () => {
    fc.assert(
      fc.property(actions, small, small, (decided, a, b) => {
        const merged = link(decide(...decided), merge(a, b));
        expect([rootOf(merged, a), isApart(merged, a, b)]).toEqual([rootOf(merged, b), false]);
        const confirmed = link(decide(...decided), confirm(a, b));
        expect(problemOf(confirmed, a, a)).toBe(rootOf(confirmed, b));
      }),
    );
  });

  it('is undone by unmerging: every post stands where it stood before the merge', () => {
    fc.assert(
      fc.property(actions, small, small, (decided, a, b) => {
        const before = decide(...decided);
        const root = rootOf(before, a);
        if (root === rootOf(before, b)) return;
        const undone = decide(...decided, merge(a, b), unmerge(root));
        for (let post = 1; post <= 6; post += 1)
          expect(problemOf(undone, post, post)).toBe(problemOf(before, post, post));
        expect(isApart(undone, a, b)).toBe(true);
      }),
    );
  });

  it('changes no earlier value', () => {
    fc.assert(
      fc.property(actions, action, (decided, last) => {
        const before = decide(...decided);
        link(before, last);
        expect(before).toEqual(decide(...decided));
      }),
    );
  });
});
