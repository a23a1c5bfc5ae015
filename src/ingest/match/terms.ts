import type { Brand } from '../../domain/brand.ts';
import { foldPhrase, isWordCode } from './fold.ts';
import { closedSpelling, spellingsOf } from './spellings.ts';

/** Something to listen for, and how its borders are judged. */
export interface Term {
  /** Index of the brand. */
  readonly brand: number;
  readonly kind: 'word' | 'handle';
  /** Takes the brand's matches away instead of giving one. */
  readonly isExclusion: boolean;
  /** Found as the head of a closed compound (Voltarafahrer): a name of at least six letters. */
  readonly opensCompound: boolean;
  /** Holds a dot or an @ itself, so it is looked for in addresses too. */
  readonly isAddress: boolean;
  /** Valid only in a hashtag: the words of a phrase without their blanks. */
  readonly isHashtagOnly: boolean;
  readonly beginsWithWord: boolean;
  readonly endsWithWord: boolean;
  /** For handles: `@voltara`, lower-case. */
  readonly handle: string;
}

/** A spelling, folded, and the term that it stands for. */
export interface Spelling {
  readonly codes: readonly number[];
  readonly term: Term;
}

export const spellingsOfBrand = (brand: Brand, index: number): readonly Spelling[] => [
  ...brand.names.flatMap((name) => words(name, { brand: index, isExclusion: false, isName: true })),
  ...brand.phrases.flatMap((phrase) => words(phrase, { brand: index, isExclusion: false, isName: false })),
  ...brand.handles.flatMap((handle) => handleSpelling(handle, index, false)),
  ...brand.exclusions.phrases.flatMap((phrase) =>
    phrase.startsWith('@')
      ? handleSpelling(phrase.slice(1), index, true)
      : words(phrase, { brand: index, isExclusion: true, isName: false }),
  ),
];

/** Shorter names begin too many other words (Ford, fordern). */
const MIN_COMPOUND_LETTERS = 6;

interface WordOptions {
  readonly brand: number;
  readonly isExclusion: boolean;
  readonly isName: boolean;
}

const words = (phrase: string, { brand, isExclusion, isName }: WordOptions): readonly Spelling[] => {
  const folded = foldPhrase(phrase);
  const letters = folded.filter(isWordCode).length;
  const base = {
    brand,
    isExclusion,
    kind: 'word' as const,
    opensCompound: isName && letters >= MIN_COMPOUND_LETTERS,
    isAddress: /[.@]/.test(phrase),
    handle: '',
  };
  return spellingsOf(folded).flatMap((codes) => {
    const term = { ...base, ...borders(codes), isHashtagOnly: false };
    const closed = closedSpelling(codes);
    const open = { codes, term };
    return closed === null ? [open] : [open, { codes: closed, term: { ...term, isHashtagOnly: true } }];
  });
};

const handleSpelling = (handle: string, brand: number, isExclusion: boolean): readonly Spelling[] => {
  const written = `@${handle.toLowerCase()}`;
  const codes = foldPhrase(written);
  if (codes.length < 2) return [];
  return [
    {
      codes,
      term: {
        brand,
        isExclusion,
        kind: 'handle',
        opensCompound: false,
        isAddress: true,
        isHashtagOnly: false,
        ...borders(codes),
        handle: written,
      },
    },
  ];
};

const borders = (codes: readonly number[]): Pick<Term, 'beginsWithWord' | 'endsWithWord'> => ({
  beginsWithWord: isWordCode(codes[0] ?? 0),
  endsWithWord: isWordCode(codes.at(-1) ?? 0),
});
