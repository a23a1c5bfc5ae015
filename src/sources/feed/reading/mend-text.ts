import { decodeHTML, decodeXML } from 'entities';
import { parseUrl } from '../../../lib/parse-url.ts';
import type { Dialect } from './xml-names.ts';
import { elementsOf, innerMarkup, localName, rawText, replaceText, type XmlElement } from './xml-tree.ts';

interface Place {
  readonly dialect: Dialect;
  readonly documentBase: string;
  readonly base: string;
}

/** Inline markup and base64 become escaped HTML; what is escaped or plain already stays. Links are those of `xml:base`. */
export const mendText = (written: XmlElement, place: Place): void => {
  mendForm(written, place.dialect);
  // Against the document's own base they are resolved when the text is read.
  if (place.base !== place.documentBase) resolveLinks(written, place.base);
};

const mendForm = (written: XmlElement, dialect: Dialect): void => {
  const element = bestAlternative(written);
  const type = typeOf(element);
  if (elementsOf(element).length > 0) {
    replaceText(written, innerMarkup(element));
    written.attribs.type = 'html';
    return;
  }
  const decoded = isBase64(element, type, dialect) ? fromBase64(rawText(element, decodeXML)) : undefined;
  written.children = element.children;
  if (decoded !== undefined) {
    replaceText(written, decoded);
    written.attribs.type = /<\/?[a-z]|&[#\w]+;/i.test(decoded) ? 'html' : 'text';
  } else if (dialect === 'atom') {
    written.attribs.type = /^(?:html|text\/html|application\/xhtml\+xml)$/.test(type) ? 'html' : 'text';
  } else {
    delete written.attribs.type;
  }
};

const typeOf = (element: XmlElement): string => (element.attribs.type ?? '').trim().toLowerCase();

/** Atom 0.3 lets a text stand in several forms inside one element: the richest that Evenhand reads. */
const bestAlternative = (element: XmlElement): XmlElement => {
  if (!typeOf(element).startsWith('multipart/')) return element;
  const forms = elementsOf(element).filter((child) => localName(child.name) === localName(element.name));
  return forms.find((form) => typeOf(form).includes('html')) ?? forms[0] ?? element;
};

/** Atom 0.3 says it in `mode`; RFC 4287 4.1.3.3 makes every other media type than text and XML base64. */
const isBase64 = (element: XmlElement, type: string, dialect: Dialect): boolean => {
  if (element.attribs.mode?.toLowerCase() === 'base64') return true;
  return dialect === 'atom' && type.includes('/') && !/^text\/|[+/]xml$/.test(type);
};

/** The text, or undefined when it is not base64 or not text inside (an image stays out). */
const fromBase64 = (text: string): string | undefined => {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'));
  } catch {
    return undefined;
  }
};

const LINK = /(<[a-z][^<>]*?\s(?:href|src)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')/gi;

/** The addresses in a text that is HTML by now. */
const resolveLinks = (element: XmlElement, base: string): void => {
  if (element.attribs.type === 'text') return;
  const html = rawText(element, decodeXML);
  if (!/(?:href|src)\s*=/i.test(html)) return;
  const resolved = html.replace(
    LINK,
    (_whole, before: string, double?: string, single?: string) =>
      `${before}"${absolute(double ?? single ?? '', base)}"`,
  );
  replaceText(element, resolved);
};

/** An address with a scheme stays as written; an address that cannot be resolved stays too, and is dropped later. */
export const absolute = (written: string, base: string): string => {
  const address = written.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  const decoded = decodeHTML(address);
  return parseUrl(decoded, base)?.href.replaceAll('"', '%22') ?? address;
};
