import { createTermSlots } from '../reading/term-slots.ts';
import { type Expert, modeOf } from './expert.ts';
import { one, type WordPlaces } from './featurise.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';
import { type Features, type IsKnown, tokenOf } from './token.ts';

const heads = mainHeads.length;
/** Base, plain and negated sums of the main heads, and those of the categories. */
export const width = heads * 3 + categoryHeads;
/** Sums of words are kept in 256ths. */
export const unit = 256;

/** What words add by themselves, computed once for each of the last some thousand distinct words. */
export interface KeptWords extends WordPlaces {
  /** `width` sums a place. */
  readonly sums: Int32Array;
}

/** Whole numbers throughout, so that kept and fresh sums are the same to the last bit. */
export const createKeptWords = (model: ModelFile, expert: Expert, isKnown: IsKnown): KeptWords => {
  const bits = expert === 'en' ? 15 : 14;
  const mode = modeOf(expert);
  const main = { table: model.main[expert], heads, shift: 32 - model.header.mainBits };
  const categories = {
    table: model.categories,
    heads: categoryHeads,
    shift: 32 - model.header.categoryBits,
  };
  const hashes = new Int32Array(1 << bits);
  const classHashes = new Int32Array(1 << bits);
  const flags = new Int32Array(1 << bits);
  const sums = new Int32Array((1 << bits) * width);
  const slotOf = createTermSlots(bits, (slot, term) => {
    const token = tokenOf(term, mode, isKnown);
    const at = slot * width;
    sums.fill(0, at, at + width);
    addUp(main, token.base, sums, at);
    addUp(main, token.plain, sums, at + heads);
    addUp(main, token.negated, sums, at + 2 * heads);
    addUp(categories, token.base, sums, at + 3 * heads);
    hashes[slot] = token.hash;
    classHashes[slot] = token.classHash;
    flags[slot] = token.flags;
  });
  return { slotOf, hashes, classHashes, flags, sums };
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
