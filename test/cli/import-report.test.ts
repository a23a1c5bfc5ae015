import { describe, expect, it } from '@jest/globals';
import { isWithoutPosts } from '../../src/cli/import/report.ts';

describe('the report of an import', () => {
  it('says that no line holds a post only of a file that was read from its first line on', () => {
    const read = {
      from: 'bluesky',
      lines: 0,
      passedOver: [{ reason: 'a line without a post', count: 3, line: 1 }],
    };
    expect(isWithoutPosts({ ...read, continuedAfterLine: 0 })).toBe(true);
    expect(isWithoutPosts({ ...read, continuedAfterLine: 5_000 })).toBe(false);
  });
});
