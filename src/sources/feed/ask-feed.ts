import { type SourceDeps, SourceError } from '../source.ts';
import { discoverFeeds, type SitePage } from './discover-feeds.ts';
import type { FeedCursor } from './feed-cursor.ts';
import { type FeedAnswer, fetchFeed } from './fetch-feed.ts';

export interface Asked {
  /** The cursor that the answer continues: of the feed that was asked, which may be one that its site named now. */
  readonly before: FeedCursor;
  readonly answer: Exclude<FeedAnswer, { readonly kind: 'page' }>;
}

/** The feed; where its address is that of a site, the feed that the site names. Throws only SourceError. */
export const askFeed = async (before: FeedCursor, deps: SourceDeps): Promise<Asked> => {
  const isFound = before.url !== before.configuredUrl;
  const known = isFound ? { ...before, foundIn: before.configuredUrl } : before;
  const first = await fetchFeed(known, deps).catch((error: unknown) => notLost(error, before));
  if (!(first instanceof SourceError)) {
    if (first.kind === 'page' && !isFound) return discover(first, before, deps);
    if (first.kind !== 'page' && !(first.kind === 'gone' && before.isDiscovered === true))
      return { before, answer: first };
  }
  // What a site named once is not there any more: the site is asked anew.
  const site = await fetchFeed({ url: before.configuredUrl }, deps);
  if (site.kind === 'page') return discover(site, before, deps);
  return { before: { ...before, url: before.configuredUrl }, answer: site };
};

/** A busy host is left alone; a feed that the operator named is asked for as it stands. */
const notLost = (error: unknown, { isDiscovered }: FeedCursor): SourceError => {
  if (isDiscovered === true && error instanceof SourceError && error.retryAfterMs === undefined) return error;
  throw error;
};

const discover = async (
  { page, error }: { readonly page: SitePage; readonly error: SourceError },
  before: FeedCursor,
  deps: SourceDeps,
): Promise<Asked> => {
  for (const { feed, comments } of discoverFeeds(page)) {
    const answer = await fetchFeed({ url: feed, foundIn: page.url }, deps).catch((reason: unknown) => {
      if (reason instanceof SourceError && reason.retryAfterMs === undefined) return null;
      throw reason;
    });
    if (answer?.kind !== 'read') continue;
    const { siteComments: _earlier, ...rest } = before;
    const found = { url: answer.url, isDiscovered: true };
    return {
      before: { ...rest, ...found, ...(comments === undefined ? {} : { siteComments: comments }) },
      answer,
    };
  }
  throw error;
};
