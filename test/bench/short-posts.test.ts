import { describe, expect, it } from '@jest/globals';
import { shortPosts } from '../../bench/posts/short-posts.ts';

describe('the short posts', () => {
  it.each(['en', 'de'] as const)('are two hundred different ones in %s', (language) => {
    const texts = shortPosts.filter((post) => post.language === language).map(({ text }) => text);
    expect(texts).toHaveLength(200);
    expect(new Set(texts).size).toBe(200);
  });

  it('have two to twelve words each', () => {
    const lengths = shortPosts.map(({ text }) => text.split(/\s+/).length);
    expect(Math.min(...lengths)).toBe(2);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
  });
});
