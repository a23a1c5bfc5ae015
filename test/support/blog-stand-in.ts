import { type StandIn, startStandIn } from './stand-in.ts';

export interface Comment {
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}

export interface Entry {
  /** Below the site; its address with it is the id. */
  readonly path: string;
  readonly title: string;
  readonly author: string;
  /** Paragraphs; an address among the words becomes a link. */
  readonly text: string;
  readonly at: Date;
  readonly comments?: Comment[];
}

export interface BlogStandIn extends StandIn {
  readonly feedUrl: string;
  /** Add to it to publish. */
  readonly entries: Entry[];
  urlOf(entry: Entry): string;
}

/** A blog or a newspaper on the loopback address: a feed of its entries, and one of the comments under each. */
export const startBlogStandIn = async (): Promise<BlogStandIn> => {
  const stand = await startStandIn(({ pathname }) => {
    if (pathname === '/feed') return rss(blog.entries.map((entry) => entryItem(entry, blog)));
    const entry = blog.entries.find(({ path }) => pathname === `${path}/feed`);
    if (entry?.comments === undefined) return { status: 404, body: '' };
    return rss(entry.comments.map((comment, n) => commentItem(comment, `${blog.urlOf(entry)}#comment-${n}`)));
  });
  const blog: BlogStandIn = Object.assign(stand, {
    feedUrl: `${stand.baseUrl}/feed`,
    entries: [],
    urlOf: ({ path }: Entry) => `${stand.baseUrl}${path}`,
  });
  return blog;
};

const rss = (items: readonly string[]) => ({
  status: 200,
  headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>Seite</title>${items.join('\n')}</channel></rss>`,
});

const entryItem = (entry: Entry, { urlOf }: Pick<BlogStandIn, 'urlOf'>): string => {
  const url = urlOf(entry);
  const comments =
    entry.comments === undefined
      ? ''
      : `<wfw:commentRss>${url}/feed</wfw:commentRss><slash:comments>${entry.comments.length}</slash:comments>`;
  return `<item><title>${escaped(entry.title)}</title>${said(entry, url)}${comments}</item>`;
};

const commentItem = (comment: Comment, url: string): string =>
  `<item><title>${escaped(comment.author)}</title>${said(comment, url)}</item>`;

const said = ({ author, text, at }: Comment, url: string): string =>
  `<link>${url}</link><guid isPermaLink="true">${url}</guid><pubDate>${at.toUTCString()}</pubDate>
<dc:creator>${escaped(author)}</dc:creator><content:encoded>${escaped(html(text))}</content:encoded>`;

const html = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => `<p>${escaped(part).replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>')}</p>`)
    .join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
