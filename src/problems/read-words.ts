import type { Span } from '../domain/problem.ts';
import { BLANK, type Letters, readLetters } from './read-letters.ts';
import { mix } from './signature.ts';

/** A word by the hash of its letters. */
export type WordHash = number;

/** Calls `take` for each word with where it stands in the letters. */
const forEachWord = (
  { units, length }: Letters,
  take: (hash: WordHash, start: number, end: number) => void,
): void => {
  let hash = 0;
  let start = 0;
  for (let i = 0; i <= length; i++) {
    const unit = i === length ? BLANK : (units[i] as number);
    if (unit !== BLANK) hash = (Math.imul(hash, 0x0100_0193) + unit) | 0;
    else {
      if (i > start) take(mix(hash), start, i);
      hash = 0;
      start = i + 1;
    }
  }
};

/** "a", "du", "is" say nothing of what happened. */
const leastUnits = 3;

/** How often the post says each of its words. */
export const countWords = (letters: Letters): ReadonlyMap<WordHash, number> => {
  const counts = new Map<WordHash, number>();
  forEachWord(letters, (hash, start, end) => {
    if (end - start >= leastUnits) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  });
  return counts;
};

/** The words in which these places lie. */
export const wordsAt = (letters: Letters, positions: readonly number[]): ReadonlySet<WordHash> => {
  const found = new Set<WordHash>();
  forEachWord(letters, (hash, start, end) => {
    if (positions.some((at) => at >= start && at < end)) found.add(hash);
  });
  return found;
};

const aWord = /[\p{L}\p{N}\p{M}]+/gu;

/** Where the text says these words; asked for a few posts only. Overwrites what was read of another text. */
export const spansOf = (text: string, words: ReadonlySet<WordHash>): readonly Span[] => {
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(aWord)) {
    forEachWord(readLetters(word), (hash) => {
      const end = index + word.length;
      if (words.has(hash) && spans.at(-1)?.end !== end) spans.push({ start: index, end });
    });
  }
  return spans;
};
