import { binCount, keptBits, type Signature } from './signature.ts';

export const keptWords = (binCount * keptBits) / 32;
const binsPerWord = 32 / keptBits;
const keptMask = (1 << keptBits) - 1;

/** Writes the kept bits of every bin, eight bins a word. */
export const keepBits = ({ bins }: Signature, into: Int32Array): void => {
  for (let word = 0; word < keptWords; word++) {
    let packed = 0;
    for (let bin = 0; bin < binsPerWord; bin++)
      packed |= ((bins[word * binsPerWord + bin] as number) & keptMask) << (bin * keptBits);
    into[word] = packed;
  }
};

/** Bit n: the four bits of bin n are equal. */
export const equalBinsOf = (rows: Int32Array, row: number, kept: Int32Array): number => {
  let equal = 0;
  for (let word = 0; word < keptWords; word++) {
    let differs = (rows[row + word] as number) ^ (kept[word] as number);
    differs |= differs >>> 2;
    differs = ~(differs | (differs >>> 1)) & 0x1111_1111;
    equal |= gather(differs) << (word * binsPerWord);
  }
  return equal;
};

/** The lowest bits of the eight nibbles as eight bits side by side. */
const gather = (nibbles: number): number => {
  const pairs = (nibbles | (nibbles >>> 3)) & 0x0303_0303;
  const fours = (pairs | (pairs >>> 6)) & 0x000f_000f;
  return (fours | (fours >>> 12)) & 0xff;
};

export const bitCount = (bits: number): number => {
  let count = bits - ((bits >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
};

/** Bins are equal by chance once in 16 times (b-bit minwise hashing, Li and König 2010). */
const chance = 1 / 2 ** keptBits;
/** Estimated share of equal grams, by how many bins are equal. */
export const similarityOf = (equal: number): number =>
  Math.max(0, (equal / binCount - chance) / (1 - chance));
