/**
 * Two masks of some symbols, each with one bit of 30 for each symbol: small integers. Where a word and a node have no bit
 * in common in either of them, they have no symbol in common; where they have one in both, they mostly do.
 */
export const masksOf = (symbols: readonly number[]): readonly [number, number] => {
  let mask = 0;
  let other = 0;
  for (const symbol of symbols) {
    mask |= bitOf(symbol);
    other |= 1 << ((Math.imul(symbol, 0x9e3779b1) >>> 4) % bits);
  }
  return [mask, other];
};

/** The bit of a symbol in the first mask. */
export const bitOf = (symbol: number): number => 1 << (symbol % bits);

const bits = 30;

/** The bit that no symbol has. */
export const always = 1 << bits;
