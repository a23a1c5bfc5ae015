import { localName, type XmlElement } from './xml-tree.ts';

export type Dialect = 'rss' | 'rdf' | 'atom';

export const FOREIGN = 'foreign';

/** Namespaces that the reader knows, without the ending `/` or `#`; the old and the misspelt addresses are in use. */
const KNOWN: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://wellformedweb.org/commentapi': 'wfw',
  'http://purl.org/rss/1.0/modules/slash': 'slash',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://www.w3.org/2005/atom': 'atom',
  'https://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://purl.org/net/rss1.1': '',
  'http://purl.org/rss/2.0': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
};
const KNOWN_PREFIXES = new Set(Object.values(KNOWN));

/**
 * The name under which the reader knows an element: `title`, `dc:creator`, or `foreign` for another vocabulary, so that
 * a `link` or a `title` of somebody's extension never stands for the post's own.
 */
export const canonicalName = (element: XmlElement, dialect: Dialect): string => {
  const prefix = prefixOf(element, dialect);
  if (prefix === FOREIGN) return FOREIGN;
  const local = localName(element.name);
  if (prefix === '' || (prefix === 'atom' && dialect === 'atom') || prefix === 'rdf') return local;
  return `${prefix}:${local}`;
};

const prefixOf = (element: XmlElement, dialect: Dialect): string => {
  const colon = element.name.indexOf(':');
  const written = colon < 0 ? '' : element.name.slice(0, colon);
  const found = namespaceOf(element, written);
  if (found === undefined) return KNOWN_PREFIXES.has(written.toLowerCase()) ? written.toLowerCase() : FOREIGN;
  const known = vocabulary(found.uri);
  // A default namespace on the root is the feed's own, whichever it is; one further down is somebody else's.
  if (written === '' && found.isRoot && known !== 'xhtml') return dialect === 'atom' ? 'atom' : '';
  return known;
};

const vocabulary = (address: string): string => {
  const found = known.get(address);
  if (found !== undefined) return found;
  const name = nameVocabulary(address);
  if (known.size < MOST_KNOWN) known.set(address, name);
  return name;
};

/** Each element of a feed asks for the same few. */
const known = new Map<string, string>();
const MOST_KNOWN = 200;

const nameVocabulary = (address: string): string => {
  const uri = address
    .trim()
    .toLowerCase()
    .replace(/[/#]+$/, '');
  return uri === '' ? '' : (KNOWN[uri] ?? oldSpelling(uri) ?? FOREIGN);
};

/** The drafts of Atom and the dated addresses of RSS have no list that ends. */
const oldSpelling = (uri: string): string | undefined => {
  if (/necho|newformat|\/echo|purl\.org\/pie|\/atom\b/.test(uri)) return 'atom';
  return /\brss|netscape/.test(uri) && !/module|media/.test(uri) ? '' : undefined;
};

interface Found {
  readonly uri: string;
  readonly isRoot: boolean;
}

const namespaceOf = (element: XmlElement, prefix: string): Found | undefined => {
  const key = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let at: XmlElement | null = element; at !== null; at = parentOf(at)) {
    const uri = at.attribs[key];
    if (uri !== undefined) return { uri, isRoot: parentOf(at) === null };
  }
  return undefined;
};

const parentOf = (element: XmlElement): XmlElement | null => {
  const parent = element.parent;
  return parent !== null && 'attribs' in parent ? (parent as XmlElement) : null;
};

/** What one dialect's reader calls what feeds borrow from another. Dublin Core names are read in each of them. */
const COMMON: Readonly<Record<string, string>> = { 'dc:author': 'dc:creator', 'itunes:author': 'dc:creator' };
const IN_RSS: Readonly<Record<string, string>> = {
  ...COMMON,
  author: 'dc:creator',
  published: 'dcterms:issued',
  issued: 'dcterms:issued',
  updated: 'dcterms:modified',
  modified: 'dcterms:modified',
  created: 'dcterms:created',
  id: 'guid',
  summary: 'description',
  abstract: 'description',
  'itunes:summary': 'description',
  'dc:description': 'description',
  tagline: 'description',
  subtitle: 'description',
  content: 'content:encoded',
  fullitem: 'content:encoded',
  body: 'content:encoded',
  'xhtml:body': 'content:encoded',
  'xhtml:div': 'content:encoded',
};
const IN_RDF: Readonly<Record<string, string>> = {
  ...IN_RSS,
  pubdate: 'dcterms:issued',
  guid: 'dc:identifier',
  category: 'dc:subject',
};
const SYNONYMS: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  rss: IN_RSS,
  rdf: IN_RDF,
  atom: COMMON,
};

export const synonym = (name: string, dialect: Dialect): string => SYNONYMS[dialect][name] ?? name;
