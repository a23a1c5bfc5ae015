import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SourceError } from '../../../src/sources/source.ts';
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
    one.now = new Date('2026-03-14T12:00:00Z');
  }
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

describe('an address that a document named', () => {
  const discussed = (address: string): string =>
    feedOf(
      post('a', 'News.', `<wfw:commentRss>${address}</wfw:commentRss><slash:comments>2</slash:comments>`),
    );

  it('is read on the host and port of the document', async () => {
    lab.routes['/feed'] = send(discussed('/c'));
    lab.routes['/c'] = send(feedOf(post('c1', 'me too')));
    expect((await lab.walk(null)).ids).toEqual(['a#0', 'c1#0']);
  });

  it('is not read on another private host or port, and nobody is told to open it', async () => {
    lab.routes['/feed'] = send(discussed(`${other.origin}/c`));
    other.routes['/c'] = send(feedOf(post('c1', 'secret')));
    const { ids, rejected } = await lab.walk(null);
    expect(ids).toEqual(['a#0']);
    expect(rejected).toEqual([
      `the feed at ${other.origin} could not be read: ${new URL(other.origin).host} is refused because 127.0.0.1 is not a public address`,
    ]);
    expect(other.asked).toEqual([]);
  });

  it('is read where the operator opened both, for then both are of their own network', async () => {
    lab.routes['/feed'] = send(discussed(`${other.origin}/c`));
    other.routes['/c'] = send(feedOf(post('c1', 'me too')));
    expect((await lab.walk(null, {}, [new URL(other.origin).host])).ids).toEqual(['a#0', 'c1#0']);
  });

  it('is asked again on the next walk, so that nothing is lost where it is opened later', async () => {
    lab.routes['/feed'] = send(discussed(`${other.origin}/c`));
    other.routes['/c'] = send(feedOf(post('c1', 'me too')));
    const first = await lab.walk(null);
    expect((await lab.walk(first.cursor, {}, [new URL(other.origin).host])).ids).toEqual(['c1#0']);
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

  it('is told of an article that had more comments than its feed shows when it was read first', async () => {
    const discussed = (id: string, count: number): string =>
      post(id, 'News.', `<wfw:commentRss>/c/${id}</wfw:commentRss><slash:comments>${count}</slash:comments>`);
    lab.routes['/feed'] = send(feedOf(discussed('old', 50)));
    lab.routes['/c/old'] = send(feedOf(post('c1', 'x')));
    lab.routes['/c/new'] = send(feedOf(post('c2', 'x')));
    const first = await lab.walk(null);
    expect(first.pages.map(({ gap }) => gap)).toEqual([undefined, undefined]);
    lab.routes['/feed'] = send(feedOf(discussed('new', 30) + discussed('old', 50)));
    expect((await lab.walk(first.cursor)).pages.map(({ gap }) => gap)).toEqual([
      undefined,
      `an article of ${lab.origin} has 30 comments, of which its feed shows 1`,
    ]);
  });

  it('tells a comment that stands in two feeds once, and its edit as an edit in whichever feed it comes', async () => {
    lab.routes['/'] = page(site(link('/feed') + link('/comments', 'rss', 'Comments')));
    lab.routes['/feed'] = send(
      feedOf(post('a', 'News.', '<wfw:commentRss>/c/a</wfw:commentRss><slash:comments>1</slash:comments>')),
    );
    for (const path of ['/comments', '/c/a']) lab.routes[path] = send(feedOf(post('a#1', 'first words')));
    const options = { url: `${lab.origin}/` };
    const first = await lab.walk(null, options);
    expect(first.ids).toEqual(['a#0', 'a#1#0']);
    lab.now = new Date('2026-03-14T13:00:00Z');
    lab.routes['/comments'] = send(feedOf(post('a#1', 'second words')));
    const second = await lab.walk(first.cursor, options);
    expect(second.ids).toEqual(['a#1#1']);
  });
});
