import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedThreadMark } from '../../../src/sources/feed/comment-feeds.ts';
import type { FeedCursor } from '../../../src/sources/feed/feed-cursor.ts';
import { createFeedSource } from '../../../src/sources/feed.ts';
import { type Looked, lookAt } from '../../support/look.ts';
import { type FeedLab, feedOf, page, post, send, startLab, status } from './lab.ts';

let lab: FeedLab;
let other: FeedLab;
beforeAll(async () => {
  [lab, other] = [await startLab(), await startLab()];
});
afterAll(() => {
  lab.close();
  other.close();
});
beforeEach(() => {
  for (const one of [lab, other]) {
    one.routes = {};
    one.asked.length = 0;
  }
  lab.now = new Date('2026-03-14T12:00:00Z');
});

const discussed = (id: string, count: number, address = `/c/${id}`): string =>
  post(id, 'News.', `<wfw:commentRss>${address}</wfw:commentRss><slash:comments>${count}</slash:comments>`);

const begunIn = (walked: Awaited<ReturnType<FeedLab['walk']>>): ReadonlyMap<string, FeedThreadMark> =>
  new Map(
    walked.pages.flatMap(({ begun = [] }) =>
      begun.map(({ thread, mark }) => [thread, mark as FeedThreadMark] as const),
    ),
  );

const look = (
  thread: string,
  at: { readonly cursor: FeedCursor; readonly mark: FeedThreadMark | null },
  allow: readonly string[] = [],
): Promise<Looked<FeedThreadMark>> => {
  const source = createFeedSource({ name: 'blog', url: `${lab.origin}/feed`, comments: true });
  return lookAt(source, { thread, complaints: [], ...at }, lab.deps(allow));
};

