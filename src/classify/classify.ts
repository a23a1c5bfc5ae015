import { createHash } from 'node:crypto';
import {
  type AbstainReason,
  type Classification,
  decidedLanguages,
  type Evidence,
  type EvidenceKind,
  type Language,
  type PriorContact,
  type Stake,
} from '../domain/classification.ts';
import type { AuthorRole } from '../domain/post.ts';
import { codeVersion } from './code-version.ts';
import { detectLanguage } from './language/detect-language.ts';
import { stopWords } from './language/stop-words.ts';
import { lexicon } from './lexicon/all.ts';
import type { Cue } from './lexicon/cues.ts';
import { numberWords, wordClasses } from './lexicon/word-classes.ts';
import { type Hit, type Reading, read } from './reading/read.ts';
import { findCategories } from './rules/categories.ts';
import { findDanger } from './rules/danger.ts';
import { findDependence } from './rules/dependence.ts';
import { findIdentifiers } from './rules/identifiers.ts';
import { findLoss } from './rules/loss.ts';
import { findOutOfBand } from './rules/out-of-band.ts';
import { findPraise } from './rules/praise.ts';
import { findPriorContact } from './rules/prior-contact.ts';
import { findRelay } from './rules/relay.ts';
import { findSameProblem } from './rules/same-problem.ts';
import { complaintProbability } from './rules/score.ts';
import { sentimentOf } from './rules/sentiment.ts';
import { findSolved } from './rules/solved.ts';
import { evidenceOf, uncovered } from './rules/spans.ts';
import { english, german } from './rules/weights.ts';

export interface ClassifyInput {
  readonly text: string;
  /** Words of the post that it answers; null: it answers none, or none that is known. */
  readonly parentText: string | null;
  /** BCP 47, as declared. */
  readonly declaredLanguage?: string | null;
  readonly hasImage?: boolean;
  readonly authorRole?: AuthorRole;
}

/** Changes with every word of the lexicon, every weight and every file of this room: stored with each decision. */
export const rulesVersion: string = createHash('sha256')
  .update(JSON.stringify([codeVersion, lexicon, wordClasses, numberWords, stopWords, english, german]))
  .digest('hex')
  .slice(0, 12);

/**
 * Reads what the words of a post say: pure, linear in the length of the text, and defined for every string. The
 * probability is a logistic of weighted signs (rules/weights.ts says where the weights come from); everything that
 * ranks is decided by rules with evidence, never by tone.
 */
export const classify = (input: ClassifyInput): Classification => {
  const reading = read(input.text);
  const { language } = detectLanguage(reading.terms, input.declaredLanguage ?? null, 'en');
  const signs = signsIn(reading, input);
  const unread = signs.danger === null ? whyAbstain(reading, language, input) : null;
  const complaint = probabilityOf(reading, { language, unread, hasDanger: signs.danger !== null });
  const abstainReason = unread ?? (isUnsure(complaint, signs) ? 'unsure' : null);
  return {
    language,
    complaint,
    sentiment: sentimentOf(reading),
    categories: signs.categories.probabilities,
    danger: signs.danger?.kind ?? null,
    stake: complaint < 0.5 ? null : stakeOf(reading, signs),
    priorContact: signs.contact?.contact ?? null,
    sameProblem: signs.same.isSame,
    namesOtherProblem: signs.same.namesOther,
    solved: signs.solved.isSolved,
    relay: signs.relay.isRelay,
    identifiers: findIdentifiers(reading),
    outOfBand: signs.response?.kind ?? null,
    abstained: abstainReason !== null,
    abstainReason,
    evidence: evidenceIn(reading, signs),
  };
};

const isUnsure = (complaint: number, { same }: Signs): boolean =>
  complaint < 0.5 && complaint >= surely && !same.isSame;

/** What each rule found, every rule in the same reading. */
const signsIn = (reading: Reading, { authorRole = 'customer' }: ClassifyInput) => ({
  danger: findDanger(reading),
  contact: findPriorContact(reading),
  loss: findLoss(reading),
  dependence: findDependence(reading),
  same: findSameProblem(reading),
  solved: findSolved(reading),
  relay: findRelay(reading),
  categories: findCategories(reading),
  response: authorRole === 'customer' ? null : findOutOfBand(reading),
});

