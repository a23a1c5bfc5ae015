import type { Letters } from './read-letters.ts';

/** Asked of the global object each time, it takes ten times as long in a sandbox, such as that of the tests. */
const { imul } = Math;

/** Posts with fewer letters are compared with nobody: "bei mir auch" is short, not alike (docs/adr/0016-near-duplicates.md). */
export const leastLetters = 28;
/** Letters, blanks between words among them, that are compared as one. */
const gramUnits = 4;
export const binCount = 32;
/** Of a bin's value this many bits are kept in the index, 16 values: two bins are equal by chance once in 16 times. */
export const keptBits = 4;

/** One-permutation MinHash (Li, Owen and Zhang 2012) of a post's 4-grams, with optimal densification (Shrivastava 2017). */
export interface Signature {
  /** The least hash of the grams that fall into each bin. */
  readonly bins: Int32Array;
  /** 32 bits of all letters, equal for texts that differ only in dress. */
  exact: number;
}

export const createSignature = (): Signature => ({
  bins: new Int32Array(binCount),
  exact: 0,
});

/** Writes the signature of the letters into `into`; null when they are too few. */
export const sign = (letters: Letters, into: Signature = createSignature()): Signature | null => {
  if (letters.letters < leastLetters) return null;
  into.bins.fill(EMPTY);
  into.exact = takeLeast(letters, into.bins);
  densify(into.bins);
  return into;
};

/** Above every value: values have 27 bits, the other five choose the bin. */
const EMPTY = 0x7fff_ffff;
const valueMask = 0x07ff_ffff;
const binShift = 27;

/** Answers the hash of all letters. */
const takeLeast = ({ units, length }: Letters, bins: Int32Array): number => {
  let gram = 0;
  let all = length;
  for (let i = 0; i < gramUnits - 1; i++) {
    gram = nextGram(gram, units[i] as number);
    all = nextOfAll(all, units[i] as number);
  }
  for (let i = gramUnits - 1; i < length; i++) {
    gram = nextGram(gram, units[i] as number);
    all = nextOfAll(all, units[i] as number);
    const hash = mixGram(gram);
    const bin = hash >>> binShift;
    const old = bins[bin] as number;
    const less = (hash & valueMask) - old;
    // Without a branch, which nobody can foretell: old, or old + less where that is below it.
    bins[bin] = old + (less & (less >> 31));
  }
  return mix(all);
};

/** Polynomial in an odd base: every letter and its place count. */
const nextOfAll = (all: number, unit: number): number => (imul(all, 0x0100_0193) + unit) | 0;

/** Half of `mix`: its top bits choose the bin, its low ones are kept. */
const mixGram = (gram: number): number => {
  let mixed = imul(gram, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = imul(mixed, 0x846ca68b);
  return mixed ^ (mixed >>> 16);
};

/** Four letters side by side; those beyond Latin-1 are folded into eight bits. */
const nextGram = (gram: number, unit: number): number => (gram << 8) | ((unit ^ (unit >>> 8)) & 0xff);

/** Where the grams stand that gave the bins of `equalBins` their values: what two posts have in common. */
export const positionsOf = (
  { units, length }: Letters,
  bins: Int32Array,
  equalBins: number,
): readonly number[] => {
  const found: number[] = [];
  let gram = 0;
  for (let i = 0; i < length; i++) {
    gram = nextGram(gram, units[i] as number);
    const hash = mixGram(gram);
    const bin = hash >>> binShift;
    const isEqual = ((equalBins >>> bin) & 1) === 1 && bins[bin] === (hash & valueMask);
    if (isEqual && i >= gramUnits - 1) found.push(i - gramUnits + 1);
  }
  return found;
};

/** An empty bin takes the value of another, chosen by its own number and the try alone: alike posts choose alike. */
const densify = (bins: Int32Array): void => {
  let empty = 0;
  for (let bin = 0; bin < binCount; bin++) if (bins[bin] === EMPTY) empty |= 1 << bin;
  for (let bin = 0; empty >>> bin !== 0 && bin < binCount; bin++) {
    if ((empty & (1 << bin)) === 0) continue;
    let from = bin;
    for (let attempt = 1; (empty & (1 << from)) !== 0; attempt++)
      from = mix(imul(bin + 1, 0x9e3779b1) ^ imul(attempt, 0x85ebca6b)) >>> binShift;
    bins[bin] = bins[from] as number;
  }
};

/** Every bit in moves every bit out (Wellons' lowbias32). */
export const mix = (lane: number): number => {
  let mixed = lane ^ (lane >>> 16);
  mixed = imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = imul(mixed, 0x846ca68b);
  return mixed ^ (mixed >>> 16);
};
