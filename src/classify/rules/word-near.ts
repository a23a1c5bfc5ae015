import { compiled } from '../reading/compiled.ts';
import { sentenceAt } from '../reading/frame.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { sentenceOf } from './spans.ts';

interface Near {
  readonly words: number;
  readonly inSentence?: boolean;
}

/**
 * Says whether a word of the class stands near a hit. Words as common as "no" and "was" are looked for only where they
 * matter: as phrases of the lexicon they would be found many times in every post.
 */
export const wordNear = (className: string): ((reading: Reading, hit: Hit, near: Near) => boolean) => {
  const member = compiled.classNumber(className);
  return (reading, hit, { words, inSentence = false }) => {
    const end = Math.min(reading.terms.length, hit.to + words);
    for (let at = Math.max(0, hit.from - words); at < end; at++) {
      if (!(reading.terms[at]?.symbols.includes(member) ?? false)) continue;
      if (!inSentence || sentenceAt(reading, at) === sentenceOf(reading, hit)) return true;
    }
    return false;
  };
};

/** Whether a word of the class stands in the hit, or up to so many words before it. */
export const wordBefore = (className: string, words: number): ((reading: Reading, hit: Hit) => boolean) => {
  const member = compiled.classNumber(className);
  return ({ terms }, hit) => {
    for (let at = Math.max(0, hit.from - words); at < hit.to; at++)
      if (terms[at]?.symbols.includes(member) ?? false) return true;
    return false;
  };
};
