/** A stream of numbers that is the same in every run. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Like `pick`, but early items come far more often, as words and authors do. */
  pickSkewed<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, good enough for texts. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickSkewed: (items) => at(items, Math.floor(next() ** 1.5 * items.length)),
    chance: (probability) => next() < probability,
  };
};
