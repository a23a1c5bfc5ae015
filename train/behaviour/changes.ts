import type { Random } from '../learn/random.ts';

/** A post as somebody else might have written it; null: there is nothing to change. */
export type Change = (text: string, random: Random) => string | null;
export type NamedChange = readonly [name: string, change: Change];

export const pick = (list: readonly string[], random: Random): string =>
  list[Math.floor(random() * list.length)] ?? '';

export const replacing =
  (from: RegExp, to: readonly string[]): Change =>
  (text, random) => {
    const replaced = text.replace(from, () => pick(to, random));
    return replaced === text ? null : replaced;
  };

/** Each of the second in place of the first, or where none is found each of the first in place of the second. */
export const exchanging =
  (pairs: readonly (readonly [string, string])[]): Change =>
  (text) => {
    const there = exchange(text, pairs);
    if (there !== text) return there;
    const back = exchange(
      text,
      pairs.map(([one, other]) => [other, one] as const),
    );
    return back === text ? null : back;
  };

const exchange = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((changed, [one, other]) => changed.replace(wordly(one), (found) => alike(found, other)), text);

const wordly = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'’])${words.replace(/'/g, "['’]")}(?![\\p{L}\\p{N}'’])`, 'giu');

/** With a capital where what it replaces has one. */
const alike = (found: string, other: string): string =>
  /^\p{Lu}/u.test(found) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other;

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const chars = (count: number, random: Random): string =>
  Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');

const swapped: Change = (text, random) => {
  const at = Math.floor(random() * (text.length - 1));
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
};

/** Changes one of the words that a pattern finds, in the middle of which something happens. */
const inWord =
  (words: RegExp, change: (word: string, at: number, random: Random) => string): Change =>
  (text, random) => {
    const found = [...text.matchAll(words)];
    const one = found[Math.floor(random() * found.length)];
    if (one === undefined) return null;
    const [word] = one;
    const changed = change(word, 1 + Math.floor(random() * (word.length - 2)), random);
    return `${text.slice(0, one.index)}${changed}${text.slice(one.index + word.length)}`;
  };

const longWord = /(?<![@#\p{L}/.])\p{L}{5,}(?![\p{L}/])/gu;
const smallWord =
  /\b(?:the|and|that|this|with|have|from|your|they|what|were|been|their|would|about|when|just|will|still|and|nicht|eine|der|die|das|und|ist|mit|auch|noch|sich|aber|wird|sind|nach|wenn|hab|habe|einen|euch|mir|mich)\b/g;

const beside: Readonly<Record<string, string>> = {
  ...Object.fromEntries('qwertyuio'.split('').map((key, at) => [key, 'wertyuiop'[at] ?? key])),
  ...Object.fromEntries('asdfghjk'.split('').map((key, at) => [key, 'sdfghjkl'[at] ?? key])),
  ...Object.fromEntries('zxcvbnp'.split('').map((key, at) => [key, 'xcvbnmo'[at] ?? key])),
};

const handles = [
  'brightmere',
  'Nordlicht_Hilfe',
  'quillonestates',
  'TalverkehrInfo',
  'finora',
  'kestrel.air',
];

/** What must not change an answer, in any language. */
export const changes: readonly NamedChange[] = [
  ['one typo', swapped],
  ['two typos', (text, random) => swapped(swapped(text, random) ?? text, random)],
  [
    'neighbours swapped within a word',
    inWord(
      longWord,
      (word, at) => `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`,
    ),
  ],
  ['a letter missing', inWord(longWord, (word, at) => word.slice(0, at) + word.slice(at + 1))],
  ['a letter twice', inWord(longWord, (word, at) => word.slice(0, at) + (word[at] ?? '') + word.slice(at))],
  [
    'the key beside',
    inWord(longWord, (word, at) => {
      const key = word[at] ?? '';
      return word.slice(0, at) + (beside[key] ?? key) + word.slice(at + 1);
    }),
  ],
  [
    'a typo in a small word',
    inWord(smallWord, (word, at) =>
      at + 1 < word.length
        ? `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
        : word,
    ),
  ],
  ['punctuation at the end', (text) => (/[.!?]$/.test(text) ? text.replace(/[.!?]+$/, '') : `${text}.`)],
  ['full stop at the end', (text) => (text.endsWith('.') ? text.replace(/\.+$/, '') : null)],
  [
    'a link added',
    (text, random) =>
      random() < 0.5
        ? `${text} https://t.example/${chars(8, random)}`
        : `https://t.example/${chars(8, random)} ${text}`,
  ],
  [
    'a handle added',
    (text, random) => (random() < 0.5 ? `@${chars(6, random)} ${text}` : `${text} @${chars(6, random)}`),
  ],
  [
    "a company's handle added",
    (text, random) =>
      random() < 0.5 ? `@${pick(handles, random)} ${text}` : `${text} @${pick(handles, random)}`,
  ],
  [
    'numbers changed',
    (text, random) => text.replace(/\b[2-9](?=\d?\b)/g, () => String(2 + Math.floor(random() * 8))),
  ],
  [
    'first letter small',
    (text) => (/^\p{Lu}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : null),
  ],
  ['all small', (text) => (text.toLowerCase() === text ? null : text.toLowerCase())],
  [
    'apostrophe curled',
    (text) => (text.includes("'") ? text.replaceAll("'", '’') : text.replaceAll('’', "'")),
  ],
  ['apostrophe missing', (text) => text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')],
  ['in quotes', (text, random) => (/["„“«]/.test(text) ? null : random() < 0.5 ? `"${text}"` : `“${text}”`)],
  ['white space', (text, random) => (random() < 0.5 ? `${text}\n` : text.replace(' ', '  '))],
  ['a skin tone', (text, random) => toned(text, random)],
  [
    'signed with a name',
    (text, random) => `${text}\n${pick([...names, ...names.map((name) => name.toLowerCase())], random)}`,
  ],
  ['addressed by name', (text, random) => `${pick(names, random)}, ${text}`],
];

const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];

const toned = (text: string, random: Random): string => {
  const hand = /([👍👎👏🙏🤦🤷✌💪🖐👋])(?:[\u{1F3FB}-\u{1F3FF}])?/u;
  return text.replace(hand, (_, sign: string) => `${sign}${pick(tones, random)}`);
};

export const names: readonly string[] = [
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
  'Oluwaseun',
  'Xiaoming',
  'Bogdan',
  'Siobhan',
  'Thorben',
  'Chiara',
  'Rashida',
  'Dilnoza',
];
