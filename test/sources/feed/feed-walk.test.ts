import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSafeFetch } from '../../../src/lib/safe-fetch.ts';
import { createFeedSource, type FeedCursor, type FeedOptions } from '../../../src/sources/feed.ts';
import { SourceError, type SourcePage } from '../../../src/sources/source.ts';

type Route = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin = '';
let routes: Record<string, Route> = {};
let asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
let now = new Date('2026-03-14T12:00:00Z');

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const route = routes[path];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  routes = {};
  asked = [];
  now = new Date('2026-03-14T12:00:00Z');
});

const send =
  (body: string, headers: Record<string, string> = {}): Route =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };
const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (_request, response) => {
    response.writeHead(code, headers).end();
  };
const feedOf = (items: string, channel = ''): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>${channel}${items}</channel></rss>`;
const post = (id: string, text: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Post ${id}</title><description>${text}</description>${more}</item>`;

interface Walked {
  readonly pages: SourcePage<FeedCursor>[];
  readonly cursor: FeedCursor;
  readonly ids: string[];
}

const walk = async (
  cursor: FeedCursor | null,
  options: Partial<FeedOptions> = {},
  pages: SourcePage<FeedCursor>[] = [],
): Promise<Walked> => {
  const source = createFeedSource({ name: 'blog', url: `${origin}/feed`, comments: true, ...options });
  const limits = { allow: [new URL(origin).host], deadlineMs: 400, maxBodyBytes: 300_000 };
  const deps = {
    clock: { now: () => now },
    fetch: createSafeFetch(limits),
    signal: new AbortController().signal,
  };
  // The cursor travels through the database as JSON.
  const stored = JSON.parse(JSON.stringify(cursor)) as FeedCursor | null;
  for await (const page of source.pages(stored, deps)) pages.push(page);
  const last = pages.at(-1);
  if (last === undefined) throw new Error('a walk has at least one page');
  const events = pages.flatMap((page) => page.events);
  return {
    pages,
    cursor: last.cursor,
    ids: events.map((event) => `${event.nativeId}#${'revision' in event ? event.revision : ''}`),
  };
};
const refused = async (walking: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await walking.catch((reason: unknown) => reason);
  if (!(error instanceof SourceError)) throw new Error(`no SourceError but ${String(error)}`);
  return error;
};

