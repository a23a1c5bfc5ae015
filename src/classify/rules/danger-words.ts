import { hashOf } from '../model/hash.ts';
import { isListedSomebody } from '../model/somebody.ts';
import type { Term } from '../reading/term.ts';

/** Places of the table of words: the upper bits of a hash. */
export const wordBits = 14;
const shift = 32 - wordBits;
const seeds = { word: 41, letters: 43, name: 47 } as const;
const shortest = 4;
const longest = 5;

/**
 * Places in the table that speak for a word as folded: its own and those of its letters by four and five, within its
 * bounds, so that words that nobody has met speak by their parts. Training and inference both ask here.
 */
export const wordPlaces = (word: string): readonly number[] => {
  if (word === anybody) return [hashOf(anybody, seeds.word) >>> shift];
  const bound = `<${word}>`;
  const places = [hashOf(word, seeds.word) >>> shift];
  for (let size = shortest; size <= longest; size++)
    for (let at = 0; at + size <= bound.length; at++)
      places.push(hashOf(bound, seeds.letters, at, at + size) >>> shift);
  return places;
};

/** A number stands for all numbers; who somebody is, a name or a place for all of them, however many there are. */
const anyNumber = '<n>';
const anybody = '<who>';

/** What a word that counts is told apart by; 0: it counts nowhere. */
const nameOf = (word: string | null): number => (word === null ? 0 : hashOf(word, seeds.name) || 1);

/** Words kept, and the numbers to a row: its owner, its name, and what its word adds to each sum. */
const keptBits = 15;
const rowBits = 3;
const nobody = -1;

/** Above this words of one stretch, in a table at most half full. */
const seenBits = 9;
const seen = new Int32Array(1 << seenBits);

/** Adds up what each distinct word of a stretch adds to some sums, in whole steps. */
export type AddWords = (stretch: WordStretch, into: Int32Array) => void;

export interface WordStretch {
  readonly terms: readonly Term[];
  readonly from: number;
  readonly to: number;
}

/** `stepsOf` is asked once for each word; a stretch is no longer than half of `seen`. */
export const createWordSums = (stepsOf: (word: string) => Int32Array): AddWords => {
  const rows = new Int32Array(1 << (keptBits + rowBits)).fill(nobody);
  const rowOf = (term: Term): number => {
    const row = (term.number & ((1 << keptBits) - 1)) << rowBits;
    if (rows[row] === term.number) return row;
    const word = wordOf(term);
    rows[row + 1] = nameOf(word);
    rows.set(word === null ? none : stepsOf(word), row + 2);
    rows[row] = term.number;
    return row;
  };
  return ({ terms, from, to }, into) => {
    seen.fill(0);
    const last = Math.min(to, terms.length);
    for (let at = from; at < last; at++) {
      const row = rowOf(terms[at] as Term);
      const name = rows[row + 1] ?? 0;
      if (name === 0 || !isNew(name)) continue;
      for (let nth = 0; nth < into.length; nth++) into[nth] = (into[nth] ?? 0) + (rows[row + 2 + nth] ?? 0);
    }
  };
};

const none = new Int32Array(0);

const isNew = (name: number): boolean => {
  let slot = name & (seen.length - 1);
  while (seen[slot] !== 0) {
    if (seen[slot] === name) return false;
    slot = (slot + 1) & (seen.length - 1);
  }
  seen[slot] = name;
  return true;
};

/** The distinct words of a stretch in their order. */
export const wordsIn = (terms: readonly Term[], from: number, to: number): ReadonlySet<string> => {
  const words = new Set<string>();
  for (let at = from; at < to; at++) {
    const term = terms[at];
    if (term === undefined) break;
    const word = wordOf(term);
    if (word !== null) words.add(word);
  }
  return words;
};

/** Null: no word. */
export const wordOf = ({ kind, folded }: Term): string | null => {
  if (kind === 'word' || kind === 'hashtag') return isListedSomebody(folded) ? anybody : folded;
  return kind === 'number' ? anyNumber : null;
};
