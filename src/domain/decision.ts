import type { Category, DangerKind } from './classification.ts';
import type { Severity } from './severity.ts';

/** One reason for a decision, with the words of the post that gave it. Offsets are UTF-16 code units. */
export interface Reason {
  /** A key of the message catalogues, e.g. `danger.product`, `unanswered`, `same_problem`. */
  readonly code: string;
  /** Values for the catalogue's placeholders: `{ count: 7 }`. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly start?: number;
  readonly end?: number;
}

/** Why a post that matched opened no case. */
export const reviewReasons = [
  'not_a_complaint',
  'praise',
  'question',
  'opinion',
  'relay',
  'advert',
  'employee',
  'own_account',
  'repost',
  'duplicate',
  'solved',
  'waiting_for_parent',
  'parent_not_a_complaint',
  'unsure',
  'language',
  'no_text',
  'image_only',
  'deleted',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** A decision is a value; the worker turns it into rows, once. It is computed from words alone. */
export type Decision = ComplaintDecision | ReviewDecision;

export interface ComplaintDecision {
  readonly kind: 'complaint';
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
}

export interface ReviewDecision {
  readonly kind: 'review';
  readonly review: ReviewReason;
  /** True when a person should look: the classifier abstained or could not be certain. */
  readonly isUnsure: boolean;
  readonly reasons: readonly Reason[];
}

/** What is known of the post that a post answers, when the post is decided. */
export interface ParentVerdict {
  readonly nativeId: string;
  readonly revision: number;
  /** SHA-256 of the parent's text, hex, first 16 bytes. */
  readonly textHash: string;
  readonly severity: Severity | null;
  readonly categories: readonly Category[];
}
