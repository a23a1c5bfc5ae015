/** The feeds of a site, as its address alone tells them. */
export interface SiteFeeds {
  readonly feed: string;
  /** Comments under all articles. */
  readonly comments?: string;
}

/** Where a platform keeps its feeds (facts/sources.md 5); null: the address says nothing, and its page is asked. */
export const platformFeeds = (address: string): SiteFeeds | null => {
  const url = new URL(address);
  for (const known of PLATFORMS) {
    const feeds = known(url);
    if (feeds !== null) return feeds;
  }
  return null;
};

/** `medium.com/@user`, `medium.com/publication`, `medium.com/tag/t`, `user.medium.com`. */
const medium = ({ hostname, pathname }: URL): SiteFeeds | null => {
  const [first, second] = pathname.split('/').filter((part) => part !== '');
  if (first === 'feed') return null;
  if (/^(?!www\.)[a-z\d-]+\.medium\.com$/.test(hostname))
    return first === undefined ? { feed: `https://${hostname}/feed` } : null;
  if (!/^(?:www\.)?medium\.com$/.test(hostname) || first === undefined) return null;
  if (first === 'tag') return second === undefined ? null : { feed: `https://medium.com/feed/tag/${second}` };
  return { feed: `https://medium.com/feed/${first}` };
};

/** `name.substack.com`, or any article there. */
const substack = ({ hostname, pathname }: URL): SiteFeeds | null =>
  /^(?!(?:www|open|api|support)\.)[a-z\d-]+\.substack\.com$/.test(hostname) && !pathname.startsWith('/feed')
    ? { feed: `https://${hostname}/feed` }
    : null;

const wordPressCom = ({ hostname, pathname }: URL): SiteFeeds | null =>
  /^(?!(?:www|public-api)\.)[a-z\d-]+\.wordpress\.com$/.test(hostname) && pathname === '/'
    ? wordPressFeeds(`https://${hostname}/`)
    : null;

const blogger = ({ hostname, pathname }: URL): SiteFeeds | null =>
  /^[a-z\d-]+\.blogspot\.[a-z.]+$/.test(hostname) && pathname === '/'
    ? {
        feed: `https://${hostname}/feeds/posts/default`,
        comments: `https://${hostname}/feeds/comments/default`,
      }
    : null;

/** A search, a topic or a section of Google News. */
const googleNews = ({ hostname, pathname, search }: URL): SiteFeeds | null =>
  hostname === 'news.google.com' &&
  /^\/(?:search|topics|topstories|home)?/.test(pathname) &&
  !/^\/rss\b/.test(pathname)
    ? {
        feed: `https://news.google.com/rss${pathname === '/' ? '' : pathname.replace(/^\/(?:home|topstories)/, '')}${search}`,
      }
    : null;

const PLATFORMS = [medium, substack, wordPressCom, blogger, googleNews];

/** `site` ends with a stroke: a blog may lie below its host. */
export const wordPressFeeds = (site: string): SiteFeeds => ({
  feed: new URL('feed/', site).href,
  comments: new URL('comments/feed/', site).href,
});
