import type { Term } from '../reading/term.ts';
import type { Expert } from './expert.ts';
import { type Bench, featurise, one, scaleOf } from './featurise.ts';
import { type KeptWords, unit, width } from './kept-words.ts';
import { scopes } from './marks.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';

/** Sums of weights before they are calibrated; written anew with each call. */
export interface Sums {
  readonly main: Float64Array;
  readonly categories: Float64Array;
}

export type Scorer = (terms: readonly Term[]) => Sums;

const heads = mainHeads.length;
const nothing: readonly Term[] = [];

/** Adds up the weights of a text: what words add by themselves is kept, the rest is looked up in the table. */
export const createScorer = (model: ModelFile, expert: Expert, words: KeptWords): Scorer => {
  const adder = createAdder(model, expert, words);
  const { bench, sums, wholes, categories } = adder;
  const result = { main: sums, categories };
  return (terms) => {
    adder.terms = terms;
    sums.fill(0);
    wholes.fill(0);
    categories.fill(0);
    const scale = scaleOf(featurise(bench, terms.length)) / unit;
    for (let head = 0; head < heads; head++)
      sums[head] = (sums[head] ?? 0) * scale + (wholes[head] ?? 0) / unit;
    for (let head = 0; head < categoryHeads; head++) categories[head] = (categories[head] ?? 0) * scale;
    adder.terms = nothing;
    return result;
  };
};

interface Adder {
  terms: readonly Term[];
  readonly bench: Bench;
  readonly sums: Float64Array;
  readonly wholes: Float64Array;
  readonly categories: Float64Array;
}

const createAdder = (model: ModelFile, expert: Expert, words: KeptWords): Adder => {
  const table = model.main[expert];
  const shift = 32 - model.header.mainBits;
  const sums = new Float64Array(heads);
  const wholes = new Float64Array(heads);
  const categories = new Float64Array(categoryHeads);
  let slot = 0;
  const add = (into: Float64Array, hash: number, value: number): void => {
    const place = (hash >>> shift) * heads;
    const by = (value * unit) / one;
    for (let head = 0; head < heads; head++) into[head] = (into[head] ?? 0) + (table[place + head] ?? 0) * by;
  };
  const current = { hash: 0, classHash: 0, flags: 0 };
  const bench = Object.assign(current, {
    take: (at: number) => {
      slot = words.slotOf(adder.terms[at] as Term);
      current.hash = words.hashes[slot] ?? 0;
      current.classHash = words.classHashes[slot] ?? 0;
      current.flags = words.flags[slot] ?? 0;
    },
    token: (scope: number) => {
      const base = slot * width;
      for (let head = 0; head < heads; head++)
        sums[head] = (sums[head] ?? 0) + (words.sums[base + head] ?? 0);
      if (scope !== scopes.muted) {
        const scoped = base + (scope === scopes.negated ? 2 * heads : heads);
        for (let head = 0; head < heads; head++)
          sums[head] = (sums[head] ?? 0) + (words.sums[scoped + head] ?? 0);
      }
      const first = base + 3 * heads;
      for (let head = 0; head < categoryHeads; head++)
        categories[head] = (categories[head] ?? 0) + (words.sums[first + head] ?? 0);
    },
    gram: (hash: number, value: number) => add(sums, hash, value),
    address: (hash: number, value: number) => add(sums, hash, value),
    whole: (hash: number, value: number) => add(wholes, hash, value),
  });
  const adder: Adder = { terms: nothing, bench, sums, wholes, categories };
  return adder;
};
