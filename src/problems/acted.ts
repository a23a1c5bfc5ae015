import type { ProblemId } from '../domain/problem.ts';
import type { OwedKind } from '../domain/remedy.ts';

/** Who decides, why, and when. */
export interface Decider {
  readonly actor: string;
  readonly reason: string | null;
  readonly now: Date;
}

/** Refusals are said by the catalogue of whoever asked. */
export type ProblemActed =
  | ProblemDone
  | { readonly kind: 'unchanged'; readonly problem: ProblemId }
  | { readonly kind: 'refused'; readonly refusal: ProblemRefusal }
  /** These members were not offered what others got, nor asked, nor exempted. */
  | { readonly kind: 'owed'; readonly caseIds: readonly string[] };

export interface ProblemDone {
  readonly kind: 'done';
  readonly problem: ProblemId;
  /** It had been resolved, and is not any more. */
  readonly isReopened: boolean;
  /** Of an ejected case: what it had got, and what the members are owed for it all the same. */
  readonly stillOwed: readonly OwedKind[];
}

export type ProblemRefusal =
  | 'no_problem'
  | 'no_case'
  | 'other_brand'
  | 'not_a_member'
  | 'not_merged'
  | 'same_problem'
  | 'nothing_to_waive';

export const refused = (refusal: ProblemRefusal): ProblemActed => ({ kind: 'refused', refusal });

export const actDone = (problem: ProblemId, more: Partial<ProblemDone> = {}): ProblemDone => ({
  kind: 'done',
  problem,
  isReopened: false,
  stillOwed: [],
  ...more,
});
