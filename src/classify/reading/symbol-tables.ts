import { fold } from './fold.ts';
import { enterShape, type Shapes } from './misspelt.ts';
import { stemEnglish, stemGerman } from './stems.ts';
import type { TermKind } from './term-kind.ts';

export type StemLanguage = 'en' | 'de' | 'any';

/** Which symbols a word has, by the ways in which the lexicon can name it. */
export interface Tables {
  readonly words: Map<string, number[]>;
  readonly prefixes: Map<string, number[]>;
  readonly suffixes: Map<string, number[]>;
  readonly englishStems: Map<string, number[]>;
  readonly germanStems: Map<string, number[]>;
  /** First letters of the prefixes and of the stems, last letters of the suffixes: most words share none of them. */
  readonly heads: Set<string>;
  readonly tails: Set<string>;
  readonly stemHeads: Set<string>;
  /** `lettersOf` all words. */
  readonly letters: Set<number>;
  readonly shapes: Shapes;
}

export const createTables = (): Tables => ({
  words: new Map(),
  prefixes: new Map(),
  suffixes: new Map(),
  englishStems: new Map(),
  germanStems: new Map(),
  heads: new Set(),
  tails: new Set(),
  stemHeads: new Set(),
  letters: new Set(),
  shapes: new Map(),
});

/** A number that words have in common when they have the same letters, in whatever order; other words hardly ever. */
export const lettersOf = (word: string): number => {
  let sum = 0;
  for (let at = 0; at < word.length; at++) sum += word.charCodeAt(at) ** 3;
  return sum;
};

interface Entry {
  readonly member: string;
  readonly id: number;
  readonly language: StemLanguage;
}

/** Enters one way in which the lexicon names words: `word`, `word*`, `*word` or `~word`. */
export const enter = (tables: Tables, { member, id, language }: Entry): void => {
  if (member.length > 1 && member.endsWith('*')) enterPrefix(tables, fold(member.slice(0, -1)), id);
  else if (member.length > 1 && member.startsWith('*')) enterSuffix(tables, fold(member.slice(1)), id);
  else if (member.startsWith('~')) enterStem(tables, { member, id, language });
  else enterWord(tables, foldStep(member), id);
};

const enterPrefix = (tables: Tables, prefix: string, id: number): void => {
  push(tables.prefixes, prefix, id);
  tables.heads.add(prefix.slice(0, shortestPart));
};

const enterSuffix = (tables: Tables, suffix: string, id: number): void => {
  push(tables.suffixes, suffix, id);
  tables.tails.add(suffix.slice(-shortestPart));
};

const enterWord = (tables: Tables, word: string, id: number): void => {
  const isNew = !tables.words.has(word);
  push(tables.words, word, id);
  if (!isNew) return;
  tables.letters.add(lettersOf(word));
  enterShape(tables.shapes, word);
};

const enterStem = (tables: Tables, { member, id, language }: Entry): void => {
  const word = fold(member.slice(1));
  enterWord(tables, word, id);
  if (language !== 'de') push(tables.englishStems, stemEnglish(word), id);
  if (language !== 'en') push(tables.germanStems, stemGerman(word), id);
  tables.stemHeads.add(headOf(stemEnglish(word))).add(headOf(stemGerman(word)));
};

// A stem keeps the first two letters of its word, in both languages: test/classify/stems.test.ts.
const headOf = (stem: string): string => stem.slice(0, 2);

// Marks and emoji are compared as they stand.
const foldStep = (member: string): string => (/[\p{L}\p{N}]/u.test(member) ? fold(member) : member);

/** Whatever names a symbol is entered before the next symbol is: only the last of a list can be the same. */
const push = (table: Map<string, number[]>, key: string, id: number): void => {
  const list = table.get(key);
  if (list === undefined) table.set(key, [id]);
  else if (list[list.length - 1] !== id) list.push(id);
};

/** A prefix or suffix of fewer letters fits nothing. */
const shortestPart = 3;

/** The symbols of a word, or of a mark or emoji, which only stand for themselves. */
export const symbolsOf = (tables: Tables, folded: string, kind: TermKind): readonly number[] => {
  const known = tables.words.get(folded) ?? none;
  if (kind !== 'word' && kind !== 'hashtag') return known;
  const found = new Set(known);
  collectParts(tables, folded, found);
  collectStems(tables, folded, found);
  return found.size === known.length ? known : [...found];
};

const none: readonly number[] = [];

const collectParts = (tables: Tables, folded: string, found: Set<number>): void => {
  const mayBegin = tables.heads.has(folded.slice(0, shortestPart));
  const mayEnd = tables.tails.has(folded.slice(-shortestPart));
  if (!mayBegin && !mayEnd) return;
  for (let length = shortestPart; length <= folded.length; length++) {
    if (mayBegin) addAll(found, tables.prefixes.get(folded.slice(0, length)));
    if (mayEnd) addAll(found, tables.suffixes.get(folded.slice(-length)));
  }
};

const collectStems = (tables: Tables, folded: string, found: Set<number>): void => {
  if (!tables.stemHeads.has(headOf(folded)) || !/^[a-z]{3,32}$/.test(folded)) return;
  addAll(found, tables.englishStems.get(stemEnglish(folded)));
  addAll(found, tables.germanStems.get(stemGerman(folded)));
};

const addAll = (found: Set<number>, ids: readonly number[] | undefined): void => {
  if (ids !== undefined) for (const id of ids) found.add(id);
};
