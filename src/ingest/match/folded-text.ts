import { type Alphabet, HASH, RARE, RARE_HASH, SYMBOL_IGNORED, SYMBOL_SEPARATOR } from './alphabet.ts';
import { DIAERESIS, foldAstral, foldTable, LIGATURE, SURROGATE, umlautOf } from './fold.ts';

/** A text as symbols, one for each UTF-16 code unit, with the places where a phrase may begin. */
export interface FoldedText {
  /** The text itself: reading memory is twice as fast as asking a string for its units. */
  readonly bytes: Buffer;
  readonly units: Uint16Array;
  /** Longer than the text: separators follow. */
  readonly symbols: Uint16Array;
  /** Where a word begins, or a sign that begins a phrase; not sorted; `startCount` of them count. */
  readonly starts: Int32Array;
  startCount: number;
  /** It holds a sign for several letters, which this form cannot show. */
  hasLigature: boolean;
}

export const createFoldedText = (units: number): FoldedText => {
  const bytes = Buffer.alloc(2 * units);
  return {
    bytes,
    units: new Uint16Array(bytes.buffer, bytes.byteOffset, units),
    symbols: new Uint16Array(units + 3),
    // The last one is written, but does not count.
    starts: new Int32Array(units + 1),
    startCount: 0,
    hasLigature: false,
  };
};

/** Fills `into`, which must have been made for at least as many units. It allocates nothing. */
export const foldText = (alphabet: Alphabet, text: string, into: FoldedText): void => {
  const isRare = lookUp(alphabet, text, into) >= RARE_BIT;
  into.hasLigature = false;
  const firstHash = isRare ? resolveRare(alphabet, text, into) : -1;
  findStarts(alphabet, text.length, into);
  if (firstHash >= 0) addHumps(alphabet, text, into, firstHash);
};

const RARE_BIT = 0x8000;
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Returns all bits of all symbols. */
const lookUp = ({ symbolOfUnit }: Alphabet, text: string, { bytes, units, symbols }: FoldedText): number => {
  const { length } = text;
  bytes.write(text, 'utf16le');
  if (isBigEndian) bytes.subarray(0, 2 * length).swap16();
  let all = 0;
  for (let i = 0; i < length; i++) {
    const symbol = symbolOfUnit[units[i] as number] as number;
    symbols[i] = symbol;
    all |= symbol;
  }
  symbols[length] = symbols[length + 1] = symbols[length + 2] = SYMBOL_SEPARATOR;
  return all;
};

/** Sign bits instead of branches: where words begin cannot be foretold by a processor. */
const findStarts = ({ firstLead, firstWord }: Alphabet, length: number, into: FoldedText): void => {
  const { symbols, starts } = into;
  let count = 0;
  let followsWord = 0;
  for (let i = 0; i < length; i++) {
    const symbol = symbols[i] as number;
    const isWord = (firstWord - 1 - symbol) >>> 31;
    const isIgnored = ((symbol ^ SYMBOL_IGNORED) - 1) >>> 31;
    starts[count] = i;
    count += ((firstLead - 1 - symbol) >>> 31) & ~(isWord & followsWord);
    followsWord = isWord | (isIgnored & followsWord);
  }
  into.startCount = count;
};

/** Returns where the first # stands, or -1. */
const resolveRare = (alphabet: Alphabet, text: string, into: FoldedText): number => {
  const { symbols } = into;
  let firstHash = -1;
  for (let i = 0; i < text.length; i++) {
    const rare = symbols[i] as number;
    if (rare < RARE) continue;
    if (rare === RARE_HASH && firstHash < 0) firstHash = i;
    symbols[i] = rareSymbol(alphabet, text, i, into);
    if (rare === RARE + SURROGATE && isPair(text, i)) symbols[++i] = SYMBOL_IGNORED;
  }
  return firstHash;
};

const isPair = (text: string, index: number): boolean => (text.codePointAt(index) ?? 0) > 0xffff;

