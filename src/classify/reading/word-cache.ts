/** What is made of a word says itself of which. */
interface Made {
  readonly word: string;
}

/** Finds what was made of the part of the text from `from` up to `to`, or makes it. */
export type WordCache<T extends Made> = (text: string, from: number, to: number) => T;

// 60,000 distinct words cover more than 95 % of the words of running text (facts/language.md 7.1).
const sets = 2 ** 14;
const ways = 4;
const longest = 48;

/**
 * Keeps what `make`, which must be pure, says of 65,536 words; of words too long to come twice it is asked each time. A
 * word can stand in one of four places, where it takes that of the oldest: the cache never grows, and a word is found
 * without being cut out of its text, in two thirds of the time that a Map takes.
 */
export const createWordCache = <T extends Made>(make: (word: string) => T): WordCache<T> => {
  const hashes = new Int32Array(sets * ways);
  const kept: (T | null)[] = Array.from({ length: sets * ways }, () => null);
  const keep = (word: string, hash: number): T => {
    const value = make(copyOf(word));
    const first = firstPlace(hash);
    for (let at = first + ways - 1; at > first; at--) {
      hashes[at] = hashes[at - 1] ?? 0;
      kept[at] = kept[at - 1] ?? null;
    }
    hashes[first] = hash;
    kept[first] = value;
    return value;
  };
  return (text, from, to) => {
    if (to - from > longest) return make(text.slice(from, to));
    const hash = hashOf(text, from, to);
    const first = firstPlace(hash);
    for (let at = first; at < first + ways; at++) {
      if (hashes[at] !== hash) continue;
      const found = kept[at] ?? null;
      if (found !== null && found.word.length === to - from && text.startsWith(found.word, from))
        return found;
    }
    return keep(text.slice(from, to), hash);
  };
};

// Looked up once: where globals are costly, as in test runners, a look for each letter takes most of the time.
const { imul } = Math;

const hashOf = (text: string, from: number, to: number): number => {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
};

const firstPlace = (hash: number): number => (imul(hash, 0x9e3779b1) >>> 18) * ways;

/** V8 keeps the whole text in memory for a part of this length and more, for as long as the part lives: not for a copy. */
const shortestSlice = 13;

const copyOf = (word: string): string => (word.length < shortestSlice ? word : word.split('').join(''));
