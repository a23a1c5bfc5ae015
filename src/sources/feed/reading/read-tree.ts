import { decodeHTML } from 'entities';
import { type DraftFeed, type DraftItem, html, type Markup } from './draft.ts';
import type { Dialect } from './xml-names.ts';
import { elementsOf, rawText, type XmlElement } from './xml-tree.ts';

/**
 * Reads a mended tree (mend-xml): names are canonical, links absolute, texts escaped. Throws when nothing in it is known.
 * The tree was built to mend it; writing it out for a library to parse once more took half of the time.
 */
export const readTree = (root: XmlElement, dialect: Dialect): DraftFeed => {
  const feed = dialect === 'atom' ? fromAtom(root) : fromChannel(root, dialect);
  // The other reader may find something, and may not.
  const { items, ...channel } = feed;
  if (items.length === 0 && Object.values(channel).every((value) => value === undefined))
    throw new Error('nothing of a feed is in it');
  return feed;
};

const isTold = (entry: XmlElement): boolean =>
  elementsOf(entry).length > 0 || attributeOf(entry, 'rdf:about') !== undefined;

/** An element's children by name, in their order. */
type Children = ReadonlyMap<string, readonly XmlElement[]>;

const childrenOf = (element: XmlElement | undefined): Children => {
  const byName = new Map<string, XmlElement[]>();
  for (const child of element === undefined ? [] : elementsOf(element)) {
    const same = byName.get(child.name);
    if (same === undefined) byName.set(child.name, [child]);
    else same.push(child);
  }
  return byName;
};

const all = (children: Children, name: string): readonly XmlElement[] => children.get(name) ?? [];

const written = (element: XmlElement): string | undefined => {
  const text = rawText(element, decoded).trim();
  return text === '' ? undefined : text;
};

const decoded = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

const texts = (children: Children, name: string): readonly string[] =>
  all(children, name).flatMap((element) => written(element) ?? []);

/** The first that says something. */
const text = (children: Children, ...names: readonly string[]): string | undefined => {
  for (const name of names)
    for (const element of all(children, name)) {
      const found = written(element);
      if (found !== undefined) return found;
    }
  return undefined;
};

const markup = (children: Children, ...names: readonly string[]): Markup | undefined =>
  html(text(children, ...names));

const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const value = element?.attribs[name]?.trim();
  return value === undefined || value === '' ? undefined : decoded(value);
};

/** Atom says whether a text is HTML. */
const construct = (children: Children, name: string): Markup | undefined => {
  for (const element of all(children, name)) {
    const value = written(element);
    if (value !== undefined) return { value, isHtml: element.attribs.type === 'html' };
  }
  return undefined;
};

const fromAtom = (root: XmlElement): DraftFeed => {
  const feed = childrenOf(root);
  const language = text(feed, 'dc:language') ?? attributeOf(root, 'xml:lang');
  const authors = people(feed, 'author');
  const outer = attributeOf(root, 'xml:lang');
  return {
    title: construct(feed, 'title') ?? markup(feed, 'dc:title'),
    link: alternate(all(feed, 'link')),
    language,
    ...webSub(all(feed, 'link')),
    items: all(feed, 'entry')
      .filter(isTold)
      .map((entry) => fromEntry(entry, authors, outer)),
  };
};

const fromEntry = (
  element: XmlElement,
  feedAuthors: readonly string[],
  feedLanguage: string | undefined,
): DraftItem => {
  const entry = childrenOf(element);
  const source = childrenOf(all(entry, 'source')[0]);
  const authors = [people(entry, 'author'), people(source, 'author'), feedAuthors].find(
    ({ length }) => length > 0,
  );
  return {
    id: text(entry, 'id'),
    title: construct(entry, 'title') ?? markup(entry, 'dc:title'),
    link: alternate(all(entry, 'link')),
    summary: construct(entry, 'summary') ?? markup(entry, 'dc:description'),
    content: construct(entry, 'content'),
    author: joined([...(authors ?? []), ...texts(entry, 'dc:creator')]),
    published: text(entry, 'published', 'issued', 'created', 'dcterms:issued', 'dcterms:created'),
    updated: text(entry, 'updated', 'modified', 'dcterms:modified', 'dc:date'),
    tags: [
      ...all(entry, 'category').map((tag) => attributeOf(tag, 'term') ?? attributeOf(tag, 'label') ?? ''),
      ...texts(entry, 'dc:subject'),
    ],
    language: text(entry, 'dc:language') ?? attributeOf(element, 'xml:lang') ?? feedLanguage,
    ...conversation(entry),
    commentFeed: text(entry, 'wfw:commentrss') ?? repliesFeed(all(entry, 'link')),
  };
};

