import { foldTable, IGNORED, isWordCode, SEPARATOR, SPACE } from './fold.ts';

/**
 * The signs that the phrases use, numbered without gaps: 0 parts words, 1 is a blank, 2 is skipped, then signs that are
 * not letters (those from `firstLead` on begin a phrase), and from `firstWord` on letters and digits, the first of
 * which is "any other". So one comparison tells what a sign is, and a row of the trie is as short as can be.
 */
export interface Alphabet {
  readonly size: number;
  readonly firstLead: number;
  readonly firstWord: number;
  /** By UTF-16 code unit; from RARE on it needs a closer look. */
  readonly symbolOfUnit: Uint16Array;
  /** By what a sign folds to. */
  symbolOf(folded: number): number;
}

export const SYMBOL_SEPARATOR = 0;
export const SYMBOL_SPACE = 1;
export const SYMBOL_IGNORED = 2;
const FIRST_FREE = 3;
/** Plus the special value of fold.ts, or the one for a hash. */
export const RARE = 0xff00;
export const RARE_HASH = RARE + 0x10;
export const HASH = 0x23;

export const createAlphabet = (phrases: readonly (readonly number[])[]): Alphabet => {
  const used = [...new Set(phrases.flat())].filter((code) => code !== SPACE);
  const leads = new Set(phrases.map((codes) => codes[0] ?? SEPARATOR));
  const signs = used.filter((code) => !isWordCode(code));
  const inner = signs.filter((code) => !leads.has(code));
  const firstLead = FIRST_FREE + inner.length;
  const firstWord = FIRST_FREE + signs.length;
  const order = [...inner, ...signs.filter((code) => leads.has(code)), SEPARATOR, ...used.filter(isWordCode)];
  const symbols = new Map(order.map((code, index) => [code, index + FIRST_FREE]));
  symbols.set(SEPARATOR, SYMBOL_SEPARATOR).set(SPACE, SYMBOL_SPACE);
  const symbolOf = (folded: number): number =>
    symbols.get(folded) ?? (isWordCode(folded) ? firstWord : SYMBOL_SEPARATOR);
  return {
    size: order.length + FIRST_FREE,
    firstLead,
    firstWord,
    symbolOf,
    symbolOfUnit: unitTable(symbolOf),
  };
};

const unitTable = (symbolOf: (folded: number) => number): Uint16Array =>
  foldTable().map((folded) => {
    if (folded === HASH) return RARE_HASH;
    return folded >= IGNORED && folded < SPACE ? RARE + folded : symbolOf(folded);
  });
