import type { Symbols } from './symbols.ts';
import type { TermKind } from './term-kind.ts';

/** What a word is, in bits, so that a pass over a text looks at one number for each word. */
export const traits = {
  /** Not a link, mention, mark or emoji. */
  word: 1,
  negator: 2,
  /** Takes the negation of the word before it back: "can't believe", "not only". */
  emptiesNegation: 4,
  contrast: 8,
  question: 16,
  /** Comma, colon, bracket, contrast, and whatever ends a sentence. */
  clauseEnd: 32,
  /** Full stop, question mark, new line. */
  sentenceEnd: 64,
  /** Written in digits. */
  number: 128,
} as const;

/** What a word is by its letters. */
export const traitsOf = (word: string, kind: TermKind): number => {
  const isWord = kind === 'word' || kind === 'number' || kind === 'hashtag' || kind === 'markup';
  if (/^(?:[.!?…]|\.{2,}|\n+)$/.test(word))
    return traits.sentenceEnd | traits.clauseEnd | (word === '?' ? traits.question : 0);
  return (
    (isWord ? traits.word : 0) |
    (kind === 'number' ? traits.number : 0) |
    (/^[,;:()"„“”«»]$/.test(word) ? traits.clauseEnd : 0)
  );
};

/** What a word is by the classes of the lexicon that hold it. */
export const traitsBySymbols = (found: readonly number[], symbols: Symbols): number =>
  (found.includes(symbols.negator) ? traits.negator : 0) |
  (found.includes(symbols.afterEmptyNegation) ? traits.emptiesNegation : 0) |
  (found.includes(symbols.contrast) ? traits.contrast | traits.clauseEnd : 0);
