/** Beyond so many, a long text is heard as it comes: what is kept of a text must not grow with it. */
export const mostWords = 512;
export const mostClauses = 256;

/** What was heard of each clause, and of each word that sounds good or bad, of the text that is walked through. */
interface Clauses {
  /** Bits of `heard`. */
  readonly bits: Int32Array;
  readonly sentence: Int32Array;
  readonly words: Int32Array;
  readonly tone: Int32Array;
  /** What becomes of the words of a clause: `keep`, `turn` or `mute`. */
  readonly fate: Int8Array;
  /** Place in the text, clause, whether a negation reached it, +1 or -1. */
  readonly at: Int32Array;
  readonly clause: Int32Array;
  readonly isNegated: Uint8Array;
  readonly sign: Int8Array;
  last: number;
  count: number;
  sentences: number;
  sentenceWords: number;
  /** A negated "think" or "say" reaches to the end of its sentence: "I don't think, all in all, that …". */
  isDoubted: boolean;
  wasUsed: boolean;
  lastNegator: number;
  /** Rules that found something, in bits of `rules`. */
  fired: number;
}

/** What a clause holds. */
export const heard = {
  now: 1,
  past: 2,
  own: 4,
  others: 8,
  asked: 16,
  yes: 32,
  no: 64,
  contrast: 128,
  negator: 256,
  /** Ends with its negation: "ich mag das nicht". */
  endsNegated: 512,
  views: 1024,
  /** Tells the view of whoever it names first: "my cousin loves it". */
  told: 2048,
} as const;

/** What decided how words are meant. */
export const rules = { answer: 1, doubt: 2, end: 3, time: 4, others: 5 } as const;
export const keep = 0;
export const turn = 1;
export const mute = 2;

// One text at a time is walked through, synchronously: the room is made once.
export const room: Clauses = {
  bits: new Int32Array(mostClauses),
  sentence: new Int32Array(mostClauses),
  words: new Int32Array(mostClauses),
  tone: new Int32Array(mostClauses),
  fate: new Int8Array(mostClauses),
  at: new Int32Array(mostWords),
  clause: new Int32Array(mostWords),
  isNegated: new Uint8Array(mostWords),
  sign: new Int8Array(mostWords),
  last: 0,
  count: 0,
  sentences: 0,
  sentenceWords: 0,
  isDoubted: false,
  wasUsed: false,
  lastNegator: 0,
  fired: 0,
};

export const addBit = (bit: number): void => {
  room.bits[room.last] = (room.bits[room.last] ?? 0) | bit;
};
