import type { Cue } from '../lexicon/cues.ts';
import type { Term } from './term.ts';
import { traits } from './traits.ts';

/** "I want it back now": who asks that something be solved does not say that it is. */
export const isWished = (terms: readonly Term[], from: number, cue: Cue): boolean => {
  if (cue !== 'solved' || !outcomes.has(terms[from]?.folded ?? '')) return false;
  for (let at = from - 1; at >= 0 && at >= from - farthest; at--) {
    const term = terms[at];
    if (term === undefined || (term.traits & ends) !== 0 || told.has(term.folded)) return false;
    if (wishes.has(term.folded)) return true;
  }
  return false;
};

const farthest = 6;
const ends = traits.sentenceEnd | traits.clauseEnd;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** With which a phrase of what is solved may begin, and a wish may end. */
const outcomes = setOf('back up online running working functioning fixed sorted resolved solved all');
const wishes = setOf('want wants wanna need needs demand demanding expect insist give please pls');
/** Behind these stands what is, whatever was wished for before. */
const told = setOf('is its are was were has got seems say tell');
