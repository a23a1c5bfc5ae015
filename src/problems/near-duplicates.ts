import type { KeyHash } from './entity-key.ts';
import { bitCount, equalBinsOf, keepBits, keptWords, similarityOf } from './kept-bits.ts';
import { mix, type Signature } from './signature.ts';
import { createTimeWindow, type TimeWindow } from './time-window.ts';

/** A post that was seen, as the index keeps it: numbers, no words. */
export interface Member {
  readonly post: number;
  /** The problem that it joined or founded, before what people decided since. */
  readonly problem: number;
  readonly key: KeyHash;
}

export interface Match extends Member {
  /** Estimated share of equal 4-grams (Jaccard), in [0, 1]; 1 where all letters are equal. */
  readonly similarity: number;
  readonly isExact: boolean;
  /** Bit n: bin n is equal in both. */
  readonly equalBins: number;
}

export interface Matches {
  /** Best first, the younger of equals first; at most four each. */
  readonly sameKey: readonly Match[];
  readonly otherKey: readonly Match[];
}

export interface NearDuplicates {
  find(signature: Signature, key: KeyHash, nowMs: number): Matches;
  /** Times do not go back: an earlier one is taken for the last. */
  add(signature: Signature, member: Member, nowMs: number): void;
  /** Posts that can be found. */
  readonly size: number;
  /** Posts within the window that had to go since there are more than `capacity`. */
  readonly crowdedOut: number;
  /** All memory that is kept, whatever comes. */
  readonly bytes: number;
}

export interface NearDuplicateOptions {
  /** A power of two from 4,096: how many posts the window holds at most. About 99 bytes each. */
  readonly capacity: number;
  readonly windowMs: number;
}

/** From this share of equal 4-grams on two posts are near-duplicates (figures in docs/adr/0016-near-duplicates.md). */
export const leastSimilarity = 0.4;

const bandCount = 10;
const rowsPerBand = 3;
/** Where a row of the table keeps what, in words of 32 bits. */
const CHAINS = keptWords;
const EXACT_CHAIN = CHAINS + bandCount;
const EXACT = EXACT_CHAIN + 1;
const POST = EXACT + 1;
const PROBLEM = POST + 2;
const KEY = PROBLEM + 2;
const rowWords = KEY + 2;
const chainCount = bandCount + 1;
/** Posts per head of a chain when the table is full. */
const postsPerHead = 4;
/** A flood of copies makes long chains, of which the youngest tell as much as all. */
const longestWalk = 32;
const mostMatches = 4;

/** Typed arrays of fixed size, and where in them the last post stands. */
interface Table {
  readonly capacity: number;
  readonly rows: Int32Array;
  /** Per chain and hash: 0 nobody, else a row's number and one. */
  readonly heads: Int32Array;
  readonly window: TimeWindow;
  /** Of the post at hand: hashes of its bands, the last that of all letters; kept bits of its bins. */
  readonly bands: Int32Array;
  readonly kept: Int32Array;
  last: number;
}

/**
 * Finds posts that say nearly the same within a window of time: MinHash with LSH in typed arrays of fixed size. Chains
 * lead from younger to older rows; a row that was overwritten since is younger than the one that points to it, and ends the
 * chain: nothing is ever unlinked, and nothing leaks. Same posts in the same order: same answers (I28).
 */
export const createNearDuplicates = ({ capacity, windowMs }: NearDuplicateOptions): NearDuplicates => {
  if (capacity < 4_096 || (capacity & (capacity - 1)) !== 0)
    throw new RangeError(`a capacity of ${capacity} is no power of two from 4,096`);
  const table: Table = {
    capacity,
    rows: new Int32Array(capacity * rowWords),
    heads: new Int32Array((chainCount * capacity) / postsPerHead),
    window: createTimeWindow(windowMs),
    bands: new Int32Array(chainCount),
    kept: new Int32Array(keptWords),
    last: capacity - 1,
  };
  const { rows, heads, window, bands, kept } = table;
  return {
    find: (signature, key, nowMs) => {
      prepare(table, signature, nowMs);
      return find(table, signature.exact, key);
    },
    add: (signature, member, nowMs) => {
      prepare(table, signature, nowMs);
      add(table, signature.exact, member);
    },
    get size() {
      return sizeOf(table);
    },
    get crowdedOut() {
      return Math.max(0, window.count - capacity);
    },
    bytes: rows.byteLength + heads.byteLength + window.bytes + bands.byteLength + kept.byteLength,
  };
};

