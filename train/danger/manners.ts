import { hashOf } from '../../src/classify/model/hash.ts';
import { politeness } from '../corpus/politeness.ts';
import { rudeness } from '../corpus/rudeness.ts';
import { inSomeManner } from '../corpus/told-otherwise.ts';
import { retold, type Sentence } from './sentences.ts';

/** One in so many, told by a hash: more of them take longer and teach no more. */
const oneIn = 2;

/**
 * Some sentences once more with what is said around a matter: how polite, rude or known somebody is must say nothing
 * about danger. Only fitted on, never judged.
 */
export const inManners = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.flatMap((sentence) => {
    const { text, language } = sentence;
    if ((language !== 'en' && language !== 'de') || (hashOf(text, 59) >>> 0) % oneIn > 0) return [];
    const said = inSomeManner(text, language, [politeness, rudeness]);
    return [retold(sentence, said)];
  });
