import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder, makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const feed = `<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0"><channel><title>Owners' corner</title><link>/</link><language>en</language>
<item><guid>a1</guid><title>Velora never called back</title><link>/a1</link><author>Jo</author>
<description>&lt;p&gt;Three weeks without a phone line, Velora does not answer my letters!&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
<pubDate>Mon, 06 Sep 2021 16:45:00 +0200</pubDate></item></channel></rss>`;

describe('evenhand poll', () => {
  describe('--file', () => {
    let folder: Folder;
    beforeEach(() => {
      folder = makeFolder();
    });
    afterEach(() => folder.remove());

    it('prints a feed as JSON, and needs neither a configuration nor a database', async () => {
      folder.write('feed.xml', feed);
      folder.write('evenhand.yaml', 'brands: [broken\n');
      const args = ['poll', '--file', 'feed.xml', '--url', 'https://forum.example/feed.xml', '--json'];
      const { code, out, err } = await folder.run(args, { env: { REDIS_URL: 'redis://localhost' } });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toEqual({
        feed: { title: "Owners' corner", link: 'https://forum.example/', language: 'en' },
        items: [
          {
            id: 'a1',
            title: 'Velora never called back',
            link: 'https://forum.example/a1',
            summary: 'Three weeks without a phone line, Velora does not answer my letters!',
            author: 'Jo',
            published: '2021-09-06T14:45:00Z',
          },
        ],
      });
      expect(existsSync(join(folder.path, 'data'))).toBe(false);
    });

    it('warns in one sentence of a feed that ends in the middle, and prints what there is', async () => {
      folder.write('feed.xml', feed.replace('</channel></rss>', '<item><guid>a2</guid><title>Velora ne'));
      const args = ['poll', '--file', 'feed.xml', '--url', 'https://forum.example/feed.xml'];
      const { code, out, err } = await folder.run(args);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ items: [{ id: 'a1' }, { id: 'a2', title: 'Velora ne' }] });
      expect(err).toBe(
        'evenhand: the feed of feed.xml ends in the middle: 2 entries were read, what came after is missing\n',
      );
    });

    it('takes headers and standard input', async () => {
      const text = '<rss version="2.0"><channel><title>A</title></channel></rss>';
      const args = ['poll', '--file', '-', '--url', 'https://a.example/', '--header', 'Content-Language: de'];
      const { code, out } = await folder.run(args, { input: text });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual({ feed: { title: 'A', language: 'de' }, items: [] });
    });

    it.each([
      [
        'a page',
        '<!doctype html><html><body>Hello</body></html>',
        ['--url', 'https://a.example/'],
        /is an HTML page, not a feed/,
      ],
      ['nothing', '', ['--url', 'https://a.example/'], /empty page instead of a feed/],
      ['no address', feed, [], /--file needs --url too/],
      ['a strange address', feed, ['--url', 'a.example'], /--url a\.example is not a web address/],
      [
        'a strange header',
        feed,
        ['--url', 'https://a.example/', '--header', 'x'],
        /--header "x" is not a header/,
      ],
    ])('refuses %s in one sentence with exit code 2', async (_, text, args, sentence) => {
      folder.write('feed.xml', text);
      const { code, out, err } = await folder.runHere(['poll', '--file', 'feed.xml', ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    });

    it('refuses a file that does not exist', async () => {
      const { code, err } = await folder.runHere(['poll', '--file', 'no.xml', '--url', 'https://a.example/']);
      expect(code).toBe(2);
      expect(err).toBe('evenhand: no.xml does not exist: name a file that holds a feed\n');
    });
  });

  describe('with sources', () => {
    let folder: ServedFolder;
    beforeEach(async () => {
      folder = await makeServedFolder();
    });
    afterEach(() => folder.remove());
    let server: Server;
    let port: number;
    const discussed = (comments: string): string =>
      feed
        .replace('<rss ', '<rss xmlns:wfw="http://wellformedweb.org/CommentAPI/" ')
        .replace('</item>', `<wfw:commentRss>${comments}</wfw:commentRss></item>`);
    const comment = feed.replace('<guid>a1', '<guid>c1').replace('Velora never called back', 'Same here');
    const bodies = new Map([
      ['/feed.xml', feed],
      ['/discussed.xml', discussed('/comments.xml')],
      ['/comments.xml', comment],
      ['/broken.xml', discussed('/no-comments.xml')],
    ]);
    beforeAll(async () => {
      server = createServer((request, response) => {
        const body = bodies.get(request.url ?? '');
        response.statusCode = body === undefined ? 404 : 200;
        response.setHeader('content-type', 'application/rss+xml').end(body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    });
    afterAll(() => void server.close());
    const configure = (place: Pick<Folder, 'write'> = folder): void => {
      const at = (path: string): string => `{kind: feed, url: "http://127.0.0.1:${port}/${path}"}`;
      place.write(
        'evenhand.yaml',
        `${oneBrand}network: {allow: ["127.0.0.1:${port}"]}\nsources:\n  blog: ${at('feed.xml')}\n  gone: ${at('no.xml')}\n  talk: ${at('discussed.xml')}\n  broken: ${at('broken.xml')}\n  survey: {kind: file, path: ./s.csv}\n`,
      );
    };

    it('shows what would come in and stores nothing; then reads for good, once', async () => {
      const embedded = makeFolder();
      configure(embedded);
      const dry = await embedded.runHere(['poll', 'blog', '--dry-run']);
      expect(dry).toMatchObject({ code: 0, err: '' });
      expect(dry.out).toContain('blog: 1 read, 1 would be kept; nothing was stored.');
      expect(existsSync(join(embedded.path, 'data'))).toBe(false);

      const first = await embedded.run(['poll', 'blog', '--json']);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(first.out)).toMatchObject([{ source: 'blog', read: 1, kept: 1, error: null }]);
      const again = await embedded.runHere(['poll', 'blog']);
      expect(again).toMatchObject({ code: 0, out: 'blog: 0 read, 0 kept.\n' });
      const cases = await embedded.runHere(['doctor']);
      expect(cases.out).toMatch(/ok {4}blog: read .* ago, 1 read, 1 kept/);
      embedded.remove();
    }, 60_000);

    it('tries every source though one does not answer, and names that', async () => {
      configure();
      const tried = await folder.runHere(['poll', 'gone', 'blog', '--dry-run']);
      expect([tried.code, tried.out]).toEqual([3, expect.stringContaining('blog: 1 read, 1 would be kept')]);
      expect(tried.err).toMatch(/^evenhand: gone: .*answered with status 404.*\n$/);
      const json = await folder.runHere(['poll', 'gone', 'blog', '--dry-run', '--json']);
      expect(JSON.parse(json.out)).toMatchObject([
        { source: 'blog', kept: 1 },
        { source: 'gone', error: expect.stringContaining('status 404'), isPermanent: false },
      ]);
    }, 60_000);

    it('reads the comments of articles too, and counts a source as read where those cannot be', async () => {
      configure();
      const { code, out } = await folder.runHere(['poll', 'talk', 'broken', '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject([
        { source: 'talk', read: 2, kept: 2, error: null },
        { source: 'broken', read: 1, kept: 1, error: null },
      ]);
      expect((await folder.runHere(['doctor'])).out).toMatch(/broken.*status 404/);
    }, 60_000);

    it('names a source that refuses, and ends with 3, since a later try may go well', async () => {
      configure();
      const { code, out } = await folder.runHere(['poll', 'gone']);
      expect(code).toBe(3);
      expect(out).toContain('answered with status 404');
      const { out: summary } = await folder.runHere(['summary']);
      expect(summary).toMatch(/gone +failing, never read so far: .* answered with status 404/);
    });

    it('refuses names that are no source, or a file', async () => {
      configure();
      const unknown = await folder.runHere(['poll', 'blgo']);
      expect(unknown).toMatchObject({
        code: 2,
        err: 'evenhand: "blgo" is no source; did you mean "blog"?\n',
      });
      const file = await folder.runHere(['poll', 'survey']);
      expect(file.err).toContain('survey is a file, which is imported and not polled');
    });
  });
});
