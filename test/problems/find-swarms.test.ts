import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGrouper } from '../../src/problems/create-grouper.ts';
import { findSwarms, type SwarmPost, swarmRule } from '../../src/problems/find-swarms.ts';

const minuteMs = 60_000;
const copyOf = (post: number, similarity = 1): SwarmPost['nearest'] => ({ post, similarity });

/** So many authors, one copy each, evenly over so many minutes; each is most alike the one before. */
const campaign = (authors: number, minutes: number, first = 1): readonly SwarmPost[] =>
  Array.from({ length: authors }, (_, n) => ({
    post: first + n,
    author: `author ${first + n}`,
    atMs: Math.floor((n * minutes * minuteMs) / Math.max(1, authors - 1)),
    nearest: n === 0 ? null : copyOf(first + n - 1),
  }));

const shuffled = <Item>(items: readonly Item[], keys: readonly number[]): readonly Item[] =>
  items
    .map((item, n) => ({ item, key: keys[n % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('a swarm', () => {
  it('is one from twenty authors within an hour on, kept whole', () => {
    expect(findSwarms(campaign(19, 10))).toEqual([]);
    expect(findSwarms(campaign(20, 60))).toEqual([
      {
        posts: Array.from({ length: 20 }, (_, n) => n + 1),
        authors: 20,
        firstMs: 0,
        lastMs: 60 * minuteMs,
      },
    ]);
    expect(findSwarms(campaign(20, 61))).toEqual([]);
    expect(findSwarms(campaign(400, 600))).toMatchObject([{ authors: 400, lastMs: 600 * minuteMs }]);
  });

  it('is made by people: one author with a hundred posts is none, and authors that are unknown are each their own', () => {
    const posts = campaign(100, 30);
    expect(findSwarms(posts.map((post) => ({ ...post, author: 'one' })))).toEqual([]);
    expect(findSwarms(posts.map((post) => ({ ...post, author: null })))).toMatchObject([{ authors: 100 }]);
    const named = posts.map((post) => ({
      ...post,
      author: post.post % 2 === 0 ? null : `#${post.post + 1}`,
    }));
    expect(findSwarms(named)).toMatchObject([{ authors: 100 }]);
  });

  it('holds near-identical text only', () => {
    const loose = campaign(30, 10).map((post) => ({
      ...post,
      nearest: post.nearest === null ? null : copyOf(post.nearest.post, swarmRule.leastSimilarity - 0.01),
    }));
    expect(findSwarms(loose)).toEqual([]);
  });

  it('is told apart from another, and from the same text on another day', () => {
    const later = campaign(25, 20, 101).map((post) => ({
      ...post,
      atMs: post.atMs + 30 * 3_600_000,
      nearest: post.nearest ?? copyOf(1),
    }));
    const found = findSwarms([...campaign(25, 20), ...campaign(25, 20, 201), ...later]);
    expect(found.map(({ posts }) => posts[0])).toEqual([1, 201, 101]);
  });

  it('is found by posts that are alike one that is no longer there', () => {
    expect(findSwarms(campaign(20, 20, 2).map((post) => ({ ...post, nearest: copyOf(1) })))).toHaveLength(1);
  });

  it('is found in what the grouper says of a template with a number in it, whatever each complains of', () => {
    const grouper = createGrouper({ capacity: 4_096, clusters: 1_024, windowMs: 72 * 3_600_000 });
    const says = { sameProblem: false, namesOtherProblem: false, solved: false, evidence: [] } as const;
    const posts = Array.from({ length: 25 }, (_, n) => {
      const orders = [`A${1_000 + n * 37}`];
      const text = `Voltara, give us back what you took in spring. I have waited long enough for order ${orders[0]} and I will not go away.`;
      const subject = { brand: 'voltara', products: [], journeys: [], orders, category: 'billing' as const };
      const { nearest, joined } = grouper.group({ post: n + 1, text, subject, says, answers: null, atMs: n });
      expect(joined).toBeNull();
      return { post: n + 1, author: `a${n}`, atMs: n * minuteMs, nearest };
    });
    expect(findSwarms(posts)).toMatchObject([{ authors: 25, posts: posts.map(({ post }) => post) }]);
  });
});

const somePosts = fc
  .array(
    fc.record({
      author: fc.option(fc.integer({ min: 0, max: 12 }).map(String)),
      atMs: fc.integer({ min: 0, max: 300 * minuteMs }),
      back: fc.option(fc.integer({ min: 1, max: 4 })),
      similarity: fc.constantFrom(0.4, 0.7, 1),
    }),
    { maxLength: 60 },
  )
  .map((posts) =>
    posts.map(({ author, atMs, back, similarity }, n) => ({
      post: n,
      author,
      atMs,
      nearest: back === null || n - back < 0 ? null : copyOf(n - back, similarity),
    })),
  );
const small = { ...swarmRule, leastAuthors: 4 };

describe('whatever posts there are', () => {
  it('their order does not matter, nor who the authors are, nor when it is', () => {
    fc.assert(
      fc.property(somePosts, fc.array(fc.integer(), { minLength: 7, maxLength: 70 }), (posts, keys) => {
        const found = findSwarms(posts, small);
        expect(findSwarms(shuffled(posts, keys), small)).toEqual(found);
        const renamed = posts.map((post) => ({
          ...post,
          author: post.author === null ? null : `x${post.author}`,
        }));
        expect(findSwarms(renamed, small)).toEqual(found);
        const moved = posts.map((post) => ({ ...post, atMs: post.atMs + 1e12 }));
        expect(findSwarms(moved, small)).toEqual(
          found.map((swarm) => ({ ...swarm, firstMs: swarm.firstMs + 1e12, lastMs: swarm.lastMs + 1e12 })),
        );
      }),
    );
  });

  it('no post is in two swarms, each swarm has its hour with its authors, and more posts never end one', () => {
    fc.assert(
      fc.property(somePosts, fc.nat(60), (posts, cut) => {
        const found = findSwarms(posts, small);
        const members = found.flatMap((swarm) => swarm.posts);
        expect(new Set(members).size).toBe(members.length);
        for (const swarm of found) {
          const inside = posts.filter(({ post }) => swarm.posts.includes(post));
          const densest = Math.max(
            ...inside.map(({ atMs }) => {
              const hour = inside.filter((one) => one.atMs >= atMs && one.atMs <= atMs + small.withinMs);
              return new Set(hour.map(({ author, post }) => author ?? post)).size;
            }),
          );
          expect(densest).toBeGreaterThanOrEqual(small.leastAuthors);
        }
        const before = findSwarms(posts.slice(0, cut), small).flatMap((swarm) => swarm.posts);
        expect(members).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
