import { scanTags, type TagAttributes } from '../html-tags.ts';
import { webLink } from '../html-text.ts';
import { headerLinks } from '../link-header.ts';
import { type SiteFeeds, wordPressFeeds } from './platform-feeds.ts';

export interface SitePage {
  /** Where it lies, after redirects. */
  readonly url: string;
  readonly html: string;
  readonly linkHeader: string | null;
}

/** Feeds stand in the head. */
const HEAD_LENGTH = 300_000;
const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/;
const COMMENTS = /comment|kommentar|commentaire|comentario/i;

/**
 * The feeds that a page names, the likeliest first: the first that is no feed of comments, with the first that is one.
 * A page that names none is asked where its software keeps them.
 */
export const discoverFeeds = (page: SitePage): readonly SiteFeeds[] => {
  const head = readHead(page);
  const named = [...headerFeeds(page), ...head.named];
  const feeds = named.filter((one) => !one.isComments);
  const comments = named.find((one) => one.isComments)?.url;
  const [first] = feeds;
  if (first !== undefined) return [withComments({ feed: first.url }, comments)];
  if (head.isWordPress) return [wordPressFeeds(head.site)];
  return USUAL.map((path) => withComments({ feed: new URL(path, page.url).href }, comments));
};

/** Asked of a site that says nothing. */
const USUAL = ['/feed', '/rss.xml', '/atom.xml', '/index.xml'];

const withComments = (feeds: SiteFeeds, comments: string | undefined): SiteFeeds =>
  comments === undefined ? feeds : { ...feeds, comments };

interface NamedFeed {
  readonly url: string;
  readonly isComments: boolean;
}

const headerFeeds = ({ linkHeader, url }: SitePage): NamedFeed[] =>
  headerLinks(linkHeader).flatMap(({ href, rels }) => {
    const address = webLink(href, url);
    return rels.includes('alternate') && address !== undefined && /feed|rss|atom/i.test(address)
      ? [{ url: address, isComments: COMMENTS.test(address) }]
      : [];
  });

interface Head {
  readonly named: readonly NamedFeed[];
  readonly isWordPress: boolean;
  /** Ends with a stroke. */
  readonly site: string;
}

const readHead = ({ html, url }: SitePage): Head => {
  const named: NamedFeed[] = [];
  let base = url;
  let isWordPress = false;
  let site = new URL('/', url).href;
  scanTags(html.slice(0, HEAD_LENGTH), (name, attributes) => {
    if (name === 'base') base = webLink(attributes.href ?? '', url) ?? base;
    if (name === 'meta') isWordPress ||= isWordPressMeta(attributes);
    if (name !== 'link') return;
    const feed = namedFeed(attributes, base);
    if (feed !== undefined) named.push(feed);
    const api = wordPressApi(attributes, base);
    if (api === undefined) return;
    isWordPress = true;
    site = siteOf(api) ?? site;
  });
  return { named, isWordPress, site };
};

const isWordPressMeta = ({ name = '', content = '' }: TagAttributes): boolean =>
  name.toLowerCase() === 'generator' && /^wordpress/i.test(content);

const wordPressApi = ({ rel = '', href = '' }: TagAttributes, base: string): string | undefined =>
  /^https:\/\/api\.w\.org\/?$/.test(rel) ? webLink(href, base) : undefined;

const namedFeed = (attributes: TagAttributes, base: string): NamedFeed | undefined => {
  const { rel = '', type = '', href = '', title = '' } = attributes;
  const rels = rel.toLowerCase().split(/\s+/);
  const isFeed =
    rels.includes('feed') || (rels.includes('alternate') && FEED_TYPES.test(type.trim().toLowerCase()));
  const url = isFeed ? webLink(href, base) : undefined;
  return url === undefined
    ? undefined
    : { url, isComments: COMMENTS.test(title) || COMMENTS.test(new URL(url).pathname) };
};

/** `https://site.example/blog/wp-json/` to `https://site.example/blog/`. */
const siteOf = (api: string): string | undefined => /^(.*\/)wp-json\/?$/.exec(api)?.[1];
