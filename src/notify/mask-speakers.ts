import type { KnownAs } from '../domain/known-as.ts';
import { parseUrl } from '../lib/parse-url.ts';
import { mask } from './mask.ts';

/**
 * Masks a text and hides in it the names under which the record knows those who speak there: their ids at the source,
 * and the handle that a link to their post holds. Somebody who signs with a handle is not named by an `@`.
 */
export const maskSpeakers = (text: string, speakers: readonly KnownAs[]): string => {
  const names = [...new Set(speakers.flatMap(handlesIn))].sort((a, b) => b.length - a.length);
  let before = '';
  let after = text;
  // What is masked may show a name that signs nobody sees had broken up.
  while (after !== before) {
    before = after;
    after = mask(names.reduce(hide, before));
  }
  return after;
};

/** A name of one or two signs is a word of the language more often than a name. */
const shortest = 3;

/** By which somebody may be called in a text: the id at the source, and the handle in a link. */
export const handlesIn = ({ author, url }: KnownAs): readonly string[] =>
  [author ?? '', ...handlesOf(url ?? '')]
    .map((name) => name.trim().replace(/^@/, ''))
    .filter((name) => Array.from(name).length >= shortest);

/** `https://x.com/NAME/status/1`, `/@NAME/1`, `/profile/NAME/post/1`, `/u/NAME`. */
const handlesOf = (address: string): readonly string[] => {
  const url = parseUrl(address);
  if (url === null) return [];
  const { hostname, pathname } = url;
  const parts = pathname.split('/').filter((part) => part !== '');
  return parts.flatMap((part, place) => {
    const isAccount =
      part.startsWith('@') ||
      accountFolders.has(parts[place - 1] ?? '') ||
      (place === 0 && parts.length > 1 && accountHosts.has(hostname.replace(/^(?:www|mobile)\./, '')));
    return isAccount ? readable(part) : [];
  });
};

const accountFolders: ReadonlySet<string> = new Set(['profile', 'user', 'users', 'u', 'author']);
const accountHosts: ReadonlySet<string> = new Set(['x.com', 'twitter.com']);

const readable = (part: string): readonly string[] => {
  try {
    return [decodeURIComponent(part)];
  } catch {
    return [part];
  }
};

/** Whole words only, in any case; a mark of the mask stays as it is. */
const hide = (text: string, name: string): string => text.replace(handlePattern(name), '[account]');

export const handlePattern = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_[])@?${name.replace(special, '\\$&')}(?![\\p{L}\\p{N}_\\]])`, 'giu');

const special = /[\\^$.*+?()[\]{}|/]/g;
