import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { type DraftFeed, type DraftItem, html, type Markup } from './draft.ts';
import type { Dialect } from './xml-names.ts';

/** Reads mended XML. Throws what feedsmith throws when there is nothing in it that it knows. */
export const readMendedXml = (xml: string, dialect: Dialect): DraftFeed => {
  if (dialect === 'atom') return fromAtom(parseAtomFeed(xml));
  return dialect === 'rdf' ? fromRdf(parseRdfFeed(xml)) : fromRss(parseRssFeed(xml));
};

export const readJsonFeed = (json: string): DraftFeed => {
  const feed = parseJsonFeed(json);
  return {
    title: text(feed.title),
    link: feed.home_page_url,
    language: feed.language,
    items: (feed.items ?? []).map((item): DraftItem => ({
      id: item.id,
      title: text(item.title),
      link: item.url ?? item.external_url,
      summary: text(item.summary),
      content: html(item.content_html) ?? text(item.content_text),
      author: joined((item.authors ?? feed.authors ?? []).map((author) => author.name ?? author.url)),
      published: item.date_published,
      updated: item.date_modified,
      tags: item.tags ?? [],
      language: item.language,
    })),
  };
};

type AtomFeed = ReturnType<typeof parseAtomFeed>;
type AtomEntry = NonNullable<AtomFeed['entries']>[number];
type AtomText = NonNullable<AtomEntry['title']>;
type AtomLink = NonNullable<AtomEntry['links']>[number];
type AtomPerson = NonNullable<AtomEntry['authors']>[number];
type RssFeed = ReturnType<typeof parseRssFeed>;
type RssItem = NonNullable<RssFeed['items']>[number];
type RdfFeed = ReturnType<typeof parseRdfFeed>;
type RdfItem = NonNullable<RdfFeed['items']>[number];

const fromAtom = (feed: AtomFeed): DraftFeed => ({
  title: atomText(feed.title) ?? html(feed.dc?.titles?.[0]),
  link: alternate(feed.links),
  language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
  items: (feed.entries ?? []).map((entry) => fromAtomEntry(entry, feed)),
});

const fromAtomEntry = (entry: AtomEntry, feed: AtomFeed): DraftItem => ({
  id: entry.id,
  title: atomText(entry.title) ?? html(entry.dc?.titles?.[0]),
  link: alternate(entry.links),
  summary: atomText(entry.summary) ?? html(entry.dc?.descriptions?.[0]),
  content: entry.content?.value === undefined ? undefined : atomText({ ...entry.content, value: entry.content.value }),
  author: joined([...people(entry.authors ?? entry.source?.authors ?? feed.authors), ...(entry.dc?.creators ?? [])]),
  published: entry.published ?? entry.dcterms?.issued?.[0] ?? entry.dcterms?.created?.[0],
  updated: entry.updated ?? entry.dcterms?.modified?.[0] ?? entry.dc?.dates?.[0],
  tags: [
    ...(entry.categories ?? []).map((category) => category.term ?? category.label ?? ''),
    ...(entry.dc?.subjects ?? []),
  ],
  language: entry.dc?.languages?.[0] ?? entry.xml?.lang ?? feed.xml?.lang,
  commentFeed: entry.wfw?.commentRss ?? repliesFeed(entry.links),
  commentCount: entry.slash?.comments ?? entry.thr?.total,
  inReplyTo: entry.thr?.inReplyTos?.[0]?.ref,
});

const fromRss = (feed: RssFeed): DraftFeed => ({
  title: html(feed.title ?? feed.dc?.titles?.[0]) ?? atomText(feed.atom?.title),
  link: feed.link ?? alternate(feed.atom?.links),
  language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
  ttlMinutes: feed.ttl,
  skipHours: feed.skipHours,
  items: (feed.items ?? []).map((item) => fromRssItem(item)),
});