describe('the comments under an article', () => {
  it('are begun with the article and read by looks, as its thread and each once, never by the walk', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 1) + discussed('quiet', 0)));
    lab.routes['/c/a'] = send(
      feedOf(
        `<item><guid>c1</guid><title>By: Ina</title><dc:creator>Ina</dc:creator><description>Mine broke too.</description></item>`,
      ),
    );
    const walked = await lab.walk(null);
    expect(walked.ids).toEqual(['quiet#0', 'a#0']);
    expect(lab.asked).toEqual(['/feed']);
    const begun = begunIn(walked);
    expect([...begun.keys()]).toEqual(['quiet', 'a']);
    const { cursor } = walked;
    const first = await look('a', { cursor, mark: begun.get('a') ?? null });
    expect(first.mentions).toMatchObject([
      { nativeId: 'c1', thread: 'a', parent: 'a', text: 'Mine broke too.', authorHandle: 'Ina' },
    ]);
    lab.routes['/c/a'] = send(feedOf(post('c2', 'two') + post('c1', 'Mine broke too.')));
    const second = await look('a', { cursor, mark: first.mark });
    expect(second.mentions.map(({ nativeId }) => nativeId)).toContain('c2');
    expect(lab.asked).toEqual(['/feed', '/c/a', '/c/a']);
  });

  it('are asked for neither sooner nor again by a walk that is told of a thousand more', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('loud', 1) + discussed('quiet', 1)));
    const first = await lab.walk(null);
    lab.routes['/feed'] = send(feedOf(discussed('loud', 1_000) + discussed('quiet', 1)));
    const second = await lab.walk(first.cursor);
    expect(begunIn(second)).toEqual(new Map());
    expect(second.cursor.comments).toEqual(first.cursor.comments);
    expect(lab.asked).toEqual(['/feed', '/feed']);
  });

  it('are begun of young articles too that were there before their comments were asked for or named', async () => {
    const dated = (id: string, at: string, more = ''): string =>
      post(id, 'News.', `<pubDate>${new Date(at).toUTCString()}</pubDate>${more}`);
    const named = (id: string): string => `<wfw:commentRss>/c/${id}</wfw:commentRss>`;
    const [young, old] = ['2026-03-08T12:00:00Z', '2026-03-07T11:00:00Z'];
    lab.routes['/feed'] = send(
      feedOf(dated('a', young, named('a')) + dated('b', young) + dated('old', old, named('old'))),
    );
    const first = await lab.walk(null, { comments: false });
    const on = await lab.walk(first.cursor);
    expect([on.ids, [...begunIn(on).keys()]]).toEqual([[], ['a']]);
    lab.routes['/feed'] = send(
      feedOf(dated('a', young, named('a')) + dated('b', young, named('b')) + dated('old', old, named('old'))),
    );
    expect([...begunIn(await lab.walk(on.cursor)).keys()]).toEqual(['b', 'a']);
  });

  it('are begun of the 40 newest articles where a feed empties its archive', async () => {
    const archive = Array.from({ length: 60 }, (_, n) => discussed(`n${n}`, n)).join('');
    lab.routes['/feed'] = send(feedOf(archive));
    const begun = [...begunIn(await lab.walk(null)).keys()];
    expect([begun.length, begun.at(-1)]).toEqual([40, 'n0']);
  });

  it('go on where an earlier version had the walk ask for them', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 2)));
    lab.routes['/c/a'] = send(feedOf(post('c2', 'two') + post('c1', 'one')));
    const first = await lab.walk(null);
    const looked = await look('a', { cursor: first.cursor, mark: begunIn(first).get('a') ?? null });
    const [seen] = [looked.mark?.comments.seen ?? []];
    const old = { url: `${lab.origin}/c/a`, article: 'a', count: 2, seen };
    lab.routes['/c/a'] = send(feedOf(post('c3', 'three') + post('c2', 'two')));
    const again = await lab.walk({ ...first.cursor, comments: [old] });
    expect(again.cursor.comments).toEqual([]);
    const mark = begunIn(again).get('a') ?? null;
    expect((await look('a', { cursor: again.cursor, mark })).mentions).toMatchObject([{ nativeId: 'c3' }]);
  });

  it('go on so where the feed itself is unchanged', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 2)), { etag: '"1"' });
    const { cursor } = await lab.walk(null);
    lab.routes['/feed'] = status(304);
    const comments = { url: `${lab.origin}/c/a`, seen: cursor.seen };
    const again = await lab.walk({ ...cursor, comments: [{ ...comments, article: 'a' }] });
    expect(again.cursor.comments).toEqual([]);
    expect(begunIn(again)).toEqual(new Map([['a', { comments }]]));
  });

  it('that cannot be read are said to be, and read by a later look', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 1)));
    const { cursor, ...walked } = await lab.walk(null);
    const mark = begunIn({ cursor, ...walked }).get('a') ?? null;
    const failed = await look('a', { cursor, mark });
    expect([failed.error, failed.unread, failed.mark]).toEqual([
      null,
      [expect.stringContaining('status 404')],
      mark,
    ]);
    lab.routes['/c/a'] = status(500);
    expect((await look('a', { cursor, mark })).error?.message).toContain('status 500');
    lab.routes['/c/a'] = status(429, { 'retry-after': '60' });
    expect((await look('a', { cursor, mark })).error).toMatchObject({ retryAfterMs: 60_000 });
    lab.routes['/c/a'] = send(feedOf(post('c1', 'found')));
    expect((await look('a', { cursor, mark: failed.mark })).mentions).toHaveLength(1);
  });

  it('end where their feed is gone for good, and are left alone where no feed of them is known', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 1)));
    lab.routes['/c/a'] = status(410);
    const walked = await lab.walk(null);
    const { cursor } = walked;
    const nothing = { events: [], error: null };
    expect(await look('a', { cursor, mark: begunIn(walked).get('a') ?? null })).toMatchObject(nothing);
    expect(await look('unknown', { cursor, mark: null })).toMatchObject(nothing);
    expect(lab.asked).toEqual(['/feed', '/c/a']);
  });

  it('are left alone where they are not wanted', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 5)));
    const walked = await lab.walk(null, { comments: false });
    expect(begunIn(walked)).toEqual(new Map());
    expect(
      createFeedSource({ name: 'blog', url: `${lab.origin}/feed`, comments: false }).follow,
    ).toBeUndefined();
  });

  it('are told to be incomplete where an article appeared with more of them than its feed shows', async () => {
    lab.routes['/feed'] = send(feedOf(discussed('old', 50)));
    for (const id of ['old', 'new']) lab.routes[`/c/${id}`] = send(feedOf(post(`c of ${id}`, 'x')));
    const first = await lab.walk(null);
    const of = (walked: typeof first, id: string) => ({
      cursor: walked.cursor,
      mark: begunIn(walked).get(id) ?? null,
    });
    expect((await look('old', of(first, 'old'))).gaps).toEqual([]);
    lab.routes['/feed'] = send(feedOf(discussed('new', 30) + discussed('old', 50)));
    const second = await lab.walk(first.cursor);
    const looked = await look('new', of(second, 'new'));
    expect(looked.gaps).toEqual([`an article of ${lab.origin} has 30 comments, of which its feed shows 1`]);
    expect((await look('new', { ...of(second, 'new'), mark: looked.mark })).gaps).toEqual([]);
  });

  it('that stand in the feed of the whole site too keep one name, and an edit is later in whichever it comes', async () => {
    const named = (href: string, title: string): string =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    lab.routes['/'] = page(
      `<html><head>${named('/feed', 'T')}${named('/comments', 'Comments')}</head><body></body></html>`,
    );
    lab.routes['/feed'] = send(feedOf(discussed('a', 1)));
    for (const path of ['/comments', '/c/a']) lab.routes[path] = send(feedOf(post('a#1', 'first words')));
    const options = { url: `${lab.origin}/` };
    const first = await lab.walk(null, options);
    expect(first.ids).toEqual(['a#0', 'a#1#0']);
    const { mark, events } = await look('a', {
      cursor: first.cursor,
      mark: begunIn(first).get('a') ?? null,
    });
    expect(events).toEqual([]);
    lab.now = new Date('2026-03-14T13:00:00Z');
    lab.routes['/c/a'] = send(feedOf(post('a#1', 'second words')));
    const edited = await look('a', { cursor: first.cursor, mark });
    expect(edited.mentions).toMatchObject([{ nativeId: 'a#1', revision: lab.now.getTime() / 1000 }]);
    lab.now = new Date('2026-03-14T14:00:00Z');
    lab.routes['/comments'] = send(feedOf(post('a#1', 'third words')));
    const second = await lab.walk(first.cursor, options);
    expect(second.ids).toEqual([`a#1#${lab.now.getTime() / 1000}`]);
  });
});

