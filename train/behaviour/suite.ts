import type { Example } from '../corpus/example.ts';
import { expand, type Words } from './expand.ts';
import { fairness } from './fairness.ts';
import { invariance } from './invariance.ts';
import { checks as germanChecks, words as germanWords } from './suite-de.ts';
import { checks as englishChecks, words as englishWords } from './suite-en.ts';
import { swaps } from './swaps.ts';

/** What is tested, frames of sentences, and the tones that are right. */
export type Check = readonly [name: string, frames: readonly string[], right: readonly number[]];

export interface Test {
  readonly name: string;
  readonly language: 'de' | 'en';
  readonly kind: 'direction' | 'fairness' | 'functionality' | 'invariance';
  /** Texts that belong together; of `functionality` one each. */
  readonly cases: readonly (readonly string[])[];
  /** Of `functionality`: which tones are right. */
  readonly right: readonly number[];
}

const perFrame = 40;

/** Tests of behaviour in the manner of Ribeiro et al. 2020, all sentences our own. `posts` are bases of what must not change an answer. */
export const behaviourTests = (posts: readonly Example[]): readonly Test[] => [
  ...functionality('en', englishChecks, englishWords),
  ...functionality('de', germanChecks, germanWords),
  ...(['en', 'de'] as const).flatMap((language) => {
    const texts = posts.filter((one) => one.language === language).map(({ text }) => text);
    return [
      ...invariance(language, texts),
      ...direction(language, texts),
      fairness(language),
      ...swaps(language, texts),
    ];
  }),
];

const functionality = (language: 'de' | 'en', checks: readonly Check[], words: Words): readonly Test[] =>
  checks.map(([name, frames, right]) => ({
    name,
    language,
    kind: 'functionality',
    cases: frames.flatMap((frame, nth) => expand(frame, words, perFrame, 1000 + nth).map((text) => [text])),
    right,
  }));

const praise = {
  en: ['I love you.', 'You are brilliant.', 'Great job!'],
  de: ['Ich liebe euch.', 'Ihr seid super.', 'Klasse gemacht!'],
};
const blame = {
  en: ['I hate you.', 'You are awful.', 'Terrible job!'],
  de: ['Ich hasse euch.', 'Ihr seid furchtbar.', 'Ganz mies gemacht!'],
};

/** Praise added must not make a text sound worse, nor blame better: the share of negative is compared. */
const direction = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] =>
  (
    [
      ['praise added', praise],
      ['blame added', blame],
    ] as const
  ).map(([name, added]) => ({
    name,
    language,
    kind: 'direction',
    cases: texts.map((text, nth) => [text, `${text} ${added[language][nth % 3] ?? ''}`]),
    right: name === 'praise added' ? [2] : [0],
  }));
