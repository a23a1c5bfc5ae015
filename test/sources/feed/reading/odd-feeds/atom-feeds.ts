import { atom, atom03, base64, type OddFeed } from './odd-feed.ts';

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

export const atomFeeds: readonly OddFeed[] = [
  {
    kind: 'Atom 0.3 with escaped HTML',
    feed: atom03(
      '<title type="text/html" mode="escaped">x &lt;b&gt;y&lt;/b&gt; &amp;amp; z</title><content type="text/html" mode="escaped">&lt;p&gt;Hi&lt;/p&gt;</content>',
    ),
    items: [{ title: 'x y & z', summary: 'Hi', content: 'Hi' }],
  },
  {
    kind: 'Atom 0.3 with plain text that looks like markup',
    feed: atom03('<title mode="escaped">x &lt;b&gt;y&lt;/b&gt; &amp;amp; z</title>'),
    items: [{ title: 'x <b>y</b> &amp; z' }],
  },
  {
    kind: 'Atom 0.3 with inline XHTML',
    feed: atom03(
      `<title mode="xml" type="application/xhtml+xml"><div ${XHTML}>x <b>y</b></div></title><content type="application/xhtml+xml"><div ${XHTML}><p>Hi</p> there</div></content>`,
    ),
    items: [{ title: 'x y', summary: 'Hi\n\nthere', content: 'Hi\n\nthere' }],
  },
  {
    kind: 'Atom 0.3 in base64, with line breaks inside',
    feed: atom03(
      `<title mode="base64">${base64('Hello <b>you</b>')}</title><summary mode="base64" type="text/html">\n${base64('<p>Sum</p>').slice(0, 5)}\n${base64('<p>Sum</p>').slice(5)}\n</summary>`,
    ),
    items: [{ title: 'Hello you', summary: 'Sum' }],
  },
  {
    kind: 'Atom 0.3 with alternatives, the richer one',
    feed: atom03(
      '<title>T</title><content type="multipart/alternative"><content type="text/plain">plain</content><content type="text/html" mode="escaped">&lt;p&gt;rich&lt;/p&gt;</content></content>',
    ),
    items: [{ title: 'T', summary: 'rich', content: 'rich' }],
  },
  {
    kind: 'the three times of Atom 0.3',
    feed: atom03(
      '<issued>2004-01-01T10:00:00-05:00</issued><modified>2004-01-02T00:00:00Z</modified><created>2003-01-01T00:00:00Z</created>',
    ),
    items: [{ published: '2004-01-01T15:00:00Z', updated: '2004-01-02T00:00:00Z' }],
  },
  {
    kind: 'the three types of Atom 1.0',
    feed: atom(
      `<title type="html">x &lt;i&gt;y&lt;/i&gt; &amp;amp; &amp;lt;</title><summary type="text">1 &lt; 2 &amp;amp; &lt;b&gt;</summary><content type="xhtml"><div ${XHTML}><p>A &lt; B</p><script>no()</script></div></content>`,
    ),
    items: [{ title: 'x y & <', summary: '1 < 2 &amp; <b>', content: 'A < B' }],
  },
  {
    kind: 'XHTML with a prefix',
    feed: atom(
      '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>A</x:p></x:div></content>',
    ),
    items: [{ summary: 'A', content: 'A' }],
  },
  {
    kind: 'content that lies elsewhere, and a title in SVG that is not the title',
    feed: `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content src="http://e.example/v.mp4" type="video/mp4"/></entry><entry><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:title>no</s:title></s:svg><title>U</title></entry></feed>`,
    items: [{ title: 'T' }, { title: 'U' }],
  },
  {
    kind: 'several links, of which one is the page',
    feed: atom(
      '<link rel="self" href="http://e.example/self"/><link rel="enclosure" href="http://e.example/x.mp3"/><link href="/page"/><link rel="alternate" type="application/pdf" href="http://e.example/pdf"/>',
    ),
    items: [{ link: 'https://blog.example/page' }],
  },
  {
    kind: 'a relation that is written as an address, and a link that is written as text',
    feed: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link rel="http://www.iana.org/assignments/relation/alternate" href="http://e.example/1"/></entry><entry><title>U</title><link>http://e.example/2</link></entry></feed>',
    items: [
      { title: 'T', link: 'http://e.example/1' },
      { title: 'U', link: 'http://e.example/2' },
    ],
  },
  {
    kind: 'no page but the entry itself',
    feed: atom('<title>T</title><link rel="self" href="http://e.example/self"/>'),
    items: [{ title: 'T' }],
  },
  {
    kind: 'bases inside bases',
    feed: '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/x/"><link href="index"/><entry xml:base="y/"><link href="p.html"/></entry><entry xml:base="/z/"><link xml:base="q/" href="r.html"/></entry></feed>',
    head: { link: 'http://a.example/x/index' },
    items: [{ link: 'http://a.example/x/y/p.html' }, { link: 'http://a.example/z/q/r.html' }],
  },
  {
    kind: 'a base that is none, and one that would run',
    feed: '<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="http://[bad"><link href="p"/></entry><entry xml:base="javascript:run()//"><link href="p"/></entry></feed>',
    items: [{ link: 'https://blog.example/dir/p' }, { link: 'https://blog.example/dir/p' }],
  },
  {
    kind: 'a source with all that an entry has',
    feed: atom(
      '<title>T</title><source><title>S</title><id>s</id><updated>2000-01-01T00:00:00Z</updated><author><name>Sam</name></author><link href="http://s.example/"/><category term="no"/></source>',
    ),
    items: [{ title: 'T', author: 'Sam' }],
  },
  {
    kind: 'authors: two, by mail alone, by address alone, as plain text, and of the feed',
    feed: '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Fay</name></author><entry><author><name>A</name></author><author><name>B</name><email>b@e.example</email></author><contributor><name>no</name></contributor></entry><entry><author><email>b@e.example</email></author></entry><entry><author><uri>http://e.example/</uri></author></entry><entry><author>Plain Name</author></entry><entry><title>T</title></entry></feed>',
    items: [
      { author: 'A, B (b@e.example)' },
      { author: 'b@e.example' },
      { author: 'http://e.example/' },
      { author: 'Plain Name' },
      { title: 'T', author: 'Fay' },
    ],
  },
  {
    kind: 'categories with schemes and labels',
    feed: atom('<category term="a" label="A!" scheme="http://s.example"/><category label="only a label"/>'),
    items: [{ tags: ['a', 'only a label'] }],
  },
  {
    kind: 'ids that look like links and stay as they are',
    feed: atom('<id>HTTP://E.example/%7Eina/./a</id><title>T</title>'),
    items: [{ id: 'HTTP://E.example/%7Eina/./a', title: 'T' }],
  },
  {
    kind: 'a title said twice, the first one, and times said twice, the last one',
    feed: atom(
      '<title type="html"><![CDATA[a <b>b</b> &amp; c]]></title><title>no</title><updated>2004-01-01T00:00:00Z</updated><updated>2005-01-01T00:00:00Z</updated>',
    ),
    items: [{ title: 'a b & c', updated: '2005-01-01T00:00:00Z' }],
  },
  {
    kind: 'Atom without a namespace, and with a prefix everywhere',
    feed: '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>F</a:title><a:entry><a:title>T</a:title><a:link href="http://e.example/"/></a:entry></a:feed>',
    head: { title: 'F' },
    items: [{ title: 'T', link: 'http://e.example/' }],
  },
  {
    kind: 'Atom without any namespace',
    feed: '<feed version="1.0"><title>F</title><entry><title>T</title></entry></feed>',
    head: { title: 'F' },
    items: [{ title: 'T' }],
  },
  {
    kind: 'an entry that is a document of its own',
    feed: '<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id></entry>',
    items: [{ id: 'urn:x', title: 'T' }],
  },
  {
    kind: 'a video of a channel: its text stands in a group',
    feed: atom(
      '<title>T</title><media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>no</media:title><media:description>About it</media:description></media:group>',
    ),
    items: [{ title: 'T', summary: 'About it' }],
  },
  { kind: 'an empty feed', feed: '<feed xmlns="http://www.w3.org/2005/Atom"/>', items: [] },
  {
    kind: 'attributes without quotes',
    feed: '<feed xmlns=http://www.w3.org/2005/Atom><entry><link href=http://e.example/ /><title>T</title></entry></feed>',
    items: [{ title: 'T', link: 'http://e.example/' }],
  },
];