type Signs = ReturnType<typeof signsIn>;

interface Scored {
  readonly language: Language;
  readonly unread: AbstainReason | null;
  readonly hasDanger: boolean;
}

/** What is not read is no complaint yet; what tells of danger always is one. */
const probabilityOf = (reading: Reading, { language, unread, hasDanger }: Scored): number => {
  const scored = unread === null ? complaintProbability(reading, language, hasDanger) : 0.2;
  return hasDanger ? Math.max(scored, 0.9) : scored;
};

const evidenceIn = (reading: Reading, signs: Signs): Evidence[] => [
  ...(signs.danger?.evidence ?? []),
  ...signs.loss.evidence,
  ...plainEvidence(reading),
  ...(signs.contact?.evidence ?? []),
  ...signs.same.evidence,
  ...signs.solved.evidence,
  ...signs.relay.evidence,
  ...signs.categories.evidence,
  ...(signs.response?.evidence ?? []),
];

/** Between this and one half the rules do not know: a person looks. */
const surely = 0.4;

const whyAbstain = (reading: Reading, language: Language, input: ClassifyInput): AbstainReason | null => {
  const hasImage = input.hasImage ?? false;
  if (reading.words === 0 && !saysBySigns(reading))
    return hasImage ? 'image_only' : hasEmoji(reading) ? 'unsure' : 'no_text';
  if (hasImage && reading.words <= 4 && reading.hits.image.length > 0 && reading.hits.failure.length === 0)
    return 'image_only';
  return decidedLanguages.includes(language) ? null : 'language';
};

const hasEmoji = ({ terms }: Reading): boolean => terms.some(({ kind }) => kind === 'emoji');

/** "+1" holds no word and says something all the same. */
const saysBySigns = (reading: Reading): boolean => reading.hits.same.length > 0;

/** The ladder of DESIGN.md 4, from the top: what is at stake, not how it is said. */
const stakeOf = (reading: Reading, { danger, loss, dependence, contact }: Signs): Stake => {
  if (danger !== null) return 'danger';
  if (loss.isLargeOrDated) return 'large_or_dated_loss';
  if (dependence.length > 0) return 'dependence';
  if (reading.hits.blocked.length > 0) return 'blocked_service';
  if (isIgnored(contact?.contact ?? null)) return 'unanswered_contact';
  const tells = ordinary.some((cue) => uncovered(reading, cue).some(({ label }) => label !== 'weak'));
  return tells ? 'ordinary_failure' : 'annoyance';
};

const isIgnored = (contact: PriorContact | null): boolean =>
  contact !== null && (contact.isUnanswered || (contact.count ?? 0) > 1);

const ordinary: readonly Cue[] = ['failure', 'unanswered', 'loss_of_money', 'contact'];

/** Cues that are evidence just as they stand. */
const shown: readonly (readonly [Cue, EvidenceKind])[] = [
  ['failure', 'complaint'],
  ['blocked', 'blocked'],
  ['dependence', 'dependence'],
  ['demand', 'complaint'],
  ['annoyance', 'annoyance'],
  ['praise', 'praise'],
  ['opinion', 'opinion'],
  ['advert', 'advert'],
  ['employee', 'employee'],
  ['help', 'question'],
  ['ask', 'question'],
  ['sarcasm', 'sarcasm'],
  ['image', 'image'],
];

const plainEvidence = (reading: Reading): Evidence[] => {
  const found: Evidence[] = [];
  for (const [cue, kind] of shown)
    for (const hit of hitsShown(reading, cue)) found.push(evidenceOf(reading, hit, kind));
  return found;
};

const hitsShown = (reading: Reading, cue: Cue): readonly Hit[] => {
  if (cue === 'praise') return findPraise(reading);
  return cue === 'dependence' ? findDependence(reading) : reading.hits[cue];
};
