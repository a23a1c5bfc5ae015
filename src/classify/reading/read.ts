import { type Cue, cues, undoneByNegation } from '../lexicon/cues.ts';
import { compiled } from './compiled.ts';
import type { Term } from './term.ts';
import { type Token, tokenize } from './tokenize.ts';
import { findPhrases } from './trie.ts';

/** A phrase of the lexicon found in the text. `from` and `to` count tokens, `to` is exclusive. */
export interface Hit {
  readonly cue: Cue;
  readonly label: string | null;
  readonly from: number;
  readonly to: number;
  /** A negator stands before it in the same clause, at most three words away. */
  readonly isNegated: boolean;
}

/** A text taken apart once; every rule looks at the same reading. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hits: readonly (readonly Hit[] | undefined)[];
  /** Per token: number of its sentence. */
  readonly sentences: Int32Array;
  /** Per sentence: ends with a question mark. */
  readonly questions: readonly boolean[];
  /** Place of the last "but", or -1. */
  readonly lastContrast: number;
  /** Words only: no links, mentions, marks, emoji. */
  readonly words: number;
}

const nothing: readonly Hit[] = [];
const cueIndex = new Map<Cue, number>(cues.map((cue, index) => [cue, index]));

/** Hits of one cue in the order of the text; those that the lexicon lets a negation undo are already gone. */
export const hitsOf = (reading: Reading, cue: Cue): readonly Hit[] =>
  reading.hits[cueIndex.get(cue) ?? -1] ?? nothing;

/** Takes a text apart: tokens, sentences, negations, phrases. One pass each, linear in the length of the text. */
export const read = (text: string): Reading => {
  const tokens = tokenize(text, compiled.termOf);
  const frame = frameOf(tokens);
  return { text, tokens, hits: findHits(tokens, frame.negated), ...frame };
};

// Longer scopes drop more true cues than they save: "not really broken" needs two, "don't have any problem" three.
const negationWords = 3;

type Frame = Pick<Reading, 'sentences' | 'questions' | 'lastContrast' | 'words'> & {
  readonly negated: Uint8Array;
};

const frameOf = (tokens: readonly Token[]): Frame => {
  const sentences = new Int32Array(tokens.length);
  const negated = new Uint8Array(tokens.length);
  const questions: boolean[] = [];
  let sentence = 0;
  let scope = 0;
  let lastContrast = -1;
  let words = 0;
  let at = 0;
  for (const { term } of tokens) {
    sentences[at] = sentence;
    if (isWord(term)) words++;
    if (term.isContrast) lastContrast = at;
    if (term.folded === '?') questions[sentence] = true;
    if (term.ends === 'sentence') sentence++;
    if (term.ends !== 'nothing') scope = 0;
    negated[at] = scope > 0 ? 1 : 0;
    scope = isNegation(term, tokens[at + 1]?.term) ? negationWords : Math.max(0, scope - 1);
    at++;
  }
  return { sentences, negated, questions, lastContrast, words };
};

const isWord = ({ kind }: Term): boolean =>
  kind === 'word' || kind === 'number' || kind === 'hashtag' || kind === 'markup';

// "can't believe how bad", "not only late", "don't you see": the negator says nothing about what follows.
const isNegation = (term: Term, next: Term | undefined): boolean =>
  term.isNegator && !(next?.symbols.includes(compiled.afterEmptyNegation) ?? false);

const findHits = (tokens: readonly Token[], negated: Uint8Array): readonly (readonly Hit[] | undefined)[] => {
  const hits: (Hit[] | undefined)[] = Array.from({ length: cues.length });
  findPhrases(compiled.trie, tokens, (meaning, from, to) => {
    const isNegated = negated[from] === 1;
    if (isNegated && undoneByNegation.has(meaning.cue)) return;
    const list = hits[meaning.cueIndex] ?? [];
    hits[meaning.cueIndex] = list;
    const last = list.at(-1);
    if (last !== undefined && last.label === meaning.label && last.to >= to) return;
    const hit = { cue: meaning.cue, label: meaning.label, from, to, isNegated };
    if (last !== undefined && last.label === meaning.label && last.from === from) list[list.length - 1] = hit;
    else list.push(hit);
  });
  return hits;
};
