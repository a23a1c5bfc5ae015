import { createPostings, type Postings } from './postings.ts';
import type { WordHash } from './read-words.ts';
import { mix } from './signature.ts';
import type { Weighed } from './word-weights.ts';

/** A post to be placed: its words, of length 1 together, and inside of what they are compared. */
export interface Placed {
  readonly words: readonly Weighed[];
  /** Hash of brand, products, journeys and category. */
  readonly scope: number;
  readonly post: number;
  readonly problem: number;
  readonly atMs: number;
}

export interface NearestCluster {
  /** The post that began it, and the problem of that. */
  readonly post: number;
  readonly problem: number;
  /** Cosine of the post's words and those of the cluster, in [0, 1]. */
  readonly similarity: number;
  /** Those that weighed most. */
  readonly words: ReadonlySet<WordHash>;
}

export interface Clusters {
  /** The nearest cluster, if it is near enough; the post is taken into it, or begins another. */
  place(placed: Placed): NearestCluster | null;
  readonly bytes: number;
}

export interface ClusterOptions {
  /** How many are kept at most; the one that was quiet longest of sixteen goes when there is no room. */
  readonly capacity: number;
  /** A cluster is forgotten when nothing came to it for so long. */
  readonly windowMs: number;
}

/** From this cosine on a post is suggested (figures in docs/adr/0017-problem-groups.md). */
const leastCosine = 0.3;

const mostTerms = 24;
const mostWordsShown = 6;
const mostLooked = 16;

/** Each cluster has `mostTerms` entries side by side. */
interface Table {
  readonly capacity: number;
  readonly windowMs: number;
  readonly postings: Postings;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** Entries in use. */
  readonly counts: Uint8Array;
  /** Of the weights together. */
  readonly lengths: Float64Array;
  readonly scopes: Int32Array;
  readonly begunBy: Float64Array;
  readonly problems: Float64Array;
  readonly lastMs: Float64Array;
  /** Of the post at hand; 0 between posts. */
  readonly scores: Float64Array;
  cursor: number;
}

/** Online clusters by TF-IDF in one pass (science.md 7), in typed arrays of fixed size. */
export const createClusters = ({ capacity, windowMs }: ClusterOptions): Clusters => {
  const table: Table = {
    capacity,
    windowMs,
    postings: createPostings(capacity * mostTerms),
    terms: new Int32Array(capacity * mostTerms),
    weights: new Float32Array(capacity * mostTerms),
    counts: new Uint8Array(capacity),
    lengths: new Float64Array(capacity),
    scopes: new Int32Array(capacity),
    begunBy: new Float64Array(capacity),
    problems: new Float64Array(capacity),
    lastMs: new Float64Array(capacity).fill(Number.NEGATIVE_INFINITY),
    scores: new Float64Array(capacity),
    cursor: 0,
  };
  const bytes = Object.values(table).reduce(
    (sum: number, part: unknown) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    table.postings.bytes,
  );
  return { place: (placed) => place(table, placed), bytes };
};

const place = (table: Table, placed: Placed): NearestCluster | null => {
  if (placed.words.length === 0) return null;
  const found = nearest(table, placed);
  if (found === null) {
    begin(table, placed);
    return null;
  }
  const { cluster, similarity } = found;
  const words = heaviest(table, cluster, placed);
  take(table, cluster, placed);
  const [post, problem] = [table.begunBy[cluster] as number, table.problems[cluster] as number];
  return { post, problem, similarity, words };
};

const nearest = (table: Table, placed: Placed): { cluster: number; similarity: number } | null => {
  const { scores, lengths } = table;
  let best: { cluster: number; similarity: number } | null = null;
  for (const cluster of score(table, placed)) {
    const similarity = Math.min(1, (scores[cluster] as number) / (lengths[cluster] as number));
    scores[cluster] = 0;
    if (similarity >= leastCosine && (best === null || similarity > best.similarity))
      best = { cluster, similarity };
  }
  return best;
};

