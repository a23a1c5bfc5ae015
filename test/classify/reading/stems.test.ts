import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stemEnglish, stemGerman } from '../../../src/classify/reading/stems.ts';

const endings = fc.constantFrom(
  ...' s es ed ing ies y ational iveness ement en er ung heit keiten lich'.split(' '),
);
const words = fc.tuple(fc.stringMatching(/^[a-z]{2,10}$/), endings).map(([begin, end]) => `${begin}${end}`);

describe('a stem', () => {
  it('keeps the first two letters of its word, in English and German: others need not be stemmed', () => {
    fc.assert(
      fc.property(words, (word) => {
        for (const stem of [stemEnglish(word), stemGerman(word)])
          if (stem.length >= 3) expect(stem.slice(0, 2)).toBe(word.slice(0, 2));
      }),
      { numRuns: 5_000 },
    );
  });
});
