import { fold, unstretch } from './fold.ts';
import { amountOf, numberOf } from './number.ts';
import type { Symbols } from './symbols.ts';
import type { TermKind } from './term-kind.ts';

/** Everything that is known of a word by itself, computed once and kept in the cache. */
export interface Term {
  readonly kind: TermKind;
  readonly folded: string;
  /** Steps of phrases that this word satisfies; empty for most words. */
  readonly symbols: readonly number[];
  /** Those of them with which a phrase can begin. */
  readonly starters: readonly number[];
  readonly isNegator: boolean;
  readonly isContrast: boolean;
  /** Ends a clause (comma, colon, bracket, contrast) or a sentence (full stop, question mark, new line). */
  readonly ends: 'nothing' | 'clause' | 'sentence';
  /** Value of a number or number word; null for other words. */
  readonly value: number | null;
  /** Evidence per language in the order of `languages`; null: says nothing. */
  readonly languages: Float64Array | null;
}

// 60,000 distinct words cover more than 95 % of the words of running text (facts/language.md 7.1); older ones go.
const cacheSize = 30_000;
const longestCached = 48;

export type TermOf = (word: string) => Term;

/** A bounded cache of terms in two generations: what was used since the last turn survives the next one. */
export const createTermCache = (symbols: Symbols): TermOf => {
  let young = new Map<string, Term>();
  let old = new Map<string, Term>();
  return (word) => {
    const hit = young.get(word);
    if (hit !== undefined) return hit;
    const term = old.get(word) ?? makeTerm(word, symbols);
    if (word.length > longestCached) return term;
    if (young.size >= cacheSize) {
      old = young;
      young = new Map();
    }
    young.set(word, term);
    return term;
  };
};

const makeTerm = (word: string, symbols: Symbols): Term => {
  const kind = kindOf(word);
  const folded = foldedFormOf(word, kind, symbols);
  const found = kind === 'mention' || kind === 'url' || kind === 'markup' ? [] : symbols.of(folded, kind);
  const value = kind === 'number' ? numberOf(word) : symbols.numberWord(folded);
  const all =
    value === null ? found : [...found, symbols.number, ...(amountOf(word) === null ? [] : [symbols.money])];
  return {
    kind,
    folded,
    symbols: all,
    starters: all.filter((symbol) => symbols.starters.has(symbol)),
    isNegator: found.includes(symbols.negator),
    isContrast: found.includes(symbols.contrast),
    ends: endOf(word, found.includes(symbols.contrast)),
    value,
    languages: symbols.languagesOf(word, folded, kind),
  };
};

const foldedFormOf = (word: string, kind: TermKind, symbols: Symbols): string => {
  if (kind === 'mark' || kind === 'emoji' || kind === 'url' || kind === 'markup') return word.slice(0, 64);
  // Nobody's lexicon holds a word of more than 64 letters: cutting keeps the work per word bounded.
  const folded = fold(word.slice(kind === 'hashtag' || kind === 'mention' ? 1 : 0, 64));
  if (kind !== 'word' || symbols.knows(folded)) return folded;
  const short = unstretch(folded);
  if (/(.)\1\1/i.test(word) && symbols.knows(short)) return short;
  return unswapped(folded, symbols) ?? folded;
};

/** Below this, swapped letters make another word too often ("form", "from"). */
const shortestUnswapped = 5;
const longestUnswapped = 24;

/** `pracel` is `parcel`: a word that nobody knows, but would with two neighbours swapped. Null: it is none. */
const unswapped = (folded: string, symbols: Symbols): string | null => {
  if (folded.length < shortestUnswapped || folded.length > longestUnswapped) return null;
  for (let at = 0; at + 1 < folded.length; at++) {
    const swapped = `${folded.slice(0, at)}${folded[at + 1] ?? ''}${folded[at] ?? ''}${folded.slice(at + 2)}`;
    if (swapped !== folded && symbols.knows(swapped)) return swapped;
  }
  return null;
};

const kindOf = (word: string): TermKind => {
  const first = word.charCodeAt(0);
  if (/^(?:https?:\/\/|www\.)/i.test(word)) return 'url';
  if (first === 0x40) return 'mention';
  if (first === 0x23 && word.length > 1) return 'hashtag';
  if (first === 0x26 || (first === 0x3c && word.length > 1)) return 'markup';
  if (/^\p{N}/u.test(word)) return 'number';
  if (/^[\p{L}_]/u.test(word)) return 'word';
  return /^\p{Extended_Pictographic}/u.test(word) ? 'emoji' : 'mark';
};

const endOf = (word: string, isContrast: boolean): Term['ends'] => {
  if (/^(?:[.!?…]|\.{2,}|\n+)$/.test(word)) return 'sentence';
  return isContrast || /^[,;:()"„“”«»]$/.test(word) ? 'clause' : 'nothing';
};
