import { shortEnglish } from './short-english.ts';
import { shortGerman } from './short-german.ts';

/** A post of a few words, and the language that a person reads it in. */
export interface ShortPost {
  readonly text: string;
  readonly language: 'en' | 'de';
}

const postsOf = (lines: string, language: ShortPost['language']): readonly ShortPost[] =>
  lines
    .trim()
    .split(/\n\s*/)
    .map((text) => ({ text, language }));

/**
 * Two hundred posts in each language, of two to twelve words, written for this repository: complaints, praise, questions
 * and small talk as people type them, with and without umlauts and names.
 */
export const shortPosts: readonly ShortPost[] = [
  ...postsOf(shortEnglish, 'en'),
  ...postsOf(shortGerman, 'de'),
];
