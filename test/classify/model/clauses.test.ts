import { describe, expect, it } from '@jest/globals';
import { createModel, languageAt } from '../../../src/classify/model/model.ts';
import { shippedModel } from '../../../src/classify/model/shipped-model.ts';
import { read } from '../../../src/classify/reading/read.ts';
import { features } from '../../../src/classify/rules/features.ts';
import { tinyModel } from './tiny-model.ts';

const noSigns = new Float64Array(features.length);
const shipped = shippedModel();
const balance = (text: string): number => {
  const { terms } = read(text);
  const { positive, negative } = shipped.predict(
    terms,
    noSigns,
    languageAt(shipped.languagesOf(terms)),
  ).sentiment;
  return positive - negative;
};

describe('the shipped model hears how a sentence turns its words', () => {
  it.each([
    ['Was the porter polite? Yes.', 'Was the porter polite? No.'],
    ['I hoped the tram would be quick, and it was.', "I hoped the tram would be quick, but it wasn't."],
    ['I used to hate this bakery, now I love it.', 'I used to love this bakery, now I hate it.'],
    ['Some people hate you, but I love you.', 'Some people love you, but I hate you.'],
    [
      'I think, all things considered, that it was good.',
      "I don't think, all things considered, that it was good.",
    ],
    [
      'Früher war der Laden furchtbar, heute ist er toll.',
      'Früher war der Laden toll, heute ist er furchtbar.',
    ],
  ])('%j sounds better than %j', (better, worse) => {
    expect(balance(better)).toBeGreaterThan(balance(worse) + 0.2);
  });
});

describe('the work for a text', () => {
  const model = createModel(tinyModel());
  const timeOf = (text: string): number => {
    const { terms } = read(text);
    const begun = performance.now();
    model.predict(terms, noSigns, 'en');
    model.languagesOf(terms);
    return performance.now() - begun;
  };
  const least = (text: string): number => Math.min(...Array.from({ length: 9 }, () => timeOf(text)));

  it.each([
    ['of praise and blame', (n: number) => 'not good, but bad now? No. '.repeat(n / 27)],
    ['of a single clause', (n: number) => 'nice awful '.repeat(n / 11)],
    ['of marks', (n: number) => '?!,.'.repeat(n / 4)],
    ['of handles', (n: number) => '@a b '.repeat(n / 5)],
    [
      'of words that nobody knows',
      (n: number) => Array.from({ length: n / 8 }, (_, at) => `q${at}xyz`).join(' '),
    ],
  ])('%s is at most 50 ms for 10 kB, and grows with its length', (_, of) => {
    expect(least(of(10_000))).toBeLessThan(50);
    // What is kept of words makes a short text cheap: a long one of many words has 15 ms for each 10 kB.
    expect(least(of(100_000))).toBeLessThan(Math.max(25 * least(of(10_000)), 150));
  });
});
