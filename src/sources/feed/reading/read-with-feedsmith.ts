import {
  type AtomFeed,
  type DcNs,
  type DcTermsNs,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
  type SlashNs,
  type ThrNs,
} from 'feedsmith';
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
    hub: feed.hubs?.find((hub) => hub.url !== undefined)?.url,
    self: feed.feed_url,
    items: (feed.items ?? []).map(
      (item): DraftItem => ({
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
      }),
    ),
  };
};

type AtomDocument = AtomFeed.Feed<string>;
type AtomEntry = NonNullable<AtomDocument['entries']>[number];
type AtomText = NonNullable<AtomEntry['title']>;
type AtomLink = NonNullable<AtomEntry['links']>[number];
type AtomPerson = NonNullable<AtomEntry['authors']>[number];
type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

const fromAtom = (feed: AtomDocument): DraftFeed => {
  const borrowed = dublinCore(feed);
  return {
    title: first(atomText(feed.title), borrowed.title),
    link: alternate(feed.links),
    language: first(borrowed.language, feed.xml?.lang),
    ...webSub(feed.links),
    items: (feed.entries ?? []).map((entry) => fromAtomEntry(entry, feed)),
  };
};

const fromAtomEntry = (entry: AtomEntry, feed: AtomDocument): DraftItem => {
  const borrowed = dublinCore(entry);
  return {
    id: entry.id,
    title: first(atomText(entry.title), borrowed.title),
    link: alternate(entry.links),
    summary: first(atomText(entry.summary), borrowed.description),
    content: atomText(entry.content),
    author: joined([
      ...people(first(entry.authors, entry.source?.authors, feed.authors)),
      ...borrowed.creators,
    ]),
    published: first(entry.published, borrowed.issued),
    updated: first(entry.updated, borrowed.modified),
    tags: [
      ...(entry.categories ?? []).map((category) => category.term ?? category.label ?? ''),
      ...borrowed.subjects,
    ],
    language: first(borrowed.language, entry.xml?.lang, feed.xml?.lang),
    ...conversation(entry),
    commentFeed: first(entry.wfw?.commentRss, repliesFeed(entry.links)),
  };
};

const fromRss = (feed: RssFeed.Feed<string>): DraftFeed => ({
  ...channelOf(feed),
  language: first(feed.language, dublinCore(feed).language, feed.xml?.lang),
  ttlMinutes: feed.ttl,
  skipHours: feed.skipHours,
  items: (feed.items ?? []).map((item) => fromRssItem(item)),
});

const fromRssItem = (item: RssItem): DraftItem => {
  const shared = sharedOfRss(item);
  return {
    ...shared,
    id: first(item.guid?.value, shared.id),
    link: first(shared.link, permalink(item.guid)),
    published: first(item.pubDate, shared.published),
    tags: [...(item.categories ?? []).map((category) => category.name ?? ''), ...shared.tags],
  };
};

const fromRdf = (feed: RdfFeed.Feed<string>): DraftFeed => ({
  ...channelOf(feed),
  language: first(dublinCore(feed).language, feed.xml?.lang),
  items: (feed.items ?? []).map((item) => ({
    ...sharedOfRss(item),
    id: first(item.rdf?.about, sharedOfRss(item).id),
  })),
});

const channelOf = (
  feed: RssFeed.Feed<string> | RdfFeed.Feed<string>,
): Pick<DraftFeed, 'title' | 'link' | 'hub' | 'self'> => ({
  title: first(html(feed.title), dublinCore(feed).title, atomText(feed.atom?.title)),
  link: first(feed.link, alternate(feed.atom?.links)),
  ...webSub(feed.atom?.links),
});

const webSub = (links: readonly AtomLink[] | undefined): Pick<DraftFeed, 'hub' | 'self'> => {
  const withRel = (rel: string): string | undefined => links?.find((link) => link.rel === rel)?.href;
  return { hub: withRel('hub'), self: withRel('self') };
};

/** The fields that RSS 1.0 and RSS 2.0 items spell alike. */
const sharedOfRss = (item: RssItem | RdfItem): DraftItem => {
  const borrowed = dublinCore(item);
  const atom = item.atom ?? {};
  return {
    id: first(borrowed.identifier, atom.id),
    title: first(html(item.title), borrowed.title, atomText(atom.title)),
    link: first(item.link, alternate(atom.links)),
    summary: first(html(item.description), atomText(atom.summary)),
    content: first(html(item.content?.encoded), atomText(atom.content)),
    author: joined([...borrowed.creators, ...people(atom.authors)]),
    published: first(borrowed.issued, atom.published),
    updated: first(atom.updated, borrowed.modified),
    tags: borrowed.subjects,
    language: first(borrowed.language, item.xml?.lang),
    ...conversation(item),
    commentFeed: item.wfw?.commentRss,
  };
};

interface Borrowing {
  readonly dc?: DcNs.ItemOrFeed<string>;
  readonly dcterms?: DcTermsNs.ItemOrFeed<string>;
}

interface Borrowed {
  readonly title: Markup | undefined;
  readonly description: Markup | undefined;
  readonly identifier: string | undefined;
  readonly language: string | undefined;
  readonly issued: string | undefined;
  readonly modified: string | undefined;
  readonly creators: readonly string[];
  readonly subjects: readonly string[];
}

/** Dublin Core, which every dialect borrows. `dc:date` is the last change; `created` counts where nothing was issued. */
const dublinCore = ({ dc = {}, dcterms = {} }: Borrowing): Borrowed => ({
  title: html(top(dc.titles)),
  description: html(top(dc.descriptions)),
  identifier: top(dc.identifiers),
  language: top(dc.languages),
  issued: top(dcterms.issued, dcterms.created),
  modified: top(dcterms.modified, dc.dates),
  creators: dc.creators ?? [],
  subjects: dc.subjects ?? [],
});

interface Conversing {
  readonly slash?: SlashNs.Item;
  readonly thr?: ThrNs.Item;
}

const conversation = (item: Conversing | RdfItem): Pick<DraftItem, 'commentCount' | 'inReplyTo'> => {
  const thread = 'thr' in item ? item.thr : undefined;
  return {
    commentCount: first(item.slash?.comments, thread?.total),
    inReplyTo: thread?.inReplyTos?.[0]?.ref,
  };
};

/** The first value of the first list that has one. */
const top = (...lists: readonly (readonly string[] | undefined)[]): string | undefined =>
  lists.find((list) => list?.[0] !== undefined)?.[0];

/** The first that is there. */
const first = <T>(...values: readonly (T | undefined)[]): T | undefined =>
  values.find((value) => value !== undefined);

/** A guid is a link unless it says otherwise; one that says nothing has to look like one. */
const permalink = (guid: RssItem['guid']): string | undefined => {
  if (guid?.isPermaLink === false) return undefined;
  return guid?.isPermaLink === true || /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;
};

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml', undefined]);

/** The page that a reader opens: an HTML alternate, else any alternate. The later of equals, as the corpus has it. */
const alternate = (links: readonly AtomLink[] | undefined): string | undefined => {
  const alternates = (links ?? []).filter(
    (link) => link.href !== undefined && (link.rel ?? 'alternate') === 'alternate',
  );
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

const text = (value: string | undefined): Markup | undefined =>
  value === undefined ? undefined : { value, isHtml: false };

const atomText = (construct: Partial<AtomText> | undefined): Markup | undefined =>
  construct?.value === undefined ? undefined : { value: construct.value, isHtml: construct.type === 'html' };
