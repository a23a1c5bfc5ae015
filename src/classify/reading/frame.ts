import type { Term } from './term.ts';
import { traits } from './traits.ts';

/** How the words of a text are framed: its sentences, questions, and the last "but". */
export interface Frame {
  /** Places of the marks that end a sentence, in order. */
  readonly sentenceEnds: readonly number[];
  /** Per sentence: ends with a question mark. Empty where nothing is asked. */
  readonly questions: readonly boolean[];
  /** Place of the last "but", or -1. */
  readonly lastContrast: number;
  /** Words only: no links, mentions, marks, emoji. */
  readonly words: number;
  /** Places of what is written in digits. */
  readonly numbers: readonly number[];
}

/** One pass, in which most words take one look. */
export const frameOf = (terms: readonly Term[]): Frame => {
  const sentenceEnds: number[] = [];
  const questions: boolean[] = [];
  let lastContrast = -1;
  const numbers: number[] = [];
  let words = 0;
  for (let at = 0; at < terms.length; at++) {
    const has = terms[at]?.traits ?? 0;
    if ((has & traits.word) !== 0) words++;
    if ((has & framing) === 0) continue;
    if ((has & traits.contrast) !== 0) lastContrast = at;
    if ((has & traits.question) !== 0) questions[sentenceEnds.length] = true;
    if ((has & traits.sentenceEnd) !== 0) sentenceEnds.push(at);
    if ((has & traits.number) !== 0) numbers.push(at);
  }
  return { sentenceEnds, questions, lastContrast, words, numbers };
};

const framing = traits.contrast | traits.question | traits.sentenceEnd | traits.number;

/** Number of the sentence in which a word stands; a mark that ends one belongs to it. */
export const sentenceAt = ({ sentenceEnds }: Frame, at: number): number => {
  let low = 0;
  let high = sentenceEnds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentenceEnds[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

// Longer scopes drop more true cues than they save: "not really broken" needs two, "don't have any problem" three.
const negationWords = 3;

/** A negator stands before this word in the same clause, at most three words away. */
export const isNegated = (terms: readonly Term[], at: number): boolean => {
  for (let next = at; next > at - negationWords && next > 0; next--) {
    const has = terms[next]?.traits ?? 0;
    if ((has & traits.clauseEnd) !== 0) return false;
    // "can't believe how bad", "not only late", "don't you see": the negator says nothing about what follows.
    if (((terms[next - 1]?.traits ?? 0) & traits.negator) !== 0 && (has & traits.emptiesNegation) === 0)
      return true;
  }
  return false;
};
