import { type OddFeed, rss } from './odd-feed.ts';

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

export const rssFeeds: readonly OddFeed[] = [
  {
    kind: 'RSS 0.90, which is RDF of another address',
    feed: `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Nord</title><link>http://nord.example/</link></channel><item><title>Delay</title><link>http://nord.example/1</link></item></rdf:RDF>`,
    head: { title: 'Nord', link: 'http://nord.example/' },
    items: [{ title: 'Delay', link: 'http://nord.example/1' }],
  },
  {
    kind: 'RSS 0.91 with its document type and the entities of HTML',
    feed: '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss version="0.91"><channel><title>Caf&eacute;</title><item><title>&Uuml;ber &copy; 2026</title></item></channel></rss>',
    head: { title: 'Café' },
    items: [{ title: 'Über © 2026' }],
  },
  {
    kind: 'RSS 0.91 whose items stand outside of the channel',
    feed: '<rss version="0.91"><channel><title>C</title></channel><item><title>one</title></item><item><title>two</title></item></rss>',
    head: { title: 'C' },
    items: [{ title: 'one' }, { title: 'two' }],
  },
  {
    kind: 'RSS without a channel, and without a version',
    feed: '<rss><item><title>one</title><link>/1</link></item></rss>',
    items: [{ title: 'one', link: 'https://blog.example/1' }],
  },
  {
    kind: 'a channel without rss',
    feed: '<channel><title>C</title><item><title>one</title></item></channel>',
    head: { title: 'C' },
    items: [{ title: 'one' }],
  },
  {
    kind: 'RSS 1.0 with modules, times, subjects and the whole text',
    feed: `<rdf:RDF ${RDF} ${DC} xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="http://e.example/"><title>C</title></channel><item rdf:about="http://e.example/1"><title>T</title><link>http://e.example/1</link><dc:date>2003-12-31T10:14:55+02:00</dc:date><dc:creator>Ina</dc:creator><dc:subject>lamps</dc:subject><dc:subject>tables</dc:subject><description>short</description><content:encoded><![CDATA[<p>the whole</p>]]></content:encoded></item></rdf:RDF>`,
    head: { title: 'C' },
    items: [
      {
        id: 'http://e.example/1',
        title: 'T',
        link: 'http://e.example/1',
        summary: 'short',
        content: 'the whole',
        author: 'Ina',
        updated: '2003-12-31T08:14:55Z',
        tags: ['lamps', 'tables'],
      },
    ],
  },
  {
    kind: 'RSS 1.1, whose items have a wrapping of their own',
    feed: `<Channel xmlns="http://purl.org/net/rss1.1#" ${RDF} rdf:about="http://e.example/"><title>C</title><items rdf:parseType="Collection"><item rdf:about="http://e.example/1"><title>T</title><link>http://e.example/1</link></item></items></Channel>`,
    head: { title: 'C' },
    items: [{ title: 'T', link: 'http://e.example/1' }],
  },
  {
    kind: 'names written in capitals',
    feed: '<RSS VERSION="2.0"><CHANNEL><TITLE>C</TITLE><ITEM><TITLE>T</TITLE><LINK>http://e.example/</LINK><PUBDATE>Thu, 01 Jan 2004 19:48:21 GMT</PUBDATE></ITEM></CHANNEL></RSS>',
    head: { title: 'C' },
    items: [{ title: 'T', link: 'http://e.example/', published: '2004-01-01T19:48:21Z' }],
  },
  { kind: 'an empty channel', feed: '<rss version="2.0"><channel/></rss>', items: [] },
  { kind: 'nothing inside rss', feed: '<rss version="2.0"></rss>', items: [] },
  {
    kind: 'comments and instructions at the top',
    feed: `<!-- made by -- us --><?xml-stylesheet href="x.xsl"?>\n<!-- again -->${rss('<title>T</title>')}`,
    items: [{ title: 'T' }],
  },
  {
    kind: 'a warning of the server before the declaration',
    feed: `<br />\n<b>Warning</b>: oops in <b>/srv/x.php</b><br />\n<?xml version="1.0"?>${rss('<title>T</title>')}`,
    items: [{ title: 'T' }],
  },
  {
    kind: 'blank lines before the declaration and a script after the end',
    feed: `\n\n <?xml version="1.0" encoding="utf-8"?>${rss('<title>Tür</title>')}<!-- 12 ms --><script>count()</script>`,
    items: [{ title: 'Tür' }],
  },
  {
    kind: 'entities that the document declares, and none that lead to a file',
    feed: `<!DOCTYPE rss [<!ENTITY co "Lumo &#38; Co"><!ENTITY co "second"><!ENTITY file SYSTEM "file:///etc/hostname">]>${rss('<title>&co;</title><description>a &file; b</description>')}`,
    items: [{ title: 'Lumo & Co', summary: 'a &file; b' }],
  },
  {
    kind: 'a title escaped twice',
    feed: rss('<title>Caf&amp;eacute; &amp;amp; Bar: the &amp;lt;b&amp;gt; tag</title>'),
    items: [{ title: 'Café & Bar: the <b> tag' }],
  },
  {
    kind: 'a title with markup, escaped and in CDATA',
    feed: '<rss version="2.0"><channel><item><title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more</title></item><item><title><![CDATA[<b>Bold</b> &amp; more]]></title></item></channel></rss>',
    items: [{ title: 'Bold & more' }, { title: 'Bold & more' }],
  },
  {
    kind: 'a title with signs that are no markup',
    feed: rss('<title>2 &lt; 3 and 5 &gt; 4, AT&T, it&apos;s &#8220;fine&#8221; &#147;too&#148;</title>'),
    items: [{ title: "2 < 3 and 5 > 4, AT&T, it's “fine” “too”" }],
  },
  {
    kind: 'entities without their semicolon, and numbers that name no sign',
    feed: rss('<title>&copy 2026 &#0; &#xD800; &#99999999999;</title>'),
    items: [{ title: '© 2026 � � �' }],
  },
  {
    kind: 'inline markup in a description',
    feed: rss('<description>one <b>bold</b> word<br/>and a line</description>'),
    items: [{ summary: 'one bold word\nand a line' }],
  },
  {
    kind: 'a summary beside a description',
    feed: rss('<summary>short</summary><description>long</description>'),
    items: [{ summary: 'short', content: 'long' }],
  },
  {
    kind: 'an XHTML body',
    feed: rss('<body xmlns="http://www.w3.org/1999/xhtml"><p>hello <em>there</em></p></body>'),
    items: [{ summary: 'hello there', content: 'hello there' }],
  },
  {
    kind: 'a guid that is no link and says so',
    feed: rss('<guid isPermaLink="false">http://e.example/1</guid>'),
    items: [{ id: 'http://e.example/1' }],
  },
  {
    kind: 'a relative guid that is the link',
    feed: rss('<link/><guid isPermaLink="true">/p/1</guid>'),
    items: [{ id: 'https://blog.example/p/1', link: 'https://blog.example/p/1' }],
  },
  {
    kind: 'a guid that is not the link',
    feed: rss('<link>http://e.example/l</link><guid>http://e.example/g</guid>'),
    items: [{ id: 'http://e.example/g', link: 'http://e.example/l' }],
  },
  {
    kind: 'authors as "mail (Name)", as elements, and in Dublin Core of another prefix',
    feed: `<rss version="2.0" xmlns:x="http://purl.org/dc/elements/1.1/"><channel><item><author>kim@e.example (Kim Doe)</author></item><item><author><name>Kim</name><email>k@e.example</email></author></item><item><x:creator>Ina</x:creator><x:date>2003-12-31</x:date></item></channel></rss>`,
    items: [
      { author: 'kim@e.example (Kim Doe)' },
      { author: 'Kim (k@e.example)' },
      { author: 'Ina', updated: '2003-12-31T00:00:00Z' },
    ],
  },
  {
    kind: 'names of namespaces that nobody declared',
    feed: rss(
      '<dc:creator>Ina</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded><foo:title>no</foo:title>',
    ),
    items: [{ summary: 'x', content: 'x', author: 'Ina' }],
  },
  {
    kind: 'categories with domains, twice the same',
    feed: rss(
      '<category domain="http://d.example">A</category><category>B &amp; C</category><category>A</category>',
    ),
    items: [{ tags: ['A', 'B & C'] }],
  },
  {
    kind: 'another source inside the item, which is not the item',
    feed: rss('<title>T</title><source url="http://s.example/">Other<title>no</title></source>'),
    items: [{ title: 'T' }],
  },
  {
    kind: 'pictures and search fields of the channel, which are not the channel',
    feed: rss(
      '<title>T</title>',
      '<image><title>no</title><link>http://no.example/</link></image><textInput><title>no</title><link>http://no.example/</link></textInput><title>C</title><link>http://c.example/</link>',
    ),
    head: { title: 'C', link: 'http://c.example/' },
    items: [{ title: 'T' }],
  },
  {
    kind: 'Atom inside RSS',
    feed: rss(
      '<title>T</title><atom:link rel="self" href="http://e.example/self"/><atom:updated>2005-01-01T00:00:00Z</atom:updated><atom:summary>S</atom:summary>',
      '<link>http://c.example/</link><atom:link rel="self" href="http://c.example/feed"/>',
      'version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    head: { link: 'http://c.example/' },
    items: [{ title: 'T', summary: 'S', updated: '2005-01-01T00:00:00Z' }],
  },
  {
    kind: 'a video that only Media RSS names, and one that has a name of its own',
    feed: `<rss version="2.0" ${MEDIA}><channel><item><media:group><media:title>Clip</media:title><media:description>About it</media:description></media:group></item><item><media:title>no</media:title><title>Own</title><description>own text</description><media:description>no</media:description></item></channel></rss>`,
    items: [
      { title: 'Clip', summary: 'About it' },
      { title: 'Own', summary: 'own text' },
    ],
  },
  {
    kind: 'items in a wrapping, in a second channel, and in an item that nobody closed',
    feed: '<rss version="2.0"><channel><title>C</title><items><item><title>a</title></item></items><item><title>b</title><item><title>c</title></item></channel><channel><title>D</title><item><title>d</title></item></channel></rss>',
    head: { title: 'C' },
    items: [{ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd' }],
  },
  {
    kind: 'links with bare ampersands and blanks around them',
    feed: rss('<link>\n http://e.example/?a=1&b=2&amp;c=3 \n</link>'),
    items: [{ link: 'http://e.example/?a=1&b=2&c=3' }],
  },
  {
    kind: 'two times, the published and the changed one, in zones with names',
    feed: rss('<pubDate>Thu, 01 Jan 04 19:48 EST</pubDate><dc:date>2004-01-05T10Z</dc:date>'),
    items: [{ published: '2004-01-02T00:48:00Z', updated: '2004-01-05T10:00:00Z' }],
  },
  {
    kind: 'a feed that ends in the middle of an item',
    feed: '<rss version="2.0"><channel><title>C</title><item><title>a</title></item><item><title>b</ti',
    head: { title: 'C' },
    items: [{ title: 'a' }, { title: 'b' }],
  },
  {
    kind: 'a feed inside an envelope',
    feed: `<s:Envelope xmlns:s="http://schemas.example/soap"><s:Body>${rss('<title>T</title>')}</s:Body></s:Envelope>`,
    items: [{ title: 'T' }],
  },
  {
    kind: 'signs that begin like a declaration and are none',
    feed: rss(
      '<description>&lt;!\' &lt;a href="x"&gt;y&lt;/a&gt; &lt;!DOCTYPE html&gt;&lt;!-- no --&gt;</description>',
    ),
    items: [{ summary: "<!' y" }],
  },
  {
    kind: 'an author of Atom inside RSS, with a prefix and without',
    feed: '<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><item><a:author><a:name>Ina</a:name><a:email>i@e.example</a:email></a:author></item><item><author xmlns="http://www.w3.org/2005/Atom"><name>Kim</name></author></item></channel></rss>',
    items: [{ author: 'Ina (i@e.example)' }, { author: 'Kim' }],
  },
];
