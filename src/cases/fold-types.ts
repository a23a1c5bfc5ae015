import type { CaseAlert } from '../domain/alert.ts';
import type { Category, DangerKind, OutOfBandKind } from '../domain/classification.ts';
import type { Decision, Reason } from '../domain/decision.ts';
import type { AuthorRole, Mention, Post } from '../domain/post.ts';
import type { Severity } from '../domain/severity.ts';

export const caseStatuses = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const dispositions = ['not_a_complaint', 'spam', 'duplicate'] as const;
export type Disposition = (typeof dispositions)[number];

export type ResponseTarget = 'first_response' | 'next_response';

/** A case as it lies in the database, with the posts that belong to it. */
export interface CaseRow {
  readonly id: string;
  readonly brand: string;
  /** Source of the post that opened it. */
  readonly source: string;
  readonly complainantKey: string;
  /** `source|thread`; see `threadKey`. */
  readonly threads: readonly string[];
  readonly posts: readonly CasePost[];
  readonly status: CaseStatus;
  readonly disposition: Disposition | null;
  readonly mergedInto: string | null;
  /** The closed or dismissed case that this one goes on from. */
  readonly linkedTo: string | null;
  readonly inDispute: boolean;
  readonly snoozedUntil: Date | null;
  readonly resolvedAt: Date | null;
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
  /** Of the decision that gave the severity. */
  readonly reasons: readonly Reason[];
  readonly identifiers: readonly string[];
  /** Start of the first-response clock; of a history case: when it was published. */
  readonly openedAt: Date;
  /** Ingestion of the post that opened it: the SLA report counts from here. */
  readonly receivedAt: Date;
  /** Start of the clock that runs, or ran last. */
  readonly clockStart: Date;
  /** null: no response is owed, and the case is not in the queue. */
  readonly dueAt: Date | null;
  readonly dueTarget: ResponseTarget | null;
  /** What was still owed when a person ended the case, until it is answered or the case is opened again. */
  readonly stoppedDueAt: Date | null;
  readonly isHistory: boolean;
  /** Of the complainant's last post. */
  readonly lastPostAt: Date;
  readonly firstResponse: CaseResponse | null;
  readonly lastResponseAt: Date | null;
  /** Version of the SLA policy under which it opened: it never changes under an open case. */
  readonly policy: string;
}

export interface CaseResponse {
  readonly at: Date;
  readonly via: 'public_reply_seen' | 'sink' | 'agent_mark';
  readonly actor: string;
}

/** A post of a case: one of the complainant's, or an own account's reply. It refers to text, never copies it. */
export interface CasePost {
  /** `source|nativeId`; see `postKey`. */
  readonly key: string;
  readonly revision: number;
  readonly role: AuthorRole;
  readonly fingerprint: string;
  readonly url: string | null;
  /** Publication, never after ingestion. */
  readonly at: Date;
  /** Where a response clock started by this post begins. */
  readonly clockStart: Date;
  /** As decided from this post's words; null when they were no complaint. */
  readonly severity: Severity | null;
  /** False for thanks and "solved", for own accounts, and for history. */
  readonly awaitsAnswer: boolean;
  /** Of a post by an executive or the brand: what it does; null when the words do not say. */
  readonly outOfBand: OutOfBandKind | null;
}

/** A mention without its words: cases are folded from what was decided, and refer to text. */
export type WordlessMention = Omit<Mention, 'post'> & {
  readonly post: Omit<Post, 'text' | 'declaredLanguage' | 'hasImage'>;
};

/** One decided mention, as the fold needs it. */
export interface FoldMention {
  readonly mention: WordlessMention;
  readonly decision: Decision;
  /** The author where known; a post without one is its own complainant. Own accounts have one too; it is not read. */
  readonly complainantKey: string;
  /** Classification.identifiers and .outOfBand. */
  readonly identifiers: readonly string[];
  readonly outOfBand: OutOfBandKind | null;
  /** Of triage's `clockStart`. */
  readonly clockStart: Date;
  /** Version of the SLA policy in force. */
  readonly policy: string;
}

export interface DeadlineAsk {
  readonly brand: string;
  readonly policy: string;
  readonly target: ResponseTarget;
  readonly severity: Severity;
  readonly clockStart: Date;
}

export interface FoldInput {
  /**
   * All cases of the batch's complainants that their posts may belong to (`fold-clues.ts`) or that were merged, all
   * that hold a post which an own account's post of the batch answers or links to or which is deleted, and those that
   * one of these was merged into: whatever their status and age. More of them change nothing.
   */
  readonly cases: readonly CaseRow[];
  readonly mentions: readonly FoldMention[];
  /** Posts that were deleted or erased, as `postKey`s. */
  readonly deletedPosts?: readonly string[];
}

export interface FoldDeps {
  readonly now: Date;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
  readonly newCaseId: () => string;
}

export const activityKinds = [
  'case_opened',
  'post_joined',
  'post_repeated',
  'post_edited',
  'post_redecided',
  'post_deleted',
  'severity_raised',
  'clock_started',
  'reopened',
  'woken',
  'response_seen',
  'out_of_band',
  'staff_reply',
  'contacts_found',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Append-only. `key` is unique per case and event, so that writing it twice is one row. */
export interface ActivityRow {
  readonly key: string;
  readonly caseId: string;
  readonly kind: ActivityKind;
  readonly at: Date;
  readonly actor: 'evenhand' | 'customer' | Exclude<AuthorRole, 'customer'>;
  readonly isAutomated: boolean;
  readonly isInternal: boolean;
  readonly postKey: string | null;
  readonly previous: string | null;
  readonly value: string | null;
  /** What it changed of the case (`changeBetween` of life/replay.ts). */
  readonly change: Readonly<Record<string, unknown>> | null;
}

/** What the outbox needs for an alert; the worker adds the masked excerpt of `postKey`, never for danger. */
export type AlertFact = Omit<CaseAlert, 'excerpt'> & { readonly postKey: string };

/** What became of a mention. `caseId` is null only for `none`. */
export interface Placement {
  readonly as: 'opened' | 'joined' | 'duplicate' | 'edited' | 'redecided' | 'known' | 'reply' | 'none';
  readonly caseId: string | null;
}

export interface CaseChange {
  readonly before: CaseRow;
  readonly after: CaseRow;
}

export interface FoldResult {
  readonly opened: readonly CaseRow[];
  readonly changed: readonly CaseChange[];
  readonly activities: readonly ActivityRow[];
  readonly alerts: readonly AlertFact[];
  /** In the order of `mentions`. */
  readonly placements: readonly Placement[];
}

export const postKey = (source: string, nativeId: string): string => `${source}|${nativeId}`;
export const threadKey = (source: string, thread: string): string => `${source}|${thread}`;