describe('comments at an address that the article named', () => {
  const secret = feedOf(post('c1', 'me too'));
  const walkTo = async (address: string) => {
    lab.routes['/feed'] = send(feedOf(discussed('a', 2, address)));
    const walked = await lab.walk(null);
    return { cursor: walked.cursor, mark: begunIn(walked).get('a') ?? null };
  };

  it('are read on the host and port of the feed', async () => {
    lab.routes['/c'] = send(secret);
    expect((await look('a', await walkTo('/c'))).texts).toEqual(['me too']);
  });

  it('are not read on another private host or port, and nobody is told to open it', async () => {
    other.routes['/c'] = send(secret);
    const { events, error } = await look('a', await walkTo(`${other.origin}/c`));
    expect(events).toEqual([]);
    expect(error?.message).toBe(
      `the feed at ${other.origin} could not be read: ${new URL(other.origin).host} is refused because 127.0.0.1 is not a public address`,
    );
    expect(other.asked).toEqual([]);
  });

  it('are this thread alone where a host of a stranger is busy: nothing else waits as long as it asks', async () => {
    const at = await walkTo(`${other.origin}/c`);
    other.routes['/c'] = status(429, { 'retry-after': '60' });
    const { error } = await look('a', at, [new URL(other.origin).host]);
    expect([error?.outcome, error?.retryAfterMs]).toEqual(['transient', undefined]);
    expect(error?.message).toContain('status 429');
  });

  it('are read where the operator opened both, for then both are of their own network', async () => {
    other.routes['/c'] = send(secret);
    const at = await walkTo(`${other.origin}/c`);
    expect((await look('a', at, [new URL(other.origin).host])).texts).toEqual(['me too']);
  });
});
