import { generatePosts } from './generate-posts.ts';

/**
 * Feeds as blogs deliver them, RSS 2.0 and Atom by turns, 20 entries each with title, link, id, author, categories,
 * excerpt and HTML of three paragraphs; the same for the same seed. All of them well-formed and by the book, so that the
 * peer reads each one.
 */
export const benchFeeds = (count: number): readonly string[] => {
  const posts = [
    ...generatePosts({ seed: 11, count: count * entries * 3, now: new Date('2026-03-14T12:00:00Z') }),
  ];
  return Array.from({ length: count }, (_, feed) => {
    const isAtom = feed % 2 === 1;
    const items = Array.from({ length: entries }, (_each, n) => {
      const at = (feed * entries + n) * 3;
      const texts = posts.slice(at, at + 3).map(({ text }) => escaped(text));
      const html = texts
        .map((text) => `<p>${text} <a href="https://blog.example/see/${n}">see</a></p>`)
        .join('\n');
      return isAtom ? atomEntry(feed, n, { texts, html }) : rssItem(feed, n, { texts, html });
    }).join('\n');
    return isAtom ? atomFeed(items) : rssFeed(items);
  });
};

const entries = 20;

interface Words {
  readonly texts: readonly string[];
  readonly html: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const rssItem = (feed: number, n: number, { texts, html }: Words): string => `<item>
<title>${texts[0]?.slice(0, 60)}</title><link>https://blog.example/${feed}/${n}/</link>
<dc:creator><![CDATA[Kim ${n}]]></dc:creator><pubDate>Sat, 14 Mar 2026 10:${String(n).padStart(2, '0')}:00 +0000</pubDate>
<category><![CDATA[Rail]]></category><category><![CDATA[Service]]></category>
<guid isPermaLink="false">https://blog.example/?p=${feed * entries + n}</guid>
<description><![CDATA[${texts[0]}]]></description><content:encoded><![CDATA[${html}]]></content:encoded></item>`;

const rssFeed = (items: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A blog</title><link>https://blog.example/</link>
<atom:link href="https://blog.example/feed/" rel="self" type="application/rss+xml"/><description>Words</description>
<language>en</language>${items}</channel></rss>`;

const atomEntry = (feed: number, n: number, { texts, html }: Words): string => `<entry>
<title>${texts[0]?.slice(0, 60)}</title><link rel="alternate" type="text/html" href="https://blog.example/${feed}/${n}/"/>
<id>tag:blog.example,2026:${feed * entries + n}</id><author><name>Kim ${n}</name></author>
<published>2026-03-14T10:${String(n).padStart(2, '0')}:00Z</published><updated>2026-03-14T11:00:00Z</updated>
<category term="Rail"/><summary>${texts[0]}</summary><content type="html">${escaped(html)}</content></entry>`;

const atomFeed = (items: string): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>A blog</title><id>tag:blog.example,2026:feed</id>
<link rel="self" href="https://blog.example/atom.xml"/><link href="https://blog.example/"/>
<updated>2026-03-14T11:00:00Z</updated>${items}</feed>`;
