import type { Classification } from '../domain/classification.ts';
import type { AuthorRole } from '../domain/post.ts';
import { explain } from './explanation.ts';
import { detectLanguage } from './language/detect-language.ts';
import { otherSentiment } from './language/other-sentiment.ts';
import { shippedModel } from './model/shipped-model.ts';
import { read } from './reading/read.ts';
import { whyAbstain } from './rules/abstain.ts';
import { categoriesOf } from './rules/categories.ts';
import { complaintOf } from './rules/complaint.ts';
import { withoutManners } from './rules/courtesy.ts';
import { evidenceIn } from './rules/evidence.ts';
import { findIdentifiers } from './rules/identifiers.ts';
import { type Signs, signsIn } from './rules/signs.ts';
import { stakeOf } from './rules/stake.ts';

export interface ClassifyInput {
  readonly text: string;
  /** Words of the post that it answers; null: it answers none, or none that is known. */
  readonly parentText: string | null;
  /** BCP 47, as declared. */
  readonly declaredLanguage?: string | null;
  readonly hasImage?: boolean;
  readonly authorRole?: AuthorRole;
}

/** Reads the weights, which the first text would wait for. */
export const prepareClassifier = (): void => void shippedModel();

/**
 * Reads what the words of a post say: pure, linear in the length of the text, and defined for every string. The model
 * says how likely it is a complaint, how it sounds and what it is about; what ranks is decided by rules with evidence,
 * never by tone.
 */
export const classify = (input: ClassifyInput): Classification => {
  const { text, declaredLanguage = null, hasImage = false, authorRole = 'customer' } = input;
  const model = shippedModel();
  const reading = read(text);
  const likely = model.languagesOf(reading.terms);
  const language = detectLanguage(reading.terms, { likely, declared: declaredLanguage, fallback: 'en' });
  const signs = signsIn(reading, { parentText: input.parentText, authorRole, language });
  const said = model.predict(withoutManners(reading), signs.row, language);
  const complaint = complaintOf({ said, signs, language }, reading);
  const unread = signs.danger === null ? whyAbstain(reading, language, hasImage) : null;
  const abstainReason = unread ?? (isUnsure(complaint, signs) ? 'unsure' : null);
  const words: Classification = {
    language,
    complaint,
    sentiment: otherSentiment(reading, language) ?? { ...said.sentiment },
    categories: categoriesOf(said.categories, signs.categories),
    stake: complaint < 0.5 ? null : stakeOf(reading, signs),
    // The words alone tell too many customers' own stories for those of others: only beside no complaint.
    relay: signs.relay.isRelay || (said.relay >= 0.5 && complaint < 0.5),
    ...byRules(signs),
    identifiers: findIdentifiers(reading),
    abstained: abstainReason !== null,
    abstainReason,
    evidence: evidenceIn(reading, signs),
  };
  return complaint < 0.5 ? words : { ...words, evidence: explain(model, reading, words) };
};

/** What rules alone decide. */
const byRules = ({ danger, contact, same, solved, response }: Signs) => ({
  danger: danger?.kind ?? null,
  priorContact: contact?.contact ?? null,
  sameProblem: same.isSame,
  namesOtherProblem: same.namesOther,
  solved: solved.isSolved,
  outOfBand: response?.kind ?? null,
});

/** The same with the words that the model counted, which classify names of complaints only. */
export const withReasons = (text: string, words: Classification): Classification =>
  words.complaint >= 0.5 ? words : { ...words, evidence: explain(shippedModel(), read(text), words) };

const isUnsure = (complaint: number, { same }: Signs): boolean =>
  complaint < 0.5 && complaint >= surely && !same.isSame;

/** Between this and one half the model does not know: a person looks. */
const surely = 0.4;
