import {
  endOfDropped,
  endOfRepost,
  FIRST_LETTER,
  isUnstableAt,
  letterAt,
  unitTables,
} from '../lib/plain-letters.ts';

/** What a post says without its dress, in a buffer that the next reading overwrites. */
export interface Letters {
  /** Small letters and digits as code points, NFKC; one BLANK between words, none at either end. */
  readonly units: Int32Array;
  /** How many of `units` belong to this text. */
  readonly length: number;
  /** Letters and digits alone. */
  readonly letters: number;
}

export const BLANK = 0x20;
/** Of an article the beginning is compared: copies are told by it as well, and the buffers stay small. */
const mostUnits = 8_192;

const units = new Int32Array(mostUnits);
/** The text's own units: asked of a string one by one, they take most of the time. */
const bytes = Buffer.alloc(2 * (mostUnits - 1));
const written = new Uint16Array(bytes.buffer, bytes.byteOffset, mostUnits - 1);

/** Drops case, compatibility forms (NFKC), `RT @somebody:`, links, mentions, punctuation and emoji. Never throws. */
export const readLetters = (text: string): Letters =>
  read(text, false) ?? read(text.normalize('NFKC'), true) ?? none;

const none: Letters = { units, length: 0, letters: 0 };

const AT = 0x40;
const SMALL_H = 0x68;
const SMALL_T = 0x74;
const SMALL_W = 0x77;
/** No letter has the codes of these control characters. */
const UNSTABLE = FIRST_LETTER;
const MENTION = 3;

let kinds: Uint16Array | null = null;

/** One table for three questions: which letter a unit is, BLANK for none, and where a closer look is due. */
const kindsOfUnits = (): Uint16Array => {
  const { letters, unstable } = unitTables();
  kinds ??= letters.map((letter, unit) => {
    if (unit === AT) return MENTION;
    return unstable[unit] === 0 || isNoLetterEither(unit) ? letter || BLANK : UNSTABLE;
  });
  return kinds;
};

/** `ht` and `ww`. */
const isLinkSign = (letter: number, index: number, table: Uint16Array): boolean => {
  if (letter !== SMALL_H && letter !== SMALL_W) return false;
  return table[written[index + 1] as number] === (letter === SMALL_H ? SMALL_T : SMALL_W);
};

/** The letter that begins here, as a code point; else how many units behind this one go too, negative or 0. */
const lookCloser = (text: string, index: number, isInWord: boolean): number => {
  const end = endOfDropped(text, index, isInWord);
  if (end > index) return index + 1 - end;
  return letterAt(text, index, unitTables().letters[text.charCodeAt(index)] as number);
};

/** Three dots, a wide blank: NFKC changes them, but makes no letter of them. */
const isNoLetterEither = (unit: number): boolean =>
  (unit < 0xd800 || unit > 0xdfff) && !/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit).normalize('NFKC'));

/** null: the text needs NFKC first. */
const read = (text: string, isNormal: boolean): Letters | null => {
  const table = kindsOfUnits();
  const end = Math.min(bytes.write(text, 'utf16le') >>> 1, mostUnits - 1);
  let length = 0;
  let letters = 0;
  /** 1 inside of a word. Arithmetic instead of branches: nobody can foretell where words end. */
  let inWord = 0;
  for (let i = endOfRepost(text); i < end; i++) {
    let letter = table[written[i] as number] as number;
    if (letter <= MENTION || (isLinkSign(letter, i, table) && inWord === 0)) {
      if (letter === UNSTABLE && !isNormal && isUnstableAt(text, i)) return null;
      const seen = lookCloser(text, i, inWord === 1);
      letter = seen > 0 ? seen : BLANK;
      if (seen <= 0) i -= seen;
      else if (seen > 0xffff) i++;
    }
    const isLetter = notZero(letter ^ BLANK);
    units[length] = letter;
    length += isLetter | inWord;
    letters += isLetter;
    inWord = isLetter;
  }
  return { units, length: Math.max(0, length - 1 + inWord), letters };
};

/** 1 or 0. */
const notZero = (value: number): number => (value | -value) >>> 31;
