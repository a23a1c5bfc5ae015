import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
  lab.routes['/feed'] = send(feedOf(teaser('1')));
  lab.routes['/p/1'] = page(article());
});

const articles = { isWatched: (text: string) => text.includes('Velora') };
/** Each time with a site of its own rules: what a site allows is remembered by the source. */
const walk = (cursor: Parameters<FeedLab['walk']>[0] = null) => lab.walk(cursor, { articles });
const teaser = (id: string, more = ''): string =>
  post(
    id,
    `Teaser of ${id} […]`,
    `<link>/p/${id}</link><pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate>${more}`,
  );
const filler =
  'Long words about the weather and the timetable stand here, as they do in newspapers, for a while. ';
const article = (head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Post</title>${head}</head><body><article><h1>Post 1</h1>
  ${Array.from({ length: 12 }, (_, at) => `<p>${at === 7 ? 'Velora never answered my calls. ' : ''}Paragraph ${at}. ${filler.repeat(3)}</p>`).join('')}
  </article></body></html>`;

describe('an entry that holds only an excerpt', () => {
  it('is told with what its page says of the brand, once, and with its link', async () => {
    const first = await walk();
    expect(first.ids).toEqual(['1#0']);
    const [text = ''] = first.texts;
    expect(text).toMatch(/^Post 1\n\nTeaser of 1/);
    expect(text).toContain('Velora never answered my calls.');
    expect(text).not.toContain('Paragraph 3.');
    expect(first.pages.at(-1)?.events[0]).toMatchObject({ url: `${lab.origin}/p/1`, language: 'en' });
    expect(lab.asked).toEqual(['/feed', '/robots.txt', '/.well-known/tdmrep.json', '/p/1']);
    expect((await walk(first.cursor)).ids).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['robots.txt forbids its page', () => (lab.routes['/robots.txt'] = send('User-agent: *\nDisallow: /p/'))],
    ['robots.txt cannot be had', () => (lab.routes['/robots.txt'] = status(503))],
    [
      'tdmrep.json reserves it',
      () => (lab.routes['/.well-known/tdmrep.json'] = send('[{"location":"/p/*","tdm-reservation":1}]')),
    ],
    ['a header reserves it', () => (lab.routes['/p/1'] = page(article(), { 'tdm-reservation': '1' }))],
    [
      'the page reserves it',
      () => (lab.routes['/p/1'] = page(article('<meta name="tdm-reservation" content="1">'))),
    ],
    ['the page is not there', () => (lab.routes['/p/1'] = status(404))],
    ['the page holds no article', () => (lab.routes['/p/1'] = page('<p>Hi'))],
    ['the page is a film', () => (lab.routes['/p/1'] = send('x', { 'content-type': 'video/mp4' }))],
    [
      'the page breaks off',
      () => (lab.routes['/p/1'] = (_request, response) => response.writeHead(200).destroy()),
    ],
    ['the page leads inside', () => (lab.routes['/p/1'] = status(302, { location: `${other.origin}/p/1` }))],
    ['the page leads in a circle', () => (lab.routes['/p/1'] = status(302, { location: '/p/1' }))],
  ])('is told in the words of the feed where %s', async (_why, prepare) => {
    other.routes['/p/1'] = page(article());
    prepare();
    const first = await walk();
    expect(first.texts).toEqual(['Post 1\n\nTeaser of 1 […]']);
    expect(other.asked).toEqual([]);
    expect((await walk(first.cursor)).ids).toEqual([]);
  });

  it('is asked for its page only where the feed has no more, and only while it is news', async () => {
    const whole = `<content:encoded>${'Everything is told here. '.repeat(60)}</content:encoded>`;
    lab.routes['/feed'] = send(
      feedOf(
        post('whole', 'Short.', `<link>/p/1</link>${whole}`) +
          post('old', 'Old […]', '<link>/p/1</link><pubDate>Sat, 07 Mar 2026 10:00:00 GMT</pubDate>') +
          post('nowhere', 'No link […]'),
      ),
    );
    expect((await walk()).ids).toEqual(['nowhere#0', 'old#0', 'whole#0']);
    expect(lab.asked).toEqual(['/feed']);
  });

  it('is lost by no walk that is cut off before its page was read', async () => {
    lab.routes['/feed'] = send(feedOf(teaser('2') + teaser('1')), { etag: '"v"' });
    lab.routes['/p/2'] = page(article());
    const { pages } = await walk();
    expect(pages.map(({ events, cursor, isLast }) => [events.length, cursor.etag, isLast])).toEqual([
      [0, undefined, false],
      [1, undefined, false],
      [1, '"v"', true],
    ]);
    expect((await walk(pages[0]?.cursor ?? null)).ids).toEqual(['1#0', '2#0']);
    expect((await walk(pages[1]?.cursor ?? null)).ids).toEqual(['2#0']);
  });

  it('keeps its revision when the feed edits it', async () => {
    const first = await walk();
    lab.routes['/feed'] = send(feedOf(teaser('1').replace('Teaser', 'New teaser')));
    const second = await walk(first.cursor);
    expect(second.ids).toEqual(['1#1']);
    const cut = second.pages[0]?.cursor ?? null;
    expect((await walk(cut)).ids).toEqual(['1#1']);
  });

  it('is not asked for where the operator does not want it', async () => {
    await lab.walk(null);
    expect(lab.asked).toEqual(['/feed']);
  });
});
