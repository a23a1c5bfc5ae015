import type { Severity } from './severity.ts';

/** What the record of a case must show before it may be brought before an executive. Reach is none of them. */
export const escalationCriteria = ['breached_twice', 'severity', 'age', 'failed_remedy'] as const;
export type EscalationCriterion = (typeof escalationCriteria)[number];

/** Who is told, in which order, while a case waits. */
export interface EscalationChain {
  readonly name: string;
  readonly when: ChainCondition;
  readonly steps: readonly ChainStep[];
  /** The steps are gone through once and this often again. */
  readonly repeats: number;
}

/** All that is named must hold; null: not asked. */
export interface ChainCondition {
  /** Deadlines that passed without an answer, at least so many. */
  readonly breached: number | null;
  readonly severities: readonly Severity[] | null;
  /** Since the clock of the open answer began. */
  readonly olderThanMs: number | null;
  readonly failedRemedy: boolean;
  readonly brands: readonly string[] | null;
}

export type ChainStep =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'round_robin'; readonly people: readonly string[] };

export interface ExecutivePath {
  readonly criteria: readonly EscalationCriterion[];
  readonly olderThanMs: number;
  readonly reasonCodes: readonly string[];
  readonly weeklyQuota: number;
  readonly expiresAfterMs: number;
  readonly answerWithinMs: number;
}
