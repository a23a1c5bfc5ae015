import { type Cue, cues, undoneByNegation } from '../lexicon/cues.ts';
import { compiled } from './compiled.ts';
import { findPhrases, type Report } from './find-phrases.ts';
import { type Frame, frameOf, isNegated } from './frame.ts';
import type { Term } from './term.ts';
import type { Tokens } from './tokenize.ts';

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
export interface Reading extends Tokens, Frame {
  readonly text: string;
  readonly hits: readonly (readonly Hit[] | undefined)[];
}

const nothing: readonly Hit[] = [];
const cueIndex = new Map<Cue, number>(cues.map((cue, index) => [cue, index]));

/** Hits of one cue in the order of the text; those that the lexicon lets a negation undo are already gone. */
export const hitsOf = (reading: Reading, cue: Cue): readonly Hit[] =>
  reading.hits[cueIndex.get(cue) ?? -1] ?? nothing;

/** Takes a text apart: tokens, sentences, phrases. One pass each, linear in the length of the text. */
export const read = (text: string): Reading => {
  const { terms, starts } = compiled.tokenize(text);
  const { sentenceEnds, questions, lastContrast, words } = frameOf(terms);
  return { text, terms, starts, hits: findHits(terms), sentenceEnds, questions, lastContrast, words };
};

const noHits: readonly undefined[] = cues.map(() => undefined);

const findHits = (terms: readonly Term[]): Reading['hits'] => {
  const hits: (Hit[] | undefined)[] = noHits.slice();
  const report: Report<Cue> = (meaning, from, to) => {
    const isUndone = isNegated(terms, from);
    if (isUndone && undoneByNegation.has(meaning.cue)) return;
    const list = hits[meaning.cueIndex] ?? [];
    hits[meaning.cueIndex] = list;
    const last = list.at(-1);
    if (last !== undefined && last.label === meaning.label && last.to >= to) return;
    const hit = { cue: meaning.cue, label: meaning.label, from, to, isNegated: isUndone };
    if (last !== undefined && last.label === meaning.label && last.from === from) list[list.length - 1] = hit;
    else list.push(hit);
  };
  findPhrases({ trie: compiled.trie, terms, report });
  return hits;
};
