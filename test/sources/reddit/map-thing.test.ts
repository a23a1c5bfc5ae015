import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapRedditAnswer } from '../../../src/sources/reddit/map-thing.ts';

const post = (more: Record<string, unknown> = {}) => ({
  kind: 't3',
  data: {
    id: 'abc1',
    name: 't3_abc1',
    title: 'Voltara never answers',
    selftext: 'Three weeks, & nobody <calls> back. See https://voltara.example/help.',
    selftext_html: '<!-- SC_OFF --><div class="md"><p>Three weeks</p></div>',
    author: 'Jo_Example',
    author_fullname: 't2_jo',
    created_utc: 1_763_712_000.0,
    edited: false,
    subreddit: 'voltara',
    permalink: '/r/voltara/comments/abc1/voltara_never_answers/',
    url: 'https://www.reddit.com/r/voltara/comments/abc1/voltara_never_answers/',
    is_self: true,
    score: 41,
    ups: 41,
    num_comments: 2,
    ...more,
  },
});
const comment = (id: string, more: Record<string, unknown> = {}) => ({
  kind: 't1',
  data: {
    id,
    name: `t1_${id}`,
    body: 'same here',
    author: 'kim',
    author_fullname: 't2_kim',
    created_utc: 1_763_712_600,
    edited: false,
    link_id: 't3_abc1',
    parent_id: 't3_abc1',
    permalink: `/r/voltara/comments/abc1/_/${id}/`,
    replies: '',
    ...more,
  },
});
const listing = (...children: readonly unknown[]) => ({
  kind: 'Listing',
  data: { after: null, before: null, dist: children.length, children },
});

describe('answers of Reddit', () => {
  it('give a post with its title, and without community or handle in its address', () => {
    expect(mapRedditAnswer(listing(post()))).toEqual({
      refused: [],
      events: [
        {
          kind: 'mention',
          nativeId: 't3_abc1',
          revision: 0,
          author: 't2_jo',
          authorHandle: 'jo_example',
          thread: 't3_abc1',
          text: 'Voltara never answers\n\nThree weeks, & nobody <calls> back. See https://voltara.example/help.',
          url: 'https://www.reddit.com/comments/abc1/',
          links: ['https://voltara.example/help'],
          hasImage: false,
          publishedAt: '2025-11-21T08:00:00.000Z',
          counts: { likes: 41, replies: 2 },
        },
      ],
    });
  });

  it('give comments in the thread of their post, replies included', () => {
    const inner = comment('c2', { parent_id: 't1_c1', edited: 1_763_713_000.0, body: 'me too' });
    const outer = comment('c1', {
      replies: listing(inner, { kind: 'more', data: { count: 3, children: ['c9'] } }),
    });
    const { events, refused } = mapRedditAnswer([listing(post()), listing(outer)]);
    expect(refused).toEqual([]);
    expect(events.slice(1)).toMatchObject([
      {
        nativeId: 't1_c1',
        thread: 't3_abc1',
        parent: 't3_abc1',
        url: 'https://www.reddit.com/comments/abc1/_/c1/',
      },
      { nativeId: 't1_c2', thread: 't3_abc1', parent: 't1_c1', revision: 1_763_713_000, text: 'me too' },
    ]);
  });

  it('are taken back when author or moderators took them back', () => {
    const gone = [
      comment('c1', { body: '[deleted]', author: '[deleted]' }),
      comment('c2', { body: '[removed]' }),
      post({ selftext: '[removed]', removed_by_category: 'moderator' }),
      post({ title: '[deleted by user]', selftext: '' }),
    ];
    expect(mapRedditAnswer(listing(...gone)).events).toEqual(
      ['t1_c1', 't1_c2', 't3_abc1', 't3_abc1'].map((nativeId) => ({ kind: 'deletion', nativeId })),
    );
  });

  it('have no author where the account is gone and the words are not', () => {
    const [event] = mapRedditAnswer(
      comment('c1', { author: '[deleted]', author_fullname: undefined }),
    ).events;
    expect(event).toMatchObject({ kind: 'mention', text: 'same here' });
    expect(event).not.toHaveProperty('author');
    expect(event).not.toHaveProperty('authorHandle');
  });

  it('are read with and without raw_json', () => {
    const escaped = comment('c1', {
      body: 'cables &amp; lamps &gt; &amp;lt;',
      body_html: '&lt;div class="md"&gt;&lt;/div&gt;',
    });
    const raw = comment('c1', { body: 'cables &amp; lamps', body_html: '<div class="md"></div>' });
    const textIn = (value: unknown) => mapRedditAnswer(value).events.map((one) => 'text' in one && one.text);
    expect([textIn(escaped), textIn(raw)]).toEqual([['cables & lamps > &lt;'], ['cables &amp; lamps']]);
  });

  it('call a crosspost a repost when it says nothing of its own', () => {
    const shared = {
      crosspost_parent: 't3_old',
      crosspost_parent_list: [{ title: 'Voltara never answers' }],
    };
    expect(mapRedditAnswer(post(shared)).events).toMatchObject([{ repostOf: 't3_old' }]);
    expect(mapRedditAnswer(post({ ...shared, title: 'Same for me' })).events[0]).not.toHaveProperty(
      'repostOf',
    );
  });

  it('keep the numbers in `counts` alone', () => {
    const { events } = mapRedditAnswer(
      post({ ups: 987_654, num_comments: 876_543, total_awards_received: 765_432 }),
    );
    const [{ counts, ...rest } = { counts: null }] = events as readonly { counts: unknown }[];
    expect(counts).toEqual({ likes: 987_654, replies: 876_543 });
    expect(JSON.stringify(rest)).not.toMatch(/987|876|765/);
  });

  it('name what has no words, pass over what is no post, and never throw', () => {
    expect(mapRedditAnswer(comment('c1', { body: undefined })).refused).toEqual([
      'thing 1 has no name or no text',
    ]);
    for (const none of [
      { kind: 't2', data: { name: 'jo' } },
      { kind: 't5', data: {} },
      { message: 'Forbidden', error: 403 },
      [],
      '',
    ])
      expect(mapRedditAnswer(none)).toEqual({ events: [], refused: [] });
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('[deleted]', 't1_a', 1e99, -1, true));
    const data = fc.record(
      {
        name: odd,
        id: odd,
        body: odd,
        title: odd,
        author: odd,
        edited: odd,
        created_utc: odd,
        link_id: odd,
        replies: odd,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom('t1', 't3', 'Listing', 'more'), data, (kind, one) => {
        const { events, refused } = mapRedditAnswer(listing({ kind, data: one }));
        expect(events.length + refused.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are opened however deep the replies go', () => {
    let reply = comment('c0');
    for (let depth = 1; depth < 5_000; depth += 1) reply = comment(`c${depth}`, { replies: listing(reply) });
    expect(mapRedditAnswer(reply).events).toHaveLength(5_000);
  });
});