const fromRssItem = (item: RssItem): DraftItem => ({
  ...sharedOfRss(item),
  id: item.guid?.value ?? item.atom?.id ?? item.dc?.identifiers?.[0],
  link: item.link ?? alternate(item.atom?.links) ?? permalink(item.guid),
  author: joined([...(item.dc?.creators ?? []), ...people(item.atom?.authors)]),
  published: item.pubDate ?? issuedOf(item),
  tags: [...(item.categories ?? []).map((category) => category.name ?? ''), ...(item.dc?.subjects ?? [])],
});

const fromRdf = (feed: RdfFeed): DraftFeed => ({
  title: html(feed.title ?? feed.dc?.titles?.[0]) ?? atomText(feed.atom?.title),
  link: feed.link ?? alternate(feed.atom?.links),
  language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
  items: (feed.items ?? []).map((item) => fromRdfItem(item)),
});

const fromRdfItem = (item: RdfItem): DraftItem => ({
  ...sharedOfRss(item),
  id: item.rdf?.about ?? item.dc?.identifiers?.[0] ?? item.atom?.id,
  link: item.link ?? alternate(item.atom?.links),
  author: joined([...(item.dc?.creators ?? []), ...people(item.atom?.authors)]),
  published: issuedOf(item),
  tags: item.dc?.subjects ?? [],
});

/** The fields that RSS 1.0 and RSS 2.0 items spell alike. */
const sharedOfRss = (item: RssItem | RdfItem): DraftItem => ({
  title: html(item.title ?? item.dc?.titles?.[0]) ?? atomText(item.atom?.title),
  summary: html(item.description) ?? atomText(item.atom?.summary),
  content: html(item.content?.encoded ?? item.atom?.content?.value),
  updated: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? item.dc?.dates?.[0],
  tags: [],
  language: item.dc?.languages?.[0] ?? item.xml?.lang,
  commentFeed: item.wfw?.commentRss,
  commentCount: item.slash?.comments,
  inReplyTo: 'thr' in item ? item.thr?.inReplyTos?.[0]?.ref : undefined,
});

const issuedOf = (item: RssItem | RdfItem): string | undefined =>
  item.dcterms?.issued?.[0] ?? item.atom?.published ?? item.dcterms?.created?.[0];

/** A guid is a link unless it says otherwise; one that says nothing has to look like one. */
const permalink = (guid: RssItem['guid']): string | undefined => {
  if (guid?.isPermaLink === false) return undefined;
  return guid?.isPermaLink === true || /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;
};

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml', undefined]);

/** The page that a reader opens: an HTML alternate, else any alternate. The later of equals, as the corpus has it. */
const alternate = (links: readonly AtomLink[] | undefined): string | undefined => {
  const alternates = (links ?? []).filter((link) => link.href !== undefined && (link.rel ?? 'alternate') === 'alternate');
  return (alternates.findLast((link) => HTML_TYPES.has(link.type)) ?? alternates.at(-1))?.href;
};

/** RFC 4685: `<link rel="replies" type="application/atom+xml">` is the feed of an entry's comments. */
const repliesFeed = (links: readonly AtomLink[] | undefined): string | undefined =>
  links?.find((link) => link.rel === 'replies' && link.type?.includes('xml') === true)?.href;

const people = (persons: readonly AtomPerson[] | undefined): (string | undefined)[] =>
  (persons ?? []).map((person) => {
    if (person.name !== undefined && person.email !== undefined) return `${person.name} (${person.email})`;
    return person.name ?? person.email ?? person.uri;
  });

const joined = (names: readonly (string | undefined)[]): string | undefined => {
  const present = [...new Set(names.filter((name) => name !== undefined && name !== ''))];
  return present.length === 0 ? undefined : present.join(', ');
};

const text = (value: string | undefined): Markup | undefined => (value === undefined ? undefined : { value, isHtml: false });

const atomText = (construct: Partial<AtomText> | undefined): Markup | undefined =>
  construct?.value === undefined ? undefined : { value: construct.value, isHtml: construct.type === 'html' };
