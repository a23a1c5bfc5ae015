import {
  type Category,
  type Classification,
  type DangerKind,
  dangerKinds,
  type EvidenceKind,
  type Stake,
  stakes,
} from '../domain/classification.ts';
import { type Reason, type ReviewReason, reviewReasons } from '../domain/decision.ts';

/** Every code that triage gives; the catalogues of lib/reason-texts.ts say each of them. */
export const reasonCodes: readonly string[] = [
  ...dangerKinds.map((kind) => `danger.${kind}`),
  ...stakes.filter((stake) => stake !== 'danger'),
  'amount',
  'prior_contact',
  'same_problem',
  'parent_raised',
  'category',
  ...reviewReasons.map((review) => `review.${review}`),
];

export const dangerReasons = (words: Classification, danger: DangerKind): readonly Reason[] => [
  pointing(`danger.${danger}`, words, ['danger']),
];

/** What is at stake by the post's own words; a complaint whose stake nobody named is an ordinary failure. */
export const stakeReasons = (words: Classification): readonly Reason[] => {
  const stake = words.stake ?? 'ordinary_failure';
  if (stake === 'danger') return [];
  return [pointing(stake, words, spansOf[stake]), ...amountReasons(words, stake)];
};

const amountReasons = (words: Classification, stake: Stake): readonly Reason[] => {
  if (stake !== 'large_or_dated_loss') return [];
  const amount = words.evidence.find(({ kind, label }) => kind === 'amount' && label !== undefined);
  if (amount?.label === undefined) return [];
  return [{ code: 'amount', values: { amount: amount.label }, start: amount.start, end: amount.end }];
};

/** What the author tells of earlier attempts that nobody answered. */
export const contactReasons = (words: Classification): readonly Reason[] => {
  const contact = words.priorContact;
  if (!contact?.isUnanswered) return [];
  const values = {
    ...(contact.count === null ? {} : { count: contact.count }),
    ...(contact.days === null ? {} : { days: contact.days }),
  };
  return [{ ...pointing('prior_contact', words, ['prior_contact']), values }];
};

export const categoryReasons = (words: Classification, categories: readonly Category[]): readonly Reason[] =>
  categories.map((category) => {
    const span = words.evidence.find(({ kind, label }) => kind === 'category' && label === category);
    const reason = { code: 'category', values: { category } };
    return span ? { ...reason, start: span.start, end: span.end } : reason;
  });

/** Its severity comes from the post that it answers; `parent_raised` where that is more than its own words say. */
export const sameProblemReasons = (words: Classification, isRaisedByParent: boolean): readonly Reason[] => [
  pointing('same_problem', words, ['same_problem']),
  ...(isRaisedByParent ? [{ code: 'parent_raised' }] : []),
];

export const reviewReason = (review: ReviewReason, words: Classification): Reason =>
  pointing(`review.${review}`, words, spansOfReview[review] ?? []);

/** The code, with the first span of the first kind that the words have. */
const pointing = (code: string, words: Classification, kinds: readonly EvidenceKind[]): Reason => {
  for (const kind of kinds) {
    const span = words.evidence.find((evidence) => evidence.kind === kind);
    if (span) return { code, start: span.start, end: span.end };
  }
  return { code };
};

const spansOf: Readonly<Record<Stake, readonly EvidenceKind[]>> = {
  danger: ['danger'],
  large_or_dated_loss: ['dated_loss', 'amount'],
  dependence: ['dependence'],
  blocked_service: ['blocked'],
  unanswered_contact: ['prior_contact'],
  ordinary_failure: ['complaint', 'category'],
  annoyance: ['annoyance', 'complaint'],
};

const spansOfReview: Readonly<Partial<Record<ReviewReason, readonly EvidenceKind[]>>> = {
  praise: ['praise'],
  question: ['question'],
  opinion: ['opinion'],
  relay: ['relay'],
  advert: ['advert'],
  employee: ['employee'],
  solved: ['solved'],
  waiting_for_parent: ['same_problem'],
  parent_not_a_complaint: ['same_problem'],
  image_only: ['image'],
  language: ['language'],
};
