import { stopWords } from '../language/stop-words.ts';
import { wordClasses } from '../lexicon/word-classes.ts';
import { fold } from '../reading/fold.ts';
import { enterShape, misspeltOf, type Shapes } from '../reading/misspelt.ts';
import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import type { Polarity } from './polarity.ts';
import { isOfPeople, isOnList } from './somebody.ts';

/** A term as it was meant, where it is a slip of the pen that is told by the word alone. */
export type Repair = (term: Term, mode: 'de' | 'en', isKnown: (folded: string) => boolean) => Term;

/**
 * `horribel`, `teh`, `nciht`: two neighbours of a word that nobody knows are swapped back if that makes one; a letter too
 * many is taken out; small words and words that sound good or bad are found by one wrong letter.
 */
export const createRepair = (polarity: Polarity): Repair => {
  const slips = { en: slipsOf(stopWords.en), de: slipsOf(stopWords.de) };
  const shapes = { en: shapesOf(polarity.englishWords), de: shapesOf(polarity.germanWords) };
  return (term, mode, isKnown) => {
    const { folded, kind, word } = term;
    if (kind !== 'word' || folded.length < shortest || folded.length > longest) return term;
    const sound = mode === 'en' ? polarity.english : polarity.german;
    const isWord = (one: string): boolean => isKnown(one) || sound(one) !== 0;
    if (isWord(folded) || isNamed(folded, mode)) return term;
    const meant = slips[mode].get(folded) ?? swappedOf(folded, isWord);
    if (meant !== null) return meaning(term, meant);
    if (isName(word)) return term;
    const near = firstOf(withoutDouble(folded), isWord) ?? misspeltOf(shapes[mode], folded);
    return near === null ? term : meaning(term, near);
  };
};

const isNamed = (folded: string, mode: 'de' | 'en'): boolean =>
  isOnList(folded) || (mode === 'de' && isOfPeople(folded));

const swappedOf = (folded: string, isWord: (word: string) => boolean): string | null =>
  folded.length < shortestSwapped ? null : firstOf(swappedBack(folded), isWord);

const shortest = 3;
/** Below this, swapped letters make another word too often. */
const shortestSwapped = 4;
const longest = 20;

const isName = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

const listOf = (text: string | undefined): readonly string[] => (text ?? '').trim().split(/\s+/).map(fold);
const negators = new Set(listOf(wordClasses.negator));
const contrasts = new Set(listOf(wordClasses.contrast));

/** The term with another word, and with what that word does to a sentence. */
const meaning = (term: Term, folded: string): Term => ({
  ...term,
  folded,
  traits:
    term.traits |
    (negators.has(folded) ? traits.negator : 0) |
    (contrasts.has(folded) ? traits.contrast | traits.clauseEnd : 0),
});

const firstOf = (candidates: Iterable<string>, isWord: (word: string) => boolean): string | null => {
  for (const candidate of candidates) if (isWord(candidate)) return candidate;
  return null;
};

const swappedBack = function* (word: string): Generator<string> {
  for (let at = 0; at + 1 < word.length; at++)
    if (word[at] !== word[at + 1])
      yield `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
};

const withoutDouble = function* (word: string): Generator<string> {
  for (let at = 1; at < word.length; at++)
    if (word[at] === word[at - 1]) yield word.slice(0, at) + word.slice(at + 1);
};

/** Small words by their slips: neighbours swapped, from four letters on also one inside left out. */
const slipsOf = (words: string): ReadonlyMap<string, string> => {
  const slips = new Map<string, string>();
  const all = listOf(words).filter((word) => word.length >= shortest);
  const enter = (slip: string, word: string): void => {
    if (!slips.has(slip)) slips.set(slip, word);
  };
  for (const word of all) for (const slip of swappedBack(word)) enter(slip, word);
  for (const word of all)
    for (let at = 1; word.length > shortest && at + 1 < word.length; at++)
      enter(word.slice(0, at) + word.slice(at + 1), word);
  for (const word of all) slips.delete(word);
  return slips;
};

const shapesOf = (words: Iterable<string>): Shapes => {
  const shapes: Shapes = new Map();
  for (const word of words) enterShape(shapes, word);
  return shapes;
};
