import { decodeHTML, decodeXML } from 'entities';
import { chooseChildren } from './choose-children.ts';
import { canonicalName, type Dialect, FOREIGN, synonym } from './xml-names.ts';
import {
  attribute,
  elementsOf,
  innerMarkup,
  localName,
  parseXml,
  rawText,
  renderXml,
  replaceText,
  type XmlElement,
} from './xml-tree.ts';

export interface Mended {
  readonly xml: string;
  readonly dialect: Dialect;
}

/**
 * Writes the feed anew in the form that the feed library reads fully. No library resolves xml:base or decodes Atom 0.3
 * base64 (facts/sources.md, feed-parser measurement): after mending, links are absolute, text constructs hold escaped
 * text with `type` html or text, borrowed names are the dialect's own, and foreign vocabularies are gone.
 */
export const mendXml = (text: string, documentBase: string): Mended | undefined => {
  const document = parseXml(text);
  const root = findRoot(elementsOf(document));
  const dialect = root === undefined ? undefined : DIALECTS[localName(root.name)];
  if (root === undefined || dialect === undefined) return undefined;
  mendContainer(root, { dialect, base: documentBase, depth: 0 });
  shapeRoot(root, dialect);
  return { xml: renderXml(root), dialect };
};

const DIALECTS: Readonly<Record<string, Dialect>> = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom' };

/** The feed itself, also where a server wraps it in an element or two of its own; a web page is no wrapping. */
const findRoot = (elements: readonly XmlElement[], depth = 0): XmlElement | undefined => {
  const found = elements.find((element) => DIALECTS[localName(element.name)] !== undefined);
  if (found !== undefined || depth === 2) return found;
  const wrappings = elements.filter((element) => localName(element.name) !== 'html');
  const inner = findRoot(wrappings.flatMap(elementsOf), depth + 1);
  // Namespaces are looked up to the root, and this is it now.
  if (inner !== undefined) inner.parent = null;
  return inner;
};

interface Place {
  readonly dialect: Dialect;
  readonly base: string;
  readonly depth: number;
}

const CONTAINERS = new Set(
  'channel item entry author contributor source image textinput skiphours skipdays dc:creator'.split(' '),
);
/** feed > entry > source > author is the deepest that any dialect goes. */
const MAX_DEPTH = 6;

const mendContainer = (element: XmlElement, place: Place): void => {
  const here = { ...place, base: baseOf(element, place.base) };
  const kept: XmlElement[] = [];
  for (const child of elementsOf(element)) {
    const name = synonym(canonicalName(child, place.dialect), place.dialect);
    if (name !== FOREIGN && !name.startsWith('xhtml:')) kept.push(rename(child, name));
  }
  const children = chooseChildren(element.name, kept);
  for (const child of children) mendChild(child, here);
  element.children = [...children];
  dropNamespaces(element);
};

/** Naming reads the ancestors' declarations, so that they go only after every child was named. */
const rename = (element: XmlElement, name: string): XmlElement => {
  element.name = name;
  return element;
};

const mendChild = (child: XmlElement, place: Place): void => {
  const isContainer = CONTAINERS.has(child.name) && elementsOf(child).length > 0;
  if (isContainer && child.name === 'dc:creator') {
    replaceText(child, personText(child));
  } else if (isContainer && place.depth < MAX_DEPTH) {
    mendContainer(child, { ...place, depth: place.depth + 1 });
    return;
  } else {
    mendLeaf(child, { ...place, base: baseOf(child, place.base) });
  }
  dropNamespaces(child);
};

/** An Atom person inside an RSS item: `Name (mail)`, the form in which RSS writes one. */
const personText = (person: XmlElement): string => {
  const part = (name: string): string => {
    const found = elementsOf(person).find((element) => localName(element.name) === name);
    return found === undefined ? '' : rawText(found, decodeHTML).trim();
  };
  const [name, email] = [part('name'), part('email')];
  return name !== '' && email !== '' ? `${name} (${email})` : name || email;
};

const ADDRESSES = new Set(
  'link comments wfw:comment wfw:commentrss url uri icon logo docs atom:link'.split(' '),
);
const PLAIN = new Set(
  'id guid dc:identifier category dc:subject pubdate language ttl hour day slash:comments'.split(' '),
);

