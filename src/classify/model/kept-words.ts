import type { Term } from '../reading/term.ts';
import { type Expert, modeOf } from './expert.ts';
import { columns, one, type WordRows } from './featurise.ts';
import { scopes } from './marks.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';
import { type Features, type IsKnown, type Token, tokenOf } from './token.ts';

const heads = mainHeads.length;
/** Numbers to a row, so that one begins with a cache line of the processor: two of those hold it. */
const rowBits = 5;
const sumsFrom = columns.flags + 1;
const categoriesFrom = sumsFrom + 3 * heads;
/** Sums of words are kept in 256ths. */
export const unit = 256;

/** Where a row has the sums of the main heads of a word in one of `scopes`, and those of the categories. */
export const mainSums = (row: number, scope: number): number => row + sumsFrom + scope * heads;
export const categorySums = (row: number): number => row + categoriesFrom;

const nobody = -1;

/**
 * What words add by themselves, computed once for each of the last some thousand distinct words: a row follows from the
 * number of its word, and a word takes it from the one that was there. Whole numbers throughout, so that kept and fresh
 * sums are the same to the last bit.
 */
export const createKeptWords = (model: ModelFile, expert: Expert, isKnown: IsKnown): WordRows => {
  const bits = expert === 'en' ? 15 : 14;
  const mode = modeOf(expert);
  const last = (1 << bits) - 1;
  const rows = new Int32Array(1 << (bits + rowBits)).fill(nobody);
  const fill = createFill(model, expert, rows);
  return {
    rows,
    rowOf: (term: Term): number => {
      const row = (term.number & last) << rowBits;
      if (rows[row] === term.number) return row;
      // Taken only once it is filled: a failure must leave no half of a word.
      rows[row] = nobody;
      fill(row, tokenOf(term, mode, isKnown));
      rows[row] = term.number;
      return row;
    },
  };
};

const createFill = ({ main, categories, header }: ModelFile, expert: Expert, rows: Int32Array) => {
  const mains = { table: main[expert], heads, shift: 32 - header.mainBits };
  const categoryTable = { table: categories, heads: categoryHeads, shift: 32 - header.categoryBits };
  return (row: number, { hash, classHash, flags, base, plain, negated }: Token): void => {
    rows.fill(0, row, row + (1 << rowBits));
    rows[row + columns.hash] = hash;
    rows[row + columns.classHash] = classHash;
    rows[row + columns.flags] = flags;
    for (const scope of Object.values(scopes)) addUp(mains, base, rows, mainSums(row, scope));
    addUp(mains, plain, rows, mainSums(row, scopes.plain));
    addUp(mains, negated, rows, mainSums(row, scopes.negated));
    addUp(categoryTable, base, rows, categorySums(row));
  };
};

interface Table {
  readonly table: Int8Array;
  readonly heads: number;
  readonly shift: number;
}

const addUp = (
  { table, heads: count, shift }: Table,
  { hashes, values }: Features,
  sums: Int32Array,
  into: number,
): void => {
  for (let nth = 0; nth < hashes.length; nth++) {
    const place = ((hashes[nth] ?? 0) >>> shift) * count;
    const value = ((values[nth] ?? 0) * unit) / one;
    for (let head = 0; head < count; head++)
      sums[into + head] = (sums[into + head] ?? 0) + (table[place + head] ?? 0) * value;
  }
};
