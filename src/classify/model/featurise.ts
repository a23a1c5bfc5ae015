import { traits } from '../reading/traits.ts';
import { beginClauses, hearWord } from './clauses.ts';
import { hashOf, mix } from './hash.ts';
import { flags, scopes } from './marks.ts';
import { resolveClauses } from './resolve-clauses.ts';

/**
 * Takes the features of a text one after the other: training writes them down, inference adds up their weights. Values
 * are whole numbers in 64ths.
 */
export interface Bench {
  /** Makes the word at this place the one that the next three fields and `token` are about. */
  readonly take: (at: number) => void;
  readonly hash: number;
  readonly classHash: number;
  /** Bits of `traits`, and those of `flags`. */
  readonly flags: number;
  /** The features of the word by itself, in one of `scopes`. */
  readonly token: (scope: number) => void;
  /** `words` says by bits which take part: the word at this place (1), the one before (2), the one before that (4). */
  readonly gram: (hash: number, value: number, words: number) => void;
  /** Of links and mentions: complaints are told by them, tone is not. */
  readonly address: (hash: number, value: number) => void;
  /** Of the text as a whole: not divided by its length. */
  readonly whole: (hash: number, value: number) => void;
}

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
interface Walk {
  readonly bench: Bench;
  hash1: number;
  hash2: number;
  class1: number;
  class2: number;
  /** Hash of the link or mention just before; 0: none. */
  aside: number;
  marked1: number;
  marked2: number;
  /** Words that the last negation still reaches. */
  scope: number;
  positives: number;
  negatives: number;
  last: number;
  hasBut: boolean;
  hasQuestion: boolean;
  sumAfterBut: number;
}

/**
 * Walks the words of a text in their order. Nothing is allocated for a word, and no feature depends on whether the same
 * was met before, so that what is kept for a word by itself stays exact. Answers how many words counted.
 */
export const featurise = (bench: Bench, length: number): number => {
  const walk: Walk = {
    bench,
    hash1: 0,
    hash2: 0,
    class1: 0,
    class2: 0,
    aside: 0,
    marked1: 0,
    marked2: 0,
    scope: 0,
    positives: 0,
    negatives: 0,
    last: 0,
    hasBut: false,
    hasQuestion: false,
    sumAfterBut: 0,
  };
  beginClauses();
  let counted = 0;
  let wasSomebody = false;
  for (let at = 0; at < length; at++) {
    bench.take(at);
    const has = bench.flags;
    if ((has & (traits.clauseEnd | traits.emptiesNegation)) !== 0) walk.scope = 0;
    const isNegated = walk.scope > 0 && (has & traits.word) !== 0;
    const isKept = hearWord(at, has, isNegated);
    if ((has & flags.silent) !== 0) continue;
    if ((has & flags.aside) !== 0) {
      bench.address(bench.hash, one);
      bench.address(mix(mix(walk.hash1, bench.hash), seeds.address), wordGram);
      walk.aside = bench.hash;
      continue;
    }
    const isSomebody = (has & flags.somebody) !== 0;
    if (isSomebody && wasSomebody) continue;
    wasSomebody = isSomebody;
    if (!isKept) bench.token(isNegated ? scopes.negated : scopes.plain);
    addGrams(walk, counted++);
    if (isNegated) walk.scope--;
    if ((has & saying) !== 0) hear(walk, has, isNegated);
  }
  bench.whole(resolveClauses(tellOf(bench)), one);
  addWhole(walk);
  return counted;
};

/** Takes a word again, once it is known how it is meant. */
const tellOf =
  (bench: Bench) =>
  (at: number, scope: number): void => {
    bench.take(at);
    bench.token(scope);
  };

const addGrams = (walk: Walk, at: number): void => {
  const { bench, hash1, hash2 } = walk;
  const { hash, classHash } = bench;
  if (walk.aside !== 0) bench.address(mix(mix(walk.aside, hash), seeds.address), wordGram);
  walk.aside = 0;
  if (at > 0) {
    const pair = mix(hash1, hash);
    bench.gram(mix(pair, seeds.pair), one, two);
    if (at > 1) {
      bench.gram(mix(mix(hash2, pair), seeds.triple), wordGram, three);
      bench.gram(mix(mix(hash2, hash), seeds.skip), wordGram, around);
    }
  }
  const marked = bench.flags & flags.marked;
  if (marked !== 0) addClassGrams(walk);
  walk.hash2 = hash1;
  walk.hash1 = hash;
  walk.class2 = walk.class1;
  walk.class1 = classHash;
  walk.marked2 = walk.marked1;
  walk.marked1 = marked;
};

const addClassGrams = ({ bench, class1, class2, marked1, marked2 }: Walk): void => {
  const { classHash } = bench;
  const pair = mix(class1, classHash);
  if (marked1 !== 0) bench.gram(mix(pair, seeds.classPair), wordGram, two);
  if (marked2 === 0) return;
  bench.gram(mix(mix(class2, classHash), seeds.classSkip), classGram, around);
  if (marked1 !== 0) bench.gram(mix(mix(class2, pair), seeds.classTriple), classGram, three);
};

const hear = (walk: Walk, has: number, isNegated: boolean): void => {
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

const addWhole = ({ bench, positives, negatives, last, hasBut, hasQuestion, sumAfterBut }: Walk): void => {
  const both = Math.min(positives, 3) * 4 + Math.min(negatives, 3);
  bench.whole(bias, one);
  bench.whole((hasBut ? mixedTones : tones)[both] ?? 0, one);
  bench.whole(lastTone[last + 1] ?? 0, classGram);
  if (hasBut) bench.whole(afterBut[Math.sign(sumAfterBut) + 1] ?? 0, wordGram);
  if (hasQuestion) bench.whole(asked, classGram);
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