const mendLeaf = (element: XmlElement, place: Place): void => {
  for (const name of ['href', 'src']) {
    const written = element.attribs[name];
    if (written !== undefined) element.attribs[name] = absolute(written, place.base);
  }
  if (ADDRESSES.has(element.name)) {
    const written = rawText(element, decodeHTML).trim() || borrowedHref(element, place.dialect);
    if (written !== '') replaceText(element, absolute(written, place.base));
  } else if (element.name === 'guid') {
    mendGuid(element, place.base);
  } else if (!PLAIN.has(element.name)) {
    mendText(element, place.dialect);
  } else if (elementsOf(element).length > 0) {
    replaceText(element, rawText(element, decodeHTML));
  }
};

/** A guid that may be a link is made absolute like one; what was said to be none, or cannot be one, stays. */
const mendGuid = (element: XmlElement, base: string): void => {
  const written = rawText(element, decodeHTML).trim();
  const isLink = attribute(element, 'ispermalink')?.toLowerCase() !== 'false' && written.includes('/');
  if (written !== '') replaceText(element, isLink ? absolute(written, base) : written);
};

/** An Atom link without a prefix inside RSS: its address is in the attribute. */
const borrowedHref = (element: XmlElement, dialect: Dialect): string =>
  dialect !== 'atom' && element.name === 'link' && (element.attribs.rel ?? 'alternate') === 'alternate'
    ? decodeHTML(element.attribs.href ?? '')
    : '';

/** Inline markup and base64 become escaped HTML; what is escaped or plain already stays. */
const mendText = (element: XmlElement, dialect: Dialect): void => {
  const type = (element.attribs.type ?? '').trim().toLowerCase();
  if (elementsOf(element).length > 0) {
    replaceText(element, innerMarkup(element));
    element.attribs.type = 'html';
    return;
  }
  const decoded = isBase64(element, type, dialect) ? fromBase64(rawText(element, decodeXML)) : undefined;
  if (decoded !== undefined) {
    replaceText(element, decoded);
    element.attribs.type = /<\/?[a-z]|&[#\w]+;/i.test(decoded) ? 'html' : 'text';
  } else if (dialect === 'atom') {
    element.attribs.type = type === 'html' || type === 'text/html' ? 'html' : 'text';
  } else {
    delete element.attribs.type;
  }
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

const baseOf = (element: XmlElement, outer: string): string => {
  const written = element.attribs['xml:base'];
  return written === undefined ? outer : absolute(decodeHTML(written), outer);
};

/** An address with a scheme stays as written; an address that cannot be resolved stays too, and is dropped later. */
export const absolute = (written: string, base: string): string => {
  const address = written.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  const decoded = decodeHTML(address);
  return URL.canParse(decoded, base) ? new URL(decoded, base).href.replaceAll('"', '%22') : address;
};

const dropNamespaces = (element: XmlElement): void => {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attribs)) {
    const lower = name.toLowerCase();
    if (lower.startsWith('xmlns') || (lower.startsWith('xml:') && lower !== 'xml:lang')) continue;
    attributes[RDF_ATTRIBUTES[localName(name)] ?? lower] = value;
  }
  element.attribs = attributes;
};
const RDF_ATTRIBUTES: Readonly<Record<string, string>> = { about: 'rdf:about', resource: 'rdf:resource' };

const ATOM = 'http://www.w3.org/2005/Atom';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const shapeRoot = (root: XmlElement, dialect: Dialect): void => {
  const language = root.attribs['xml:lang'];
  const channel = elementsOf(root).find((element) => element.name === 'channel');
  if (language !== undefined && channel !== undefined) channel.attribs['xml:lang'] ??= language;
  if (dialect === 'atom') {
    root.name = 'feed';
    root.attribs.xmlns = ATOM;
  } else if (dialect === 'rdf') {
    root.name = 'rdf:RDF';
    root.attribs = { ...root.attribs, 'xmlns:rdf': RDF, xmlns: 'http://purl.org/rss/1.0/' };
    // The list of items in the channel only repeats the order in which they stand.
    if (channel !== undefined) {
      const inside = elementsOf(channel);
      channel.children = inside.filter((element) => element.name !== 'items' && element.name !== 'item');
      root.children = [...elementsOf(root), ...inside.filter((element) => element.name === 'item')];
    }
  } else {
    shapeRss(root, channel);
  }
};

/** RSS without `rss` (a bare channel) or without `channel` (items under the root) exists. */
const shapeRss = (root: XmlElement, channel: XmlElement | undefined): void => {
  const inner = elementsOf(parseXml('<channel/>'))[0];
  if (inner !== undefined && (channel === undefined || localName(root.name) === 'channel')) {
    inner.children = root.children;
    root.children = [inner];
  }
  root.name = 'rss';
  root.attribs.version ??= '2.0';
};
