import type {
  Category,
  Classification,
  DangerKind,
  EvidenceKind,
  Language,
} from '../domain/classification.ts';
import type {
  ComplaintDecision,
  Decision,
  ParentVerdict,
  ReviewDecision,
  ReviewReason,
} from '../domain/decision.ts';
import type { Post } from '../domain/post.ts';
import { raisedByContact } from '../domain/prior-contact.ts';
import { maxSeverity, type Severity } from '../domain/severity.ts';
import { isComplaint, ownCategories, ownSeverity, saysItIs } from './own-words.ts';
import {
  categoryReasons,
  contactReasons,
  dangerReasons,
  reviewReason,
  sameProblemReasons,
  stakeReasons,
} from './reasons.ts';

export interface TriageInput {
  readonly classification: Classification;
  readonly post: PostFacts;
  /** null: the post answers nothing; `not_seen`: what it answers was not decided yet. */
  readonly parent: AnsweredPost | 'not_seen' | null;
}

/**
 * Decides one post from its words, whose account it came from, and what was decided about the post that it answers:
 * a complaint with what is at stake, or the review list with the reason. Pure, total, and blind to reach: nothing
 * about an audience, a name or a tone can be passed in (DESIGN.md 3 and 4).
 */
export const triage = (input: TriageInput): Decision =>
  neverACase(input) ?? inDanger(input) ?? sharesProblem(input) ?? byOwnWords(input);

const neverACase = ({ classification, post }: TriageInput): Decision | null => {
  if (post.authorRole !== 'customer') return review('own_account', classification);
  if (post.repostOf !== null) return review('repost', classification);
  return null;
};

/** Recall first: in any language, however unsure the rest is, and whoever it is told about. */
const inDanger = (input: TriageInput): Decision | null => {
  const { classification } = input;
  const { danger } = classification;
  if (danger === null) return null;
  const categories = complaintAnswered(input)?.categories ?? ownCategories(classification);
  return {
    kind: 'complaint',
    severity: 'critical',
    danger,
    categories,
    reasons: [
      ...dangerReasons(classification, danger),
      ...contactReasons(classification),
      ...categoryReasons(classification, categories),
    ],
  };
};

/** "Same here": category and severity of the post that it answers; its own words may raise, never lower. */
const sharesProblem = (input: TriageInput): Decision | null => {
  if (!joinsProblem(input.classification)) return null;
  const answered = complaintAnswered(input);
  return answered ? likeThePostAnswered(input.classification, answered) : withoutTheProblem(input);
};

const likeThePostAnswered = (words: Classification, answered: Answered): ComplaintDecision => {
  const own = words.stake === null ? null : ownSeverity(words);
  const severity = raisedByContact(maxSeverity(answered.severity, own ?? 'low'), words.priorContact);
  return {
    kind: 'complaint',
    severity,
    danger: answered.danger,
    categories: answered.categories,
    reasons: [
      ...sameProblemReasons(words, own !== null && own !== severity),
      ...(own === null ? [] : stakeReasons(words)),
      ...contactReasons(words),
      ...categoryReasons(words, answered.categories),
    ],
  };
};

/** The post that it answers is no complaint, or not decided yet: its own words open a case, if they suffice. */
const withoutTheProblem = (input: TriageInput): Decision => {
  const own = byOwnWords(input);
  const isWaiting = input.parent === 'not_seen';
  if (own.kind === 'complaint') {
    return isWaiting
      ? { ...own, reasons: [...own.reasons, reviewReason('waiting_for_parent', input.classification)] }
      : own;
  }
  if (isWaiting) return review('waiting_for_parent', input.classification);
  if (input.parent === null) return { ...review('unsure', input.classification), isUnsure: true };
  return { ...review('parent_not_a_complaint', input.classification), isUnsure: own.isUnsure };
};

const byOwnWords = ({ classification: words, post }: TriageInput): Decision => {
  const unread = whyUnread(words, post);
  if (unread) return { ...review(unread, words), isUnsure: true };
  if (words.relay) return review('relay', words);
  if (!isComplaint(words)) return review(whyNoComplaint(words), words);
  const categories = ownCategories(words);
  return {
    kind: 'complaint',
    severity: ownSeverity(words),
    danger: null,
    categories,
    reasons: [...stakeReasons(words), ...contactReasons(words), ...categoryReasons(words, categories)],
  };
};

/** Languages that a brand does not name, and what the classifier could not be certain of, are for a person. */
const whyUnread = (words: Classification, post: PostFacts): ReviewReason | null => {
  if (words.abstained) return whyAbstained(words, post);
  const languages = post.brandLanguages.length === 0 ? defaultLanguages : post.brandLanguages;
  return languages.includes(words.language) ? null : 'language';
};

const whyAbstained = (words: Classification, post: PostFacts): ReviewReason =>
  words.abstainReason === 'no_text' && post.hasImage ? 'image_only' : (words.abstainReason ?? 'unsure');

const whyNoComplaint = (words: Classification): ReviewReason => {
  if (words.solved) return 'solved';
  return tellingKinds.find((kind) => saysItIs(words, kind)) ?? 'not_a_complaint';
};

const tellingKinds: readonly (ReviewReason & EvidenceKind)[] = [
  'advert',
  'employee',
  'praise',
  'question',
  'opinion',
];

const defaultLanguages: readonly Language[] = ['en', 'de'];

/** A reply that names another problem, or whose own is solved, is decided by its own words alone. */
const joinsProblem = (words: Classification): boolean =>
  words.sameProblem && !words.namesOtherProblem && !words.solved;

const complaintAnswered = ({ classification, parent }: TriageInput): Answered | null => {
  if (!joinsProblem(classification) || parent === null || parent === 'not_seen') return null;
  const { severity, danger = null } = parent;
  if (severity === null) return null;
  const categories = parent.categories.length > 0 ? parent.categories : ownCategories(classification);
  return { severity, danger, categories };
};

const review = (reason: ReviewReason, words: Classification): ReviewDecision => ({
  kind: 'review',
  review: reason,
  isUnsure: false,
  reasons: [reviewReason(reason, words)],
});

/** What triage may know of a post beside its words. */
export interface PostFacts extends Pick<Post, 'authorRole' | 'repostOf' | 'hasImage'> {
  /** Empty: English and German. */
  readonly brandLanguages: readonly Language[];
}

/** `danger`, where it is known, lets a "same here" under a danger go to the same people. */
export type AnsweredPost = ParentVerdict & { readonly danger?: DangerKind | null };

interface Answered {
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
}
