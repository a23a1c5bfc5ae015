import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotAFeedError, parseFeed, readFeed } from '../../../../src/sources/feed/reading/parse-feed.ts';
import { startCpuTimer } from '../../../support/cpu-time.ts';

const URL_OF_FEED = 'https://blog.example/posts/feed.xml';
const parse = (text: string | Uint8Array, more: object = {}) =>
  parseFeed(typeof text === 'string' ? Buffer.from(text) : text, { url: URL_OF_FEED, ...more });
const rss = (item: string, channel = '') =>
  `<rss version="2.0"><channel>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><entry>${entry}</entry></feed>`;

describe('parseFeed', () => {
  it('reads an RSS 2.0 post with every field, as plain text, UTC and absolute links', () => {
    const text = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Owners &amp; friends</title>
      <link>/</link><language>en-gb</language><item><title>Third visit, same leak</title><link>/posts/leak?a=1&amp;b=2</link>
      <guid isPermaLink="false">leak-3</guid><dc:creator>Pia Brandt</dc:creator><category>boiler</category>
      <category>service</category><pubDate>Sat, 14 Mar 2026 10:00:00 +0100</pubDate>
      <description>The leak is back.</description>
      <content:encoded><![CDATA[<p>The leak is <b>back</b>.</p><p>Nobody calls.</p>]]></content:encoded></item></channel></rss>`;
    expect(parse(text)).toEqual({
      feed: { title: 'Owners & friends', link: 'https://blog.example/', language: 'en-gb' },
      items: [
        {
          id: 'leak-3',
          title: 'Third visit, same leak',
          link: 'https://blog.example/posts/leak?a=1&b=2',
          summary: 'The leak is back.',
          content: 'The leak is back.\n\nNobody calls.',
          author: 'Pia Brandt',
          published: '2026-03-14T09:00:00Z',
          tags: ['boiler', 'service'],
        },
      ],
    });
  });

  it('reads Atom 1.0 and picks the HTML alternate among the links', () => {
    const parsed = parse(
      atom(
        `<id>tag:a</id><title type="html">A &amp;lt;b&amp;gt; B</title><link rel="self" href="s"/><link rel="alternate"
         type="application/pdf" href="p.pdf"/><link href="post.html"/><updated>2026-03-14T10:00:00Z</updated>
         <author><name>Jo</name><email>jo@blog.example</email></author><category term="x"/>
         <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One<br/>two &lt;3</div></content>`,
        'xml:lang="de"',
      ),
    );
    expect(parsed.feed.language).toBe('de');
    expect(parsed.items[0]).toMatchObject({
      id: 'tag:a',
      title: 'A <b> B',
      link: 'https://blog.example/posts/post.html',
      author: 'Jo (jo@blog.example)',
      content: 'One\ntwo <3',
      updated: '2026-03-14T10:00:00Z',
      tags: ['x'],
    });
  });

  it('reads RSS 1.0 with Dublin Core, and keeps foreign elements of the same name apart', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:my="https://vocabulary.example/"><channel rdf:about="u">
      <title>T</title></channel><item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/one</link>
      <my:title>not this</my:title><d:date>2026-03-14</d:date><d:subject>s</d:subject></item></rdf:RDF>`;
    expect(parse(text).items).toEqual([
      {
        id: 'https://a.example/1',
        title: 'One',
        link: 'https://a.example/one',
        updated: '2026-03-14T00:00:00Z',
        tags: ['s'],
      },
    ]);
  });

  it('reads a JSON Feed', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      language: 'de',
      items: [
        {
          id: '1',
          url: '/1',
          content_html: '<p>Hallo</p>',
          date_published: '2026-03-14T10:00:00+01:00',
          tags: ['t'],
        },
      ],
    });
    expect(parse(text)).toEqual({
      feed: { title: 'J', language: 'de' },
      items: [
        {
          id: '1',
          link: 'https://blog.example/1',
          summary: 'Hallo',
          content: 'Hallo',
          published: '2026-03-14T09:00:00Z',
          tags: ['t'],
        },
      ],
    });
  });

  it('resolves xml:base against its ancestors, and Content-Location before the URL', () => {
    const nested = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/outer/"><entry xml:base="inner/"><link href="x"/></entry></feed>`;
    expect(parse(nested).items[0]?.link).toBe('https://blog.example/outer/inner/x');
    const headers = { 'Content-Location': 'https://other.example/dir/f.xml' };
    expect(parse(atom('<link href="x"/>'), { headers }).items[0]?.link).toBe('https://other.example/dir/x');
    const hostile = { 'content-location': 'javascript:alert(1)' };
    expect(parse(atom('<link href="x"/>'), { headers: hostile }).items[0]?.link).toBe(
      'https://blog.example/posts/x',
    );
  });

  it.each([
    [
      'escaped',
      'type="html" xml:base="deep/"',
      '&lt;a href="there"&gt;x&lt;/a&gt;',
      'https://a.example/x/deep/there',
    ],
    ['inline', 'type="xhtml"', '<div><a href="/there">x</a></div>', 'https://a.example/there'],
    [
      'in CDATA',
      'type="html"',
      '<![CDATA[<a href="there?a=1&amp;b=2">x</a>]]>',
      'https://a.example/x/there?a=1&b=2',
    ],
    [
      'in base64',
      'mode="base64" type="text/html"',
      Buffer.from("<a href='there'>x</a>").toString('base64'),
      'https://a.example/x/there',
    ],
  ])(
    'resolves the links of a text against xml:base, however it is written: %s',
    (_how, attributes, text, link) => {
      const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry><content ${attributes}>${text}</content></entry></feed>`;
      const [item] = readFeed(Buffer.from(feed), { url: 'https://blog.example/feed' }).items;
      expect(item?.extras.links).toEqual([link]);
    },
  );

  it('decodes Atom base64 by mode and by media type, and leaves images out', () => {
    const packed = Buffer.from('Still <b>broken</b>').toString('base64');
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">${packed}</title></entry></feed>`;
    expect(parse(old).items[0]?.title).toBe('Still broken');
    expect(
      parse(atom(`<content type="application/octet-stream">${packed}</content>`)).items[0]?.content,
    ).toBe('Still broken');
  });

  it('takes a guid as link only when it is a permalink', () => {
    const link = (guid: string) => parse(rss(guid)).items[0]?.link;
    expect(link('<guid>https://a.example/1</guid>')).toBe('https://a.example/1');
    expect(link('<guid isPermaLink="false">https://a.example/1</guid>')).toBeUndefined();
    expect(link('<guid>abc</guid>')).toBeUndefined();
  });

  it('takes the first of two texts as summary and the second as content', () => {
    const item = '<summary>short</summary><description>long text</description>';
    expect(parse(rss(item)).items[0]).toEqual({ summary: 'short', content: 'long text' });
  });

  it.each([
    [
      'a byte order mark before everything',
      Buffer.from('\uFEFF<rss><channel><title>ü</title></channel></rss>', 'utf16le'),
      'text/xml; charset=utf-8',
    ],
    [
      'the HTTP charset before the declaration',
      latin1('<?xml version="1.0" encoding="utf-8"?><rss><channel><title>ü</title></channel></rss>'),
      'text/xml; charset=iso-8859-1',
    ],
    [
      'the declaration',
      latin1('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>ü</title></channel></rss>'),
      undefined,
    ],
    ['UTF-8 without any', Buffer.from('<rss><channel><title>ü</title></channel></rss>'), undefined],
    ['a guess where all fails', latin1('<rss><channel><title>ü</title></channel></rss>'), undefined],
  ])('decodes by %s', (_name, bytes, contentType) => {
    expect(parse(bytes, contentType === undefined ? {} : { contentType }).feed.title).toBe('ü');
  });

  it('reads a feed that breaks off, and one with bare ampersands and unclosed tags', () => {
    const whole = rss('<title>One</title><link>https://a.example/1</link>').replace(
      '</item>',
      '</item><item><title>Two & a <b>half</title>',
    );
    expect(parse(whole.slice(0, -20)).items.map((item) => item.title)).toEqual(['One', 'Two & a half']);
  });

  it('finds a feed that is wrapped, without channel, or has words before it', () => {
    const item = '<item><title>One</title></item>';
    const forms = [
      `<answer><data><rss version="2.0"><channel>${item}</channel></rss></data></answer>`,
      `<rss>${item}</rss>`,
      `<channel>${item}</channel>`,
      `Warning: cache is cold\n<rss version="2.0"><channel>${item}</channel></rss>`,
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${item}</r:RDF>`,
    ];
    for (const form of forms) expect(parse(form).items).toEqual([{ title: 'One' }]);
  });

  it('takes plain entities of the document type and grows nothing from nested ones', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY brand "Blauwal"><!ENTITY a "&brand;&brand;"><!ENTITY b "&a;&a;">]>`;
    expect(parse(`${bomb}<rss><channel><title>&brand; &b;</title></channel></rss>`).feed.title).toBe(
      'Blauwal &b;',
    );
    const outside =
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><title>&x;</title></channel></rss>';
    expect(parse(outside).feed.title).toBe('&x;');
  });

  it('reads an empty feed as one without items', () => {
    expect(parse('<rss version="2.0"><channel></channel></rss>')).toEqual({ feed: {}, items: [] });
    expect(parse('<feed xmlns="http://www.w3.org/2005/Atom"/>')).toEqual({ feed: {}, items: [] });
  });

  it.each([
    [
      'an HTML page',
      '<!doctype html><html><head><title>Blog</title></head><body>Hi</body></html>',
      /is an HTML page, not a feed/,
    ],
    ['an empty page', ' \n', /an empty page/],
    [
      'a list of feeds',
      '<?xml version="1.0"?><opml version="1.0"><body><outline xmlUrl="http://e/"/></body></opml>',
      /is a list of feeds \(OPML\)/,
    ],
    ['something else', 'Hello there', /no feed that can be read/],
    [
      'an unknown vocabulary',
      '<catalogue><item><name>x</name></item></catalogue>',
      /no feed that can be read/,
    ],
    ['other JSON', '{"error": "no"}', /no feed that can be read/],
    ['elements without end', '<a>'.repeat(200_000), /more than 1000 deep/],
  ])('refuses %s with a sentence that names the host', (_name, text, sentence) => {
    expect(() => parse(text)).toThrow(NotAFeedError);
    expect(() => parse(text)).toThrow(sentence);
    expect(() => parse(text)).toThrow(new URL(URL_OF_FEED).origin);
  });

  it('reads a 1.5 MB feed of 2,000 posts in well under a second', () => {
    const body = `<title>Post</title><description>${'&lt;p&gt;word word word&lt;/p&gt; '.repeat(20)}</description>`;
    const text = rss(
      Array.from({ length: 2000 }, (_, at) => `<guid>n${at}</guid>${body}`).join('</item><item>'),
    );
    parse(rss(body));
    const elapsed = startCpuTimer();
    expect(parse(text).items).toHaveLength(2000);
    expect(elapsed()).toBeLessThan(2000);
  });

  it.each([
    ['inline elements', rss(`<description>${'<b>x</b>'.repeat(120_000)}</description>`)],
    ['categories', rss('<category>c</category>'.repeat(45_000))],
    ['items in wrappings', `<rss><channel>${'<items><item/></items>'.repeat(45_000)}</channel></rss>`],
    ['channels', `<rss>${'<channel><item/></channel>'.repeat(38_000)}</rss>`],
  ])('needs time that grows with its length alone for a megabyte of %s', (_name, text) => {
    const elapsed = startCpuTimer();
    parse(text);
    expect(elapsed()).toBeLessThan(3_000);
  });
});