const prepare = ({ window, bands, kept }: Table, signature: Signature, nowMs: number): void => {
  window.advance(nowMs);
  hashBands(signature, bands);
  keepBits(signature, kept);
};

const sizeOf = ({ window, capacity }: Table): number => Math.min(window.count, capacity);

const headOf = ({ bands, capacity }: Table, chain: number): number => {
  const heads = capacity / postsPerHead;
  return chain * heads + ((bands[chain] as number) & (heads - 1));
};

const find = (table: Table, exact: number, key: KeyHash): Matches => {
  const { rows } = table;
  const sameKey: Match[] = [];
  const otherKey: Match[] = [];
  for (let chain = bandCount; chain >= 0; chain--) {
    walk(table, chain, (row) => {
      const isSame = rows[row + KEY] === key.high && rows[row + KEY + 1] === key.low;
      weigh(table, row, exact, isSame ? sameKey : otherKey);
    });
    if (chain === bandCount && sameKey[0]?.isExact === true) break;
  }
  return { sameKey, otherKey };
};

/** Rows of a chain from young to old, while they are within the window. */
const walk = (table: Table, chain: number, visit: (row: number) => void): void => {
  const { rows, heads, last, capacity } = table;
  const size = sizeOf(table);
  let previousAge = -1;
  let next = heads[headOf(table, chain)] as number;
  for (let step = 0; next !== 0 && step < longestWalk; step++) {
    const slot = next - 1;
    const age = (last - slot) & (capacity - 1);
    if (age <= previousAge || age >= size) return;
    previousAge = age;
    visit(slot * rowWords);
    next = rows[slot * rowWords + CHAINS + chain] as number;
  }
};

/** Takes the row among the best when it is alike enough. */
const weigh = ({ rows, kept }: Table, row: number, exact: number, best: Match[]): void => {
  const equalBins = equalBinsOf(rows, row, kept);
  const isExact = equalBins === -1 && rows[row + EXACT] === exact;
  const similarity = isExact ? 1 : similarityOf(bitCount(equalBins));
  const worst = best[mostMatches - 1];
  if (similarity < leastSimilarity || (worst !== undefined && worst.similarity >= similarity)) return;
  const post = readNumber(rows, row + POST);
  if (best.some((match) => match.post === post)) return;
  const problem = readNumber(rows, row + PROBLEM);
  const key = { high: rows[row + KEY] as number, low: rows[row + KEY + 1] as number };
  const at = best.findIndex((match) => match.similarity < similarity);
  best.splice(at < 0 ? best.length : at, 0, { post, problem, key, similarity, isExact, equalBins });
  if (best.length > mostMatches) best.pop();
};

const add = (table: Table, exact: number, member: Member): void => {
  const { rows, heads, window, kept, capacity } = table;
  window.countOne();
  table.last = (table.last + 1) & (capacity - 1);
  const row = table.last * rowWords;
  for (let word = 0; word < keptWords; word++) rows[row + word] = kept[word] as number;
  for (let chain = 0; chain < chainCount; chain++) {
    const head = headOf(table, chain);
    rows[row + CHAINS + chain] = heads[head] as number;
    heads[head] = table.last + 1;
  }
  rows[row + EXACT] = exact;
  writeNumber(rows, row + POST, member.post);
  writeNumber(rows, row + PROBLEM, member.problem);
  rows[row + KEY] = member.key.high;
  rows[row + KEY + 1] = member.key.low;
};

/** The last chain is that of all letters. */
const hashBands = ({ bins, exact }: Signature, into: Int32Array): void => {
  for (let band = 0; band < bandCount; band++) {
    let hash = band + 1;
    for (let row = 0; row < rowsPerBand; row++) hash = mix(hash ^ (bins[band * rowsPerBand + row] as number));
    into[band] = hash;
  }
  into[bandCount] = mix(exact);
};

const twoTo32 = 2 ** 32;
const writeNumber = (words: Int32Array, at: number, value: number): void => {
  words[at] = Math.floor(value / twoTo32);
  words[at + 1] = value % twoTo32;
};
const readNumber = (words: Int32Array, at: number): number =>
  (words[at] as number) * twoTo32 + ((words[at + 1] as number) >>> 0);
