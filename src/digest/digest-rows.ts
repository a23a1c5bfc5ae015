import type { Category, OutOfBandKind } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';

/** What the digest is composed from. No row holds an author, a handle, a name or an address that could carry one. */
export interface DigestRows {
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly threads: readonly DigestThreadRow[];
  /** Every unanswered case, and every case of a thread above. */
  readonly cases: readonly DigestCaseRow[];
  readonly unseen: readonly Unseen[];
}

export interface DigestThreadRow {
  readonly brand: string;
  readonly source: string;
  readonly thread: string;
  /** ISO 8601 UTC, as are all times here. */
  readonly startedAt: string;
  readonly lastSeenAt: string;
  /** Masked; of the post that began the thread. */
  readonly excerpt: string | null;
  readonly isDanger: boolean;
  /** Posts elsewhere that tell of this one. */
  readonly relays: number;
  /** Posts of the thread that were read. */
  readonly posts: number;
  /**
   * How often the thread had been passed on, liked or answered at a time, oldest first; null when its source never
   * tells. An empty list: the source tells, but nothing was sampled.
   */
  readonly samples: readonly SpreadSample[] | null;
}

export interface SpreadSample {
  readonly at: string;
  readonly count: number;
}

export interface DigestCaseRow {
  readonly brand: string;
  readonly caseId: string;
  readonly source: string;
  readonly thread: string;
  /** The case of the post that began the thread. */
  readonly isThreadStart: boolean;
  readonly severity: Severity;
  readonly isDanger: boolean;
  /** `ended`: resolved, closed or set aside. */
  readonly state: 'waiting' | 'answered' | 'ended';
  readonly openedAt: string;
  readonly outOfBand: OutOfBandKind | null;
  readonly categories: readonly Category[];
  /** Masked. */
  readonly excerpt: string | null;
  /** Equal for cases that share a problem; null when nothing is known. */
  readonly problem: string | null;
  readonly followers: FollowerBand;
}

export type FollowerBand = '0-99' | '100-999' | '1k-9,999' | '10k+' | 'unknown';

/** What the people who read the digest must know that it does not know. */
export type Unseen =
  | { readonly kind: 'stale' | 'budget'; readonly source: string; readonly since: string }
  | { readonly kind: 'gap'; readonly source: string; readonly from: string; readonly to: string }
  | { readonly kind: 'never' | 'no_spread'; readonly source: string }
  | { readonly kind: 'unprocessed' | 'undecided'; readonly count: number };
