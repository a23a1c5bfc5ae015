import {
  endOfDropped,
  endOfRepost,
  FIRST_LETTER,
  isStable,
  letterAt,
  mayBeginLink,
  unitTables,
} from '../lib/plain-letters.ts';

/**
 * 64 bits as hex: equal for texts that differ only in case, compatibility forms (NFKC), a leading `RT @somebody:`,
 * links, mentions, punctuation, emoji and blanks. When nothing else is left (a lone link, three emoji), every sign but
 * blanks counts: else all pictures of one author would be the same post.
 *
 * The hash is hand-written (two lanes of xor, multiply and shift, and the final mix of MurmurHash3) and is fed letter
 * by letter: SHA-1 would need the cleaned text as a string first, and takes with that twice as long (4.8 against 2.3 us
 * for 218 characters). It is no safeguard: whoever forges a collision merges posts of his own, since fingerprints are
 * compared within one author.
 */
export const fingerprint = (text: string): string => {
  const plain = isStable(text) ? text : text.normalize('NFKC');
  return hashLetters(plain) ?? hashSigns(plain);
};

const FIRST_SEED = 0x9e3779b9;
const SECOND_SEED = 0x85ebca6b;

/** null when the text holds no letter or digit that counts. */
const hashLetters = (text: string): string | null => {
  const { letters } = unitTables();
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  let count = 0;
  let isInWord = false;
  for (let i = endOfRepost(text); i < text.length; i++) {
    let letter = letters[text.charCodeAt(i)] as number;
    if (letter < FIRST_LETTER || (!isInWord && mayBeginLink(letter))) {
      const end = endOfDropped(text, i, isInWord);
      letter = end === i ? letterAt(text, i, letter) : 0;
      i = end === i ? i + (letter > 0xffff ? 1 : 0) : end - 1;
    }
    isInWord = letter !== 0;
    if (!isInWord) continue;
    count++;
    first = Math.imul(first ^ letter, 0x85ebca6b);
    first ^= first >>> 15;
    second = Math.imul(second ^ letter, 0x9e3779b1);
    second ^= second >>> 13;
  }
  return count === 0 ? null : toHex(first, second ^ count);
};

const hashSigns = (text: string): string => {
  const signs = text.toLowerCase().replace(/\s+/g, '');
  let first = ~FIRST_SEED;
  let second = ~SECOND_SEED;
  for (let i = 0; i < signs.length; i++) {
    first = Math.imul(first ^ signs.charCodeAt(i), 0x85ebca6b);
    first ^= first >>> 15;
    second = Math.imul(second ^ signs.charCodeAt(i), 0x9e3779b1);
    second ^= second >>> 13;
  }
  return toHex(first, second ^ signs.length);
};

const toHex = (first: number, second: number): string =>
  hex(mix(first ^ rotate(second))) + hex(mix(second ^ first));

const rotate = (lane: number): number => (lane << 16) | (lane >>> 16);

/** fmix32 of MurmurHash3: every bit in moves every bit out. */
const mix = (lane: number): number => {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
