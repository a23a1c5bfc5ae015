import { describe, expect, it } from '@jest/globals';
import { createPolarity } from '../../../src/classify/model/polarity.ts';
import { createRepair } from '../../../src/classify/model/repair.ts';
import { read } from '../../../src/classify/reading/read.ts';
import type { Term } from '../../../src/classify/reading/term.ts';
import { traits } from '../../../src/classify/reading/traits.ts';

const repair = createRepair(createPolarity());
const known = new Set(['parcel', 'weather', 'nicht', 'kaufen', 'not']);
const termOf = (word: string): Term => read(word).terms[0] as Term;
const mended = (word: string, mode: 'de' | 'en'): Term =>
  repair(termOf(word), mode, (folded) => known.has(folded));

describe('a slip of the pen', () => {
  it.each([
    ['weahter', 'en', 'weather'],
    ['horribel', 'en', 'horrible'],
    ['teh', 'en', 'the'],
    ['wll', 'en', 'will'],
    ['loveely', 'en', 'lovely'],
    ['terible', 'en', 'terrible'],
    ['nciht', 'de', 'nicht'],
    ['kuafen', 'de', 'kaufen'],
  ] as const)('%j in %s is read as %j', (word, mode, meant) => {
    expect(mended(word, mode).folded).toBe(meant);
  });

  it('negates as the word that was meant', () => {
    expect(mended('nto', 'en').traits & traits.negator).toBe(traits.negator);
  });

  it.each([
    ['Terible', 'en'],
    ['Brigitta', 'de'],
    ['syrische', 'de'],
    ['zyxw', 'en'],
    ['parcel', 'en'],
  ] as const)('%j in %s stays as it is: a name, or nothing near', (word, mode) => {
    expect(mended(word, mode).folded).toBe(termOf(word).folded);
  });
});
