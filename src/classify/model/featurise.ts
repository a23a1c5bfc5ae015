import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import { beginClauses, hearWord } from './clauses.ts';
import { addAddress, addGram, addWhole, addWord, clearWaiting, isFull } from './features.ts';
import { hashOf, mix } from './hash.ts';
import { flags, scopes } from './marks.ts';
import { resolveClauses } from './resolve-clauses.ts';

/** What is known of words by themselves, a row each. */
export interface WordRows {
  /** Where the row of a word begins: sure until the next is asked for. */
  readonly rowOf: (term: Term) => number;
  /** See `columns`; the rest of a row belongs to whoever made it. */
  readonly rows: Int32Array;
}

/** What stands where in a row. `flags`: bits of `traits`, and those of `flags`. */
export const columns = { owner: 0, hash: 1, classHash: 2, flags: 3 } as const;

/** One, in the unit of values. */
export const one = 64;

const seeds = {
  pair: 11,
  triple: 12,
  skip: 13,
  classPair: 14,
  classTriple: 15,
  classSkip: 16,
  address: 19,
} as const;
const tone = (name: string): number => hashOf(name, 17);

/** Words of its clause that a negation reaches. */
const reach = 4;

const afterBut = [-1, 0, 1].map((sign) => tone(`but${sign}`));
const lastTone = [-1, 0, 1].map((sign) => tone(`last${sign}`));
const tones = Array.from({ length: 16 }, (_, at) => tone(`tones${at}`));
const mixedTones = Array.from({ length: 16 }, (_, at) => tone(`but-tones${at}`));
const asked = tone('asked');
const bias = tone('bias');

/** Where the walk through a text stands: the two words before, the negation, what was heard so far. */
const walk = {
  hash1: 0,
  hash2: 0,
  class1: 0,
  class2: 0,
  /** Hash of the link or mention just before; 0: none. */
  aside: 0,
  marked1: 0,
  marked2: 0,
  /** Words that the last negation still reaches. */
  scope: 0,
  counted: 0,
  wasSomebody: false,
  positives: 0,
  negatives: 0,
  last: 0,
  hasBut: false,
  hasQuestion: false,
  sumAfterBut: 0,
};

const begin = (): void => {
  walk.hash1 = walk.hash2 = walk.class1 = walk.class2 = walk.aside = 0;
  walk.marked1 = walk.marked2 = walk.scope = 0;
  walk.positives = walk.negatives = walk.last = walk.sumAfterBut = walk.counted = 0;
  walk.hasBut = walk.hasQuestion = walk.wasSomebody = false;
};

/**
 * Walks the words of a text in their order, and has `take` fetch what waits (features.ts) whenever there is enough of it and
 * at the end: training writes it down, inference adds up its weights. Nothing is allocated for a word, and no feature depends
 * on whether the same was met before, so that what is kept for a word by itself stays exact. Answers how many words counted.
 */
export const featurise = (words: WordRows, terms: readonly Term[], take: () => void): number => {
  if (walked.terms !== terms || walked.words !== words) {
    walked.terms = null;
    walked.words = words;
    walked.isWhole = true;
    walked.counted = walkThrough(words, terms, take);
    if (walked.isWhole) walked.terms = terms;
  }
  take();
  return walked.counted;
};

/** The text whose last features still wait: asked for again, a short one need not be walked through again. */
const walked: { terms: readonly Term[] | null; words: WordRows | null; isWhole: boolean; counted: number } = {
  terms: null,
  words: null,
  isWhole: false,
  counted: 0,
};

const walkThrough = (words: WordRows, terms: readonly Term[], take: () => void): number => {
  clearWaiting();
  begin();
  beginClauses();
  for (let at = 0; at < terms.length; at++) {
    if (isFull()) {
      // What was taken away is not there for the next who asks.
      walked.isWhole = false;
      take();
      clearWaiting();
    }
    const row = words.rowOf(terms[at] as Term);
    addTerm(words.rows, row, at);
  }
  // Words that sound good or bad are told of now, when it is known how they are meant.
  addWhole(resolveClauses(addWord), one);
  addTotals();
  return walk.counted;
};

