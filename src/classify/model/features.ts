/** Hashes of features and how much each counts, in 64ths; `count` of them. */
export interface Hashed {
  count: number;
  readonly hash: Int32Array;
  readonly value: Uint8Array;
}

/** Features of a text that wait to be taken, in flat arrays. Places are those of words in the text. */
interface Waiting {
  /** Words by themselves, by their places, each in one of `scopes`. */
  readonly words: { count: number; readonly at: Int32Array; readonly scope: Uint8Array };
  /**
   * By the place of the last word; `words` says by bits which take part: the word at this place (1), the one before (2),
   * the one before that (4).
   */
  readonly grams: Hashed & { readonly at: Int32Array; readonly words: Uint8Array };
  /** Of links and mentions: complaints are told by them, tone is not. */
  readonly addresses: Hashed;
  /** Of the text as a whole: not divided by its length. */
  readonly wholes: Hashed;
}

/** When so many wait, they are taken: a power of two. */
const mostWaiting = 1_024;
/** What one word may add beyond that, and the words that wait until their text is heard to its end. */
const beyond = 1_024;
const room = mostWaiting + beyond;

const hashed = (size: number): Hashed => ({
  count: 0,
  hash: new Int32Array(size),
  value: new Uint8Array(size),
});

// One text at a time is walked through, synchronously: the room is made once.
export const waiting: Waiting = {
  words: { count: 0, at: new Int32Array(room), scope: new Uint8Array(room) },
  grams: { ...hashed(room), at: new Int32Array(room), words: new Uint8Array(room) },
  addresses: hashed(room),
  wholes: hashed(16),
};

const { words, grams, addresses, wholes } = waiting;

export const clearWaiting = (): void => {
  words.count = 0;
  grams.count = 0;
  addresses.count = 0;
  wholes.count = 0;
};

export const isFull = (): boolean => (grams.count | addresses.count) >= mostWaiting;

export const addWord = (at: number, scope: number): void => {
  const nth = words.count++;
  words.at[nth] = at;
  words.scope[nth] = scope;
};

export const addGram = (hash: number, value: number, at: number, taking: number): void => {
  const nth = grams.count++;
  grams.hash[nth] = hash;
  grams.value[nth] = value;
  grams.at[nth] = at;
  grams.words[nth] = taking;
};

const add = (to: Hashed, hash: number, value: number): void => {
  const nth = to.count++;
  to.hash[nth] = hash;
  to.value[nth] = value;
};

export const addAddress = (hash: number, value: number): void => add(addresses, hash, value);
export const addWhole = (hash: number, value: number): void => add(wholes, hash, value);
