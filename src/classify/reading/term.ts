import type { Votes } from '../language/language-evidence.ts';
import type { Automaton, Word } from './automaton.ts';
import { fold, unstretch } from './fold.ts';
import { amountOf, numberOf } from './number.ts';
import { isOfOtherLanguage } from './other-languages.ts';
import type { Symbols } from './symbols.ts';
import type { TermKind } from './term-kind.ts';
import { traits, traitsBySymbols, traitsOf } from './traits.ts';
import { createWordCache } from './word-cache.ts';

/** Everything that is known of a word by itself, computed once and kept in the cache. */
export interface Term extends Word {
  /** As written. */
  readonly word: string;
  /** No two terms have the same, and those that were made first, mostly of common words, have the smallest. */
  readonly number: number;
  /** Bits of `traits`. */
  readonly traits: number;
  /** What it says of the language; null: nothing. */
  readonly languages: Votes | null;
  /** Steps of phrases that this word satisfies; empty for most words. */
  readonly symbols: readonly number[];
  readonly kind: TermKind;
  readonly folded: string;
  /** Value of a number or number word; null for other words. */
  readonly value: number | null;
}

export type TermOf = (word: string) => Term;

type GroupsOf = Automaton<string>['groupsOf'];

/** Terms by the word as written, from a bounded cache. */
export const createTermCache = (symbols: Symbols, groupsOf: GroupsOf): TermOf => {
  const cached = createWordCache((word) => makeTerm(word, symbols, groupsOf));
  return (word) => cached(word, 0, word.length);
};

let made = 0;
/** After a thousand million words they begin anew: what was kept by number is long overwritten. */
const lastNumber = 0x3fffffff;

const makeTerm = (word: string, symbols: Symbols, groupsOf: GroupsOf): Term => {
  const kind = kindOf(word);
  const folded = foldedFormOf(word, kind, symbols);
  const found = kind === 'mention' || kind === 'url' || kind === 'markup' ? [] : symbols.of(folded, kind);
  const value = kind === 'number' ? numberOf(word) : symbols.numberWord(folded);
  const all =
    value === null ? found : [...found, symbols.number, ...(amountOf(word) === null ? [] : [symbols.money])];
  const has = traitsOf(word, kind) | traitsBySymbols(found, symbols);
  const { first, group } = groupsOf(all, (has & traits.sentenceEnd) !== 0);
  made = (made + 1) & lastNumber;
  return {
    word,
    number: made,
    traits: has,
    first,
    group,
    languages: symbols.languagesOf(word, folded, kind),
    symbols: all,
    kind,
    folded,
    value,
  };
};

const asWritten: ReadonlySet<TermKind> = new Set(['mark', 'emoji', 'url', 'markup']);

const foldedFormOf = (word: string, kind: TermKind, symbols: Symbols): string => {
  if (asWritten.has(kind)) return word.slice(0, 64);
  // Nobody's lexicon holds a word of more than 64 letters: cutting keeps the work per word bounded.
  const folded = fold(word.slice(kind === 'hashtag' || kind === 'mention' ? 1 : 0, 64));
  if (kind !== 'word' || symbols.knows(folded) || isOfOtherLanguage(folded)) return folded;
  return (
    unstretched(word, folded, symbols) ??
    unswapped(folded, symbols) ??
    undoubled(folded, symbols) ??
    symbols.misspelt(folded) ??
    folded
  );
};

/** `soooo` is `so`: a stretched word that nobody knows with two letters, but with one. Null: it is none. */
const unstretched = (word: string, folded: string, symbols: Symbols): string | null => {
  const short = unstretch(folded);
  return short !== folded && /(.)\1\1/i.test(word) && symbols.knows(short) ? short : null;
};

/** Below this, swapped letters make another word too often ("form", "from"). */
const shortestUnswapped = 5;
const longestUnswapped = 24;

/** `pracel` is `parcel`: a word that nobody knows, but would with two neighbours swapped. Null: it is none. */
const unswapped = (folded: string, symbols: Symbols): string | null => {
  if (folded.length < shortestUnswapped || folded.length > longestUnswapped) return null;
  if (!symbols.mayKnowAnagram(folded)) return null;
  for (let at = 0; at + 1 < folded.length; at++) {
    const swapped = `${folded.slice(0, at)}${folded[at + 1] ?? ''}${folded[at] ?? ''}${folded.slice(at + 2)}`;
    if (swapped !== folded && symbols.knows(swapped)) return swapped;
  }
  return null;
};

/** Below this, a letter less makes another word too often ("poor", "kamm"); longer real words are known as such. */
const shortestUndoubled = 5;

/** `niicht` is `nicht`: a word that nobody knows, but would with one letter of a pair. Null: it is none. */
const undoubled = (folded: string, symbols: Symbols): string | null => {
  if (folded.length < shortestUndoubled || folded.length > longestUnswapped) return null;
  for (let at = 1; at < folded.length; at++) {
    if (folded[at] !== folded[at - 1]) continue;
    const single = folded.slice(0, at) + folded.slice(at + 1);
    if (symbols.knows(single)) return single;
  }
  return null;
};

const kindOf = (word: string): TermKind => {
  const first = word.charCodeAt(0);
  if (/^(?:https?:\/\/|www\.)/i.test(word)) return 'url';
  if (/^[a-z]/i.test(word)) return 'word';
  if (first === 0x40) return 'mention';
  if (first === 0x23 && word.length > 1) return 'hashtag';
  if (first === 0x26 || (first === 0x3c && word.length > 1)) return 'markup';
  if (/^\p{N}/u.test(word)) return 'number';
  if (/^[\p{L}_]/u.test(word)) return 'word';
  return /^\p{Extended_Pictographic}/u.test(word) ? 'emoji' : 'mark';
};
