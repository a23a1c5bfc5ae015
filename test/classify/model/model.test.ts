import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createModel, languageAt } from '../../../src/classify/model/model.ts';
import { read } from '../../../src/classify/reading/read.ts';
import { features } from '../../../src/classify/rules/features.ts';
import { tinyModel } from './tiny-model.ts';

const noSigns = new Float64Array(features.length);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'not',
          'aber',
          'Zug',
          '😡',
          ':(',
          '@a',
          'https://a.example',
          'gut',
          'BAD',
          '!',
          '?',
          '1.890',
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(' ')),
);

const asked = (text: string, model = createModel(tinyModel())) => {
  const { terms } = read(text);
  const languages = model.languagesOf(terms);
  // What a model says is written over with the next text.
  return structuredClone({
    languages: [...languages],
    ...model.predict(terms, noSigns, languageAt(languages)),
  });
};

describe('a model', () => {
  it('answers every text with probabilities', () => {
    const model = createModel(tinyModel());
    fc.assert(
      fc.property(anyText, (text) => {
        const { languages, complaint, sentiment, relay, categories } = asked(text, model);
        const all = [
          ...languages,
          complaint,
          relay,
          ...Object.values(sentiment),
          ...Object.values(categories),
        ];
        for (const probability of all) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        expect(languages.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
        expect(sentiment.negative + sentiment.neutral + sentiment.positive).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of a text whatever was read before: what is kept of words is exact', () => {
    const used = createModel(tinyModel());
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (texts) => {
        for (const text of texts) asked(text, used);
        const last = texts.at(-1) ?? '';
        expect(asked(last, used)).toEqual(asked(last, createModel(tinyModel())));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['James waited for a bus', 'Mehmet waited for a bus'],
    ['a woman from Nigeria called the shop', 'a man from Poland called the shop'],
    ['my muslim neighbour lost the parcel', 'my jewish neighbour lost the parcel'],
    ['thanks @anna for calling', 'thanks @bobby for calling'],
    ['Zorkan never wrote back', 'Quibly never wrote back'],
    ['die Verkäuferin war eine Türkin', 'die Verkäuferin war eine Französin'],
  ])('hears no difference between %j and %j', (one, other) => {
    const model = createModel(tinyModel());
    const { terms } = read(one);
    const twin = read(other).terms;
    const said = structuredClone(model.predict(terms, noSigns, 'en'));
    expect(model.predict(twin, noSigns, 'en')).toEqual(said);
  });
});
