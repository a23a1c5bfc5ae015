import { hashOf } from '../model/hash.ts';
import type { Term } from '../reading/term.ts';

/** Places of the table of words: the upper bits of a hash. */
export const wordBits = 14;
const shift = 32 - wordBits;
const seeds = { word: 41, letters: 43 } as const;
const shortest = 4;
const longest = 5;

/**
 * Places in the table that speak for a word as folded: its own and those of its letters by four and five, within its
 * bounds, so that words that nobody has met speak by their parts. Training and inference both ask here.
 */
export const wordPlaces = (word: string): readonly number[] => {
  const bound = `<${word}>`;
  const places = [hashOf(word, seeds.word) >>> shift];
  for (let size = shortest; size <= longest; size++)
    for (let at = 0; at + size <= bound.length; at++)
      places.push(hashOf(bound, seeds.letters, at, at + size) >>> shift);
  return places;
};

/** A number stands for all numbers. */
const anyNumber = '<n>';

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
  if (kind === 'word' || kind === 'hashtag') return folded;
  return kind === 'number' ? anyNumber : null;
};
