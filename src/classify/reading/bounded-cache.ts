// 60,000 distinct words cover more than 95 % of the words of running text (facts/language.md 7.1); older ones go.
const generationSize = 30_000;
const longestKey = 48;

/**
 * Keeps what `make` says of a word, for two generations of words: what was used since the last turn survives the next
 * one. `make` must be pure; words too long to come twice are made each time.
 */
export const createBoundedCache = <T extends object | null>(
  make: (word: string) => T,
): ((word: string) => T) => {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const enter = (word: string): T => {
    const kept = old.get(word);
    const value = kept === undefined ? make(word) : kept;
    if (word.length > longestKey) return value;
    if (young.size >= generationSize) {
      old = young;
      young = new Map();
    }
    young.set(copyOf(word), value);
    return value;
  };
  return (word) => {
    const hit = young.get(word);
    return hit === undefined ? enter(word) : hit;
  };
};

/** V8 keeps the whole text in memory for a part of this length and more, for as long as the part lives: not for a copy. */
const shortestSlice = 13;

const copyOf = (word: string): string => (word.length < shortestSlice ? word : word.split('').join(''));
