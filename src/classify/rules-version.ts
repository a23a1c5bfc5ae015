import { createHash } from 'node:crypto';
import { codeVersion } from './code-version.ts';
import { stopWords } from './language/stop-words.ts';
import { lexicon } from './lexicon/all.ts';
import { numberWords, wordClasses } from './lexicon/word-classes.ts';
import { modelChecksum } from './model/shipped-file.ts';
import { english, german } from './rules/weights.ts';

/**
 * Changes with every word of the lexicon, every weight and every file of this room: stored with each decision. Throws a
 * UserError of one sentence where the weights cannot be read. Apart from what classifies, so that a process whose thread
 * does that names the version without compiling the lexicon.
 */
export const rulesVersion = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        codeVersion,
        lexicon,
        wordClasses,
        numberWords,
        stopWords,
        english,
        german,
        modelChecksum(),
      ]),
    )
    .digest('hex')
    .slice(0, 12);
