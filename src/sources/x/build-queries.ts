import type { Brand } from '../../domain/brand.ts';
import { UserError } from '../../lib/user-error.ts';

/** What a search is built from; a whole Brand fits. */
export type SearchedBrand = Pick<Brand, 'names' | 'phrases' | 'handles' | 'accounts'>;

/**
 * The searches that find what customers say about the brands, and what the brands' own accounts answer them: as few as
 * fit into `maxLength` characters each (512 for self-serve access, facts/sources.md 1). No operator asks for reach, and
 * only reposts are left out, whose words are read with the original; replies are what we listen for.
 */
export const buildQueries = (brands: readonly SearchedBrand[], maxLength = 512): readonly string[] => [
  ...pack(unique(brands.flatMap(termsOf)), '-is:retweet', maxLength),
  ...pack(unique(brands.flatMap(answersOf)), 'is:reply', maxLength),
];

const termsOf = (brand: SearchedBrand): readonly string[] => [
  ...[...brand.names, ...brand.phrases].flatMap(termOf),
  ...brand.handles.filter(isXHandle).map((handle) => `@${handle}`),
];

/** An answer to a customer names no brand: without these searches the first response is never seen. */
const answersOf = ({ accounts }: SearchedBrand): readonly string[] =>
  [...accounts.support, ...accounts.brand, ...accounts.executives]
    .filter((account) => isXHandle(account) || isXUserId(account))
    .map((account) => `from:${account}`);

/** A handle or an account of another network (`help@forum.example`) is nothing that X can search for. */
const isXHandle = (handle: string): boolean => /^\w{1,15}$/.test(handle);
const isXUserId = (id: string): boolean => /^\d{1,19}$/.test(id);

const termOf = (phrase: string): readonly string[] => {
  const words = phrase.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return [];
  return isBare(words) ? [words] : [`"${words}"`];
};

/** A word, hashtag or handle stands alone; in quotes, everything else is words and never an operator. */
const isBare = (words: string): boolean =>
  words !== 'OR' && words !== 'AND' && (/^#?[\p{L}\p{N}]+$/u.test(words) || /^@\w{1,15}$/.test(words));

const unique = (terms: readonly string[]): readonly string[] => [
  ...new Map(terms.map((term) => [term.toLowerCase(), term])).values(),
];

const pack = (terms: readonly string[], suffix: string, maxLength: number): readonly string[] => {
  const room = maxLength - `() ${suffix}`.length;
  const groups: string[] = [];
  for (const term of terms) {
    if (term.length > room) throw tooLong(term, room);
    const last = groups.at(-1);
    const joined = last === undefined ? term : `${last} OR ${term}`;
    if (last === undefined || joined.length > room) groups.push(term);
    else groups[groups.length - 1] = joined;
  }
  return groups.map((group) => `(${group}) ${suffix}`);
};

const tooLong = (term: string, room: number): UserError =>
  new UserError(
    `The phrase ${term.slice(0, 60)}... is too long for a search on X: ${term.length} characters, at most ${room}. Shorten it in evenhand.yaml under brands.`,
  );
