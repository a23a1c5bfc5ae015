import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { breaksAround, emojiOf, isHidden, isImage, isQuoted } from './elements.ts';
import { createLineWriter, type LineWriter } from './line-writer.ts';

export interface ReadHtml {
  readonly text: string;
  /** Addresses of anchors as they are written. */
  readonly hrefs: readonly string[];
  readonly hasImage: boolean;
}

/** What becomes of a quotation without a name: it is marked with `>`, or left out. */
export type Quotations = 'marked' | 'left out';

/** Deeper than any page; the parser's time grows with the square of the depth. */
const MAX_DEPTH = 1000;
class TooDeep extends Error {}

/** Reads HTML as a browser would show it, without ever throwing. */
export const readHtml = (html: string, quotations: Quotations): ReadHtml => {
  const reading = beginReading(quotations);
  try {
    createParser(reading).end(html.replace(NO_DECLARATION, '&lt;!'));
    return { text: reading.lines.text(), hrefs: reading.hrefs, hasImage: reading.hasImage };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const lines = createLineWriter();
    lines.words(decodeHTML(html.replace(/<[^<>]*>/g, ' ')));
    return { text: lines.text(), hrefs: [], hasImage: reading.hasImage };
  }
};

/** `<!` begins a comment, a document type or a CDATA section; everything else that begins so is text. */
const NO_DECLARATION = /<!(?!--|\[|doctype)/gi;

interface Reading {
  readonly lines: LineWriter;
  readonly hrefs: string[];
  readonly quotations: Quotations;
  /** The lists around, each with the number of its next item; null: it has no numbers. */
  readonly lists: (number | null)[];
  hasImage: boolean;
  /** The elements around. */
  readonly open: string[];
  /** Depth of the element whose content is not read; 0: everything is. */
  unreadFrom: number;
  quoteDepth: number;
  preDepth: number;
}

const beginReading = (quotations: Quotations): Reading => ({
  lines: createLineWriter(),
  hrefs: [],
  quotations,
  lists: [],
  hasImage: false,
  open: [],
  unreadFrom: 0,
  quoteDepth: 0,
  preDepth: 0,
});

const createParser = (reading: Reading): Parser =>
  new Parser(
    {
      onopentag: (name, attributes) => {
        reading.open.push(name);
        if (reading.open.length > MAX_DEPTH) throw new TooDeep();
        openElement(reading, name, attributes);
      },
      ontext: (text) => {
        if (reading.unreadFrom > 0) return;
        if (reading.preDepth > 0) reading.lines.verbatim(text);
        else reading.lines.words(text);
      },
      onclosetag: (name) => {
        // A tag that is cut off at the end is closed without having been opened.
        if (reading.open.at(-1) !== name) return;
        closeElement(reading, name);
        reading.open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );

type Attributes = Readonly<Record<string, string>>;

const openElement = (reading: Reading, name: string, attributes: Attributes): void => {
  if (reading.unreadFrom > 0) return;
  breakAt(reading, name);
  if (isUnread(reading, name, attributes)) {
    // A film that people see is an image, though its content is no text.
    if (name === 'video' && attributes.hidden === undefined) reading.hasImage = true;
    reading.unreadFrom = reading.open.length;
    return;
  }
  showImage(reading, name, attributes);
  if (name === 'br') reading.lines.lineBreak();
  else if (name === 'td' || name === 'th') reading.lines.words(' ');
  else if (name === 'a' && attributes.href !== undefined) reading.hrefs.push(attributes.href);
  else nest(reading, name, attributes);
};

const isUnread = ({ quotations }: Reading, name: string, attributes: Attributes): boolean =>
  (name === 'blockquote' && quotations === 'left out') ||
  isQuoted(name, attributes) ||
  isHidden(name, attributes);

const showImage = (reading: Reading, name: string, attributes: Attributes): void => {
  const emoji = emojiOf(name, attributes);
  if (emoji !== undefined) reading.lines.words(emoji);
  else if (isImage(name, attributes)) reading.hasImage = true;
};

/** Lists, quotations and text that is set as it was written: what their content looks like. */
const nest = (reading: Reading, name: string, { start }: Attributes): void => {
  const { lines, lists } = reading;
  if (name === 'ul') lists.push(null);
  else if (name === 'ol') lists.push(/^-?\d{1,9}$/.test(start ?? '') ? Number(start) : 1);
  else if (name === 'li') lines.mark(nextMarker(lists));
  else if (name === 'pre') reading.preDepth += 1;
  else if (name === 'blockquote') {
    reading.quoteDepth += 1;
    lines.setIndent('> '.repeat(reading.quoteDepth));
  }
};

const nextMarker = (lists: Reading['lists']): string => {
  const indent = '  '.repeat(Math.min(Math.max(0, lists.length - 1), 10));
  const number = lists.at(-1);
  if (number === null || number === undefined) return `${indent}- `;
  lists[lists.length - 1] = number + 1;
  return `${indent}${number}. `;
};

const closeElement = (reading: Reading, name: string): void => {
  if (reading.unreadFrom > 0) {
    if (reading.open.length > reading.unreadFrom) return;
    reading.unreadFrom = 0;
    breakAt(reading, name);
    return;
  }
  if (name === 'ul' || name === 'ol') reading.lists.pop();
  else if (name === 'li') reading.lines.mark('');
  else if (name === 'pre') reading.preDepth -= 1;
  else if (name === 'blockquote') {
    reading.quoteDepth -= 1;
    reading.lines.setIndent('> '.repeat(reading.quoteDepth));
  }
  breakAt(reading, name);
};

/** A list within a list is a line of it. */
const breakAt = ({ lines, lists }: Reading, name: string): void => {
  const breaks = breaksAround(name);
  if (breaks === 0) return;
  lines.breakTo(breaks === 2 && lists.length > 0 && (name === 'ul' || name === 'ol') ? 1 : breaks);
};
