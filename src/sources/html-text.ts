import { parseUrl } from '../lib/parse-url.ts';
import { disarm } from './html-text/disarm.ts';
import { type Quotations, readHtml } from './html-text/read-html.ts';

export interface HtmlText {
  /** Plain text: blocks on lines of their own, spaces collapsed, nothing in it that a browser would run. */
  readonly text: string;
  /** Absolute http(s) addresses of the anchors, each once, in their order. */
  readonly links: readonly string[];
  /** There is an image, whose text nobody has read. */
  readonly hasImage: boolean;
}

/**
 * HTML as a platform delivers it to the text that a person would read: items of lists with their mark, emoji images as
 * their signs; nothing hidden, nothing quoted from another post. Never throws; never renders anything.
 *
 * @param baseUrl what relative links lead from
 * @param isReply a quotation in it is of the post that it answers, and left out unless nothing else is said
 */
export const htmlToText = (html: string, baseUrl?: string, isReply = false): HtmlText => {
  const read = readReply(html, isReply ? 'left out' : 'marked');
  const links = new Set<string>();
  for (const href of read.hrefs) {
    const link = webLink(href, baseUrl);
    if (link !== undefined) links.add(link);
  }
  return { text: disarm(read.text), links: [...links], hasImage: read.hasImage };
};

const readReply = (html: string, quotations: Quotations): ReturnType<typeof readHtml> => {
  const read = readHtml(html, quotations);
  return quotations === 'marked' || read.text !== '' || read.hasImage ? read : readHtml(html, 'marked');
};

/** Text that was never HTML: only tidied and disarmed, its angle brackets stay. */
export const plainText = (text: string): string => disarm(tidyLines(text));

/** A title or a name: one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The address if a person may safely follow it, made absolute; undefined for scripts, data and broken addresses. */
export const webLink = (href: string, baseUrl?: string): string | undefined => {
  const trimmed = oneLine(href);
  if (trimmed === '') return undefined;
  const url = parseUrl(trimmed, baseUrl);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  // An address that is absolute already stays as its author wrote it, unless it could break out of an attribute.
  const address = /^https?:\/\/[^<>"`]+$/i.test(trimmed) ? trimmed : url.href;
  return address.replace(/(?<=script):/gi, '%3A');
};

const tidyLines = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
