import { createRandom, type Random } from '../learn/random.ts';
import type { Test } from './suite.ts';

type Change = (text: string, random: Random) => string | null;

/** What must not change an answer, each post changed in three ways by chance. */
export const invariance = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] =>
  changes.map(([name, change]) => {
    const random = createRandom(7);
    return {
      name,
      language,
      kind: 'invariance',
      cases: texts.flatMap((text) => {
        const twins = [change(text, random), change(text, random), change(text, random)].filter(
          (twin) => twin !== null && twin !== text,
        );
        return twins.length === 0 ? [] : [[text, ...new Set(twins as string[])]];
      }),
      right: [],
    };
  });

const pick = (list: readonly string[], random: Random): string =>
  list[Math.floor(random() * list.length)] ?? '';
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const chars = (count: number, random: Random): string =>
  Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');

const swapped: Change = (text, random) => {
  const at = Math.floor(random() * (text.length - 1));
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
};

const replacing =
  (from: RegExp, to: readonly string[]): Change =>
  (text, random) => {
    const replaced = text.replace(from, () => pick(to, random));
    return replaced === text ? null : replaced;
  };

const names = [
  'Ayodele',
  'Brigitta',
  'Cedric',
  'Ngoc',
  'Svea',
  'Tomasz',
  'Hannah',
  'Yusuf',
  'Mireille',
  'Keanu',
];
const towns = ['Lisbon', 'Denver', 'Oslo', 'Leipzig', 'Nairobi', 'Perth', 'Osaka', 'Graz', 'Lyon', 'Omaha'];

const short: readonly (readonly [string, string])[] = [
  ['do not', "don't"],
  ['did not', "didn't"],
  ['is not', "isn't"],
  ['was not', "wasn't"],
  ['cannot', "can't"],
  ['have not', "haven't"],
  ['will not', "won't"],
  ['it is', "it's"],
  ['I am', "I'm"],
  ['I have', "I've"],
  ['they are', "they're"],
];

const contracted: Change = (text) => {
  const [long] = short.filter(([one]) => text.includes(one));
  if (long !== undefined) return text.replaceAll(long[0], long[1]);
  const [brief] = short.filter(([, one]) => text.includes(one));
  return brief === undefined ? null : text.replaceAll(brief[1], brief[0]);
};

const changes: readonly (readonly [string, Change])[] = [
  ['one typo', swapped],
  ['two typos', (text, random) => swapped(swapped(text, random) ?? text, random)],
  ['contractions', contracted],
  ['punctuation at the end', (text) => (/[.!?]$/.test(text) ? text.replace(/[.!?]+$/, '') : `${text}.`)],
  ['a link added', (text, random) => `${text} https://t.example/${chars(8, random)}`],
  [
    'a handle added',
    (text, random) => (random() < 0.5 ? `@${chars(6, random)} ${text}` : `${text} @${chars(6, random)}`),
  ],
  [
    'numbers changed',
    (text, random) => text.replace(/\b[2-9](?=\d?\b)/g, () => String(2 + Math.floor(random() * 8))),
  ],
  [
    'names changed',
    replacing(
      /\b(?:James|John|Mary|Anna|Peter|Sarah|Tom|Lisa|Maria|Paul|Ahmed|Emma|David|Laura|Jonas|Lena)\b/g,
      names,
    ),
  ],
  [
    'places changed',
    replacing(
      /\b(?:London|Berlin|Leeds|Hamburg|Paris|Manchester|Munich|München|Köln|Bristol|Wien|Boston|Chicago|Dublin)\b/g,
      towns,
    ),
  ],
];
