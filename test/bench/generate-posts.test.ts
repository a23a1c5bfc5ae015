import { describe, expect, it } from '@jest/globals';
import { type BenchPost, generatePosts } from '../../bench/posts/generate-posts.ts';

const now = new Date('2026-11-20T12:00:00Z');
const posts: readonly BenchPost[] = [...generatePosts({ seed: 3, count: 4_000, now })];
const share = (is: (post: BenchPost) => boolean): number => posts.filter(is).length / posts.length;

describe('generated posts', () => {
  it('are the same for the same seed and others for another', () => {
    expect([...generatePosts({ seed: 3, count: 50, now })]).toEqual([
      ...generatePosts({ seed: 3, count: 50, now }),
    ]);
    const [one] = generatePosts({ seed: 4, count: 1, now });
    expect(one?.text).not.toBe(posts[0]?.text);
  });

  it('are as long as posts are, and never twice', () => {
    const lengths = posts.map(({ text }) => text.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(140);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(280);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length);
  });

  it('leave no slot unfilled and name a brand or answer a thread', () => {
    expect(posts.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
    expect(
      posts.filter(({ text, thread }) => thread === undefined && !/voltara|nordlicht/i.test(text)),
    ).toEqual([]);
  });

  it('answer posts that came before, in the language and thread of theirs', () => {
    const byId = new Map(posts.map((post, index) => [post.id, { post, index }]));
    for (const [index, { parent, thread, lang }] of posts.entries()) {
      if (parent === undefined) continue;
      const answered = byId.get(parent);
      expect(answered?.index).toBeLessThan(index);
      expect([answered?.post.lang, thread]).toEqual([lang, parent]);
    }
    expect(share(({ parent }) => parent !== undefined)).toBeCloseTo(0.3, 1);
    expect(share(({ lang }) => lang === 'de')).toBeCloseTo(0.45, 1);
  });

  it('come from many people, a few of whom write often', () => {
    const counts = new Map<string, number>();
    for (const { author } of posts) counts.set(author, (counts.get(author) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(posts.length / 3);
    expect(Math.max(...counts.values())).toBeGreaterThan(5);
  });
});
