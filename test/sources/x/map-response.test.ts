import { describe, expect, it } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import { mapXResponse } from '../../../src/sources/x/map-response.ts';

const first = '1990000000000000000';
const edited = '1990000000000000001';
const post = {
  id: first,
  text: 'the app charged me twice',
  author_id: '101',
  created_at: '2026-11-20T10:00:00.000Z',
  conversation_id: first,
  lang: 'en',
};
const user = {
  id: '101',
  username: 'Ruhig_Am_See',
  name: 'R',
  public_metrics: { followers_count: '12' },
  verified: false,
};

const one = (entry: object, includes: object = { users: [user] }): RawMention => {
  const [event] = mapXResponse({ data: [{ ...post, ...entry }], includes, meta: { result_count: 1 } }).events;
  if (event === undefined) throw new Error('nothing was mapped');
  return event;
};

describe('a post on X', () => {
  it('becomes a mention with author, thread, language, time and an address without a handle', () => {
    expect(one({})).toEqual({
      kind: 'mention',
      nativeId: first,
      revision: 0,
      author: '101',
      authorHandle: 'ruhig_am_see',
      thread: first,
      text: 'the app charged me twice',
      language: 'en',
      url: `https://x.com/i/status/${first}`,
      links: [],
      hasImage: false,
      publishedAt: '2026-11-20T10:00:00.000Z',
      counts: { followers: 12, verified: false },
    });
  });

  it.each([
    ['tweet', 'edit_history_tweet_ids'],
    ['post', 'edit_history_post_ids'],
  ])('that was edited keeps its first id and counts its versions (%s)', (_, history) => {
    const event = one({ id: edited, conversation_id: edited, [history]: [first, edited] });
    expect(event).toMatchObject({
      nativeId: first,
      revision: 1,
      thread: first,
      url: `https://x.com/i/status/${first}`,
    });
  });

  it.each([
    ['tweet', 'referenced_tweets', 'tweets', 'edit_history_tweet_ids'],
    ['post', 'referenced_posts', 'posts', 'edit_history_post_ids'],
  ])('that answers an edited post answers its first version (%s)', (_, references, included, history) => {
    const parent = { id: edited, text: 'edited', [history]: [first, edited] };
    const reply = {
      id: '1990000000000000009',
      conversation_id: edited,
      [references]: [{ type: 'replied_to', id: edited }],
    };
    expect(one(reply, { [included]: [parent] })).toMatchObject({ parent: first, thread: first });
  });

  it('that repeats another names it and carries its whole text', () => {
    const original = {
      id: '1980000000000000000',
      text: 'short',
      note_post: { text: 'the whole long story &amp; its end' },
    };
    const repost = {
      text: 'RT @somebody: short…',
      referenced_posts: [{ type: 'retweeted', id: original.id }],
    };
    const event = one(repost, { posts: [original] });
    expect(event).toMatchObject({ repostOf: original.id, text: 'the whole long story & its end' });
    expect(one(repost).text).toBe('RT @somebody: short…');
  });

  it.each(['note_tweet', 'note_post'])('that is long is read from %s', (note) => {
    expect(one({ [note]: { text: 'all 400 characters of it', entities: null } }).text).toBe(
      'all 400 characters of it',
    );
  });

  it('is read as it was written: entities are decoded once, and only real ones', () => {
    expect(one({ text: 'R&amp;D &lt;3 &amp;amp; &copy2026 AT&T &gt;' }).text).toBe(
      'R&D <3 &amp; &copy2026 AT&T >',
    );
  });

  it('links to what it links and quotes, in full, once, without handles and without itself', () => {
    const urls = [
      { url: 'https://t.co/a', expanded_url: 'https://blog.example/story', unwound_url: null },
      {
        url: 'https://t.co/b',
        expanded_url: 'https://short.example/1',
        unwound_url: 'https://blog.example/long',
      },
      {
        url: 'https://t.co/c',
        expanded_url: 'https://twitter.com/Loud_Lantern/status/1980000000000000000?s=20',
      },
      { url: 'https://t.co/d', expanded_url: `https://twitter.com/Ruhig_Am_See/status/${first}/photo/1` },
      { url: 'https://t.co/e', expanded_url: `https://twitter.com/i/web/status/${first}` },
      { url: 'https://t.co/f' },
    ];
    const event = one({
      entities: { urls },
      referenced_tweets: [{ type: 'quoted', id: '1980000000000000000' }],
    });
    expect(event.links).toEqual([
      'https://blog.example/story',
      'https://blog.example/long',
      'https://x.com/i/status/1980000000000000000',
      'https://t.co/f',
    ]);
  });

  it('has an image when media are attached, not when a poll is', () => {
    expect(one({ attachments: { media_keys: ['3_1990000000000000000'] } }).hasImage).toBe(true);
    expect(one({ attachments: { poll_ids: ['1990000000000000000'] } }).hasImage).toBe(false);
  });

  it('keeps audience and engagement in `counts` alone, in either spelling, as text or number', () => {
    const older = {
      retweet_count: '3',
      like_count: 4,
      reply_count: null,
      impression_count: 'many',
      bookmark_count: -1,
    };
    const newer = { repost_count: 3, like_count: '4' };
    const author = (key: string): object => ({
      users: [{ ...user, verified: true, public_metrics: { followers_count: 9, [key]: '7' } }],
    });
    const counts = { followers: 9, posts: 7, verified: true, likes: 4, reposts: 3 };
    expect(one({ public_metrics: older }, author('tweet_count')).counts).toEqual(counts);
    expect(one({ public_metrics: newer }, author('post_count')).counts).toEqual(counts);
    const { counts: _, ...seen } = one({ public_metrics: older }, author('tweet_count'));
    const { counts: __, ...calm } = one({});
    expect(seen).toEqual(calm);
  });

  it.each(['und', 'zxx', 'qst', 'qme', 'qht', 'qam', 'art'])(
    'in the pseudo language %s declares none',
    (lang) => {
      expect(one({ lang })).not.toHaveProperty('language');
    },
  );

  it('without a time takes the one that its id tells', () => {
    expect(one({ created_at: undefined }).publishedAt).toBe(one({ created_at: 'yesterday' }).publishedAt);
    expect(one({ created_at: undefined }).publishedAt).toMatch(/^2025-11-/);
    expect(one({ id: '20', created_at: undefined })).not.toHaveProperty('publishedAt');
  });
});

