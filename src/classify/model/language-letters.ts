import type { Term } from '../reading/term.ts';
import { hashOf } from './hash.ts';
import { isListedSomebody } from './somebody.ts';

const longest = 20;
const none: readonly number[] = [];

/** What a word says of the language: itself and its letters by 1 to 4 within its bounds. Not folded: accents tell most. */
export const languageFeatures = ({ word, kind, folded }: Term): readonly number[] => {
  if (kind !== 'word' && kind !== 'hashtag') return none;
  // "A Latino nurse" is English: neither a name nor who somebody is tells the language of a text.
  if (folded.length > 3 && isListedSomebody(folded)) return none;
  const text = `<${word
    .slice(kind === 'hashtag' ? 1 : 0, longest)
    .toLowerCase()
    .replace(/[’‘´]/g, "'")}>`;
  const found: number[] = [hashOf(text, 41)];
  for (let size = 1; size <= 4; size++)
    for (let at = 0; at + size <= text.length; at++) found.push(hashOf(text, 42, at, at + size));
  return found;
};

/** Beyond so many words a text says nothing new of its language. */
export const enoughWords = 200;
