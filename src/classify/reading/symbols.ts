import { fold } from './fold.ts';
import { stemEnglish, stemGerman } from './stems.ts';
import type { TermKind } from './term-kind.ts';

/** Which steps of phrases a word satisfies, and what it says of the language: looked up once per distinct word. */
export interface Symbols {
  /** Number of a step as written in the lexicon (`word`, `word*`, `~word`, `$class`, `<n>`), made when it is new. */
  readonly intern: (step: string, language: StemLanguage) => number;
  readonly of: (folded: string, kind: TermKind) => readonly number[];
  readonly knows: (folded: string) => boolean;
  readonly numberWord: (folded: string) => number | null;
  readonly languagesOf: (word: string, folded: string, kind: TermKind) => Float64Array | null;
  readonly number: number;
  readonly money: number;
  readonly negator: number;
  readonly contrast: number;
  readonly afterEmptyNegation: number;
}

export type StemLanguage = 'en' | 'de' | 'any';
export type WordClasses = Readonly<Record<string, string>>;
export type LanguagesOf = Symbols['languagesOf'];

export interface SymbolSources {
  /** Members of each class, separated by spaces; `word*`, `*word` and `~word` are allowed. */
  readonly classes: WordClasses;
  readonly numberWords: Readonly<Record<string, number>>;
  readonly languagesOf: LanguagesOf;
}

interface Tables {
  readonly words: Map<string, number[]>;
  readonly prefixes: Map<string, number[]>;
  readonly suffixes: Map<string, number[]>;
  readonly englishStems: Map<string, number[]>;
  readonly germanStems: Map<string, number[]>;
}

/** Builds the symbol table; classes are entered at once, steps of phrases as the trie meets them. */
export const createSymbols = (sources: SymbolSources): Symbols => {
  const ids = new Map<string, number>();
  const tables: Tables = {
    words: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    englishStems: new Map(),
    germanStems: new Map(),
  };
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
    numberWord: (folded) =>
      Object.hasOwn(sources.numberWords, folded) ? (sources.numberWords[folded] ?? null) : null,
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

interface Entry {
  readonly member: string;
  readonly id: number;
  readonly language: StemLanguage;
}

const enter = (tables: Tables, { member, id, language }: Entry): void => {
  if (member.length > 1 && member.endsWith('*')) push(tables.prefixes, fold(member.slice(0, -1)), id);
  else if (member.length > 1 && member.startsWith('*')) push(tables.suffixes, fold(member.slice(1)), id);
  else if (member.startsWith('~')) enterStem(tables, { member, id, language });
  else push(tables.words, foldStep(member), id);
};

const enterStem = (tables: Tables, { member, id, language }: Entry): void => {
  const word = fold(member.slice(1));
  push(tables.words, word, id);
  if (language !== 'de') push(tables.englishStems, stemEnglish(word), id);
  if (language !== 'en') push(tables.germanStems, stemGerman(word), id);
};

// Marks and emoji are compared as they stand.
const foldStep = (member: string): string => (/[\p{L}\p{N}]/u.test(member) ? fold(member) : member);

const push = (table: Map<string, number[]>, key: string, id: number): void => {
  const list = table.get(key);
  if (list === undefined) table.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
};

const symbolsOf = (tables: Tables, folded: string, kind: TermKind): readonly number[] => {
  const found = new Set(tables.words.get(folded));
  if (kind !== 'word' && kind !== 'hashtag') return [...found];
  const collect = (ids: readonly number[] | undefined): void => {
    if (ids !== undefined) for (const id of ids) found.add(id);
  };
  for (let length = 3; length <= folded.length; length++) {
    collect(tables.prefixes.get(folded.slice(0, length)));
    collect(tables.suffixes.get(folded.slice(-length)));
  }
  if (/^[a-z]{3,32}$/.test(folded)) {
    collect(tables.englishStems.get(stemEnglish(folded)));
    collect(tables.germanStems.get(stemGerman(folded)));
  }
  return [...found];
};
