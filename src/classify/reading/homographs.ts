import type { Cue } from '../lexicon/cues.ts';
import type { Term } from './term.ts';

/**
 * "So kind of you" speaks of no child, and "mein Kind" praises nobody: phrases are looked for in all languages at once, and
 * this word is asked for alone by both.
 */
export const isOtherWord = (terms: readonly Term[], at: number, cue: Cue): boolean =>
  terms[at]?.folded === 'kind' && isChild(terms, at) === (cue === 'praise');

const isChild = (terms: readonly Term[], at: number): boolean => {
  if (germanBefore.has(terms[at - 1]?.folded ?? '')) return true;
  return (terms[at]?.word.startsWith('K') ?? false) && !englishBehind.has(terms[at + 1]?.folded ?? '');
};

const germanBefore = new Set(
  'mein meinem unser unserem dein deinem euer eurem ihr ihrem sein seinem ein einem das dem kein keinem jedes jedem dieses diesem kleines krankes als ums fuers pro mit ohne und oder zwei'.split(
    ' ',
  ),
);
const englishBehind = new Set('regards of words to wishes and enough staff people'.split(' '));
