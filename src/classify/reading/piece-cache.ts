import { createWordCache } from './word-cache.ts';

/** What is made of a piece says itself of which. */
interface Made {
  readonly word: string;
}

/** Finds what was made of the piece that begins here, or makes it; null: a space stands here. */
export type PieceAt<T extends Made> = (text: string, from: number) => T | null;

/** The longest piece whose letters are compared as numbers. */
const mostLetters = 15;

const sets = 2 ** 14;
const ways = 4;

/**
 * Cuts texts at spaces and new lines, and keeps what `make`, which must be pure, says of each piece, as the cache of words
 * does. Fifteen letters of Latin-1, and how many they are, fit into four numbers that stand in a row: the letters of
 * the text are looked at once, and no string is. New lines that follow each other are one piece.
 */
export const createPieceCache = <T extends Made>(make: (word: string) => T): PieceAt<T> => {
  const letters = new Int32Array(sets * ways * 4);
  const kept: (T | null)[] = Array.from({ length: sets * ways }, () => null);
  const others = createWordCache(make);
  const keep = (word: string, place: number, { first, second, third, last }: Key): T => {
    const value = make(word);
    kept.copyWithin(place + 1, place, place + ways - 1);
    kept[place] = value;
    letters.copyWithin((place + 1) * 4, place * 4, (place + ways - 1) * 4);
    letters.set([last, third, second, first], place * 4);
    return value;
  };
  const breakAt = (text: string, from: number): T | null => {
    let to = from;
    while (to < text.length && text.charCodeAt(to) === newLine) to++;
    return to === from ? null : others(text, from, to);
  };
  return (text, from) => {
    let first = 0;
    let second = 0;
    let third = 0;
    let last = 0;
    let all = 0;
    let to = from;
    for (; to < text.length; to++) {
      const code = text.charCodeAt(to);
      if (code === space || code === newLine) break;
      first = (first << 8) | (second >>> 24);
      second = (second << 8) | (third >>> 24);
      third = (third << 8) | (last >>> 24);
      last = (last << 8) | code;
      all |= code;
    }
    if (to === from) return breakAt(text, from);
    if (to - from > mostLetters || all > 0xff) return others(text, from, to);
    first |= (to - from) << 24;
    const key = { first, second, third, last };
    const place = placeOf(key);
    const at = find(letters, place, key);
    return at === -1 ? keep(text.slice(from, to), place, key) : (kept[at] ?? null);
  };
};

/** The letters of a piece, and in the upper byte of the first how many they are. */
interface Key {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly last: number;
}

const placeOf = ({ first, second, third, last }: Key): number => {
  const upper = imul(second ^ imul(first, 0x27d4eb2f), 0xc2b2ae35);
  return (((imul(last, 0x9e3779b1) + imul(third, 0x85ebca6b) + upper) | 0) >>> 18) * ways;
};

const find = (letters: Int32Array, place: number, { first, second, third, last }: Key): number => {
  for (let at = place; at < place + ways; at++) {
    const row = at * 4;
    if (letters[row] !== last || letters[row + 1] !== third) continue;
    if (letters[row + 2] === second && letters[row + 3] === first) return at;
  }
  return -1;
};

const space = 0x20;
const newLine = 0x0a;
// Looked up once: where globals are costly, as in test runners, a look for each piece takes most of the time.
const { imul } = Math;
