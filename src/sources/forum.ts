import type { RawEvent } from '../domain/raw-mention.ts';
import { originOf } from '../lib/safe-fetch.ts';
import { createFeedSource, type FeedCursor } from './feed.ts';
import { watchFetch } from './forum/watch-fetch.ts';
import { type Source, type SourceDeps, SourceError, type SourcePage } from './source.ts';

export interface ForumSourceOptions {
  readonly name: string;
  readonly software: 'xenforo' | 'vbulletin';
  readonly baseUrl: string;
  /** Parts of the forum: for XenForo as in their address (`cars.12`), for vBulletin their numbers. None: all of it. */
  readonly forums: readonly string[];
  readonly pollMinutes?: number;
}

/** A forum by the feed of its newest threads: an interface for everybody that asks for no key (facts/sources.md 6). */
export const createForumSource = (options: ForumSourceOptions): Source<FeedCursor> => {
  const { name, pollMinutes } = options;
  const url = feedUrl(options);
  const feed = createFeedSource({
    name,
    url,
    comments: false,
    ...(pollMinutes === undefined ? {} : { pollMinutes }),
  });
  return {
    ...feed,
    kind: options.software,
    pages: (cursor, deps) => walk({ feed, url, name }, cursor, deps),
  };
};

const feedUrl = ({ software, baseUrl, forums }: ForumSourceOptions): string => {
  const base = baseUrl.replace(/\/+$/, '');
  if (software === 'xenforo') return `${base}/forums/${forums[0] ?? '-'}/index.rss`;
  return `${base}/external.php?type=RSS2${forums.length === 0 ? '' : `&forumids=${forums.join(',')}`}`;
};

interface Forum {
  readonly feed: Source<FeedCursor>;
  readonly url: string;
  readonly name: string;
}

async function* walk(
  { feed, url, name }: Forum,
  stored: FeedCursor | null,
  deps: SourceDeps,
): AsyncGenerator<SourcePage<FeedCursor>> {
  const watched = watchFetch(deps.fetch);
  try {
    for await (const page of feed.pages(stored, { ...deps, fetch: watched.fetch })) {
      yield { ...page, events: page.events.map(withOneName) };
    }
  } catch (error) {
    if (watched.isBlocked) throw blockedError(url, name, error);
    throw error;
  }
}

/** XenForo names an author twice, as `author` and as `dc:creator`. */
const withOneName = (event: RawEvent): RawEvent => {
  if (event.kind === 'deletion' || event.authorHandle === undefined) return event;
  const [name = '', ...others] = event.authorHandle.split(/\s*,\s*/);
  if (name === '' || others.length === 0 || others.some((other) => other !== name)) return event;
  const host = event.author?.slice(event.authorHandle.length) ?? '';
  return { ...event, authorHandle: name, author: `${name}${host}` };
};

const BLOCKED_MS = 6 * 3_600_000;

const blockedError = (url: string, name: string, cause: unknown): SourceError =>
  new SourceError(
    'transient',
    `${originOf(url)} is blocked for Evenhand: it shows source ${name} a challenge for browsers, which is not evaded; ask its owner to let the feed through.`,
    { retryAfterMs: BLOCKED_MS, cause },
  );
