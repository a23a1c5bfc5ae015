import type { Term } from '../reading/term.ts';
import type { Expert } from './expert.ts';
import { type Bench, featurise, one, scaleOf } from './featurise.ts';
import { type KeptWords, unit, width } from './kept-words.ts';
import { scopes } from './marks.ts';
import { type ModelFile, mainHeads } from './model-file.ts';

/** What each word adds in log-odds: a row a word, in it one place for each column that was asked for. */
export type Contributions = Float64Array;

const heads = mainHeads.length;

/** Column of a head; that of a category is its place behind them. */
export const columnOf = (head: (typeof mainHeads)[number]): number => mainHeads.indexOf(head);
export const columnOfCategory = (at: number): number => heads + at;

export type Explainer = (terms: readonly Term[], columns: readonly number[]) => Contributions;

/**
 * Walks a text as the scorer does and writes down which word adds what; what an n-gram adds is shared by its words. What
 * belongs to no word (the text as a whole, the signs of the rules) is left out.
 */
export const createExplainer = (model: ModelFile, expert: Expert, words: KeptWords): Explainer => {
  const { mainScales, categoryScales } = model.header;
  const scales = [...mainScales[expert], ...categoryScales];
  const table = model.main[expert];
  const shift = 32 - model.header.mainBits;
  return (terms, columns) => {
    const of = new Float64Array(terms.length * columns.length);
    const counted = featurise(recorder({ terms, columns, of, words, table, shift }), terms.length);
    const scale = scaleOf(counted) / unit;
    for (let nth = 0; nth < of.length; nth++)
      of[nth] = (of[nth] ?? 0) * scale * (scales[columns[nth % columns.length] ?? 0] ?? 0);
    return of;
  };
};

interface Record {
  readonly terms: readonly Term[];
  readonly columns: readonly number[];
  readonly of: Float64Array;
  readonly words: KeptWords;
  readonly table: Int8Array;
  readonly shift: number;
}

const recorder = ({ terms, columns, of, words, table, shift }: Record): Bench => {
  const count = columns.length;
  let at = 0;
  let slot = 0;
  const current = { hash: 0, classHash: 0, flags: 0 };
  return Object.assign(current, {
    take: (nth: number) => {
      at = nth;
      slot = words.slotOf(terms[nth] as Term);
      current.hash = words.hashes[slot] ?? 0;
      current.classHash = words.classHashes[slot] ?? 0;
      current.flags = words.flags[slot] ?? 0;
    },
    token: (scope: number) => {
      for (let nth = 0; nth < count; nth++)
        of[at * count + nth] =
          (of[at * count + nth] ?? 0) + wordSum(words.sums, slot * width, columns[nth] ?? 0, scope);
    },
    gram: (hash: number, value: number, taking: number) => {
      const place = (hash >>> shift) * heads;
      const share = (value * unit) / one / (taking === 0b111 ? 3 : 2);
      for (let nth = 0; nth < count; nth++) {
        const column = columns[nth] ?? 0;
        if (column >= heads) continue;
        const adds = (table[place + column] ?? 0) * share;
        for (let back = 0; back < 3; back++)
          if ((taking & (1 << back)) !== 0)
            of[(at - back) * count + nth] = (of[(at - back) * count + nth] ?? 0) + adds;
      }
    },
    address: () => undefined,
    whole: () => undefined,
  });
};

const wordSum = (sums: Int32Array, base: number, column: number, scope: number): number => {
  if (column >= heads) return sums[base + 2 * heads + column] ?? 0;
  const plain = sums[base + column] ?? 0;
  if (scope === scopes.muted) return plain;
  return plain + (sums[base + column + (scope === scopes.negated ? 2 * heads : heads)] ?? 0);
};
