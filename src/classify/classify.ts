import { createHash } from 'node:crypto';
import type {
  AbstainReason,
  Classification,
  Evidence,
  EvidenceKind,
  Language,
  PriorContact,
  Stake,
} from '../domain/classification.ts';
import type { AuthorRole } from '../domain/post.ts';
import { detectLanguage } from './language/detect-language.ts';
import { stopWords } from './language/stop-words.ts';
import { lexicon } from './lexicon/all.ts';
import type { Cue } from './lexicon/cues.ts';
import { numberWords, wordClasses } from './lexicon/word-classes.ts';
import { hitsOf, type Reading, read } from './reading/read.ts';
import { findCategories } from './rules/categories.ts';
import { findDanger } from './rules/danger.ts';
import { findIdentifiers } from './rules/identifiers.ts';
import { findLoss } from './rules/loss.ts';
import { findOutOfBand } from './rules/out-of-band.ts';
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

/** Changes with every word of the lexicon and every weight: stored with each decision. */
export const rulesVersion: string = createHash('sha256')
  .update(JSON.stringify([lexicon, wordClasses, numberWords, stopWords, english, german]))
  .digest('hex')
  .slice(0, 12);

/**
 * Reads what the words of a post say: pure, linear in the length of the text, and defined for every string. The
 * probability is a logistic of weighted signs (rules/weights.ts says where the weights come from); everything that
 * ranks is decided by rules with evidence, never by tone.
 */
export const classify = (input: ClassifyInput): Classification => {
  const reading = read(input.text);
  const { language } = detectLanguage(reading.tokens, input.declaredLanguage ?? null, 'en');
  const danger = findDanger(reading);
  const contact = findPriorContact(reading);
  const loss = findLoss(reading);
  const same = findSameProblem(reading);
  const solved = findSolved(reading);
  const relay = findRelay(reading);
  const categories = findCategories(reading);
  const response = (input.authorRole ?? 'customer') === 'customer' ? null : findOutOfBand(reading);
  const abstainReason = danger === null ? whyAbstain(reading, language, input) : null;
  const scored = abstainReason === null ? complaintProbability(reading, language, danger !== null) : 0.2;
  const complaint = danger === null ? scored : Math.max(scored, 0.9);
  const unsure = abstainReason ?? (complaint < 0.5 && complaint >= surely && !same.isSame ? 'unsure' : null);
  return {
    language,
    complaint,
    sentiment: sentimentOf(reading),
    categories: categories.probabilities,
    danger: danger?.kind ?? null,
    stake:
      complaint < 0.5
        ? null
        : stakeOf(reading, {
            hasDanger: danger !== null,
            isLoss: loss.isLargeOrDated,
            contact: contact?.contact ?? null,
          }),
    priorContact: contact?.contact ?? null,
    sameProblem: same.isSame,
    namesOtherProblem: same.namesOther,
    solved: solved.isSolved,
    relay: relay.isRelay,
    identifiers: findIdentifiers(reading),
    outOfBand: response?.kind ?? null,
    abstained: unsure !== null,
    abstainReason: unsure,
    evidence: [
      ...(danger?.evidence ?? []),
      ...loss.evidence,
      ...plainEvidence(reading),
      ...(contact?.evidence ?? []),
      ...same.evidence,
      ...solved.evidence,
      ...relay.evidence,
      ...categories.evidence,
      ...(response?.evidence ?? []),
    ],
  };
};

/** Between this and one half the rules do not know: a person looks. */
const surely = 0.4;

/** Languages that the rules read; others are found and left to people, but for danger. */
const readLanguages: readonly Language[] = ['en', 'de'];

const whyAbstain = (reading: Reading, language: Language, input: ClassifyInput): AbstainReason | null => {
  const hasImage = input.hasImage ?? false;
  const hasEmoji = reading.tokens.some(({ term }) => term.kind === 'emoji');
  if (reading.words === 0 && !saysBySigns(reading))
    return hasImage ? 'image_only' : hasEmoji ? 'unsure' : 'no_text';
  if (
    hasImage &&
    reading.words <= 4 &&
    hitsOf(reading, 'image').length > 0 &&
    hitsOf(reading, 'failure').length === 0
  )
    return 'image_only';
  return readLanguages.includes(language) ? null : 'language';
};

/** "+1" holds no word and says something all the same. */
const saysBySigns = (reading: Reading): boolean => hitsOf(reading, 'same').length > 0;

interface StakeFacts {
  readonly hasDanger: boolean;
  readonly isLoss: boolean;
  readonly contact: PriorContact | null;
}

/** The ladder of DESIGN.md 4, from the top: what is at stake, not how it is said. */
const stakeOf = (reading: Reading, { hasDanger, isLoss, contact }: StakeFacts): Stake => {
  if (hasDanger) return 'danger';
  if (isLoss) return 'large_or_dated_loss';
  if (hitsOf(reading, 'dependence').length > 0) return 'dependence';
  if (hitsOf(reading, 'blocked').length > 0) return 'blocked_service';
  if (contact !== null && (contact.isUnanswered || (contact.count ?? 0) > 1)) return 'unanswered_contact';
  const tells = ordinary.some((cue) => uncovered(reading, cue).some(({ label }) => label !== 'weak'));
  return tells ? 'ordinary_failure' : 'annoyance';
};

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

const plainEvidence = (reading: Reading): Evidence[] =>
  shown.flatMap(([cue, kind]) => hitsOf(reading, cue).map((hit) => evidenceOf(reading, hit, kind)));