describe('createFeedSource', () => {
  it('passes on every post once, the oldest first, and an edited one as its next revision', async () => {
    routes['/feed'] = send(feedOf(post('b', 'second') + post('a', 'first')));
    const first = await walk(null);
    expect(first.ids).toEqual(['a#0', 'b#0']);
    expect(first.pages.map((page) => page.isLast)).toEqual([true]);
    expect((await walk(first.cursor)).ids).toEqual([]);
    routes['/feed'] = send(feedOf(post('c', 'third') + post('b', 'second, corrected') + post('a', 'first')));
    const second = await walk(first.cursor);
    expect(second.ids).toEqual(['b#1', 'c#0']);
    expect((await walk(second.cursor)).ids).toEqual([]);
  });

  it('maps a post to a mention of its own thread, without mail addresses and never from the future', async () => {
    const more = `<link>/p/1</link><dc:creator>Kim Lee (kim@mail.example)</dc:creator><pubDate>Sun, 15 Mar 2026 12:00:00 GMT</pubDate>`;
    routes['/feed'] = send(
      feedOf(
        post('1', '&lt;p&gt;It &lt;a href="/shop"&gt;broke&lt;/a&gt;.&lt;/p&gt;', more),
        '<language>en</language>',
      ),
    );
    expect((await walk(null)).pages[0]?.events).toEqual([
      {
        kind: 'mention',
        nativeId: '1',
        revision: 0,
        author: 'Kim Lee@127.0.0.1',
        authorHandle: 'Kim Lee',
        thread: '1',
        text: 'Post 1\n\nIt broke.',
        language: 'en',
        url: `${origin}/p/1`,
        links: [`${origin}/shop`],
        hasImage: false,
        publishedAt: '2026-03-14T12:00:00.000Z',
      },
    ]);
  });

  it('forgets no post that the feed still shows, however many it shows', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => post(`n${at}`, 'x')).join('');
    routes['/feed'] = send(feedOf(many));
    const first = await walk(null);
    expect(first.ids).toHaveLength(1500);
    expect((await walk(first.cursor)).ids).toEqual([]);
    routes['/feed'] = send(feedOf(post('new', 'y')));
    const later = await walk(first.cursor);
    expect(later.cursor.seen.length).toBeLessThanOrEqual(1000);
  });

  it('counts a post that is listed twice with two texts once', async () => {
    routes['/feed'] = send(feedOf(post('a', 'new') + post('a', 'old')));
    const first = await walk(null);
    expect(first.ids).toEqual(['a#0']);
    expect((await walk(first.cursor)).ids).toEqual([]);
  });

  it('asks conditionally with the validators as they came, and takes 304 as nothing new', async () => {
    routes['/feed'] = (request, response) => {
      if (request.headers['if-none-match'] === 'W/"v1"') response.writeHead(304).end();
      else
        send(feedOf(post('a', 'x')), { etag: 'W/"v1"', 'last-modified': 'Sat, 14 Mar 2026 11:00:00 GMT' })(
          request,
          response,
        );
    };
    const first = await walk(null);
    const second = await walk(first.cursor);
    expect(second.ids).toEqual([]);
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': 'W/"v1"',
      'if-modified-since': 'Sat, 14 Mar 2026 11:00:00 GMT',
    });
    expect(second.cursor).toMatchObject({ etag: 'W/"v1"', quietWalks: 1, seen: first.cursor.seen });
  });

  it('remembers where 301 and 308 lead, and not where 302 and 307 do', async () => {
    routes['/feed'] = status(301, { location: '/moved' });
    routes['/moved'] = status(308, { location: '/moved-again' });
    routes['/moved-again'] = status(302, { location: '/today' });
    routes['/today'] = send(feedOf(post('a', 'x')));
    const { cursor, ids } = await walk(null);
    expect(cursor.url).toBe(`${origin}/moved-again`);
    expect(ids).toEqual(['a#0']);
    asked = [];
    await walk(cursor);
    expect(asked.map((call) => call.path)).toEqual(['/moved-again', '/today']);
    expect((await walk(cursor, { url: `${origin}/today` })).cursor.url).toBe(`${origin}/today`);
  });

  it('is off after 410 and never asks again, until another address is configured', async () => {
    routes['/feed'] = status(410);
    const pages: SourcePage<FeedCursor>[] = [];
    const off = await refused(walk(null, {}, pages));
    expect(off.outcome).toBe('permanent');
    expect(off.message).toContain(`${origin} says that the feed is gone for good`);
    const cursor = pages[0]?.cursor ?? null;
    expect(cursor?.disabled).toBe(true);
    asked = [];
    expect((await refused(walk(cursor))).outcome).toBe('permanent');
    expect(asked).toEqual([]);
    routes['/new'] = send(feedOf(post('a', 'x')));
    expect((await walk(cursor, { url: `${origin}/new` })).ids).toEqual(['a#0']);
  });

  it('says that a feed ends in the middle, and takes its other half on the next walk', async () => {
    const whole = feedOf(post('b', 'second') + post('a', 'first, and a long story'));
    routes['/feed'] = send(whole.slice(0, whole.indexOf(', and a long')), { etag: '"half"' });
    const first = await walk(null);
    expect(first.ids).toEqual(['b#0']);
    expect(first.pages[0]?.gap).toBe(
      `the feed of ${origin} ends in the middle: 1 entry was read, what came after is missing`,
    );
    expect(first.cursor.etag).toBeUndefined();
    routes['/feed'] = send(whole);
    const second = await walk(first.cursor);
    expect(second.ids).toEqual(['a#0']);
    expect(second.pages[0]?.gap).toBeUndefined();
  });

  it('says that entries may be missing when it lists none that was read before, and not when one was edited', async () => {
    routes['/feed'] = send(feedOf(post('b', 'second') + post('a', 'first')));
    const { cursor } = await walk(null);
    routes['/feed'] = send(feedOf(post('d', 'fourth') + post('c', 'third')));
    const jumped = await walk(cursor);
    expect(jumped.pages[0]?.gap).toMatch(
      /is new since the last visit: older ones may have come and gone unseen/,
    );
    routes['/feed'] = send(feedOf(post('e', 'fifth') + post('d', 'fourth, corrected')));
    expect((await walk(jumped.cursor)).pages[0]?.gap).toBeUndefined();
  });

  it('takes 429 and 503 as transient and tells how long they ask to wait', async () => {
    routes['/feed'] = status(429, { 'retry-after': '120' });
    expect(await refused(walk(null))).toMatchObject({ outcome: 'transient', retryAfterMs: 120_000 });
    const date = 'Sat, 14 Mar 2026 12:00:00 GMT';
    routes['/feed'] = status(503, { date, 'retry-after': 'Sat, 14 Mar 2026 12:10:00 GMT' });
    expect(await refused(walk(null))).toMatchObject({ outcome: 'transient', retryAfterMs: 600_000 });
    routes['/feed'] = status(500);
    expect(await refused(walk(null))).toMatchObject({ outcome: 'transient', retryAfterMs: undefined });
  });

  it.each<[string, Route, RegExp]>([
    ['an HTML page', send('<!doctype html><html><body>Welcome</body></html>'), /is an HTML page, not a feed/],
    ['a page that blocks us', status(403), /is blocked for Evenhand/],
    ['a missing page', status(404), /status 404: check the address in evenhand\.yaml$/],
    ['a page that the law withholds', status(451), /status 451/],
    ['redirects in a circle', status(302, { location: '/feed' }), /redirects more than 5 times/],
    [
      'a redirect to a private address',
      status(302, { location: 'http://127.0.0.1:1/' }),
      /127\.0\.0\.1:1 is refused because 127\.0\.0\.1 is not a public address$/,
    ],
    [
      'a gzip bomb',
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
      /unpacks to more than/,
    ],
    [
      'a feed that never ends',
      (_request, response) => {
        const timer = setInterval(() => response.write('<item>'), 20);
        response.on('close', () => clearInterval(timer));
      },
      /did not finish its answer/,
    ],
    [
      'a feed that floods',
      (_request, response) => response.end(Buffer.alloc(400_000, 'x')),
      /sends more than/,
    ],
  ])(
    'says in one sentence what is wrong with %s, and that trying again may help',
    async (_name, route, sentence) => {
      routes['/feed'] = route;
      const error = await refused(walk(null));
      expect(error.outcome).toBe('transient');
      expect(error.message).toMatch(sentence);
      expect(error.message).toContain(origin);
      expect(error.message).not.toContain('/feed');
    },
  );
});
