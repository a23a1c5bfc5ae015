import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createClusters } from '../../src/problems/clusters.ts';
import { createPostings } from '../../src/problems/postings.ts';

const dayMs = 24 * 3_600_000;
const windowMs = 3 * dayMs;
/** Words of equal weight, of length 1 together. */
const words = (...hashes: readonly number[]) =>
  hashes.map((word) => ({ word, weight: 1 / Math.sqrt(hashes.length) }));
const placed = (post: number, hashes: readonly number[], atMs = 0, scope = 7) => ({
  words: words(...hashes),
  scope,
  post,
  problem: post,
  atMs,
});

describe('clusters', () => {
  it('answer the one that shares most, how alike it is, and by which words', () => {
    const clusters = createClusters({ capacity: 1_024, windowMs });
    expect(clusters.place(placed(1, [1, 2, 3, 4]))).toBeNull();
    expect(clusters.place(placed(2, [11, 12, 13, 14]))).toBeNull();
    const found = clusters.place(placed(3, [11, 12, 13, 4]));
    expect(found).toMatchObject({ post: 2, problem: 2, words: new Set([11, 12, 13]) });
    expect(found?.similarity).toBeCloseTo(0.75, 5);
  });

  it('have nothing to do with those of another scope', () => {
    const clusters = createClusters({ capacity: 1_024, windowMs });
    clusters.place(placed(1, [1, 2, 3, 4]));
    expect(clusters.place(placed(2, [1, 2, 3, 4], 0, 8))).toBeNull();
    expect(clusters.place(placed(3, [1, 2, 3, 4], 0, 8))).toMatchObject({ post: 2 });
  });

  it('live while posts come, and are forgotten three days after the last', () => {
    const clusters = createClusters({ capacity: 1_024, windowMs });
    clusters.place(placed(1, [1, 2, 3]));
    expect(clusters.place(placed(2, [1, 2, 3], 2 * dayMs))).toMatchObject({ post: 1 });
    expect(clusters.place(placed(3, [1, 2, 3], 4 * dayMs))).toMatchObject({ post: 1 });
    expect(clusters.place(placed(4, [1, 2, 3], 7 * dayMs + 1))).toBeNull();
  });

  it('that are quiet make room when there is none, and leave no word behind', () => {
    const clusters = createClusters({ capacity: 16, windowMs });
    for (let post = 0; post < 16; post += 1)
      clusters.place(placed(post, [post * 10 + 1, post * 10 + 2], post));
    clusters.place(placed(100, [1, 2], 20));
    clusters.place(placed(101, [901, 902], 21));
    expect(clusters.place(placed(102, [11, 12], 22))).toBeNull();
    expect(clusters.place(placed(103, [1, 2], 23))).toMatchObject({ post: 0 });
    expect(clusters.place(placed(104, [901, 902], 24))).toMatchObject({ post: 101 });
  });

  it('of a post without words there are none', () => {
    expect(createClusters({ capacity: 1_024, windowMs }).place(placed(1, []))).toBeNull();
  });
});

describe('postings', () => {
  it('know which entries hold a term, youngest first, whatever was put in and taken out', () => {
    const steps = fc.array(fc.record({ entry: fc.nat(63), term: fc.integer({ min: -9, max: 9 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        const postings = createPostings(64);
        const held = new Map<number, number>();
        for (const { entry, term } of changes) {
          if (held.delete(entry)) postings.remove(entry);
          else {
            held.set(entry, term);
            postings.insert(entry, term);
          }
        }
        for (let term = -9; term <= 9; term += 1) {
          const found: number[] = [];
          postings.forEach(term, (entry) => found.push(entry));
          const expected = [...held].filter(([, of]) => of === term).map(([entry]) => entry);
          expect(found).toEqual(expected.reverse());
        }
      }),
    );
  });
});
