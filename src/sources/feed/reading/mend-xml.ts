import { decodeHTML } from 'entities';
import { chooseChildren } from './choose-children.ts';
import { liftItems } from './lift-items.ts';
import { absolute, mendText } from './mend-text.ts';
import { canonicalName, type Dialect, FOREIGN, synonym } from './xml-names.ts';
import {
  attribute,
  elementsOf,
  leaveOutEntries,
  localName,
  parseXml,
  rawText,
  readXml,
  replaceText,
  type XmlElement,
} from './xml-tree.ts';

export interface Mended {
  readonly root: XmlElement;
  readonly dialect: Dialect;
  /** The document ends before its root does. */
  readonly isCut: boolean;
}

/**
 * Makes of the feed's tree one that is read alike whatever was written. No library resolves xml:base or decodes Atom 0.3
 * base64 (facts/sources.md, feed-parser measurement): after mending, links are absolute, text constructs hold escaped
 * text with `type` html or text, borrowed names are the dialect's own, and foreign vocabularies are gone.
 */
export const mendXml = (
  text: string,
  documentBase: string,
  { leaveOutHalf = false } = {},
): Mended | undefined => {
  const { document, open } = readXml(text);
  if (leaveOutHalf) leaveOutEntries(open);
  const root = findRoot(elementsOf(document));
  const dialect = root === undefined ? undefined : DIALECTS[localName(root.name)];
  if (root === undefined || dialect === undefined) return undefined;
  liftItems(root);
  mendContainer(root, { dialect, documentBase, base: documentBase, depth: 0 });
  shapeRoot(root, dialect);
  return { root, dialect, isCut: open.length > 0 };
};

const DIALECTS: Readonly<Record<string, Dialect>> = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom' };

/** The feed itself, also where a server wraps it in an element or two of its own; a web page is no wrapping. */
const findRoot = (elements: readonly XmlElement[], depth = 0): XmlElement | undefined => {
  const alone = depth === 0 ? elements.find((element) => localName(element.name) === 'entry') : undefined;
  if (alone !== undefined) return feedAround(alone);
  const found = elements.find((element) => DIALECTS[localName(element.name)] !== undefined);
  if (found !== undefined || depth === 2) return found;
  const wrappings = elements.filter((element) => localName(element.name) !== 'html');
  const inner = findRoot(wrappings.flatMap(elementsOf), depth + 1);
  // Namespaces are looked up to the root, and this is it now.
  if (inner !== undefined) inner.parent = null;
  return inner;
};

/** RFC 4287 2: an entry may be a document of its own. */
const feedAround = (entry: XmlElement): XmlElement | undefined => {
  const feed = elementsOf(parseXml('<feed/>'))[0];
  if (feed !== undefined) feed.children = [entry];
  return feed;
};

interface Place {
  readonly dialect: Dialect;
  /** Links in texts are resolved against it later, unless an `xml:base` stands before it. */
  readonly documentBase: string;
  readonly base: string;
  readonly depth: number;
}

const CONTAINERS = new Set(
  'channel item entry author contributor atom:author source image textinput skiphours skipdays dc:creator'.split(
    ' ',
  ),
);
/** feed > entry > source > author is the deepest that any dialect goes. */
const MAX_DEPTH = 6;

const mendContainer = (element: XmlElement, place: Place): void => {
  const here = { ...place, base: baseOf(element, place.base) };
  const kept: XmlElement[] = [];
  for (const child of elementsOf(element).flatMap((one) => outOfGroup(one, place.dialect))) {
    const name = synonym(canonicalName(child, place.dialect), place.dialect);
    if (name !== FOREIGN && !name.startsWith('xhtml:')) kept.push(rename(child, name));
  }
  const children = chooseChildren(element.name, kept);
  for (const child of children) mendChild(child, here);
  element.children = [...children];
  dropNamespaces(element);
};

/** What Media RSS groups belongs to the item all the same. */
const outOfGroup = (child: XmlElement, dialect: Dialect): XmlElement[] =>
  canonicalName(child, dialect) === 'media:group' ? elementsOf(child) : [child];

/** Naming reads the ancestors' declarations, so that they go only after every child was named. */
const rename = (element: XmlElement, name: string): XmlElement => {
  element.name = name;
  return element;
};

const mendChild = (child: XmlElement, place: Place): void => {
  const isContainer = CONTAINERS.has(child.name) && elementsOf(child).length > 0;
  if (isContainer && child.name === 'dc:creator') {
    replaceText(child, personText(child));
  } else if (place.dialect === 'atom' && PERSONS.has(child.name) && elementsOf(child).length === 0) {
    nameOf(child);
  } else if (isContainer && place.depth < MAX_DEPTH) {
    mendContainer(child, { ...place, depth: place.depth + 1 });
    return;
  } else {
    mendLeaf(child, { ...place, base: baseOf(child, place.base) });
  }
  dropNamespaces(child);
};

const PERSONS = new Set(['author', 'contributor']);

/** Some write a person's name where Atom wants elements. */
const nameOf = (person: XmlElement): void => {
  const name = elementsOf(parseXml('<name/>'))[0];
  if (name === undefined) return;
  name.children = person.children;
  person.children = [name];
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
  if (element.name === 'atom:link' || (element.name === 'link' && place.dialect === 'atom'))
    mendLink(element);
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
    mendText(element, place);
  } else if (elementsOf(element).length > 0) {
    replaceText(element, rawText(element, decodeHTML));
  }
};

/** Some write an Atom link's address as its text; RFC 4287 4.2.7.2 lets a relation be written as an address. */
const mendLink = (element: XmlElement): void => {
  const { rel, href } = element.attribs;
  const text = rawText(element, String).trim();
  if (rel !== undefined)
    element.attribs.rel = rel
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
  if (href === undefined && text !== '') element.attribs.href = text;
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

const baseOf = (element: XmlElement, outer: string): string => {
  const written = element.attribs['xml:base'];
  return written === undefined ? outer : absolute(decodeHTML(written), outer);
};

const dropNamespaces = (element: XmlElement): void => {
  if (Object.keys(element.attribs).length === 0) return;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attribs)) {
    const lower = name.toLowerCase();
    if (lower.startsWith('xmlns') || (lower.startsWith('xml:') && lower !== 'xml:lang')) continue;
    attributes[RDF_ATTRIBUTES[localName(name)] ?? lower] = value;
  }
  element.attribs = attributes;
};
const RDF_ATTRIBUTES: Readonly<Record<string, string>> = { about: 'rdf:about', resource: 'rdf:resource' };

const shapeRoot = (root: XmlElement, dialect: Dialect): void => {
  const channel = elementsOf(root).find((element) => element.name === 'channel');
  if (dialect === 'rdf' && channel !== undefined) {
    // The list of items in the channel only repeats the order in which they stand.
    const inside = elementsOf(channel);
    channel.children = inside.filter((element) => element.name !== 'items' && element.name !== 'item');
    root.children = [...elementsOf(root), ...inside.filter((element) => element.name === 'item')];
  }
  if (dialect === 'rss') shapeRss(root, channel);
};

/** RSS without `rss` (a bare channel) or without `channel` (items under the root) exists. */
const shapeRss = (root: XmlElement, channel: XmlElement | undefined): void => {
  const inner = elementsOf(parseXml('<channel/>'))[0];
  if (inner !== undefined && (channel === undefined || localName(root.name) === 'channel')) {
    inner.children = root.children;
    root.children = [inner];
  }
};