describe('parseFeed on damaged input', () => {
  const hostile = rss(
    `<title>&lt;script&gt;a()&lt;/script&gt;Hi</title><link>javascript:a()</link><guid>javascript:b()</guid>
     <description><![CDATA[<p onclick="a()">One <img src=x onerror=b()><a href="javascript:c()">two</a></p><iframe src=x>]]></description>`,
    '<language>de</language>',
  );
  const danger = /<\s*\/?(?:script|iframe|object|embed|style)\b|javascript\s*:|<[^>]*[\s/"']on\w+\s*=/i;
  const damage = fc.array(
    fc.record({ at: fc.nat(hostile.length), cut: fc.nat(30), put: fc.string({ maxLength: 3 }) }),
    {
      maxLength: 4,
    },
  );

  it('refuses by name or reads, and never lets anything run', () => {
    fc.assert(
      fc.property(damage, (cuts) => {
        const damaged = cuts.reduce(
          (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
          hostile,
        );
        try {
          return Object.values(parse(damaged).items[0] ?? {}).every((field) => !danger.test(String(field)));
        } catch (error) {
          return error instanceof NotAFeedError && error.message.includes(new URL(URL_OF_FEED).origin);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the undamaged form as its text alone', () => {
    expect(parse(hostile)).toEqual({
      feed: { language: 'de' },
      items: [{ id: 'b()', title: 'Hi', summary: 'One two' }],
    });
  });
});

describe('readFeed', () => {
  it('carries what the walk needs: comments, pace, links, language', () => {
    const text = `<rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
      <channel><ttl>90</ttl><skipHours><hour>1</hour><hour>2</hour></skipHours><item><title>T</title>
      <wfw:commentRss>/t/feed/</wfw:commentRss><slash:comments>3</slash:comments>
      <description>&lt;a href="/shop"&gt;shop&lt;/a&gt;&lt;img src="x"&gt;</description></item></channel></rss>`;
    const reading = readFeed(Buffer.from(text), { url: URL_OF_FEED });
    expect(reading).toMatchObject({ ttlMinutes: 90, skipHours: [1, 2] });
    expect(reading.items[0]?.extras).toEqual({
      commentFeed: 'https://blog.example/t/feed/',
      commentCount: 3,
      links: ['https://blog.example/shop'],
      hasImage: true,
    });
  });
});

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
