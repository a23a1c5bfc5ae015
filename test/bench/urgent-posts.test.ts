import { describe, expect, it } from '@jest/globals';
import { urgentIds, urgentPosts } from '../../bench/posts/urgent-posts.ts';
import { percentile } from '../../bench/statistics.ts';

describe('how late urgent alerts come', () => {
  it('expects an alert of every post that is pushed as urgent', () => {
    const posts = { [Symbol.iterator]: () => urgentPosts(3).postsOf('round') };
    const pushed = [...posts];
    expect(urgentIds('round', 3)).toEqual(pushed.map(({ id }) => id));
  });

  it('is no number where nothing came', () => {
    expect(() => percentile([], 0.99)).toThrow('no values');
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });
});
