import type { Term } from '../reading/term.ts';
import type { Expert } from './expert.ts';
import { type Hashed, waiting } from './features.ts';
import { featurise, one, scaleOf, type WordRows } from './featurise.ts';
import { categorySums, mainSums, unit } from './kept-words.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';

/** Sums of weights before they are calibrated; written anew with each call. */
export interface Sums {
  readonly main: Float64Array;
  readonly categories: Float64Array;
}

export type Scorer = (terms: readonly Term[]) => Sums;

const heads = mainHeads.length;
const nothing: readonly Term[] = [];

const toneless = [mainHeads.indexOf('complaint'), mainHeads.indexOf('relay')];
/** Heads that learn from links and mentions; to tone they say nothing, and what shares their places in the table must not speak. */
const hearingAddresses: Readonly<Record<Expert, readonly number[]>> = {
  en: [...toneless, mainHeads.indexOf('other')],
  de: toneless,
  transit: toneless,
};

/** Adds up the weights of a text: what words add by themselves is kept, the rest is looked up in the table. */
export const createScorer = (model: ModelFile, expert: Expert, words: WordRows): Scorer => {
  const table = { weights: model.main[expert], shift: 32 - model.header.mainBits };
  const sums = new Float64Array(heads);
  const wholes = new Float64Array(heads);
  const addresses = new Float64Array(heads);
  const categories = new Float64Array(categoryHeads);
  const result = { main: sums, categories };
  let reading = nothing;
  const take = (): void => {
    addWords(words, reading, sums, categories);
    addUp(table, waiting.grams, sums);
    addUp(table, waiting.addresses, addresses);
    addUp(table, waiting.wholes, wholes);
  };
  return (terms) => {
    reading = terms;
    sums.fill(0);
    wholes.fill(0);
    addresses.fill(0);
    categories.fill(0);
    const scale = scaleOf(featurise(words, terms, take)) / unit;
    for (const head of hearingAddresses[expert]) sums[head] = (sums[head] ?? 0) + (addresses[head] ?? 0);
    for (let head = 0; head < heads; head++)
      sums[head] = (sums[head] ?? 0) * scale + (wholes[head] ?? 0) / unit;
    for (let head = 0; head < categoryHeads; head++) categories[head] = (categories[head] ?? 0) * scale;
    reading = nothing;
    return result;
  };
};

const addWords = (
  { rowOf, rows }: WordRows,
  terms: readonly Term[],
  into: Float64Array,
  categories: Float64Array,
): void => {
  const { count, at, scope } = waiting.words;
  for (let nth = 0; nth < count; nth++) {
    const row = rowOf(terms[at[nth] ?? 0] as Term);
    addRow(rows, mainSums(row, scope[nth] ?? 0), into);
    addRow(rows, categorySums(row), categories);
  }
};

const addRow = (rows: Int32Array, from: number, into: Float64Array): void => {
  for (let head = 0; head < into.length; head++) into[head] = (into[head] ?? 0) + (rows[from + head] ?? 0);
};

interface Table {
  readonly weights: Int8Array;
  readonly shift: number;
}

const weightAt = (weights: Int8Array, place: number): number => weights[place] ?? 0;

/** Five sums in registers: this is where most of the time of a text goes. */
const addUp = ({ weights, shift }: Table, { count, hash, value }: Hashed, into: Float64Array): void => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let nth = 0; nth < count; nth++) {
    const place = ((hash[nth] ?? 0) >>> shift) * heads;
    const by = value[nth] ?? 0;
    a += weightAt(weights, place) * by;
    b += weightAt(weights, place + 1) * by;
    c += weightAt(weights, place + 2) * by;
    d += weightAt(weights, place + 3) * by;
    e += weightAt(weights, place + 4) * by;
  }
  const found = [a, b, c, d, e];
  for (let head = 0; head < heads; head++) into[head] = (into[head] ?? 0) + ((found[head] ?? 0) * unit) / one;
};
