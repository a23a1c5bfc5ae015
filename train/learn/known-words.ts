import { knownBitsOf } from '../../src/classify/model/model.ts';
import { knownHash } from '../../src/classify/model/token.ts';
import { read } from '../../src/classify/reading/read.ts';
import type { Example } from '../corpus/example.ts';

// A word met three times in small letters is no name. German nouns are always large: five times will do there.
const leastSmall = 3;
const leastLarge = 5;

/** Hashes of the words that count as known when they are written with a capital. */
export const knownWords = (examples: readonly Example[]): ReadonlySet<number> => {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  const germanLarge = new Map<string, number>();
  for (const { text, language } of examples) {
    for (const { word, folded, kind } of read(text).terms) {
      if (kind !== 'word') continue;
      const isLarge = /^\p{Lu}/u.test(word) && !(word.length > 1 && word === word.toUpperCase());
      count(isLarge ? large : small, folded);
      if (isLarge && language === 'de') count(germanLarge, folded);
    }
  }
  const known = [...small].filter(
    ([word, times]) => times >= leastSmall && times >= 0.4 * (large.get(word) ?? 0),
  );
  const german = [...germanLarge].filter(([, times]) => times >= leastLarge);
  return new Set([...known, ...german].map(([word]) => knownHash(word)));
};

const count = (into: Map<string, number>, word: string): void => {
  into.set(word, (into.get(word) ?? 0) + 1);
};

/** Two bits for each hash. */
export const bitsOf = (known: ReadonlySet<number>, bits: number): Uint8Array => {
  const set = new Uint8Array(2 ** bits / 8);
  for (const hash of known)
    for (const bit of knownBitsOf(hash, bits)) set[bit >>> 3] = (set[bit >>> 3] ?? 0) | (1 << (bit & 7));
  return set;
};
