import iconv from 'iconv-lite';
import type { OddFeed } from './odd-feed.ts';

const SAID = 'Grüße – „Ü“ €';
const documentOf = (declared: string | null, title = SAID): string =>
  `<?xml version="1.0"${declared === null ? '' : ` encoding="${declared}"`}?><rss version="2.0"><channel><item><title>${title}</title></item></channel></rss>`;
const inCharset = (text: string, charset: string, addBOM = false): Uint8Array =>
  new Uint8Array(iconv.encode(text, charset, { addBOM }));

const unicode: OddFeed[] = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].flatMap((charset) =>
  [true, false].map((hasMark) => ({
    kind: `${charset} ${hasMark ? 'with' : 'without'} a byte order mark, declared as something else`,
    feed: inCharset(documentOf('utf-8'), charset, hasMark),
    items: [{ title: SAID }],
  })),
);

export const bytesFeeds: readonly OddFeed[] = [
  ...unicode,
  {
    kind: 'windows-1252 declared as Latin-1',
    feed: inCharset(documentOf('iso-8859-1'), 'windows-1252'),
    items: [{ title: SAID }],
  },
  {
    kind: 'windows-1252 declared as UTF-8',
    feed: inCharset(documentOf('utf-8'), 'windows-1252'),
    items: [{ title: SAID }],
  },
  {
    kind: 'windows-1252 that declares nothing',
    feed: inCharset(documentOf(null), 'windows-1252'),
    items: [{ title: SAID }],
  },
  {
    kind: 'UTF-8 declared as Latin-1',
    feed: inCharset(documentOf('iso-8859-1'), 'utf-8'),
    items: [{ title: SAID }],
  },
  {
    kind: 'UTF-8 behind a server whose default is Latin-1',
    feed: inCharset(documentOf('utf-8'), 'utf-8'),
    headers: { 'content-type': 'text/xml; charset=ISO-8859-1' },
    items: [{ title: SAID }],
  },
  {
    kind: 'UTF-8 declared as ASCII',
    feed: inCharset(documentOf('us-ascii'), 'utf-8'),
    items: [{ title: SAID }],
  },
  {
    kind: 'a charset of the server that nobody knows',
    feed: inCharset(documentOf('utf-8'), 'utf-8'),
    headers: { 'Content-Type': 'application/xml; charset="x-nobody"' },
    items: [{ title: SAID }],
  },
  {
    kind: 'UTF-8 with two byte order marks that is declared as windows-1252',
    feed: new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      0xef,
      0xbb,
      0xbf,
      ...inCharset(documentOf('windows-1252'), 'utf-8'),
    ]),
    items: [{ title: SAID }],
  },
  {
    kind: 'UTF-8 with one byte of another charset',
    feed: new Uint8Array(
      [0x93].flatMap((foreign) => {
        const [before, after] = documentOf('utf-8', 'Grüße naï|ve – gut').split('|');
        return [...inCharset(before ?? '', 'utf-8'), foreign, ...inCharset(after ?? '', 'utf-8')];
      }),
    ),
    items: [{ title: 'Grüße naï“ve – gut' }],
  },
  {
    kind: 'UTF-8 that is cut inside a character',
    feed: inCharset(documentOf('utf-8').split('</title>')[0] ?? '', 'utf-8').slice(0, -1),
    items: [{ title: cutLast(SAID) }],
  },
  ...(
    [
      ['koi8-r', 'Привет'],
      ['shift_jis', 'こんにちは'],
      ['big5', '繁體中文'],
      ['gb2312', '简体中文'],
      ['macintosh', 'Grüße'],
      ['windows-874', 'สวัสดี'],
      ['cp850', 'Grüße'],
    ] as const
  ).map(([charset, title]) => ({
    kind: `${charset} that is declared`,
    feed: inCharset(documentOf(charset, title), charset),
    items: [{ title }],
  })),
  {
    kind: 'signs that XML forbids',
    feed: documentOf('utf-8', 'a\u0000b\u0001c\u001fd'),
    items: [{ title: 'abcd' }],
  },
];

/** The euro sign has three bytes; of those that are left each is read for itself. */
function cutLast(text: string): string {
  return `${text.slice(0, -1)}â‚`;
}
