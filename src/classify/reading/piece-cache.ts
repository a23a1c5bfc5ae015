import { createWordCache } from './word-cache.ts';

/** The letters of a short piece in three numbers, and how many they are in the upper byte of the first. */
export interface Letters {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

/** What is made of a piece says itself of which. */
interface Made extends Letters {
  readonly word: string;
}

/** Finds what was made of the piece that begins here, or makes it; null: a space stands here. */
export type PieceAt<T extends Made> = (text: string, from: number) => T | null;

/** The longest piece whose letters are compared as numbers. */
const mostLetters = 11;

const sets = 2 ** 14;
const ways = 4;

/**
 * Cuts texts at spaces and new lines, and keeps what `make`, which must be pure, says of each piece, as the cache of words
 * does. Eleven letters of Latin-1 fit into three numbers that stand in what was made: the letters of the text are looked at once,
 * and no string is. New lines that follow each other are one piece.
 */
export const createPieceCache = <T extends Made>(make: (word: string) => T): PieceAt<T> => {
  const hashes = new Int32Array(sets * ways);
  const kept: (T | null)[] = Array.from({ length: sets * ways }, () => null);
  const others = createWordCache(make);
  const keep = (word: string, hash: number): T => {
    const value = make(word);
    const place = (hash >>> 18) * ways;
    for (let at = place + ways - 1; at > place; at--) {
      hashes[at] = hashes[at - 1] ?? 0;
      kept[at] = kept[at - 1] ?? null;
    }
    hashes[place] = hash;
    kept[place] = value;
    return value;
  };
  const find = ({ first, middle, last }: Letters, hash: number): T | null => {
    const place = (hash >>> 18) * ways;
    for (let at = place; at < place + ways; at++) {
      const found = hashes[at] === hash ? (kept[at] ?? null) : null;
      if (found !== null && found.last === last && found.middle === middle && found.first === first)
        return found;
    }
    return null;
  };
  const breakAt = (text: string, from: number): T | null => {
    let to = from;
    while (to < text.length && text.charCodeAt(to) === newLine) to++;
    return to === from ? null : others(text, from, to);
  };
  return (text, from) => {
    let first = 0;
    let middle = 0;
    let last = 0;
    let all = 0;
    let to = from;
    for (; to < text.length; to++) {
      const code = text.charCodeAt(to);
      if (code === space || code === newLine) break;
      first = (first << 8) | (middle >>> 24);
      middle = (middle << 8) | (last >>> 24);
      last = (last << 8) | code;
      all |= code;
    }
    if (to === from) return breakAt(text, from);
    if (to - from > mostLetters || all > 0xff) return others(text, from, to);
    first |= (to - from) << 24;
    const hash = (imul(last, 0x9e3779b1) + imul(middle, 0x85ebca6b) + imul(first, 0xc2b2ae35)) | 0;
    return find({ first, middle, last }, hash) ?? keep(text.slice(from, to), hash);
  };
};

const space = 0x20;
const newLine = 0x0a;
// Looked up once: where globals are costly, as in test runners, a look for each piece takes most of the time.
const { imul } = Math;

/** What a piece of these letters is found by; zeros where it is too long or holds other letters. */
export const lettersOf = (word: string): Letters => {
  if (word.length > mostLetters || !latin1.test(word)) return { first: 0, middle: 0, last: 0 };
  let [first, middle, last] = [0, 0, 0];
  for (let at = 0; at < word.length; at++) {
    first = (first << 8) | (middle >>> 24);
    middle = (middle << 8) | (last >>> 24);
    last = (last << 8) | word.charCodeAt(at);
  }
  return { first: first | (word.length << 24), middle, last };
};

const latin1 = /^[\0-\xff]*$/;
