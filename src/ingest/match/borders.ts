import { isInsideAddress } from './addresses.ts';
import type { Alphabet } from './alphabet.ts';
import { foldAstral, foldTable } from './fold.ts';
import { type FoldedText, isHump, isInHashtag, seenBefore, seenFrom } from './folded-text.ts';
import type { Term } from './terms.ts';

/** A term that was found; UTF-16 offsets, the end exclusive. */
export interface Find {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly alphabet: Alphabet;
  readonly text: string;
  readonly folded: FoldedText;
}

/**
 * Whether what was found stands as a word of its own. A name may be followed by a hyphen, an apostrophe, a genitive s
 * (Voltaras), digits (Voltara3), and by a closed compound's tail when it is long enough (Voltarafahrer); in a hashtag
 * by a hump (#VoltaraFail). It does not count inside somebody's handle, a mail address or the host of a link.
 */
export const standsAlone = (place: Place, find: Find): boolean =>
  find.term.kind === 'handle' ? isWholeHandle(place, find) : isWholeWord(place, find);

const isWholeWord = (place: Place, { term, start, end }: Find): boolean => {
  const { alphabet, text, folded } = place;
  if (term.isHashtagOnly && !isInHashtag(alphabet, text, folded, start)) return false;
  if (term.endsWithWord && isWordAt(place, end) && !endsWell(place, { term, start, end })) return false;
  return term.isAddress || !isInsideAddress(text, start, end);
};

const isWordAt = ({ alphabet, folded }: Place, index: number): boolean =>
  (folded.symbols[seenFrom(folded, index)] ?? 0) >= alphabet.firstWord;

/** The next sign is a letter or digit. */
const endsWell = (place: Place, { term, start, end }: Find): boolean => {
  const { alphabet, text, folded } = place;
  const next = seenFrom(folded, end);
  const code = foldedAt(text, next);
  if (code === SMALL_S && !isWordAt(place, next + 1)) return true;
  if (isDigit(code) && !isDigit(foldedAt(text, seenBefore(folded, end)))) return true;
  if (term.opensCompound && isCompoundTail(tailOf(place, next))) return true;
  return isHump(alphabet, text, folded, next) && isInHashtag(alphabet, text, folded, start);
};

const SMALL_S = 0x73;
const isDigit = (code: number): boolean =>
  code < 0x80 ? code >= 0x30 && code <= 0x39 : /\p{N}/u.test(String.fromCharCode(code));

/** A longer tail is no word. */
const MAX_TAIL = 40;

/** The letters and digits that follow, folded. */
const tailOf = (place: Place, from: number): string => {
  let tail = '';
  for (let i = from; tail.length <= MAX_TAIL && isWordAt(place, i); i++) {
    i = seenFrom(place.folded, i);
    tail += String.fromCharCode(foldedAt(place.text, i));
  }
  return tail;
};

const foldedAt = (text: string, index: number): number => {
  const codePoint = text.codePointAt(index) ?? 0;
  return codePoint > 0xffff ? foldAstral(codePoint) : (foldTable()[codePoint] ?? 0);
};

/** Shorter tails and these are endings, not words: targeted, targeting, Nordlichtern. */
const endings: ReadonlySet<string> = new Set(['ing', 'ings', 'ers', 'ern', 'ens', 'est', 'able', 'ness']);

const isCompoundTail = (tail: string): boolean =>
  tail.length >= 3 && tail.length <= MAX_TAIL && !endings.has(tail);

/**
 * `@voltara` alone: not `@voltara_fan`, not the end of a mail address, and not the beginning of a longer handle such as
 * `@voltara.fans.example`; `@voltara@server.example` is the same account elsewhere.
 */
const isWholeHandle = (place: Place, { term, start, end }: Find): boolean => {
  const { alphabet, text, folded } = place;
  const before = folded.symbols[seenBefore(folded, start)] ?? 0;
  if (before >= alphabet.firstWord || isWordAt(place, end)) return false;
  if (text.slice(start, end).normalize('NFKC').toLowerCase() !== term.handle) return false;
  return !/^(?:_|\.[a-z0-9]|-[a-z0-9-]*\.[a-z0-9])/.test(text.slice(end, end + 64));
};
