import type { Category, OutOfBandKind } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';

/**
 * What the digest is composed from, already counted: a digest of a hundred thousand posts reads a few dozen rows. No
 * row holds an author, a handle, a name or an address that could carry one. Times are ISO 8601 UTC.
 */
export interface DigestRows {
  readonly brands: readonly DigestBrandRows[];
  readonly unseen: readonly Unseen[];
}

export interface DigestBrandRows {
  readonly id: string;
  readonly name: string;
  /** Customers who wait for an answer. */
  readonly waiting: number;
  /** Of those: high and critical. */
  readonly severe: number;
  /** Threads that spread in the period, shown or not. */
  readonly spreading: number;
  readonly threads: readonly DigestThreadRow[];
  /** High and critical, waiting; the longest first. */
  readonly oldest: readonly DigestCaseRow[];
  readonly problems: readonly DigestProblemRow[];
  /** The company's own words, read by a second person; the newest first. */
  readonly statements?: readonly DigestStatementRow[];
}

export interface DigestStatementRow {
  /** `P-17`, `EH-12`. */
  readonly about: string;
  readonly text: string;
  readonly approvedAt: string;
}

export interface DigestThreadRow {
  readonly source: string;
  readonly thread: string;
  /** False: the post that began it named no brand or lies further back; the widest of its replies speaks for it. */
  readonly isStartRead: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  /** Masked. */
  readonly excerpt: string | null;
  readonly isDanger: boolean;
  /** Posts elsewhere that tell of this one. */
  readonly relays: number;
  /** Posts of the thread that were read in the period. */
  readonly posts: number;
  /**
   * How often the widest post of the thread had been passed on or answered at a time, oldest first; null when its
   * source never tells. An empty list: the source tells, but nothing was sampled.
   */
  readonly samples: readonly SpreadSample[] | null;
  /** How often its other posts were passed on or answered. */
  readonly elsewhere: number;
  /** How the customer stands who began the thread; null: no case. */
  readonly first: DigestStandingRow | null;
  /** The customers who wrote below. */
  readonly others: WaitingRow;
}

export interface SpreadSample {
  readonly at: string;
  readonly count: number;
}

/** `ended`: resolved, closed or set aside. `history`: told long ago, nobody owes an answer by the clock. */
export type CaseState = 'waiting' | 'answered' | 'ended' | 'history';

export interface DigestStandingRow {
  /** null: the case is confidential. */
  readonly caseId: string | null;
  readonly severity: Severity;
  readonly isDanger: boolean;
  readonly state: CaseState;
  readonly waitingSince: string;
  /** What an executive or the brand last did in public; `unclear`: they spoke, and the words do not say what they did. */
  readonly outOfBand: OutOfBandKind | 'unclear' | null;
}

/** A case that is not confidential. */
export interface DigestCaseRow {
  readonly caseId: string;
  readonly severity: Severity;
  /** No words of the customer are kept. */
  readonly isErased: boolean;
  readonly waitingSince: string;
  readonly categories: readonly Category[];
  /** Masked. */
  readonly excerpt: string | null;
}

export interface DigestProblemRow extends WaitingRow {
  readonly problem: string;
  readonly categories: readonly Category[];
  readonly source: string;
  /** Masked; of the post that began the thread. */
  readonly excerpt: string | null;
}

export interface WaitingRow {
  readonly total: number;
  readonly waiting: number;
  /** Of those who wait: fewer than 1,000 followers. */
  readonly lesserKnown: number;
  readonly unknownReach: number;
  /** Of those who wait: since when the first does. */
  readonly waitingSince: string | null;
}

/** What the people who read the digest must know that it does not know. */
export type Unseen =
  | { readonly kind: 'stale' | 'silent'; readonly source: string; readonly since: string }
  | { readonly kind: 'budget'; readonly source: string; readonly since: string; readonly seen: number }
  /** Only a part chosen by chance was read. */
  | { readonly kind: 'sampled'; readonly source: string; readonly seen: number }
  | { readonly kind: 'gap'; readonly source: string; readonly from: string; readonly to: string }
  | { readonly kind: 'gap_noted'; readonly source: string; readonly at: string }
  | { readonly kind: 'never' | 'no_spread'; readonly source: string }
  | { readonly kind: 'unprocessed' | 'undecided'; readonly count: number };
