import type { Votes } from '../language/language-evidence.ts';
import { misspeltOf } from './misspelt.ts';
import { createTables, enter, lettersOf, type StemLanguage, symbolsOf } from './symbol-tables.ts';
import type { TermKind } from './term-kind.ts';

/** Which steps of phrases a word satisfies, and what it says of the language: looked up once per distinct word. */
export interface Symbols {
  /** Number of a step as written in the lexicon (`word`, `word*`, `~word`, `$class`, `<n>`), made when it is new. */
  readonly intern: (step: string, language: StemLanguage) => number;
  readonly of: (folded: string, kind: TermKind) => readonly number[];
  readonly knows: (folded: string) => boolean;
  /** False: it knows no word of the same letters in another order. */
  readonly mayKnowAnagram: (folded: string) => boolean;
  /** The known word that this one misspells by a letter; null: none, or more than one. */
  readonly misspelt: (folded: string) => string | null;
  readonly numberWord: (folded: string) => number | null;
  readonly languagesOf: (word: string, folded: string, kind: TermKind) => Votes | null;
  readonly number: number;
  readonly money: number;
  readonly negator: number;
  readonly contrast: number;
  readonly afterEmptyNegation: number;
}

export type WordClasses = Readonly<Record<string, string>>;
export type LanguagesOf = Symbols['languagesOf'];

export interface SymbolSources {
  /** Members of each class, separated by spaces; `word*`, `*word` and `~word` are allowed. */
  readonly classes: WordClasses;
  readonly numberWords: Readonly<Record<string, number>>;
  readonly languagesOf: LanguagesOf;
}

/** Builds the symbol table; classes are entered at once, steps of phrases as the trie meets them. */
export const createSymbols = (sources: SymbolSources): Symbols => {
  const ids = new Map<string, number>();
  const tables = createTables();
  const numbers = new Map(Object.entries(sources.numberWords));
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  /** One of several words: a class without a name. */
  const groupId = (step: string, language: StemLanguage): number => {
    const key = `${step}/${language}`;
    const isNew = !ids.has(key);
    const id = idOf(key);
    if (isNew) for (const member of step.slice(1, -1).split(' ')) enterMember(member, id, language);
    return id;
  };
  const enterMember = (member: string, id: number, language: StemLanguage): void => {
    if (!member.startsWith('$') || member.length === 1) {
      enter(tables, { member, id, language });
      return;
    }
    classId(member, sources.classes, idOf);
    for (const word of (sources.classes[member.slice(1)] ?? '').trim().split(/\s+/))
      enter(tables, { member: word, id, language: 'any' });
  };
  const intern = (step: string, language: StemLanguage): number => {
    if (step.startsWith('$') && step.length > 1) return classId(step, sources.classes, idOf);
    if (step === '<n>') return idOf(step);
    if (step.startsWith('(') && step.length > 1) return groupId(step, language);
    const key = step.startsWith('~') ? `${step}/${language}` : step;
    const isNew = !ids.has(key);
    const id = idOf(key);
    if (isNew) enter(tables, { member: step, id, language });
    return id;
  };
  for (const [name, members] of Object.entries(sources.classes)) {
    const id = idOf(`$${name}`);
    for (const member of members.trim().split(/\s+/)) enter(tables, { member, id, language: 'any' });
  }
  return {
    intern,
    of: (folded, kind) => symbolsOf(tables, folded, kind),
    knows: (folded) => tables.words.has(folded),
    mayKnowAnagram: (folded) => tables.letters.has(lettersOf(folded)),
    misspelt: (folded) =>
      symbolsOf(tables, folded, 'word').length > 0 ? null : misspeltOf(tables.shapes, folded),
    numberWord: (folded) => numbers.get(folded) ?? null,
    languagesOf: sources.languagesOf,
    number: idOf('<n>'),
    money: idOf('<money>'),
    negator: idOf('$negator'),
    contrast: idOf('$contrast'),
    afterEmptyNegation: idOf('$after_empty_negation'),
  };
};

const classId = (step: string, classes: WordClasses, idOf: (key: string) => number): number => {
  if (!Object.hasOwn(classes, step.slice(1)))
    throw new Error(`the lexicon names the unknown word class ${step}`);
  return idOf(step);
};
