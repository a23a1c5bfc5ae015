import { isIdeographOrSyllable } from './ideographs.ts';

/**
 * What of a text is letters and what is dress: blanks, punctuation, emoji, links, mentions and `RT @somebody:` count for
 * nothing where texts are compared. Read unit by unit from tables, since a pattern for each post costs more than all the rest.
 */

const AT = 0x40;
const SMALL_H = 0x68;
const SMALL_M = 0x6d;
const SMALL_R = 0x72;
const SMALL_T = 0x74;
const SMALL_W = 0x77;
/** The bit that makes an ASCII letter small. */
const CASE = 0x20;
export const mayBeginLink = (letter: number): boolean => letter === SMALL_H || letter === SMALL_W;

const repost = /^\s*(?:(?:RT|MT)\s+@\w+:?\s*)+/i;
/** Where the text begins behind `RT @somebody:`. */
export const endOfRepost = (text: string): number => {
  const unit = text.charCodeAt(0);
  const mayBegin = unit <= 0x20 || unit >= 0x80 || (unit | CASE) === SMALL_R || (unit | CASE) === SMALL_M;
  return mayBegin ? (repost.exec(text)?.[0].length ?? 0) : 0;
};

const link = /(?:https?:\/\/|www\.)[^\s<>"]+/iy;
/** `@anna`, `@anna@server.example`, `@anna.server.example`; what follows a plain hyphen is a word again. */
const mention = /@\w+(?:@[\w.-]*\w|(?:-[a-z0-9-]+)?(?:\.[a-z0-9-]+)+)?/y;

/** Where the link or mention that begins here ends; the index itself when none does. */
export const endOfDropped = (text: string, index: number, isInWord: boolean): number => {
  const pattern = isInWord ? null : patternAt(text, index);
  if (pattern === null) return index;
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
};

/** Two units tell nearly always that nothing begins here: a pattern for every word took half of the time. */
const patternAt = (text: string, index: number): RegExp | null => {
  const unit = text.charCodeAt(index);
  if (unit === AT) return mention;
  const small = unit | CASE;
  if (!mayBeginLink(small)) return null;
  return (text.charCodeAt(index + 1) | CASE) === (small === SMALL_H ? SMALL_T : SMALL_W) ? link : null;
};

/** A code point beyond the BMP counts when it is a letter or digit; emoji and lone surrogates do not. */
export const letterAt = (text: string, index: number, value: number): number => {
  if (value !== SURROGATE) return value >= FIRST_LETTER ? value : 0;
  const codePoint = text.codePointAt(index) ?? 0;
  if (codePoint <= 0xffff || (codePoint >= 0x1_f000 && codePoint <= 0x1_fbff)) return 0;
  const char = String.fromCodePoint(codePoint);
  return /[\p{L}\p{N}]/u.test(char) ? (char.toLowerCase().codePointAt(0) ?? 0) : 0;
};

const SURROGATE = 1;
/** Below it a unit stands for no letter by itself: 0 does not count, 1 is half of a code point. */
export const FIRST_LETTER = 2;

interface UnitTables {
  /** By code unit: 0, SURROGATE, or the small letter that counts. */
  readonly letters: Uint16Array;
  /** 1 where NFKC may change the unit or join it with its neighbour. */
  readonly unstable: Uint8Array;
}

let tables: UnitTables | null = null;

export const unitTables = (): UnitTables => {
  tables ??= {
    letters: Uint16Array.from({ length: 0x1_0000 }, (_, code) => letterOf(code)),
    unstable: Uint8Array.from({ length: 0x1_0000 }, (_, code) => Number(isUnstable(code))),
  };
  return tables;
};

/** False where NFKC may change the text. */
export const isStable = (text: string): boolean => {
  const { unstable } = unitTables();
  for (let i = 0; i < text.length; i++)
    if (unstable[text.charCodeAt(i)] !== 0 && isUnstableAt(text, i)) return false;
  return true;
};

/** Of a unit that `unstable` marks: most emoji share their first half with letters in circles and do not change. */
export const isUnstableAt = (text: string, index: number): boolean =>
  text.charCodeAt(index) !== ENCLOSED || isEnclosedLetter(text.charCodeAt(index + 1));

/** High surrogate of most emoji, and of letters in squares and circles (U+1F100 to U+1F251), which NFKC sets free. */
const ENCLOSED = 0xd83c;
const isEnclosedLetter = (low: number): boolean => low >= 0xdd00 && low <= 0xde51;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const letterOf = (code: number): number => {
  if (isSurrogate(code)) return SURROGATE;
  if (isIdeographOrSyllable(code)) return code;
  const char = String.fromCharCode(code);
  if (!/[\p{L}\p{N}\p{M}]/u.test(char) || isEmojiPart(char)) return 0;
  const upper = char.toUpperCase();
  const lower = (upper.length === 1 ? upper : char).toLowerCase();
  return (lower.length === 1 ? lower : char).charCodeAt(0);
};

/** The keycap and the selectors of an emoji's look are marks, but no letters. */
const isEmojiPart = (char: string): boolean => char === '\u20e3' || /\p{Variation_Selector}/u.test(char);

/** Mathematical letters begin with U+D835; conjoining jamo and marks join what stands before them. */
const isUnstable = (code: number): boolean => {
  if (isSurrogate(code)) return code === 0xd835 || code === ENCLOSED;
  if (isIdeographOrSyllable(code)) return false;
  const char = String.fromCharCode(code);
  if (char.normalize('NFKC') !== char || (code >= 0x1100 && code <= 0x11ff)) return true;
  return /\p{M}/u.test(char) && !isEmojiPart(char);
};