describe('an answer of X', () => {
  it('that lacks deleted, protected or withheld posts maps the others and names what is missing', () => {
    const errors = [
      { title: 'Not Found Error', detail: 'gone', resource_type: 'tweet' },
      { title: 'Authorization Error', detail: 'protected' },
      { detail: 'no title' },
      'not even a problem',
    ];
    const withheld = { ...post, withheld: { copyright: false, country_codes: ['DE'] } };
    const answer = {
      data: [withheld],
      includes: { users: [{ ...user, protected: true }] },
      errors,
      meta: {},
    };
    const mapped = mapXResponse(answer);
    expect(mapped.events).toHaveLength(1);
    expect(mapped.problems).toEqual(['Not Found Error', 'Authorization Error', 'no title']);
  });

  it('with entries that are no posts rejects those by number and keeps the others', () => {
    const mapped = mapXResponse({ data: [post, null, { id: '7' }, 3, { ...post, id: 'seven' }], meta: {} });
    expect(mapped.events.map((event) => event.nativeId)).toEqual([first]);
    expect(mapped.rejected.map((rejection) => rejection.at)).toEqual([
      'post 2',
      'post 3',
      'post 4',
      'post 5',
    ]);
  });

  it('compares ids as numbers, not as text', () => {
    const mapped = mapXResponse({
      data: [
        { ...post, id: '99' },
        { ...post, id: '100' },
      ],
      meta: {},
    });
    expect(mapped.newestId).toBe('100');
  });

  it('counts every different post that it holds', () => {
    const tweets = [post, { ...post, id: '5' }, { ...post, id: '6' }];
    expect(mapXResponse({ data: [post], includes: { tweets } }).postsRead).toBe(3);
  });

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    [[]],
    {},
    { data: null },
    { data: 'x' },
    { data: {}, includes: 7, errors: {}, meta: [] },
  ])('that is %j maps to nothing and never throws', (json) =>
    expect(mapXResponse(json)).toMatchObject({ events: [], newestId: null, nextToken: null }),
  );
});
