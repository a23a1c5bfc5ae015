import type { Severity } from './severity.ts';

export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'other'] as const;
export type Language = (typeof languages)[number];
/** Those whose complaints are decided; of the others only words of danger are known. */
export const decidedLanguages: readonly Language[] = ['en', 'de'];

export const categories = [
  'billing',
  'delivery',
  'service',
  'product',
  'account',
  'staff',
  'unanswered',
  'booking',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const dangerKinds = ['person_at_risk', 'threat_to_others', 'product', 'child'] as const;
export type DangerKind = (typeof dangerKinds)[number];

/** What a span of the text was evidence for. */
export const evidenceKinds = [
  'complaint',
  'praise',
  'category',
  'danger',
  'dated_loss',
  'amount',
  'dependence',
  'blocked',
  'prior_contact',
  'annoyance',
  'same_problem',
  'solved',
  'other_problem',
  'relay',
  'opinion',
  'question',
  'negation',
  'sarcasm',
  'employee',
  'advert',
  'image',
  'language',
  'response',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** `start` and `end` count UTF-16 code units of the text as given; `end` is exclusive. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly start: number;
  readonly end: number;
  /** What the span says, in a word for people and machines: a category, a danger kind, `7 times`, `EUR 4333`. */
  readonly label?: string;
  /** Contribution in log-odds where the classifier knows one. */
  readonly weight?: number;
}

/** An attempt to reach the company that the author tells of. */
export interface PriorContact {
  /** Number of attempts told of; null when none is named. */
  readonly count: number | null;
  /** Days of waiting told of; null when none is named. */
  readonly days: number | null;
  readonly isUnanswered: boolean;
}

/** What an own account's post does for the customer it answers. */
export const outOfBandKinds = ['promise', 'remedy', 'apology', 'refusal', 'attack'] as const;
export type OutOfBandKind = (typeof outOfBandKinds)[number];

export type AbstainReason = 'language' | 'no_text' | 'image_only' | 'unsure';

/** Everything that the words of a post say, each with the spans that say it. Pure: text and parent text in, this out. */
export interface Classification {
  readonly language: Language;
  /** Probability in [0, 1]; a complaint from 0.5. */
  readonly complaint: number;
  /** Sums to 1. */
  readonly sentiment: { readonly negative: number; readonly neutral: number; readonly positive: number };
  /** Probability per category; absent: below 0.05. */
  readonly categories: Readonly<Partial<Record<Category, number>>>;
  readonly danger: DangerKind | null;
  /** What is at stake by the post's own words, when it is a complaint; null when complaint < 0.5. */
  readonly stake: Stake | null;
  readonly priorContact: PriorContact | null;
  /** "same here", "bei mir auch": the post joins the problem of the post that it answers. */
  readonly sameProblem: boolean;
  /** A same-problem reply that names a problem of another kind as well. */
  readonly namesOtherProblem: boolean;
  /** The author says that the own problem is solved. */
  readonly solved: boolean;
  /** It tells of somebody else's complaint. */
  readonly relay: boolean;
  /** Order numbers and the like which the author gave, normalised (upper case, no separators). */
  readonly identifiers: readonly string[];
  /** For posts of own accounts: what they promise or refuse; null when the words do not say. */
  readonly outOfBand: OutOfBandKind | null;
  readonly abstained: boolean;
  readonly abstainReason: AbstainReason | null;
  readonly evidence: readonly Evidence[];
}

/** The rungs of DESIGN.md 4, from the top. */
export const stakes = [
  'danger',
  'large_or_dated_loss',
  'dependence',
  'blocked_service',
  'unanswered_contact',
  'ordinary_failure',
  'annoyance',
] as const;
export type Stake = (typeof stakes)[number];

/** Danger > large or dated loss, dependence > blocked service, unanswered contact > ordinary failure > annoyance. */
export const severityOfStake: Readonly<Record<Stake, Severity>> = {
  danger: 'critical',
  large_or_dated_loss: 'high',
  dependence: 'high',
  blocked_service: 'medium',
  unanswered_contact: 'medium',
  ordinary_failure: 'medium',
  annoyance: 'low',
};