/** RSS has its items in the channel, RDF and some old RSS beside it. */
const fromChannel = (root: XmlElement, dialect: Dialect): DraftFeed => {
  const around = childrenOf(root);
  const channelElement = all(around, 'channel')[0];
  const channel = childrenOf(channelElement);
  const isRdf = dialect === 'rdf';
  const ttl = numberOf(text(channel, 'ttl'));
  const hours = all(channel, 'skiphours').flatMap((list) => texts(childrenOf(list), 'hour').map(Number));
  return {
    title: markup(channel, 'title', 'dc:title') ?? construct(channel, 'atom:title'),
    link: text(channel, 'link') ?? alternate(all(channel, 'atom:link')),
    ...webSub(all(channel, 'atom:link')),
    language:
      (isRdf ? undefined : text(channel, 'language')) ??
      text(channel, 'dc:language') ??
      attributeOf(channelElement, 'xml:lang') ??
      attributeOf(root, 'xml:lang'),
    ...(isRdf || ttl === undefined ? {} : { ttlMinutes: ttl }),
    ...(isRdf || hours.length === 0 ? {} : { skipHours: hours.filter((hour) => Number.isFinite(hour)) }),
    items: (isRdf ? all(around, 'item') : [...all(channel, 'item'), ...all(around, 'item')])
      .filter(isTold)
      .map((item) => fromItem(item, isRdf)),
  };
};

const fromItem = (element: XmlElement, isRdf: boolean): DraftItem => {
  const item = childrenOf(element);
  const guid = all(item, 'guid')[0];
  const own = isRdf ? attributeOf(element, 'rdf:about') : text(item, 'guid');
  return {
    id: own ?? text(item, 'dc:identifier', 'atom:id'),
    title: markup(item, 'title', 'dc:title') ?? construct(item, 'atom:title'),
    link: text(item, 'link') ?? alternate(all(item, 'atom:link')) ?? (isRdf ? undefined : permalink(guid)),
    summary: markup(item, 'description') ?? construct(item, 'atom:summary'),
    content: markup(item, 'content:encoded') ?? construct(item, 'atom:content'),
    author: joined([...texts(item, 'dc:creator'), ...people(item, 'atom:author')]),
    published: text(
      item,
      ...(isRdf ? [] : ['pubdate']),
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
    ),
    updated: text(item, 'atom:updated', 'dcterms:modified', 'dc:date'),
    tags: [...(isRdf ? [] : texts(item, 'category')), ...texts(item, 'dc:subject')],
    language: text(item, 'dc:language') ?? attributeOf(element, 'xml:lang'),
    ...conversation(item),
    commentFeed: text(item, 'wfw:commentrss'),
  };
};

const conversation = (item: Children): Pick<DraftItem, 'commentCount' | 'inReplyTo'> => ({
  commentCount: numberOf(text(item, 'slash:comments', 'thr:total')),
  inReplyTo: attributeOf(all(item, 'thr:in-reply-to')[0], 'ref'),
});

const numberOf = (value: string | undefined): number | undefined => {
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
};

/** A guid is a link unless it says otherwise; one that says nothing has to look like one. */
const permalink = (guid: XmlElement | undefined): string | undefined => {
  const value = guid === undefined ? undefined : written(guid);
  const told = guid?.attribs.ispermalink?.trim().toLowerCase();
  if (told === 'false') return undefined;
  return told === 'true' || /^https?:\/\//i.test(value ?? '') ? value : undefined;
};

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml', undefined]);

/** The page that a reader opens: an HTML alternate, else any alternate. The later of equals, as the corpus has it. */
const alternate = (links: readonly XmlElement[]): string | undefined => {
  const alternates = links.filter(
    (link) =>
      attributeOf(link, 'href') !== undefined && (attributeOf(link, 'rel') ?? 'alternate') === 'alternate',
  );
  const best = alternates.findLast((link) => HTML_TYPES.has(attributeOf(link, 'type'))) ?? alternates.at(-1);
  return attributeOf(best, 'href');
};

const webSub = (links: readonly XmlElement[]): Pick<DraftFeed, 'hub' | 'self'> => {
  const withRel = (rel: string): string | undefined =>
    attributeOf(
      links.find((link) => attributeOf(link, 'rel') === rel),
      'href',
    );
  return { hub: withRel('hub'), self: withRel('self') };
};

/** RFC 4685: `<link rel="replies" type="application/atom+xml">` is the feed of an entry's comments. */
const repliesFeed = (links: readonly XmlElement[]): string | undefined =>
  attributeOf(
    links.find(
      (link) => attributeOf(link, 'rel') === 'replies' && attributeOf(link, 'type')?.includes('xml') === true,
    ),
    'href',
  );

const people = (children: Children, name: string): string[] =>
  all(children, name).flatMap((person) => {
    const parts = childrenOf(person);
    const [called, email] = [text(parts, 'name', 'atom:name'), text(parts, 'email', 'atom:email')];
    if (called !== undefined && email !== undefined) return `${called} (${email})`;
    return called ?? email ?? text(parts, 'uri', 'url', 'atom:uri') ?? [];
  });

const joined = (names: readonly string[]): string | undefined => {
  const present = [...new Set(names)];
  return present.length === 0 ? undefined : present.join(', ');
};
