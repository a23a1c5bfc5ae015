import { type Mark, usableMarks } from './highlight-evidence.ts';

/** What was decided about a text. */
export interface Decided {
  readonly isCase: boolean;
  readonly categories: readonly string[];
  /** Names and handles of brands: that somebody is named says nothing about what happened. */
  readonly names: readonly string[];
}

/** The words that speak for what was decided: none that speak against it, and no names of brands. */
export const tellingEvidence = (
  text: string,
  evidence: readonly Mark[],
  { isCase, categories, names }: Decided,
): readonly Mark[] => {
  const known = new Set(names.flatMap((name) => wordsOf(name)));
  return usableMarks(text, evidence)
    .filter((mark) => !isCase || speaksForCase(mark, categories))
    .flatMap((mark) => withoutNames(text, mark, known))
    .map(withoutDoubt);
};

const speaksForCase = ({ kind, label }: Mark, categories: readonly string[]): boolean =>
  kind === 'category' ? categories.includes(label ?? '') : !againstCase.has(kind);

/** What speaks against a case. */
const againstCase: ReadonlySet<string> = new Set(['praise', 'opinion', 'question', 'employee', 'advert']);

const anyWord = /[\p{L}\p{N}_]+/gu;
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(anyWord) ?? [];

/** Without underscores around it, as a span may cut a handle. */
const bare = (word: string): string => word.toLowerCase().replace(/^_+|_+$/g, '');

/** Names at the beginning and the end of a span are cut off; nothing is left of one that holds no other word. */
const withoutNames = (text: string, mark: Mark, names: ReadonlySet<string>): readonly Mark[] => {
  const words = [...text.slice(mark.start, mark.end).matchAll(anyWord)];
  const others = words.filter(([word]) => !names.has(bare(word)));
  const [first, last] = [others[0], others.at(-1)];
  if (others.length === words.length) return [mark];
  if (first === undefined || last === undefined) return [];
  return [{ ...mark, start: mark.start + first.index, end: mark.start + last.index + last[0].length }];
};

/** A rule named these words; that the model would count them otherwise here is nothing that a reader can use. */
const withoutDoubt = (mark: Mark): Mark => {
  const { weight, ...plain } = mark;
  return weight !== undefined && weight <= 0 ? plain : mark;
};
