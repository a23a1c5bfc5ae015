import { createRandom } from '../learn/random.ts';
import { changes, type NamedChange } from './changes.ts';
import { germanChanges } from './changes-de.ts';
import { englishChanges } from './changes-en.ts';
import type { Test } from './suite.ts';

const changesOf: Readonly<Record<'de' | 'en', readonly NamedChange[]>> = {
  en: [...changes, ...englishChanges],
  de: [...changes, ...germanChanges],
};

/** What adds a word: which one makes no difference. */
const among = new Set(['signed with a name', 'addressed by name', 'place told', 'place told, small']);

/** What must not change an answer, each post changed in three ways by chance. */
export const invariance = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] =>
  changesOf[language].map(([name, change]) => {
    const random = createRandom(7);
    return {
      name,
      language,
      kind: 'invariance',
      cases: texts.flatMap((text) => {
        const twins = [change(text, random), change(text, random), change(text, random)].filter(
          (twin) => twin !== null && twin !== text,
        );
        const all = [...(among.has(name) ? [] : [text]), ...new Set(twins as string[])];
        return all.length < 2 ? [] : [all];
      }),
      right: [],
    };
  });
