const ways = 4;
const { imul } = Math;

/** Writes what is known of a word into the place that it gets. */
export type Fill = (slot: number, word: string) => void;

/**
 * Gives words a place each among so many, where flat arrays keep what was computed of them: a word that comes again is
 * found without allocating anything. A word can stand in one of four places and takes that which was filled longest ago,
 * so that what is kept never grows. What stands in a slot is only sure until the next word is asked for.
 */
export const createWordSlots = (bits: number, fill: Fill): ((word: string) => number) => {
  const sets = 1 << (bits - 2);
  const hashes = new Int32Array(sets * ways);
  const words = Array.from<string | null>({ length: sets * ways }).fill(null);
  const next = new Uint8Array(sets);
  return (word) => {
    let hash = word.length;
    for (let at = 0; at < word.length; at++) hash = (imul(hash, 31) + word.charCodeAt(at)) | 0;
    const set = imul(hash, 0x9e3779b1) >>> (32 - (bits - 2));
    const first = set * ways;
    for (let slot = first; slot < first + ways; slot++)
      if (hashes[slot] === hash && words[slot] === word) return slot;
    const nth = next[set] ?? 0;
    next[set] = (nth + 1) % ways;
    const slot = first + nth;
    // Taken only once it is filled: a failure must leave no half of a word.
    words[slot] = null;
    fill(slot, word);
    hashes[slot] = hash;
    words[slot] = word;
    return slot;
  };
};
