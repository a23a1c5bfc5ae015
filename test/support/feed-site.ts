import type { SimulatedClock } from './simulated.ts';
import type { Respond } from './stand-in.ts';

interface Entry {
  readonly id: string;
  text: string;
  readonly at: Date;
  readonly comments: Entry[];
}

export interface FeedSite {
  baseUrl: string;
  readonly answer: Respond;
  /** Publishes, comments and edits what is due by now. */
  readonly live: () => void;
  /** Every article and comment so far. */
  published(): readonly { readonly id: string }[];
  /** What its feeds show now, with the newest text. */
  shown(): readonly { readonly id: string; readonly text: string }[];
}

interface Habits {
  readonly clock: SimulatedClock;
  readonly random: () => number;
  /** Entries that a feed shows. */
  readonly window: number;
  readonly commentWindow: number;
  readonly articlesPerHour?: number;
}

/**
 * A newspaper on WordPress: a page that names its feeds, feeds that show the newest few entries, a feed of comments under
 * each article and one under all, entities, ETags, articles that are edited and stand reordered, copies that are old.
 */
export const feedSite = ({
  clock,
  random,
  window,
  commentWindow,
  articlesPerHour = 0.7,
}: Habits): FeedSite => {
  const articles: Entry[] = [];
  let last = clock.now().getTime();
  /** What is due is mostly a fraction of one. */
  const many = (due: number): number => Math.floor(due + random());
  let edits = 0;
  const copies = new Map<string, ReturnType<Respond>>();
  const newest = (entries: readonly Entry[], count: number): Entry[] =>
    entries.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, count);
  const allComments = (): Entry[] => articles.flatMap(({ comments }) => comments);
  const site: FeedSite = {
    baseUrl: '',
    live: () => {
      const now = clock.now().getTime();
      const hours = (now - last) / 3_600_000;
      for (let n = many(hours * articlesPerHour * 2 * random()); n > 0; n -= 1) {
        const id = `${site.baseUrl}/?p=${articles.length + 1}`;
        articles.push({
          id,
          text: `Bericht ${articles.length + 1} über Züge.`,
          at: new Date(last + random() * (now - last)),
          comments: [],
        });
      }
      for (const article of newest(articles, 8))
        for (let n = many(hours * 0.5 * random()); n > 0; n -= 1)
          article.comments.push({
            id: `${article.id}#comment-${article.comments.length + 1}`,
            text: `Bei mir auch & “wieder” nicht, Fall ${article.comments.length + 1}.`,
            at: new Date(now),
            comments: [],
          });
      for (const one of [...newest(articles, window), ...newest(allComments(), commentWindow)])
        if (random() < 0.02) {
          edits += 1;
          one.text = one.text.replace(/(?: Nachtrag \d+\.)?$/, ` Nachtrag ${edits}.`);
        }
      last = now;
    },
    published: () => [...articles, ...allComments()],
    shown: () => newest(articles, window),
    answer: (url, headers, request) => {
      // A cache on the way gives out the copy that it has.
      const copy = copies.get(url.pathname);
      if (copy !== undefined && random() < 0.05) return copy;
      const fresh = answer(url, headers, request);
      if (fresh.status === 200) copies.set(url.pathname, fresh);
      return fresh;
    },
  };
  const answer: Respond = (url, headers) => {
    const html = { 'content-type': 'text/html' };
    if (url.pathname === '/') return { status: 200, headers: html, body: pageOf(site.baseUrl) };
    if (url.pathname === '/robots.txt') return { status: 404, body: '' };
    if (url.pathname.startsWith('/.well-known/')) return { status: 404, body: '' };
    if (url.pathname === '/feed/') return feed(newest(articles, window), headers);
    if (url.pathname === '/comments/feed/') return feed(newest(allComments(), commentWindow), headers);
    const id = /^\/comments\/(\d+)$/.exec(url.pathname)?.[1];
    const article = id === undefined ? undefined : articles[Number(id) - 1];
    return article === undefined
      ? { status: 404, body: 'not found', headers: html }
      : feed(newest(article.comments, commentWindow), headers);
  };
  const feed = (entries: readonly Entry[], headers: Parameters<Respond>[1]): ReturnType<Respond> => {
    // One in five servers of a farm lags behind in order.
    const listed = random() < 0.2 ? entries.toReversed() : entries;
    const body = feedBody(listed.map((entry) => itemOf(entry, articles.indexOf(entry) + 1)));
    const etag = `"${body.length}-${edits}-${entries[0]?.id ?? ''}"`;
    if (headers['if-none-match'] === etag) return { status: 304, body: '', headers: { etag } };
    return { status: 200, body, headers: { 'content-type': 'application/rss+xml', etag } };
  };
  return site;
};

const pageOf = (site: string): string =>
  `<html><head><link rel="alternate" type="application/rss+xml" title="Blatt &raquo; Feed" href="${site}/feed/">
  <link rel="alternate" type="application/rss+xml" title="Blatt &raquo; Comments Feed" href="${site}/comments/feed/"></head></html>`;

const feedBody = (items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
  xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blatt</title>${items.join('')}</channel></rss>`;

const itemOf = ({ id, text, at, comments }: Entry, number: number): string =>
  `<item><guid isPermaLink="false">${id}</guid><pubDate>${at.toUTCString()}</pubDate><description>${text.slice(0, 12).replaceAll('&', '&amp;')}</description>
  <content:encoded><![CDATA[<p>${text.replaceAll('&', '&amp;')}</p>]]></content:encoded>${
    number > 0
      ? `<wfw:commentRss>/comments/${number}</wfw:commentRss><slash:comments>${comments.length}</slash:comments>`
      : ''
  }</item>`;
