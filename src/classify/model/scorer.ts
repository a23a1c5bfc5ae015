import type { Term } from '../reading/term.ts';
import { type Bench, featurise, one, scaleOf } from './featurise.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';
import { type Features, type IsKnown, type Mode, tokenOf } from './token.ts';
import { createWordSlots } from './word-slots.ts';

/** Sums of weights before they are calibrated. */
export interface Sums {
  readonly main: Float64Array;
  readonly categories: Float64Array;
}

/** The sums for some words; the arrays are written anew with each call. */
export type Scorer = (terms: readonly Term[]) => Sums;

const heads = mainHeads.length;
/** Base, plain and negated sums of the main heads, and those of the categories. */
const width = heads * 3 + categoryHeads;
/** Sums of words are kept in 256ths. */
const unit = 256;
const slotBits = 15;

/**
 * Adds up the weights of a text, mode by mode. What a word adds by itself is kept for 32,768 words; the rest is looked up
 * in the table. Whole numbers throughout, so that kept and fresh sums are the same to the last bit.
 */
export const createScorer = (model: ModelFile, mode: Mode, isKnown: IsKnown): Scorer => {
  const { main: table, categories: categoryTable, header } = model;
  const shift = 32 - header.mainBits;
  const categoryShift = 32 - header.categoryBits;
  const hashes = new Int32Array(1 << slotBits);
  const classHashes = new Int32Array(1 << slotBits);
  const allFlags = new Int32Array(1 << slotBits);
  const kept = new Int32Array((1 << slotBits) * width);
  let filling: Term | null = null;

  const addUp = ({ hashes: all, values }: Features, into: number): void => {
    for (let nth = 0; nth < all.length; nth++) {
      const place = ((all[nth] ?? 0) >>> shift) * heads;
      const value = ((values[nth] ?? 0) * unit) / one;
      for (let head = 0; head < heads; head++)
        kept[into + head] = (kept[into + head] ?? 0) + (table[place + head] ?? 0) * value;
    }
  };
  const addUpCategories = ({ hashes: all, values }: Features, into: number): void => {
    for (let nth = 0; nth < all.length; nth++) {
      const place = ((all[nth] ?? 0) >>> categoryShift) * categoryHeads;
      const value = ((values[nth] ?? 0) * unit) / one;
      for (let head = 0; head < categoryHeads; head++)
        kept[into + head] = (kept[into + head] ?? 0) + (categoryTable[place + head] ?? 0) * value;
    }
  };
  const slotOf = createWordSlots(slotBits, (slot) => {
    const token = tokenOf(filling as Term, mode, isKnown);
    const at = slot * width;
    kept.fill(0, at, at + width);
    addUp(token.base, at);
    addUp(token.plain, at + heads);
    addUp(token.negated, at + 2 * heads);
    addUpCategories(token.base, at + 3 * heads);
    hashes[slot] = token.hash;
    classHashes[slot] = token.classHash;
    allFlags[slot] = token.flags;
  });

  const sums = new Float64Array(heads);
  const wholes = new Float64Array(heads);
  const categories = new Float64Array(categoryHeads);
  let terms: readonly Term[] = [];
  let slot = 0;

  const bench: Bench = {
    hash: 0,
    classHash: 0,
    flags: 0,
    take: (at) => {
      filling = terms[at] as Term;
      slot = slotOf(filling.word);
      writable.hash = hashes[slot] ?? 0;
      writable.classHash = classHashes[slot] ?? 0;
      writable.flags = allFlags[slot] ?? 0;
    },
    token: (isNegated) => {
      const base = slot * width;
      const scoped = base + (isNegated ? 2 * heads : heads);
      for (let head = 0; head < heads; head++)
        sums[head] = (sums[head] ?? 0) + (kept[base + head] ?? 0) + (kept[scoped + head] ?? 0);
      const first = base + 3 * heads;
      for (let head = 0; head < categoryHeads; head++)
        categories[head] = (categories[head] ?? 0) + (kept[first + head] ?? 0);
    },
    gram: (hash, value) => {
      const place = (hash >>> shift) * heads;
      const by = (value * unit) / one;
      for (let head = 0; head < heads; head++) sums[head] = (sums[head] ?? 0) + (table[place + head] ?? 0) * by;
    },
    whole: (hash, value) => {
      const place = (hash >>> shift) * heads;
      for (let head = 0; head < heads; head++)
        wholes[head] = (wholes[head] ?? 0) + ((table[place + head] ?? 0) * value * unit) / one;
    },
  };
  const writable = bench as { -readonly [Key in keyof Bench]: Bench[Key] };

  return (all) => {
    terms = all;
    sums.fill(0);
    wholes.fill(0);
    categories.fill(0);
    featurise(bench, all.length);
    const scale = scaleOf(all.length) / unit;
    for (let head = 0; head < heads; head++)
      sums[head] = (sums[head] ?? 0) * scale + (wholes[head] ?? 0) / unit;
    for (let head = 0; head < categoryHeads; head++) categories[head] = (categories[head] ?? 0) * scale;
    terms = [];
    return { main: sums, categories };
  };
};
