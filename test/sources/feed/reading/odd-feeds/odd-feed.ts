import type { ParsedFeed } from '../../../../../src/sources/feed/reading/parse-feed.ts';

/** A feed of an odd kind and all that must be read in it. */
export interface OddFeed {
  /** What is odd, as the end of the sentence "reads …". */
  readonly kind: string;
  readonly feed: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly head?: ParsedFeed['feed'];
  readonly items: ParsedFeed['items'];
}

/** Where every odd feed comes from. */
export const ADDRESS = 'https://blog.example/dir/feed.xml';

export const rss = (item: string, channel = '', root = 'version="2.0"'): string =>
  `<rss ${root}><channel>${channel}<item>${item}</item></channel></rss>`;
export const atom = (entry: string, feed = '', root = 'xmlns="http://www.w3.org/2005/Atom"'): string =>
  `<feed ${root}>${feed}<entry>${entry}</entry></feed>`;
export const atom03 = (entry: string, feed = ''): string =>
  atom(entry, feed, 'version="0.3" xmlns="http://purl.org/atom/ns#"');
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
