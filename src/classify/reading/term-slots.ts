import type { Term } from './term.ts';

/** Writes what is known of a word into the place that it gets. */
export type Fill = (slot: number, term: Term) => void;

/**
 * Gives words a place each among so many, where flat arrays keep what was computed of them: the place follows from the
 * number of the word, which none shares with any other, and a word takes it from the one that was there. So what is kept
 * never grows, and what comes again is found by a look at one number. What stands in a slot is only sure until the next
 * word is asked for.
 */
export const createTermSlots = (bits: number, fill: Fill): ((term: Term) => number) => {
  const owners = new Int32Array(1 << bits).fill(nobody);
  const last = owners.length - 1;
  return (term) => {
    const slot = term.number & last;
    if (owners[slot] === term.number) return slot;
    // Taken only once it is filled: a failure must leave no half of a word.
    owners[slot] = nobody;
    fill(slot, term);
    owners[slot] = term.number;
    return slot;
  };
};

const nobody = -1;

/** Asks once of a word by itself, and keeps the number that is said of it. */
export const createTermMarks = (bits: number, markOf: (term: Term) => number): ((term: Term) => number) => {
  const marks = new Float64Array(1 << bits);
  const slotOf = createTermSlots(bits, (slot, term) => {
    marks[slot] = markOf(term);
  });
  return (term) => marks[slotOf(term)] ?? 0;
};
