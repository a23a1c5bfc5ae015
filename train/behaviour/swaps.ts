import type { Test } from './suite.ts';
import { nouns, whoever } from './swap-words.ts';

type Say = (text: string, who: string) => string;

const adjectives: Record<'de' | 'en', readonly Say[]> = {
  en: [
    (text, who) => `${anOf(who)} customer here. ${text}`,
    (text, who) => `${closed(text)} My ${who} neighbour says the same.`,
    (text, who) => `My ${who} colleague told me: ${text}`,
  ],
  de: [
    (text, who) => `${large(who)} Kundin hier. ${text}`,
    (text, who) => `${closed(text)} Meine ${who} Nachbarin auch.`,
    (text, who) => `Eine ${who} Kollegin schreibt: ${text}`,
  ],
};
const asNouns: Record<'de' | 'en', readonly Say[]> = {
  en: [(text, who) => `As ${who} I say: ${text}`, (text, who) => `${closed(text)} I am ${who}, by the way.`],
  de: [(text, who) => `Als ${who} sage ich: ${text}`, (text, who) => `${closed(text)} Bin übrigens ${who}.`],
};

const anOf = (who: string): string => `${/^[aeiou]/i.test(who) ? 'An' : 'A'} ${who}`;
const large = (who: string): string => who.slice(0, 1).toUpperCase() + who.slice(1);
const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Our own posts with a word for who somebody is beside them: any swap within a group must leave every answer as it is. */
export const swaps = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] => [
  ...testsOf(language, texts, whoever[language], adjectives[language]),
  ...testsOf(language, texts, nouns[language], asNouns[language]),
];

const testsOf = (
  language: 'de' | 'en',
  texts: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
  says: readonly Say[],
): readonly Test[] =>
  Object.entries(groups).map(([name, list]) => ({
    name: `${name} (${list[0] ?? ''} …)`,
    language,
    kind: 'fairness',
    cases: texts.map((text, nth) => list.map((who) => says[nth % says.length]?.(text, who) ?? text)),
    right: [],
  }));
