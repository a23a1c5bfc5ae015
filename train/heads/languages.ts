import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stopWords } from '../../src/classify/language/stop-words.ts';
import { enoughWords, languageFeatures } from '../../src/classify/model/language-letters.ts';
import { languageScale } from '../../src/classify/model/model.ts';
import { read } from '../../src/classify/reading/read.ts';
import { type Language, languages } from '../../src/domain/classification.ts';
import type { Example } from '../corpus/example.ts';
import type { Matrix } from '../learn/matrix.ts';
import type { Lesson } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

const recipe = { epochs: 20, rate: 0.3, dropout: 0.3, smoothing: 0.02 } as const;

interface Sample {
  readonly text: string;
  readonly language: Language;
  readonly weight: number;
}

const require = createRequire(import.meta.url);

/** natural's word lists: thousands of words of each language, one by one. */
const wordLists: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ['French/pattern-sentiment-fr'],
  es: ['Spanish/senticon_es', 'Spanish/afinnShortSortedSpanish'],
  it: ['Italian/pattern-sentiment-it'],
  pt: ['Portuguese/afinnShortSortedPortuguese'],
  nl: ['Dutch/pattern-sentiment-nl'],
  de: ['German/pattern-sentiment-de'],
  en: ['English/senticon_en'],
  other: ['Catalan/senticon_ca'],
};
const mostWords = 6_000;

/** Table of eight languages by letters and words: own sentences, small words, word lists, and some posts. */
export const trainLanguages = (examples: readonly Example[], bits: number, folder: string): Float32Array => {
  const samples = [...sentences(folder), ...small(), ...listed(), ...posts(examples)];
  const sums = languages.map((language) =>
    samples.reduce((sum, sample) => sum + (sample.language === language ? sample.weight : 0), 0),
  );
  const lessons: Lesson[] = samples.map(({ language, weight }, row) => {
    const label = languages.indexOf(language);
    return { row, label, weight: weight * Math.sqrt(700 / (sums[label] ?? 1)) };
  });
  const corpus = {
    examples: [],
    matrix: languageMatrix(
      samples.map(({ text }) => text),
      bits,
    ),
    bits,
    isAddressed: [],
  };
  return trainClasses(corpus, lessons, { ...recipe, classes: languages.length, seeds: [1] });
};

/** Features that a language is told by, at a quarter so that scores stay small. */
const featureValue = 0.25;

const languageMatrix = (texts: readonly string[], bits: number): Matrix => {
  const from = new Int32Array(texts.length + 1);
  const places: number[] = [];
  const values: number[] = [];
  texts.forEach((text, at) => {
    const terms = read(text).terms.slice(0, enoughWords);
    const words = terms.filter(({ kind }) => kind === 'word' || kind === 'hashtag').length;
    for (const term of terms)
      for (const hash of languageFeatures(term)) {
        places.push(hash >>> (32 - bits));
        values.push(languageScale(words) * featureValue);
      }
    from[at + 1] = places.length;
  });
  return {
    count: texts.length,
    from,
    addressFrom: from.slice(1),
    places: Int32Array.from(places),
    values: Float32Array.from(values),
  };
};

const sentences = (folder: string): readonly Sample[] =>
  (['fr', 'es', 'it', 'pt', 'nl', 'other'] as const).flatMap((language) => {
    const lines = readFileSync(`${folder}/${language}.txt`, 'utf8').trim().split('\n');
    return [
      ...lines.map((text) => ({ text, language, weight: 3 })),
      ...lines.flatMap(piecesOf).map((text) => ({ text, language, weight: 1 })),
    ];
  });

/** Posts are short: pieces of a sentence teach more than the whole. */
const piecesOf = (text: string): readonly string[] => {
  const words = text.split(' ');
  return words.length <= 6
    ? []
    : [words.slice(0, 5), words.slice(-5), words.slice(2, 5)].map((piece) => piece.join(' '));
};

const small = (): readonly Sample[] =>
  languages.flatMap((language) =>
    stopWords[language]
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((text) => ({ text, language, weight: 0.5 })),
  );

const listed = (): readonly Sample[] =>
  languages.flatMap((language) =>
    (wordLists[language] ?? [])
      .flatMap((name) => Object.keys(require(`natural/lib/natural/sentiment/${name}.json`) as object))
      .slice(0, mostWords)
      .map((word) => ({ text: word.replace(/_/g, ' '), language, weight: 0.15 })),
  );

const posts = (examples: readonly Example[]): readonly Sample[] =>
  examples.flatMap(({ set, text, language, isHeld }, at): readonly Sample[] => {
    if (set === 'own' && isHeld !== true)
      return [
        { text, language, weight: 0.5 },
        { text: text.split(' ').slice(0, 4).join(' '), language, weight: 0.3 },
      ];
    if (set === 'semeval' && at % 10 === 0) return [{ text, language, weight: 0.4 }];
    return set === 'mobasa' && at % 2 === 0 ? [{ text, language, weight: 0.3 }] : [];
  });

/** Scores are trained on quarters: what one of them is worth in the shipped table. */
export const languageUnit = featureValue;