/** Adds up what each cluster has in common with the post; answers those that have something. */
const score = (
  { postings, scopes, lastMs, scores, weights, windowMs }: Table,
  { words, scope, atMs }: Placed,
): readonly number[] => {
  const touched: number[] = [];
  for (const { word, weight } of words) {
    postings.forEach(mix(word ^ scope), (entry) => {
      const cluster = Math.floor(entry / mostTerms);
      if (scopes[cluster] !== scope || (lastMs[cluster] as number) < atMs - windowMs) return;
      if (scores[cluster] === 0) touched.push(cluster);
      scores[cluster] = (scores[cluster] as number) + weight * (weights[entry] as number);
    });
  }
  return touched;
};

const lengthOf = ({ counts, weights }: Table, cluster: number): number => {
  let sum = 0;
  const from = cluster * mostTerms;
  for (let entry = from; entry < from + (counts[cluster] as number); entry++)
    sum += (weights[entry] as number) ** 2;
  return Math.sqrt(sum);
};

const entryOf = ({ terms, counts }: Table, cluster: number, term: number): number | null => {
  const from = cluster * mostTerms;
  const end = from + (counts[cluster] as number);
  for (let entry = from; entry < end; entry++) if (terms[entry] === term) return entry;
  return null;
};

const take = (table: Table, cluster: number, { words, scope, atMs }: Placed): void => {
  const { lastMs, weights } = table;
  lastMs[cluster] = Math.max(lastMs[cluster] as number, atMs);
  for (const { word, weight } of words) {
    const term = mix(word ^ scope);
    const entry = entryOf(table, cluster, term) ?? newEntry(table, cluster, term);
    if (entry !== null) weights[entry] = (weights[entry] as number) + weight;
  }
  table.lengths[cluster] = lengthOf(table, cluster);
};

const newEntry = ({ counts, terms, weights, postings }: Table, cluster: number, term: number) => {
  const count = counts[cluster] as number;
  if (count === mostTerms) return null;
  const entry = cluster * mostTerms + count;
  counts[cluster] = count + 1;
  terms[entry] = term;
  weights[entry] = 0;
  postings.insert(entry, term);
  return entry;
};

const begin = (table: Table, placed: Placed): void => {
  const cluster = freeSlot(table, placed.atMs);
  const from = cluster * mostTerms;
  for (let entry = from; entry < from + (table.counts[cluster] as number); entry++)
    table.postings.remove(entry);
  table.counts[cluster] = 0;
  table.scopes[cluster] = placed.scope;
  table.begunBy[cluster] = placed.post;
  table.problems[cluster] = placed.problem;
  table.lastMs[cluster] = placed.atMs;
  take(table, cluster, placed);
};

/** The next that is forgotten; where none of sixteen is, the one that was quiet longest. */
const freeSlot = (table: Table, nowMs: number): number => {
  const { cursor, capacity, lastMs, windowMs } = table;
  let quietest = cursor;
  for (let look = 0; look < mostLooked; look++) {
    const slot = (cursor + look) % capacity;
    if ((lastMs[slot] as number) < (lastMs[quietest] as number)) quietest = slot;
    if ((lastMs[slot] as number) < nowMs - windowMs) break;
  }
  table.cursor = (quietest + 1) % capacity;
  return quietest;
};

/** The words that made the post and the cluster alike. */
const heaviest = (table: Table, cluster: number, { words, scope }: Placed): ReadonlySet<WordHash> => {
  const shared = words.flatMap(({ word, weight }) => {
    const entry = entryOf(table, cluster, mix(word ^ scope));
    return entry === null ? [] : [{ word, share: weight * (table.weights[entry] as number) }];
  });
  shared.sort((a, b) => b.share - a.share);
  return new Set(shared.slice(0, mostWordsShown).map(({ word }) => word));
};
