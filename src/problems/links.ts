import type { ProblemId } from '../domain/problem.ts';
import { assertNever } from '../lib/assert-never.ts';

/** What people decided about membership, as constraints on all later grouping. Grows with decisions, not with posts. */
export interface Links {
  /** Post -> the problem in which a person put it. */
  readonly moved: ReadonlyMap<number, ProblemId>;
  readonly mergedInto: ReadonlyMap<ProblemId, ProblemId>;
  /** Pairs of problems that are not the same by a person's word. */
  readonly apart: readonly (readonly [ProblemId, ProblemId])[];
}

export const noLinks: Links = { moved: new Map(), mergedInto: new Map(), apart: [] };

export type LinkAction =
  /** The post belongs to the problem (must-link), suggested or not. */
  | { readonly kind: 'confirm'; readonly post: number; readonly problem: ProblemId }
  /** It does not (cannot-link), and founds a problem of its own. */
  | { readonly kind: 'eject'; readonly post: number; readonly problem: ProblemId }
  /** It is none of that problem, of which it was a suggested member (cannot-link), and stays where it is. */
  | { readonly kind: 'reject'; readonly post: number; readonly problem: ProblemId }
  | { readonly kind: 'merge'; readonly problem: ProblemId; readonly into: ProblemId }
  /** Takes the last merge of this problem back, and keeps the two apart. */
  | { readonly kind: 'unmerge'; readonly problem: ProblemId };

/** The problem of a post that a person took out of another. */
export const ownProblem = (post: number): ProblemId => -post;

/** Nothing of a problem's members is written: who follows the links finds them, and taking a link away undoes it. */
export const link = (links: Links, action: LinkAction): Links => {
  switch (action.kind) {
    case 'confirm':
      return {
        ...links,
        moved: new Map(links.moved).set(action.post, action.problem),
        apart: without(links, ownProblem(action.post), action.problem),
      };
    case 'eject':
      return {
        ...links,
        moved: new Map(links.moved).set(action.post, ownProblem(action.post)),
        apart: [...links.apart, [ownProblem(action.post), action.problem]],
      };
    case 'reject':
      return { ...links, apart: [...links.apart, [ownProblem(action.post), action.problem]] };
    case 'merge':
      return merge(links, action.problem, action.into);
    case 'unmerge':
      return unmerge(links, action.problem);
    default:
      return assertNever(action);
  }
};

const merge = (links: Links, problem: ProblemId, into: ProblemId): Links => {
  const [from, to] = [rootOf(links, problem), rootOf(links, into)];
  if (from === to) return links;
  return {
    ...links,
    mergedInto: new Map(links.mergedInto).set(from, to),
    apart: without(links, from, to),
  };
};

const unmerge = (links: Links, problem: ProblemId): Links => {
  const into = links.mergedInto.get(problem);
  if (into === undefined) return links;
  const mergedInto = new Map(links.mergedInto);
  mergedInto.delete(problem);
  return { ...links, mergedInto, apart: [...links.apart, [problem, into]] };
};

/** A later word of a person takes an earlier one back. */
const without = (links: Links, a: ProblemId, b: ProblemId): Links['apart'] =>
  links.apart.filter((pair) => !isPair(pair, [rootOf(links, a), rootOf(links, b)], links));

export const isApart = (links: Links, a: ProblemId, b: ProblemId): boolean =>
  links.apart.length > 0 &&
  links.apart.some((pair) => isPair(pair, [rootOf(links, a), rootOf(links, b)], links));

type Pair = readonly [ProblemId, ProblemId];

const isPair = ([x, y]: Pair, [a, b]: Pair, links: Links): boolean => {
  const [first, second] = [rootOf(links, x), rootOf(links, y)];
  return (first === a && second === b) || (first === b && second === a);
};

/** The problem into which this one was merged, over any number of merges. */
export const rootOf = (links: Links, problem: ProblemId): ProblemId => {
  let root = problem;
  for (let next = links.mergedInto.get(root); next !== undefined; next = links.mergedInto.get(root))
    root = next;
  return root;
};

/** Where a post stands before merges: a person's word goes before what the machine found. */
export const homeOf = (links: Links, post: number, found: ProblemId): ProblemId =>
  links.moved.get(post) ?? found;

export const problemOf = (links: Links, post: number, found: ProblemId): ProblemId =>
  rootOf(links, homeOf(links, post, found));