const rareSymbol = (alphabet: Alphabet, text: string, index: number, into: FoldedText): number => {
  switch (into.symbols[index]) {
    case RARE_HASH:
      return alphabet.symbolOf(HASH);
    case RARE + SURROGATE:
      return isPair(text, index)
        ? alphabet.symbolOf(foldAstral(text.codePointAt(index) ?? 0))
        : SYMBOL_SEPARATOR;
    case RARE + LIGATURE:
      into.hasLigature = true;
      return alphabet.firstWord;
    case RARE + DIAERESIS:
      joinDiaeresis(alphabet, text, index, into);
  }
  return SYMBOL_IGNORED;
};

/** `u` and U+0308 are one ü. */
const joinDiaeresis = (alphabet: Alphabet, text: string, index: number, { symbols }: FoldedText): void => {
  const umlaut = umlautOf(foldTable()[text.charCodeAt(index - 1)] ?? 0);
  if (index > 0 && umlaut !== undefined) symbols[index - 1] = alphabet.symbolOf(umlaut);
};

/** No platform allows longer ones, and a longer run must not cost more than a word does. */
const MAX_HASHTAG = 140;

/** In #HateVoltara a word begins at the hump. */
const addHumps = (alphabet: Alphabet, text: string, into: FoldedText, firstHash: number): void => {
  const { length } = text;
  for (let hash = firstHash; hash < length; hash++) {
    if (!isHash(into, hash)) continue;
    const end = Math.min(length, hash + MAX_HASHTAG);
    for (let i = hash + 1; i < end && isTagSymbol(alphabet, text, into, i); i++) {
      if (isWordAt(alphabet, into, i) && isHump(alphabet, text, into, i)) into.starts[into.startCount++] = i;
    }
  }
};

const FULL_WIDTH_HASH = 0xff03;
const isHash = ({ units }: FoldedText, index: number): boolean =>
  units[index] === HASH || units[index] === FULL_WIDTH_HASH;

const isWordAt = ({ firstWord }: Alphabet, { symbols }: FoldedText, index: number): boolean =>
  (symbols[index] ?? 0) >= firstWord;

/** Letters, digits and the underscore carry a hashtag on. */
const isTagSymbol = (alphabet: Alphabet, text: string, folded: FoldedText, index: number): boolean =>
  isWordAt(alphabet, folded, index) || folded.symbols[index] === SYMBOL_IGNORED || text[index] === '_';

/** Whether within a word a new one begins at `index` by its capital: aB, 1B, and the B of ABc. */
export const isHump = (alphabet: Alphabet, text: string, folded: FoldedText, index: number): boolean => {
  const before = seenBefore(folded, index);
  if (before < 0 || !isWordAt(alphabet, folded, before) || !isCapital(text[index])) return false;
  return !isCapital(text[before]) || isSmall(text[seenFrom(folded, index + 1)]);
};

const isCapital = (char = ''): boolean => char !== char.toLowerCase();
const isSmall = (char = ''): boolean => char !== char.toUpperCase();

/** The nearest place before `index` that is not skipped; -1 before the text. */
export const seenBefore = ({ symbols }: FoldedText, index: number): number => {
  let before = index - 1;
  while (before >= 0 && symbols[before] === SYMBOL_IGNORED) before--;
  return before;
};

/** The nearest place from `index` on that is not skipped. */
export const seenFrom = ({ symbols }: FoldedText, index: number): number => {
  let after = index;
  while (symbols[after] === SYMBOL_IGNORED) after++;
  return after;
};

/** Whether the word around this place belongs to a hashtag. */
export const isInHashtag = (alphabet: Alphabet, text: string, folded: FoldedText, index: number): boolean => {
  const limit = Math.max(0, index - MAX_HASHTAG);
  let first = index;
  while (first > limit && isTagSymbol(alphabet, text, folded, first - 1)) first--;
  return first > 0 && isHash(folded, first - 1);
};
