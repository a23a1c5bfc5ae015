import { describe, expect } from '@jest/globals';
import { itWithShared } from './with-shared.ts';
import { readDescriptions, type XDescriptions } from './x-openapi.ts';

const descriptions = (): XDescriptions => {
  const read = readDescriptions();
  if (read === null) throw new Error('no descriptions');
  return read;
};
const errors = (spelling: 'tweet' | 'post', body: unknown): readonly string[] =>
  descriptions().answerErrors(spelling, 'search', { status: 200, body });
const post = { id: '1', text: 'the ticket machine ate my card' };

describe('the descriptions by which the stand-in is checked', () => {
  itWithShared('take an answer in their own spelling and refuse the other', () => {
    const older = { data: [{ ...post, edit_history_tweet_ids: ['1'] }], meta: { result_count: 1 } };
    const newer = { data: [{ ...post, edit_history_post_ids: ['1'] }], meta: { result_count: 1 } };
    expect(errors('tweet', older)).toEqual([]);
    expect(errors('post', newer)).toEqual([]);
    expect(errors('tweet', newer).join()).toContain('edit_history_post_ids');
    expect(errors('post', older).join()).toContain('edit_history_tweet_ids');
  });

  itWithShared('refuse an unknown property at every depth, and a wrong type', () => {
    for (const spelling of ['tweet', 'post'] as const) {
      expect(errors(spelling, { data: [post], more: 1 })).not.toEqual([]);
      expect(errors(spelling, { data: [{ ...post, mood: 'bad' }] })).not.toEqual([]);
      expect(errors(spelling, { data: [post], meta: { result_count: 1, secret: 1 } })).not.toEqual([]);
      expect(errors(spelling, { data: [{ ...post, text: 7 }] })).not.toEqual([]);
      expect(
        errors(spelling, { includes: { users: [{ id: '1', name: 'n', username: 'u', mood: 1 }] } }),
      ).not.toEqual([]);
    }
  });

  itWithShared('refuse a parameter or a field that is not documented', () => {
    const wrong = (params: string): readonly string[] =>
      descriptions().requestErrors('search', new URLSearchParams(params));
    expect(wrong('query=nordbahn&max_results=100&tweet.fields=lang,author_id')).toEqual([]);
    expect(wrong('query=nordbahn&min_likes=5').join()).toContain('min_likes is not documented');
    expect(wrong('query=nordbahn&tweet.fields=mood')).not.toEqual([]);
    expect(wrong('query=nordbahn&max_results=101')).not.toEqual([]);
    expect(wrong('max_results=10').join()).toContain('query is missing');
  });
});
