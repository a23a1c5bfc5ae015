import { type Cue, cues, undoneByNegation } from '../lexicon/cues.ts';
import { compiled } from './compiled.ts';
import { findPhrases, type Report } from './find-phrases.ts';
import { type Frame, frameOf, isNegated } from './frame.ts';
import { isOtherWord } from './homographs.ts';
import type { Term } from './term.ts';
import type { Tokens } from './tokenize.ts';
import { isWished } from './wished.ts';

/** A phrase of the lexicon found in the text. `from` and `to` count tokens, `to` is exclusive. */
export interface Hit {
  readonly cue: Cue;
  readonly label: string | null;
  readonly from: number;
  readonly to: number;
  /** A negator stands before it in the same clause, at most three words away. */
  readonly isNegated: boolean;
}

/**
 * Hits of each cue in the order of the text, but for those that a negation undoes. Every cue has its place, so that a
 * rule finds its own in one step.
 */
export type Hits = Readonly<Record<Cue, readonly Hit[]>>;

/** A text taken apart once; every rule looks at the same reading. */
export interface Reading extends Tokens, Frame {
  readonly text: string;
  readonly hits: Hits;
}

/** Takes a text apart: tokens, sentences, phrases. One pass each, linear in the length of the text. */
export const read = (text: string): Reading => {
  const { terms, starts } = compiled.tokenize(text);
  const { sentenceEnds, questions, lastContrast, words, numbers } = frameOf(terms);
  return {
    text,
    terms,
    starts,
    hits: findHits(terms),
    sentenceEnds,
    questions,
    lastContrast,
    words,
    numbers,
  };
};

/** Stands for all cues of which there is no hit; nothing is ever entered into it. */
const nothing: Hit[] = [];
const noHits = Object.fromEntries(cues.map((cue) => [cue, nothing])) as Record<Cue, Hit[]>;

const findHits = (terms: readonly Term[]): Hits => {
  const hits = { ...noHits };
  const report: Report<Cue> = ({ cue, label }, from, to) => {
    if (to === from + 1 && isOtherWord(terms, from, cue)) return;
    if (isWished(terms, from, cue)) return;
    const isUndone = isNegated(terms, from);
    if (isUndone && undoneByNegation.has(cue)) return;
    const hit = { cue, label, from, to, isNegated: isUndone };
    const list = hits[cue];
    if (list === nothing) hits[cue] = [hit];
    else enterHit(list, hit);
  };
  findPhrases({ automaton: compiled.automaton, words: terms, report });
  return hits;
};

/** The longest phrase stays of those that begin at the same word, and none that ends within the one before. */
const enterHit = (list: Hit[], hit: Hit): void => {
  const last = list[list.length - 1];
  const isAlike = last !== undefined && last.label === hit.label;
  if (isAlike && last.to >= hit.to) return;
  if (isAlike && last.from === hit.from) list[list.length - 1] = hit;
  else list.push(hit);
};
