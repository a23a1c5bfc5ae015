import type { WordHash } from './read-words.ts';

/** Counts of posts by word, in slices of time that are forgotten whole. */
export interface WordWeights {
  /** Weighs the words by what the window knew before, then counts this post. Heaviest first, of length 1 together. */
  weigh(counts: ReadonlyMap<WordHash, number>, nowMs: number): readonly Weighed[];
  readonly bytes: number;
}

export interface Weighed {
  readonly word: WordHash;
  readonly weight: number;
}

const slices = 4;
/** Words share a counter by chance: then they count as more usual than they are. */
const buckets = 65_536;
/** More words than these say no more of a post. */
const mostWords = 24;
/** From so many posts on, words that stand in a fifth of them are left out: they tell nothing apart. */
const enoughPosts = 100;
const usualShare = 0.2;
/** As if so many posts had come before with other words: among the first ones a word said twice is not a usual one. */
const priorPosts = 50;

export const createWordWeights = (windowMs: number): WordWeights => {
  const sliceMs = windowMs / (slices - 1);
  const seen = new Uint32Array(slices * buckets);
  const posts = new Uint32Array(slices);
  let current = Number.NEGATIVE_INFINITY;

  const advance = (nowMs: number): void => {
    const slice = Math.floor(nowMs / sliceMs);
    for (let next = Math.max(current + 1, slice - slices + 1); next <= slice; next++) {
      const at = ((next % slices) + slices) % slices;
      seen.fill(0, at * buckets, (at + 1) * buckets);
      posts[at] = 0;
      current = next;
    }
  };

  const weigh = (counts: ReadonlyMap<WordHash, number>, nowMs: number): readonly Weighed[] => {
    advance(nowMs);
    const now = ((current % slices) + slices) % slices;
    const all = posts.reduce((sum, count) => sum + count, 0);
    const weighed: { word: WordHash; weight: number }[] = [];
    for (const [word, count] of counts) {
      const bucket = word & (buckets - 1);
      let known = 0;
      for (let slice = 0; slice < slices; slice++) known += seen[slice * buckets + bucket] as number;
      seen[now * buckets + bucket] = (seen[now * buckets + bucket] as number) + 1;
      if (all >= enoughPosts && known > usualShare * all) continue;
      weighed.push({ word, weight: (1 + Math.log(count)) * Math.log((all + priorPosts) / (known + 1)) });
    }
    posts[now] = (posts[now] as number) + 1;
    return unitLength(weighed);
  };

  return { weigh, bytes: seen.byteLength + posts.byteLength };
};

const unitLength = (weighed: { word: WordHash; weight: number }[]): readonly Weighed[] => {
  weighed.sort((a, b) => b.weight - a.weight || a.word - b.word);
  if (weighed.length > mostWords) weighed.length = mostWords;
  const length = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0));
  if (length > 0) for (const one of weighed) one.weight /= length;
  return weighed;
};
