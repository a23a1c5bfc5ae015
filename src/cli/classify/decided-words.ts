import type { Target } from '../../domain/brand.ts';
import { type Classification, severityOfStake } from '../../domain/classification.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Mention } from '../../domain/post.ts';
import type { Severity } from '../../domain/severity.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { reasonText } from '../../lib/reason-texts.ts';
import { targetText } from '../render/relative-time.ts';

/** A text and, where it is a reply, the text that it answers. */
export interface Words {
  readonly text: string;
  readonly parent: string | null;
}

export interface DecidedWords {
  readonly text: string;
  readonly classification: Classification;
  readonly decision: Decision;
  /** Until an answer would be due; null: no case would open, or the brands differ and none was named. */
  readonly target: Target | null;
  /** Of the brands that are configured here. */
  readonly names: readonly string[];
}

/** What the words say, as one line of many: the format of evaluations, then what would become of the post. */
export const lineJson = ({ classification: words, decision }: DecidedWords) => ({
  language: words.language,
  complaint: words.complaint,
  sentiment: words.sentiment,
  categories: words.categories,
  severity: severityOf(words, decision),
  danger: words.danger,
  sameProblem: words.sameProblem,
  relay: words.relay,
  abstained: words.abstained,
  evidence: words.evidence.map(({ kind, start, end }) => ({ kind, start, end })),
  outcome: outcomeOf(decision),
  reason: reasonOf(decision),
});

type Outcome = 'case' | 'review_list' | 'no_case';

/** Without a case it stands in `evenhand review` all the same; `review_list`: a person should look at it. */
const outcomeOf = (decision: Decision): Outcome => {
  if (decision.kind === 'complaint') return 'case';
  return decision.isUnsure ? 'review_list' : 'no_case';
};

/** The code of what weighs most; of what opens no case, as `evenhand review --reason` takes it. */
const reasonOf = (decision: Decision): string | null =>
  decision.kind === 'complaint' ? (decision.reasons[0]?.code ?? null) : decision.review;

/** The same of one text with the weights of its spans, what would be decided, and reasons that a person can read. */
export const wordsJson = (decided: DecidedWords, language: CatalogueLanguage) => ({
  ...lineJson(decided),
  evidence: decided.classification.evidence,
  decision: decisionJson(decided, language),
});

const decisionJson = ({ decision, target }: DecidedWords, language: CatalogueLanguage) => ({
  ...decision,
  reasons: decision.reasons.map((reason) => ({ ...reason, text: reasonText(reason, language) })),
  deadline:
    target === null ? null : { target: 'first_response', ...target, text: targetText(target, language) },
});

/** What is at stake wherever it is a complaint, also where no case would open (a relay, an abstention). */
const severityOf = (words: Classification, decision: Decision): Severity | null => {
  if (words.complaint < 0.5) return null;
  if (decision.kind === 'complaint') return decision.severity;
  return severityOfStake[words.stake ?? 'ordinary_failure'];
};

/** Posts that say these words: the one that is answered, then the one in question. */
export const asMentions = ({ text, parent }: Words): readonly Mention[] => {
  const asked = mentionOf('text', text, parent === null ? null : 'parent');
  return parent === null ? [asked] : [mentionOf('parent', parent, null), asked];
};

/** Text as ingestion leaves it: well-formed, code unit by code unit as long as it was given, so that offsets stay right. */
const mentionOf = (nativeId: string, text: string, parent: string | null): Mention => ({
  post: {
    kind: 'post',
    source: 'command-line',
    nativeId,
    revision: 0,
    author: null,
    authorRole: 'customer',
    thread: parent ?? nativeId,
    parent,
    repostOf: null,
    text: text.toWellFormed().replaceAll('\0', '\uFFFD'),
    declaredLanguage: null,
    url: null,
    links: [],
    hasImage: false,
    publishedAt: null,
  },
  brand: 'command-line',
  matchedBy: 'phrase',
  fingerprint: '',
  receivedAt: new Date(0).toISOString(),
  isHistory: false,
});
