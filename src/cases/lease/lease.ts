/** How long somebody may look at a case before it goes to the next person; refreshed by whoever holds it. */
export const leaseMs = 10 * 60_000;

/** Why a case is passed on. Only `other` is counted: nobody is asked to answer for the rest. */
export const skipReasons = ['language', 'conflict_of_interest', 'distress', 'other'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const isCounted = (because: SkipReason): boolean => because === 'other';

/** Why a case is taken out of turn. None of them is who wrote it, or how many read it. */
export const jumpReasons = [
  'same_customer',
  'same_problem',
  'expertise',
  'promised',
  'asked_by_lead',
  'other',
] as const;
export type JumpReason = (typeof jumpReasons)[number];

export interface Lease {
  readonly caseId: string;
  readonly holder: string;
  readonly leasedAt: Date;
  readonly until: Date;
}

/** Said by `leaseRefusalText`. It tells since when, never who. */
export type LeaseRefusal =
  | { readonly code: 'leased' | 'lapsed'; readonly since: Date }
  | { readonly code: 'unknown' | 'not_leased' | 'kept' | 'in_dispute' | 'other_brand' }
  | { readonly code: 'older_wait'; readonly older: number };