const addTerm = (rows: Int32Array, row: number, at: number): void => {
  const has = rows[row + columns.flags] ?? 0;
  const isNegated = isReached(has);
  const isKept = hearWord(at, has, isNegated);
  if ((has & flags.silent) !== 0) return;
  const hash = rows[row + columns.hash] ?? 0;
  if ((has & flags.aside) !== 0) {
    addAside(hash);
    return;
  }
  if (isSecondName(has)) return;
  if (!isKept) addWord(at, isNegated ? scopes.negated : scopes.plain);
  addGrams(at, walk.counted++, hash);
  addClassGrams(at, has & flags.marked, rows[row + columns.classHash] ?? 0);
  if (isNegated) walk.scope--;
  if ((has & saying) !== 0) hear(has, isNegated);
};

/** A negation ends with its clause. */
const isReached = (has: number): boolean => {
  if ((has & (traits.clauseEnd | traits.emptiesNegation)) !== 0) walk.scope = 0;
  return walk.scope > 0 && (has & traits.word) !== 0;
};

/** Two names in a row count once. */
const isSecondName = (has: number): boolean => {
  const isSomebody = (has & flags.somebody) !== 0;
  if (isSomebody && walk.wasSomebody) return true;
  walk.wasSomebody = isSomebody;
  return false;
};

const addAside = (hash: number): void => {
  addAddress(hash, one);
  addAddress(mix(mix(walk.hash1, hash), seeds.address), wordGram);
  walk.aside = hash;
};

const addGrams = (at: number, nth: number, hash: number): void => {
  const { hash1, hash2 } = walk;
  if (walk.aside !== 0) addAddress(mix(mix(walk.aside, hash), seeds.address), wordGram);
  walk.aside = 0;
  if (nth > 0) {
    const pair = mix(hash1, hash);
    addGram(mix(pair, seeds.pair), one, at, two);
    if (nth > 1) {
      addGram(mix(mix(hash2, pair), seeds.triple), wordGram, at, three);
      addGram(mix(mix(hash2, hash), seeds.skip), wordGram, at, around);
    }
  }
  walk.hash2 = hash1;
  walk.hash1 = hash;
};

const addClassGrams = (at: number, marked: number, classHash: number): void => {
  const { class1, class2, marked1, marked2 } = walk;
  if (marked !== 0 && (marked1 | marked2) !== 0) {
    const pair = mix(class1, classHash);
    if (marked1 !== 0) addGram(mix(pair, seeds.classPair), wordGram, at, two);
    if (marked2 !== 0) {
      addGram(mix(mix(class2, classHash), seeds.classSkip), classGram, at, around);
      if (marked1 !== 0) addGram(mix(mix(class2, pair), seeds.classTriple), classGram, at, three);
    }
  }
  walk.class2 = class1;
  walk.class1 = classHash;
  walk.marked2 = marked1;
  walk.marked1 = marked;
};

const hear = (has: number, isNegated: boolean): void => {
  if ((has & (traits.negator | flags.not)) !== 0) walk.scope = reach;
  if ((has & traits.contrast) !== 0) {
    walk.hasBut = true;
    walk.sumAfterBut = 0;
  }
  if ((has & traits.question) !== 0) walk.hasQuestion = true;
  if ((has & toned) === 0) return;
  const isPositive = ((has & flags.positive) !== 0) !== isNegated;
  if (isPositive) walk.positives++;
  else walk.negatives++;
  walk.last = isPositive ? 1 : -1;
  walk.sumAfterBut += walk.last;
};

const addTotals = (): void => {
  const { positives, negatives, last, hasBut, hasQuestion, sumAfterBut } = walk;
  const both = Math.min(positives, 3) * 4 + Math.min(negatives, 3);
  addWhole(bias, one);
  addWhole((hasBut ? mixedTones : tones)[both] ?? 0, one);
  addWhole(lastTone[last + 1] ?? 0, classGram);
  if (hasBut) addWhole(afterBut[Math.sign(sumAfterBut) + 1] ?? 0, wordGram);
  if (hasQuestion) addWhole(asked, classGram);
};

const two = 0b011;
const three = 0b111;
const around = 0b101;
const wordGram = 45;
const classGram = 32;
const toned = flags.positive | flags.negative;
const saying = toned | flags.not | traits.negator | traits.contrast | traits.question;

/** By how much the features of words count in a text of so many that counted. */
export const scaleOf = (length: number): number => 1 / Math.sqrt(length + 4);
