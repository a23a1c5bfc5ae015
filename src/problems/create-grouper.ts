import { createClusters } from './clusters.ts';
import { type GroupedPost, type Grouping, groupPost, type Memory } from './group-post.ts';
import { type Links, noLinks } from './links.ts';
import { createNearDuplicates } from './near-duplicates.ts';
import { createSignature } from './signature.ts';
import { createWordWeights } from './word-weights.ts';

export interface Grouper {
  group(post: GroupedPost, links?: Links): Grouping;
  /** Memory kept for the brands that were seen: so much for each, whatever comes. */
  readonly bytes: number;
}

export interface GrouperOptions {
  /** Posts of a brand within the window, a power of two from 4,096. */
  readonly capacity: number;
  readonly clusters: number;
  readonly windowMs: number;
}

const grouperDefaults: GrouperOptions = {
  capacity: 131_072,
  clusters: 16_384,
  windowMs: 72 * 3_600_000,
};

/**
 * Says for one complaint after the other which problem it joins. Equal and nearly equal words, and replies that say "same
 * here", join by themselves, but only what has the same entity key (I27); likeness of words in general is suggested.
 * What people decided (`links`) goes before. The same posts with the same links give the same answers (I28): after a
 * restart the posts of the window are grouped again.
 */
export const createGrouper = (options: GrouperOptions = grouperDefaults): Grouper => {
  const brands = new Map<string, Memory>();
  const buffer = createSignature();
  const memoryOf = (brand: string): Memory => {
    const memory = brands.get(brand) ?? createMemory(options);
    brands.set(brand, memory);
    return memory;
  };
  return {
    group: (post, links = noLinks) => groupPost(post, links, memoryOf(post.subject.brand), buffer),
    get bytes() {
      return [...brands.values()].reduce((sum, memory) => sum + bytesOf(memory), 0);
    },
  };
};

/** A memory for each brand: posts about one never crowd out those about another. */
const createMemory = ({ capacity, clusters, windowMs }: GrouperOptions): Memory => ({
  near: createNearDuplicates({ capacity, windowMs }),
  weights: createWordWeights(windowMs),
  clusters: createClusters({ capacity: clusters, windowMs }),
});

const bytesOf = ({ near, weights, clusters }: Memory): number => near.bytes + weights.bytes + clusters.bytes;
