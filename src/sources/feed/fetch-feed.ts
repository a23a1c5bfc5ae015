import { followRedirects, toldBy } from '../../lib/follow-redirects.ts';
import { originOf, withoutAdvice } from '../../lib/safe-fetch.ts';
import { webLink } from '../html-text.ts';
import { headerLinks } from '../link-header.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import type { SitePage } from './discover-feeds.ts';
import type { Hub } from './feed-cursor.ts';
import { maxAgeMinutes, retryAfterMs } from './poll-pace.ts';
import { type FeedReading, HtmlPageError, NotAFeedError, readFeed } from './reading/parse-feed.ts';

/** What is known of an address from its last answer. */
export interface Known {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /**
   * The document that named the address, where the operator did not: what `network.allow` opens is opened to it only if
   * that document lies there too.
   */
  readonly foundIn?: string;
}

export type FeedAnswer =
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged'; readonly url: string; readonly askedMinutes?: number }
  /** A web page, which may name its feeds; `error` says what is wrong where a feed must stand. */
  | { readonly kind: 'page'; readonly page: SitePage; readonly error: SourceError }
  | {
      readonly kind: 'read';
      /** The address to ask next time: moved by 301 and 308 alone. */
      readonly url: string;
      readonly reading: FeedReading;
      readonly etag?: string;
      readonly lastModified?: string;
      readonly askedMinutes?: number;
      readonly hub?: Hub;
    };

/** What a server answers instead of a document. */
export class RefusedError extends SourceError {
  readonly status: number;

  constructor(status: number, message: string, retryAfter: number | undefined) {
    super('transient', message, { retryAfterMs: retryAfter });
    this.status = status;
  }
}

/** One conditional GET, redirects walked one by one to tell the permanent from the temporary. Throws only SourceError. */
export const fetchFeed = async (known: Known, deps: SourceDeps): Promise<FeedAnswer> => {
  const { response, at, lastingUrl } = await walkRedirects(known, deps);
  const asked = maxAgeMinutes(response.headers.get('cache-control'));
  const pace = asked === undefined ? {} : { askedMinutes: asked };
  if (response.status === 410) return { kind: 'gone' };
  if (response.status === 304) return { kind: 'unchanged', url: lastingUrl, ...pace };
  if (!response.ok) throw refusalOf(response, at, deps);
  const reading = await readAnswer(response, at);
  if (reading instanceof HtmlPageError) {
    const page = { url: at, html: reading.html, linkHeader: response.headers.get('link') };
    const error = new SourceError('transient', reading.message, { cause: reading });
    return { kind: 'page', page, error };
  }
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return {
    kind: 'read',
    url: lastingUrl,
    reading,
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
    ...hubOf(response, reading, at),
    ...pace,
  };
};

/** The header goes before the document (WebSub 4); without an address of its own a feed cannot be told of. */
const hubOf = (response: Response, reading: FeedReading, at: string): { readonly hub?: Hub } => {
  const links = headerLinks(response.headers.get('link'));
  const named = (rel: string): string | undefined => {
    const href = links.find(({ rels }) => rels.includes(rel))?.href;
    return href === undefined ? undefined : webLink(href, at);
  };
  const url = named('hub') ?? reading.hub;
  const topic = named('self') ?? reading.self;
  return url === undefined || topic === undefined ? {} : { hub: { url, topic } };
};

const MAX_REDIRECTS = 5;

interface Walked {
  readonly response: Response;
  readonly at: string;
  readonly lastingUrl: string;
}

const walkRedirects = async (known: Known, deps: SourceDeps): Promise<Walked> => {
  const followed = await followRedirects<Response>(known.url, {
    maxRedirects: MAX_REDIRECTS,
    ask: ({ url, by }) => {
      const foundIn = by === null ? known.foundIn : (known.foundIn ?? known.url);
      return get(url, { ...known, foundIn }, deps);
    },
    told: toldBy,
  });
  if (followed.kind === 'answered') return { ...followed, response: followed.answer };
  throw new SourceError(
    'transient',
    followed.kind === 'malformed'
      ? `${originOf(followed.at)} redirects to something that is not an address`
      : `${originOf(known.url)} redirects more than ${MAX_REDIRECTS} times: give the address where it ends`,
  );
};

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

interface Asked extends Omit<Known, 'foundIn'> {
  readonly foundIn: string | undefined;
}

const get = async (url: string, known: Asked, deps: SourceDeps): Promise<Response> => {
  const headers: Record<string, string> = { accept: ACCEPT };
  // Validators are sent back verbatim, as they came.
  if (known.etag !== undefined) headers['if-none-match'] = known.etag;
  if (known.lastModified !== undefined) headers['if-modified-since'] = known.lastModified;
  const { foundIn: referrer } = known;
  const found = referrer === undefined ? {} : { referrer };
  try {
    return await deps.fetch(url, { headers, redirect: 'manual', signal: deps.signal, ...found });
  } catch (cause) {
    throw unreachable(known.url, referrer === undefined ? cause : withoutAdvice(cause));
  }
};

const unreachable = (url: string, cause: unknown): SourceError => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceError('transient', `the feed at ${originOf(url)} could not be read: ${reason}`, { cause });
};

/** Only 410 says that a feed is gone for good: every other refusal may be a server's bad hour, and is asked again. */
const refusalOf = (response: Response, url: string, deps: SourceDeps): RefusedError => {
  const { headers } = response;
  const wait = retryAfterMs(headers.get('retry-after'), deps.clock.now(), headers.get('date'));
  return new RefusedError(response.status, refusalText(response.status, originOf(url), wait), wait);
};

const refusalText = (status: number, place: string, wait: number | undefined): string => {
  if (status === 401 || status === 403)
    return `${place} is blocked for Evenhand (status ${status}): ask its owner for access`;
  const asks = wait === undefined ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`;
  const isBusy = status === 429 || status === 408 || status === 425 || status >= 500;
  return `${place} answered with status ${status}${asks}${isBusy ? '' : ': check the address in evenhand.yaml'}`;
};

const readAnswer = async (response: Response, url: string): Promise<FeedReading | HtmlPageError> => {
  const bytes = new Uint8Array(await bodyOf(response, url));
  try {
    return readFeed(bytes, { url, headers: Object.fromEntries(response.headers), leaveOutHalf: true });
  } catch (cause) {
    if (cause instanceof HtmlPageError) return cause;
    if (cause instanceof NotAFeedError) throw new SourceError('transient', cause.message, { cause });
    throw cause;
  }
};

const bodyOf = async (response: Response, url: string): Promise<ArrayBuffer> => {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw unreachable(url, cause);
  }
};
