import { isIdeographOrSyllable } from '../../lib/ideographs.ts';

/**
 * How letters are made alike before they are compared: case, accents, full width, compatibility forms. Umlauts and ß
 * stay letters of their own, since a phrase brings its other spellings along (spellings.ts).
 */

/** Ends a word and belongs to no phrase, unless a phrase holds it. */
export const SEPARATOR = 0;
/** Seen by nobody (zero width, soft hyphen, accent of its own): skipped. */
export const IGNORED = 1;
export const SURROGATE = 2;
/** One sign for several letters (ﬁ). */
export const LIGATURE = 3;
/** U+0308: makes an umlaut of the letter before it. */
export const DIAERESIS = 4;
/** Any white space, hyphen or underscore: what may stand between the words of a phrase. */
export const SPACE = 0x20;

let table: Uint16Array | null = null;

/** For each UTF-16 code unit what it folds to: one of the above, or the code unit that stands for it. */
export const foldTable = (): Uint16Array => {
  table ??= Uint16Array.from({ length: 0x1_0000 }, (_, code) => foldUnit(code));
  return table;
};

const foldUnit = (code: number): number => {
  if (isUncased(code)) return code;
  const char = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  if (code === 0x308) return DIAERESIS;
  if (/[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char)) return IGNORED;
  if (/[\s\-_\u2010\u2011]/u.test(char)) return SPACE;
  if (/\p{Cc}/u.test(char)) return SEPARATOR;
  if (apostrophes.includes(char)) return 0x27;
  if (isFullWidthSign(code)) return foldUnit(char.normalize('NFKC').charCodeAt(0));
  return isLetterOrDigit(char) ? foldLetter(char) : code;
};

/** Ideographs, Hangul syllables and private use, two thirds of all units: they fold to themselves, which is known unasked. */
const isUncased = (code: number): boolean =>
  isIdeographOrSyllable(code) || (code >= 0xe000 && code <= 0xf8ff);

const apostrophes = "'\u2019\u2018\u02bc\u00b4`\u2032\u201b";

const isFullWidthSign = (code: number): boolean =>
  code >= 0xff01 && code <= 0xff5e && !isLetterOrDigit(String.fromCharCode(code));

const isLetterOrDigit = (char: string): boolean => /[\p{L}\p{N}\p{Mc}]/u.test(char);

const nordic: Readonly<Record<string, string>> = { æ: 'ä', ø: 'ö', œ: 'ö' };

const foldLetter = (char: string): number => {
  const lower = char.toLowerCase();
  const kept = nordic[lower] ?? lower;
  if (/^[äöüß]$/.test(kept)) return kept.charCodeAt(0);
  const plain = char.normalize('NFKD').replace(/\p{Mn}/gu, '');
  if (plain.length === 1) return foldCase(plain);
  return /^[a-z]{2,}$/i.test(plain) ? LIGATURE : char.charCodeAt(0);
};

/** By way of the capital, so that ς and σ, ſ and s, ı and i meet; a capital of two letters is not taken. */
const foldCase = (char: string): number => {
  const upper = char.toUpperCase();
  const folded = (upper.length === 1 ? upper : char).toLowerCase();
  return (folded.length === 1 ? folded : char).charCodeAt(0);
};

/** The letters of a ligature. */
const lettersOf = (code: number): readonly number[] =>
  Array.from(String.fromCharCode(code).normalize('NFKD').toLowerCase(), (letter) => letter.charCodeAt(0));

/** The umlaut of a, o and u; undefined for others. */
export const umlautOf = (folded: number): number | undefined => umlauts.get(folded);
const umlauts: ReadonlyMap<number, number> = new Map(
  ['aä', 'oö', 'uü'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/**
 * A code point beyond the BMP. Letters in mathematical dress (𝐕𝐨𝐥𝐭𝐚𝐫𝐚) fold to plain ones; what is not such a letter,
 * emoji above all, stays itself and ends a word.
 */
export const foldAstral = (codePoint: number): number => {
  if (codePoint < 0x1_d400 || codePoint > 0x1_d7ff) return codePoint;
  const plain = String.fromCodePoint(codePoint).normalize('NFKC');
  return plain.length === 1 ? (foldTable()[plain.charCodeAt(0)] ?? SEPARATOR) : codePoint;
};

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let words: Uint8Array | null = null;

/** Letters and digits of scripts that part their words by spaces; only they need a boundary. */
export const isWordCode = (folded: number): boolean => {
  words ??= Uint8Array.from({ length: 0x1_0000 }, (_, code) => Number(isWordUnit(code)));
  return words[folded] === 1;
};

const isWordUnit = (code: number): boolean => {
  if (isUncased(code)) return false;
  const char = String.fromCharCode(code);
  return code > SPACE && isLetterOrDigit(char) && !spaceless.test(char);
};

/** A phrase, folded: code points, SPACE once between words, none at the ends. */
export const foldPhrase = (phrase: string): readonly number[] => {
  const folded: number[] = [];
  for (const char of phrase.normalize('NFC')) {
    for (const code of foldChar(char)) {
      if (code === SPACE && (folded.length === 0 || folded.at(-1) === SPACE)) continue;
      folded.push(code);
    }
  }
  if (folded.at(-1) === SPACE) folded.pop();
  return folded;
};

const foldChar = (char: string): readonly number[] => {
  if (char.length === 2) return [foldAstral(char.codePointAt(0) ?? 0)];
  const code = char.charCodeAt(0);
  const folded = foldTable()[code] ?? SEPARATOR;
  if (folded === LIGATURE) return lettersOf(code);
  return folded < SPACE ? [] : [folded];
};
