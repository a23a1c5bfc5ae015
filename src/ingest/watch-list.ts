import type { Brand } from '../domain/brand.ts';
import type { AuthorRole } from '../domain/post.ts';
import { type Alphabet, createAlphabet } from './match/alphabet.ts';
import type { Find } from './match/borders.ts';
import { createByteScan, type MayName } from './match/byte-scan.ts';
import { createFoldedText, type FoldedText, foldText } from './match/folded-text.ts';
import { type SpreadText, spreadLigatures } from './match/ligatures.ts';
import { spellingsOfBrand } from './match/terms.ts';
import { createTrie, type Trie } from './match/trie.ts';
import { walkAll } from './match/walk.ts';

/** The brands' words and handles, made ready for the matcher. */
export interface WatchList {
  /** Ids of the brands, in their order. */
  readonly brands: readonly string[];
  readonly alphabet: Alphabet;
  readonly trie: Trie;
}

export const compileWatchList = (brands: readonly Brand[]): WatchList => {
  const spellings = brands.flatMap(spellingsOfBrand);
  const alphabet = createAlphabet(spellings.map(({ codes }) => codes));
  const entries = spellings.map(({ codes, term }) => ({ symbols: codes.map(alphabet.symbolOf), term }));
  return { brands: brands.map(({ id }) => id), alphabet, trie: createTrie(entries, alphabet.size) };
};

/** A look at bytes that tells, far more cheaply than `match`, that nothing would be found. */
export const compileByteScan = (brands: readonly Brand[]): MayName =>
  createByteScan(brands.flatMap(spellingsOfBrand));

/** A brand's words in a text; `start` and `end` count UTF-16 code units, the end exclusive. */
export interface Match {
  readonly brand: string;
  readonly matchedBy: 'phrase' | 'handle';
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where a brand is named, from left to right, without overlaps within a brand; none for a brand of which an
 * exclusion phrase was found. The text is folded in one pass, and costs nearly the same for ten phrases and a thousand.
 */
export const match = (watchList: WatchList, text: string): readonly Match[] => {
  const folded = spaceFor(text.length);
  foldText(watchList.alphabet, text, folded);
  if (folded.hasLigature) return matchSpread(watchList, spreadLigatures(text));
  const finds = walkAll(watchList.trie, { alphabet: watchList.alphabet, text, folded });
  return finds === null ? nothing : toMatches(watchList, finds);
};

const nothing: readonly Match[] = Object.freeze([]);

/** A post of 16,384 units is long; whatever is longer pays for its own space, so that none is kept for ever. */
const KEPT_UNITS = 16_384;
const kept = createFoldedText(KEPT_UNITS);
const spaceFor = (units: number): FoldedText => (units <= KEPT_UNITS ? kept : createFoldedText(units));

const matchSpread = (watchList: WatchList, { text, at }: SpreadText): readonly Match[] =>
  match(watchList, text).map((found) => ({
    ...found,
    start: at[found.start] ?? 0,
    end: (at[found.end - 1] ?? 0) + 1,
  }));

const toMatches = ({ brands }: WatchList, finds: Find[]): readonly Match[] => {
  const excluded = finds.filter(({ term }) => term.isExclusion).map(({ term }) => term.brand);
  const matches: Match[] = [];
  // Ends by index of the brand; a brand's next match begins there or later.
  const ends: number[] = [];
  for (const { term, start, end } of finds.length > 1 ? finds.sort(fromTheLeft) : finds) {
    if (excluded.includes(term.brand) || start < (ends[term.brand] ?? 0)) continue;
    ends[term.brand] = end;
    const matchedBy = term.kind === 'handle' ? 'handle' : 'phrase';
    matches.push({ brand: brands[term.brand] ?? '', matchedBy, start, end });
  }
  return matches;
};

const fromTheLeft = (a: Find, b: Find): number =>
  a.start - b.start || b.end - a.end || a.term.brand - b.term.brand;

/**
 * Whose account wrote: one of the brand's own by platform id or handle, else a customer's. A handle that customers
 * mention (`handles`) is the brand's own too, unless it stands in another list.
 */
export const roleOf = (brand: Brand, author: string | null, handle?: string | null): AuthorRole =>
  strongest(listsOf(brand).roles, author, handle) ?? 'customer';

/** Whether the brand's exclusions name the author, by platform id or handle. */
export const isExcludedAuthor = (brand: Brand, author: string | null, handle?: string | null): boolean => {
  const { excluded } = listsOf(brand);
  return excluded.size > 0 && [author, handle].some((name) => isName(name) && excluded.has(plain(name)));
};

/** Who is named twice has the first of these roles. */
const rolesByRank = ['support', 'executive', 'staff', 'brand'] as const;

const strongest = (
  roles: ReadonlyMap<string, AuthorRole>,
  author: string | null,
  handle: string | null | undefined,
): AuthorRole | undefined => {
  const first = isName(author) ? roles.get(plain(author)) : undefined;
  const second = isName(handle) ? roles.get(plain(handle)) : undefined;
  return first === undefined || second === undefined
    ? (first ?? second)
    : rolesByRank.find((role) => role === first || role === second);
};

interface AuthorLists {
  readonly roles: ReadonlyMap<string, AuthorRole>;
  readonly excluded: ReadonlySet<string>;
}

/** Every post is looked up: the lists are made once for a brand. */
const lists = new WeakMap<Brand, AuthorLists>();
const listsOf = (brand: Brand): AuthorLists => {
  const known = lists.get(brand);
  if (known !== undefined) return known;
  const { support, executives, staff, brand: own } = brand.accounts;
  const ranked: readonly (readonly [AuthorRole, readonly string[]])[] = [
    ['brand', [...own, ...brand.handles]],
    ['staff', staff],
    ['executive', executives],
    ['support', support],
  ];
  // The last one set stands: the strongest comes last.
  const roles = new Map(ranked.flatMap(([role, names]) => names.map((name) => [name, role] as const)));
  const made = { roles, excluded: new Set(brand.exclusions.authors) };
  lists.set(brand, made);
  return made;
};

const isName = (name: string | null | undefined): name is string => name != null && name !== '';

const plain = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();
