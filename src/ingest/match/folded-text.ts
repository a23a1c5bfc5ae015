import { type Alphabet, HASH, RARE, RARE_HASH, SYMBOL_IGNORED, SYMBOL_SEPARATOR } from './alphabet.ts';
import { DIAERESIS, foldAstral, foldTable, LIGATURE, SURROGATE, umlautOf } from './fold.ts';

/** A text as symbols, one for each UTF-16 code unit, with the places where a phrase may begin. */
export interface FoldedText {
  /** Longer than the text: separators follow. */
  readonly symbols: Uint16Array;
  /** Where a word begins, or a sign that begins a phrase; not sorted; `startCount` of them count. */
  readonly starts: Int32Array;
  startCount: number;
  /** It holds a sign for several letters, which this form cannot show. */
  hasLigature: boolean;
}

export const createFoldedText = (units: number): FoldedText => ({
  symbols: new Uint16Array(units + 3),
  // The last one is written, but does not count.
  starts: new Int32Array(units + 1),
  startCount: 0,
  hasLigature: false,
});

/** Fills `into`, which must have been made for at least as many units. It allocates nothing. */
export const foldText = (alphabet: Alphabet, text: string, into: FoldedText): void => {
  const { symbolOfUnit, firstLead, firstWord } = alphabet;
  const { symbols, starts } = into;
  const { length } = text;
  let startCount = 0;
  let previousIsWord = 0;
  let hasHashtag = false;
  into.hasLigature = false;
  for (let i = 0; i < length; i++) {
    let symbol = symbolOfUnit[text.charCodeAt(i)] as number;
    if (symbol >= RARE) {
      hasHashtag ||= symbol === RARE_HASH;
      const at = i;
      symbol = rareSymbol(alphabet, text, i, into);
      symbols[i] = symbol;
      if (symbol === SYMBOL_IGNORED) continue;
      if (isPair(text, i)) symbols[++i] = SYMBOL_IGNORED;
      starts[startCount] = at;
    } else {
      symbols[i] = symbol;
      starts[startCount] = i;
    }
    // Sign bits instead of branches: where words begin cannot be foretold by a processor.
    const isWord = (firstWord - 1 - symbol) >>> 31;
    startCount += ((firstLead - 1 - symbol) >>> 31) & ~(isWord & previousIsWord);
    previousIsWord = isWord;
  }
  symbols[length] = symbols[length + 1] = symbols[length + 2] = SYMBOL_SEPARATOR;
  into.startCount = startCount;
  if (hasHashtag) addHumps(alphabet, text, into);
};

const isPair = (text: string, index: number): boolean => (text.codePointAt(index) ?? 0) > 0xffff;

const rareSymbol = (alphabet: Alphabet, text: string, index: number, into: FoldedText): number => {
  const code = text.charCodeAt(index);
  switch (alphabet.symbolOfUnit[code]) {
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
const addHumps = (alphabet: Alphabet, text: string, into: FoldedText): void => {
  for (let hash = 0; hash < text.length; hash++) {
    if (!isHash(text, hash)) continue;
    const end = Math.min(text.length, hash + MAX_HASHTAG);
    for (let i = hash + 1; i < end && isTagSymbol(alphabet, text, into, i); i++) {
      if (isWordAt(alphabet, into, i) && isHump(alphabet, text, into, i)) into.starts[into.startCount++] = i;
    }
  }
};

const isHash = (text: string, index: number): boolean => foldTable()[text.charCodeAt(index)] === HASH;

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
  return first > 0 && isHash(text, first - 1);
};
