import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SourceError } from '../../../src/sources/source.ts';
import { type FeedLab, feedOf, page, post, send, startLab, status } from './lab.ts';

let lab: FeedLab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());
beforeEach(() => {
  lab.routes = {};
  lab.asked.length = 0;
  lab.now = new Date('2026-03-14T12:00:00Z');
});

const site = (head: string): string =>
  `<!doctype html><html><head>${head}</head><body><p>Hi</p></body></html>`;
const link = (href: string, type = 'rss', title = ''): string =>
  `<link rel="alternate" type="application/${type}+xml" title="${title}" href="${href}">`;
const refusal = async (walking: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await walking.catch((reason: unknown) => reason);
  if (error instanceof SourceError) return error;
  throw new Error(`no SourceError but ${String(error)}`);
};

describe('the address of a site', () => {
  it('leads to the feed and the feed of comments that its page names, and stays with them', async () => {
    lab.routes['/'] = page(
      site(link('/rss', 'rss', 'T') + link('/comments.xml', 'rss', 'T » Comments Feed')),
    );
    lab.routes['/rss'] = send(feedOf(post('https://b.example/?p=1', 'news')));
    lab.routes['/comments.xml'] = send(
      feedOf(
        post('https://b.example/?p=1#comment-9', 'Mine broke too.') +
          post('https://b.example/?p=7#comment-8', 'x'),
      ),
    );
    const first = await lab.walk(null, { url: `${lab.origin}/` });
    expect(first.cursor).toMatchObject({ url: `${lab.origin}/rss`, configuredUrl: `${lab.origin}/` });
    expect(
      first.pages.flatMap((one) => one.events).map((event) => 'thread' in event && event.thread),
    ).toEqual(['https://b.example/?p=1', 'https://b.example/?p=7', 'https://b.example/?p=1']);
    lab.asked.length = 0;
    expect((await lab.walk(first.cursor, { url: `${lab.origin}/` })).ids).toEqual([]);
    expect(lab.asked).toEqual(['/rss']);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['in Atom', link('/a', 'atom'), {}, '/a'],
    ['with a base of its own', `<base href="/deep/">${link('a')}`, {}, '/deep/a'],
    [
      'in the header',
      '',
      { link: '</feed.json>; rel="alternate"; type="application/feed+json"' },
      '/feed.json',
    ],
    ['by its software', '<meta name="generator" content="WordPress 6.8">', {}, '/feed/'],
    [
      'by the programming interface of WordPress',
      '<link rel="https://api.w.org/" href="/blog/wp-json/">',
      {},
      '/blog/feed/',
    ],
    ['not at all', '', {}, '/index.xml'],
  ])('is found when the feed is named %s', async (_how, head, headers, path) => {
    lab.routes['/'] = page(site(head), headers);
    lab.routes[path] = send(feedOf(post('1', 'x')));
    const { cursor, ids } = await lab.walk(null, { url: `${lab.origin}/` });
    expect([cursor.url, ids]).toEqual([`${lab.origin}${path}`, ['1#0']]);
  });

  it('is asked anew when the feed that it named is gone, and nothing is told twice', async () => {
    lab.routes['/'] = page(site(link('/old')));
    lab.routes['/old'] = send(feedOf(post('1', 'x')));
    const first = await lab.walk(null, { url: `${lab.origin}/` });
    for (const gone of [status(410), status(404), page(site(''))]) {
      lab.routes['/old'] = gone;
      lab.routes['/'] = page(site(link('/new')));
      lab.routes['/new'] = send(feedOf(post('2', 'y') + post('1', 'x')));
      const second = await lab.walk(first.cursor, { url: `${lab.origin}/` });
      expect([second.cursor.url, second.ids]).toEqual([`${lab.origin}/new`, ['2#0']]);
    }
  });

  it('that names none is refused in one sentence', async () => {
    lab.routes['/'] = page(site('<link rel="stylesheet" href="/x.css">'));
    const error = await refusal(lab.walk(null, { url: `${lab.origin}/` }));
    expect(error.message).toBe(
      `${lab.origin} is an HTML page, not a feed: give the address of its RSS or Atom feed`,
    );
  });

  it('costs no memory or time when the page is crafted', async () => {
    lab.routes['/'] = page(`${'<div>'.repeat(50_000)}${link('/rss')}`);
    expect((await refusal(lab.walk(null, { url: `${lab.origin}/` }))).outcome).toBe('transient');
  });
});

describe('what may have been missed', () => {
  const many = (from: number): string => [0, 1, 2].map((n) => post(`n${from - n}`, 'x')).join('');

  it('is told when every entry is new since the last visit', async () => {
    lab.routes['/feed'] = send(feedOf(many(10)));
    const first = await lab.walk(null);
    lab.routes['/feed'] = send(feedOf(many(12)));
    const second = await lab.walk(first.cursor);
    lab.routes['/feed'] = send(feedOf(many(20)));
    const third = await lab.walk(second.cursor);
    expect([first, second, third].map(({ pages }) => pages[0]?.gap)).toEqual([
      undefined,
      undefined,
      `every entry of ${lab.origin} is new since the last visit: older ones may have come and gone unseen`,
    ]);
  });
});
