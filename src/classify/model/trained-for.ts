import { createHash } from 'node:crypto';
import { lexicon } from '../lexicon/all.ts';
import { numberWords, wordClasses } from '../lexicon/word-classes.ts';
import { features } from '../rules/features.ts';

/**
 * Names the signs of the rules and the words that they look for, as the weights were trained beside them. Other words
 * make no weight wrong, but none has learnt from them: test/classify/model/shipped-model.test.ts then asks for a training.
 */
export const trainedFor: string = createHash('sha256')
  .update(JSON.stringify([features, lexicon, wordClasses, numberWords]))
  .digest('hex')
  .slice(0, 12);
