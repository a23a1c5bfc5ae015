import type { Classification, Language } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import { type PolarityOf, polarityIn } from './lexicon-polarity.ts';

type Sentiment = Classification['sentiment'];

/**
 * Tone of a post in French, Spanish, Italian or Portuguese by the words of natural's lexicons: a guess, for it is right
 * in about half of the cases. Null for every other language. Sums to 1; a text without words is neutral.
 */
export const otherSentiment = ({ terms }: Reading, language: Language): Sentiment | null => {
  const lexicon = polarityIn(language);
  if (lexicon === null) return null;
  const { polarityOf, negators } = lexicon;
  let praise = 0;
  let blame = 0;
  let sinceNegator = negationWords;
  for (const term of terms) {
    if ((term.traits & traits.clauseEnd) !== 0) sinceNegator = negationWords;
    if (negators.has(term.folded)) {
      sinceNegator = 0;
      continue;
    }
    const told = toldBy(term, polarityOf) * (sinceNegator < negationWords ? negated : 1);
    if (told > 0) praise += told;
    else blame -= told;
    if ((term.traits & traits.word) !== 0) sinceNegator++;
  }
  return sentimentOf(praise, blame);
};

/** As in English and German; natural lets one "not" turn every word up to the end of the text. */
const negationWords = 3;
/** "Not good" is less bad than "bad". */
const negated = -0.7;

/** A heart is a heart in every presentation. */
const presentation = /\uFE0F/g;

const toldBy = ({ kind, word, folded }: Term, polarityOf: PolarityOf): number => {
  if (kind === 'emoji') return polarityOf(word.replace(presentation, ''));
  return kind === 'word' || kind === 'hashtag' ? polarityOf(folded) : 0;
};

/** Set by hand: one clear word outweighs the neutral, and who writes to a company is more often displeased. */
const sentimentOf = (praise: number, blame: number): Sentiment => {
  const negative = Math.exp(0.4 + 2 * capped(blame));
  const positive = Math.exp(2 * capped(praise));
  const neutral = Math.exp(0.6);
  const sum = negative + neutral + positive;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
};

/** Polarity beyond this says nothing more: a long post is not a harsh one. */
const capped = (polarity: number): number => Math.min(polarity, 2);
