import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';

export interface HtmlText {
  /** Plain text: blocks on lines of their own, spaces collapsed, nothing in it that a browser would run. */
  readonly text: string;
  /** Absolute http(s) addresses of the anchors, each once, in their order. */
  readonly links: readonly string[];
  readonly hasImage: boolean;
}

/** HTML as a platform delivers it to the text that a person would read. Never throws; never renders anything. */
export const htmlToText = (html: string, baseUrl?: string): HtmlText => {
  const reading = readHtml(html);
  const links = new Set<string>();
  for (const href of reading.hrefs) {
    const link = webLink(href, baseUrl);
    if (link !== undefined) links.add(link);
  }
  return { text: disarm(tidyLines(reading.parts.join(''))), links: [...links], hasImage: reading.hasImage };
};

/** Text that was never HTML: only tidied and disarmed, its angle brackets stay. */
export const plainText = (text: string): string => disarm(tidyLines(text));

/** A title or a name: one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The address if a person may safely follow it, made absolute; undefined for scripts, data and broken addresses. */
export const webLink = (href: string, baseUrl?: string): string | undefined => {
  const trimmed = oneLine(href);
  if (trimmed === '') return undefined;
  const url = URL.canParse(trimmed, baseUrl) ? new URL(trimmed, baseUrl) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  // An address that is absolute already stays as its author wrote it, unless it could break out of an attribute.
  const address = /^https?:\/\/[^<>"`]+$/i.test(trimmed) ? trimmed : url.href;
  return address.replace(/(?<=script):/gi, '%3A');
};

const BLOCKS = new Set(
  (
    'address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Their content is no text for people. */
const HIDDEN = new Set('script style template noframes xmp noembed'.split(' '));
const IMAGES = new Set(['img', 'picture', 'video']);

interface Reading {
  readonly parts: string[];
  readonly hrefs: string[];
  hasImage: boolean;
  hiddenDepth: number;
  depth: number;
}

/** Deeper than any page; the parser's time grows with the square of the depth. */
const MAX_DEPTH = 1000;
class TooDeep extends Error {}

const readHtml = (html: string): Reading => {
  const reading: Reading = { parts: [], hrefs: [], hasImage: false, hiddenDepth: 0, depth: 0 };
  try {
    parseInto(reading, html);
    return reading;
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { ...reading, hrefs: [], parts: [decodeHTML(html.replace(/<[^<>]*>/g, ' '))] };
  }
};

const parseInto = (reading: Reading, html: string): void => {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reading.depth += 1;
        if (reading.depth > MAX_DEPTH) throw new TooDeep();
        openTag(reading, name, attributes);
      },
      ontext: (text) => {
        if (reading.hiddenDepth === 0) reading.parts.push(text.replace(/\s+/g, ' '));
      },
      onclosetag: (name) => {
        reading.depth -= 1;
        if (HIDDEN.has(name)) reading.hiddenDepth = Math.max(0, reading.hiddenDepth - 1);
        else if (BLOCKS.has(name)) reading.parts.push('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html.replace(NO_DECLARATION, '&lt;!'));
};

/** `<!` begins a comment, a document type or a CDATA section; everything else that begins so is text. */
const NO_DECLARATION = /<!(?!--|\[|doctype)/gi;

const openTag = (reading: Reading, name: string, attributes: Readonly<Record<string, string>>): void => {
  if (HIDDEN.has(name)) {
    reading.hiddenDepth += 1;
    return;
  }
  if (reading.hiddenDepth > 0) return;
  if (BLOCKS.has(name) || name === 'br') reading.parts.push('\n');
  if (IMAGES.has(name)) reading.hasImage = true;
  if (name === 'td' || name === 'th') reading.parts.push(' ');
  if (name === 'a' && attributes.href !== undefined) reading.hrefs.push(attributes.href);
};

const tidyLines = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const RUNNING_TAG =
  /<\s*\/?\s*(?:script|style|iframe|object|embed|applet|meta|link|base|form|svg|math|import|xml)\b[^<>]*>?/gi;
const TAG_WITH_HANDLER = /<[^<>]*?(?:[\s/"'`]on\w+\s*=|script\s*:)[^<>]*>?/gi;
const SCRIPT_SCHEME = /(?:java|vb|live)script\s*:/gi;

/**
 * Text escaped twice still reads as markup. It stays text, but whatever could run where someone shows it unescaped is
 * cut out. Cutting may join a new one, so it repeats; the bound keeps a crafted text from costing more than its length.
 */
const disarm = (text: string): string => {
  let current = text;
  for (let round = 0; round < 8; round += 1) {
    const next = current.replace(TAG_WITH_HANDLER, '').replace(RUNNING_TAG, '').replace(SCRIPT_SCHEME, '');
    if (next === current) return current.trim();
    current = next;
  }
  return current
    .replace(/[<>]/g, ' ')
    .replace(/script\s*:/gi, 'script ')
    .trim();
};
