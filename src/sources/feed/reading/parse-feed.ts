import { originOf } from '../../../lib/safe-fetch.ts';
import { webLink } from '../../html-text.ts';
import { MAX_ITEMS } from './choose-children.ts';
import { decodeBytes } from './decode-bytes.ts';
import {
  type DraftFeed,
  type FeedItem,
  finishItem,
  languageTag,
  type ReadItem,
  titleText,
  withoutEmpty,
} from './draft.ts';
import { absolute } from './mend-text.ts';
import { type Mended, mendXml } from './mend-xml.ts';
import { readTree } from './read-tree.ts';
import { readIllFormed } from './read-with-feedparser.ts';
import { readJsonFeed } from './read-with-feedsmith.ts';
import { TooDeepError } from './xml-tree.ts';

/** What is known of the bytes beside themselves. */
export interface FeedOrigin {
  readonly url: string;
  readonly contentType?: string;
  readonly contentLocation?: string;
  /** HTTP headers of the answer, in any case; the two fields above go before them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Leaves out an entry in whose middle the document ends; without it what there is of the entry is read. */
  readonly leaveOutHalf?: boolean;
}

export interface ParsedFeed {
  readonly feed: { readonly title?: string; readonly link?: string; readonly language?: string };
  readonly items: readonly FeedItem[];
}

/** A feed with what the walk needs beside the fields that people see. */
export interface FeedReading {
  readonly feed: ParsedFeed['feed'];
  readonly items: readonly ReadItem[];
  readonly ttlMinutes?: number;
  readonly skipHours?: readonly number[];
  /** WebSub, as the document says it; absolute. */
  readonly hub?: string;
  readonly self?: string;
  /** The document ends before its root does. */
  readonly isCut?: true;
}

/** The bytes are no feed; the message says what they are, and names the URL. */
export class NotAFeedError extends Error {
  override readonly name: string = 'NotAFeedError';
}

/** A web page, which may name its feeds. */
export class HtmlPageError extends NotAFeedError {
  override readonly name = 'HtmlPageError';
  readonly html: string;

  constructor(message: string, html: string) {
    super(message);
    this.html = html;
  }
}

/**
 * Bytes of RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 or JSON Feed to plain text, ISO 8601 UTC and absolute links; absent
 * fields are left out. Throws only NotAFeedError.
 */
export const parseFeed = (bytes: Uint8Array, origin: FeedOrigin): ParsedFeed => {
  const { feed, items } = readFeed(bytes, origin);
  return { feed, items: items.map((item) => item.fields) };
};

export const readFeed = (bytes: Uint8Array, origin: FeedOrigin): FeedReading => {
  const header = headerReader(origin.headers ?? {});
  const text = decodeBytes(bytes, origin.contentType ?? header('content-type'));
  const base = documentBase(origin.url, origin.contentLocation ?? header('content-location'));
  const draft = readText(text, base, origin);
  const feed = {
    title: titleText(draft.title),
    link: draft.link === undefined ? undefined : webLink(draft.link, base),
    language: languageTag(draft.language) ?? languageTag(header('content-language')),
  };
  return {
    feed: withoutEmpty(feed),
    items: draft.items.slice(0, MAX_ITEMS).map((item) => finishItem(item, base)),
    ...(draft.ttlMinutes === undefined ? {} : { ttlMinutes: draft.ttlMinutes }),
    ...(draft.skipHours === undefined ? {} : { skipHours: draft.skipHours }),
    ...(draft.isCut === true ? { isCut: true } : {}),
    ...withoutEmpty({ hub: webAddress(draft.hub, base), self: webAddress(draft.self, base) }),
  };
};

const webAddress = (written: string | undefined, base: string): string | undefined =>
  written === undefined ? undefined : webLink(written, base);

/** One sentence for people when a feed ends in the middle; `where` is its host or its file. */
export const cutText = ({ isCut, items }: FeedReading, where: string): string | undefined => {
  if (isCut !== true) return undefined;
  const read = items.length === 1 ? '1 entry was read' : `${items.length} entries were read`;
  return `the feed of ${where} ends in the middle: ${read}, what came after is missing`;
};

const readText = (text: string, base: string, origin: FeedOrigin): DraftFeed => {
  const { url, leaveOutHalf = false } = origin;
  if (text.trim() === '')
    throw new NotAFeedError(`${originOf(url)} answered with an empty page instead of a feed`);
  try {
    if (/^\s*\{/.test(text)) return readJsonFeed(text);
    const mended = mendXml(text, base, { leaveOutHalf });
    if (mended !== undefined)
      return { ...readMended(mended, text, url), ...(mended.isCut ? { isCut: true } : {}) };
  } catch (cause) {
    if (cause instanceof TooDeepError)
      throw new NotAFeedError(`${originOf(url)} is refused: its ${cause.message}`, { cause });
    // What else the first reader cannot take, the second one may.
  }
  if (/^[^<]*(?:<[?!][^>]*>[^<]*)*<opml[\s>]/i.test(text.slice(0, 4096)))
    throw new NotAFeedError(
      `${originOf(url)} is a list of feeds (OPML), not a feed: give the address of one of them`,
    );
  if (isHtmlPage(text)) {
    throw new HtmlPageError(
      `${originOf(url)} is an HTML page, not a feed: give the address of its RSS or Atom feed`,
      text,
    );
  }
  try {
    return readIllFormed(text, url);
  } catch (cause) {
    throw new NotAFeedError(`${originOf(url)} is no feed that can be read (RSS, RDF, Atom or JSON Feed)`, {
      cause,
    });
  }
};

/**
 * The first reader refuses a feed in which it finds nothing; the second may find something. When it does not either, the
 * feed says nothing yet, or nothing that Evenhand carries: no items, and no error.
 */
const readMended = (mended: Mended, text: string, url: string): DraftFeed => {
  try {
    return readTree(mended.root, mended.dialect);
  } catch {
    try {
      return readIllFormed(text, url);
    } catch {
      return { items: [] };
    }
  }
};

const isHtmlPage = (text: string): boolean =>
  /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 4096));

const headerReader = (headers: Readonly<Record<string, string>>): ((name: string) => string | undefined) => {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => lower.get(name);
};

/** RFC 2557: Content-Location is the base of what it accompanies, when it is a web address. */
const documentBase = (url: string, contentLocation: string | undefined): string => {
  const location = contentLocation === undefined ? undefined : webLink(absolute(contentLocation, url));
  return location ?? url;
};
