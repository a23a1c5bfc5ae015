import { createHash } from 'node:crypto';
import { platformFeeds } from './platform-feeds.ts';
import type { ReadItem } from './reading/draft.ts';
import { unwrapAddress } from './unwrap.ts';

/** The whole state of a feed's walk. Plain JSON, bounded: about 30 KB for a busy feed. */
export interface FeedCursor {
  /** Where the feed lives now: the configured address until a permanent redirect moved it. */
  readonly url: string;
  /** The configured address that this state belongs to: another one begins anew. */
  readonly configuredUrl: string;
  /** The configured address is that of a site, which named the feed. */
  readonly isDiscovered?: boolean;
  /** The site's feed of comments under all of its articles. */
  readonly siteComments?: string;
  /** Who tells of new entries, as the feed said last. */
  readonly hub?: Hub;
  /** ISO 8601 UTC of the last delivery by the hub; gone when a walk found an entry that it had not delivered. */
  readonly pushedAt?: string;
  /** How many entries the feed showed last. */
  readonly shown?: number;
  /** Set by 410 Gone: the address is never asked again. */
  readonly disabled: boolean;
  readonly etag?: string;
  readonly lastModified?: string;
  /** ISO 8601 UTC of the last answer. */
  readonly checkedAt: string;
  /** What the feed asked for: `ttl`, or Cache-Control max-age. */
  readonly askedMinutes?: number;
  /** Hours of the day in UTC at which the feed does not want to be asked. */
  readonly skipHours?: readonly number[];
  /** Walks in a row that brought nothing new. */
  readonly quietWalks: number;
  readonly seen: Seen;
  /** The site's feed of comments as it was read last; none where none is known. */
  readonly comments: readonly CommentFeed[];
}

/** WebSub: who tells of new entries, and the address under which the feed is told of. */
export interface Hub {
  readonly url: string;
  readonly topic: string;
}

/** The comments of one article, or of all. */
export interface CommentFeed {
  readonly url: string;
  /** Native id of the article; absent: a feed of all comments of the site. */
  readonly article?: string;
  /** `slash:comments` when the article appeared; absent where it is older than what was read. */
  readonly startCount?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly checkedAt?: string;
  readonly seen: Seen;
}

/** Entries that were passed on: short hash of the id to [short hash of the content, revision], oldest first. */
export type Seen = readonly (readonly [id: string, content: string, revision: number])[];

export const beginCursor = (configuredUrl: string, now: Date): FeedCursor => ({
  ...beginAt(configuredUrl),
  configuredUrl,
  disabled: false,
  checkedAt: now.toISOString(),
  quietWalks: 0,
  seen: [],
  comments: [],
});

const beginAt = (configuredUrl: string): Pick<FeedCursor, 'url' | 'isDiscovered' | 'siteComments'> => {
  const known = platformFeeds(configuredUrl);
  if (known === null) return { url: configuredUrl };
  const comments = known.comments === undefined ? {} : { siteComments: known.comments };
  return { url: known.feed, isDiscovered: true, ...comments };
};

/** An entry that is new or was edited; `revision` counts its edits. */
export interface FreshItem {
  readonly item: ReadItem;
  readonly nativeId: string;
  readonly revision: number;
}

export type ListedItem = Pick<FreshItem, 'item' | 'nativeId'>;

export interface Fresh {
  readonly fresh: readonly FreshItem[];
  /** Every entry that the feed shows, the oldest first. */
  readonly listed: readonly ListedItem[];
  readonly seen: Seen;
  /** Nothing of what was seen before is shown any more: between two visits entries may have come and gone. */
  readonly isTornOff: boolean;
}

/**
 * What of a reading is new against what was seen. An entry with the same id and another content is an edit. What the feed
 * shows now is never forgotten; of what it no longer shows the newest `keep` are remembered. Feeds carry no deletions.
 * `elsewhere` was passed on from other feeds of the same source: one comment may stand in two of them. Where each of two
 * counts by itself, an edit that is read now is `leastEdit` at least: what is later must never be less.
 */
export const takeFresh = (
  items: readonly ReadItem[],
  seen: Seen,
  {
    keep,
    elsewhere = [],
    leastEdit = 0,
  }: { readonly keep: number; readonly elsewhere?: Seen; readonly leastEdit?: number },
): Fresh => {
  const shown = byKey(seen);
  const known = newestOf(shown, elsewhere);
  const isTornOff = seen.length > 0 && items.length > 0 && !items.some((item) => shown.has(keyOf(item)));
  const fresh: FreshItem[] = [];
  // Feeds list the newest first; the walk passes on the oldest first.
  const listed = [...firstOfEach(items)].toReversed().map(([nativeId, item]) => ({ nativeId, item }));
  for (const { nativeId, item } of listed) {
    const [key, content] = [shortHash(nativeId), contentHash(item)];
    const before = known.get(key);
    const isFresh = before?.[1] !== content;
    const revision = before === undefined ? 0 : isFresh ? Math.max(before[2] + 1, leastEdit) : before[2];
    if (isFresh) fresh.push({ item, nativeId, revision });
    // Set anew, so that what the feed shows stands behind what it no longer shows.
    shown.delete(key);
    shown.set(key, [key, content, revision]);
  }
  return { fresh, listed, seen: [...shown.values()].slice(-Math.max(keep, items.length)), isTornOff };
};

const byKey = (seen: Seen): Map<string, Seen[number]> => new Map(seen.map((entry) => [entry[0], entry]));

const newestOf = (shown: ReadonlyMap<string, Seen[number]>, elsewhere: Seen): Map<string, Seen[number]> => {
  const known = new Map(shown);
  for (const entry of elsewhere) if (entry[2] > (known.get(entry[0])?.[2] ?? -1)) known.set(entry[0], entry);
  return known;
};

const keyOf = (item: ReadItem): string => shortHash(nativeIdOf(item));

/** What was seen, as if these entries had not been passed on yet. */
export const withhold = (seen: Seen, waiting: readonly FreshItem[], before: Seen): Seen => {
  if (waiting.length === 0) return seen;
  const earlier = byKey(before);
  const held = new Set(waiting.map(({ nativeId }) => shortHash(nativeId)));
  return seen.flatMap((entry) => {
    if (!held.has(entry[0])) return [entry];
    const stood = earlier.get(entry[0]);
    return stood === undefined ? [] : [stood];
  });
};

/** A feed may list one entry twice, the newer form first: the older one is not an edit of it. */
const firstOfEach = (items: readonly ReadItem[]): Map<string, ReadItem> => {
  const first = new Map<string, ReadItem>();
  for (const item of items) if (!first.has(nativeIdOf(item))) first.set(nativeIdOf(item), item);
  return first;
};

/** The feed's own id; else the link, else what the entry says (facts/sources.md 5). */
const nativeIdOf = ({ fields }: ReadItem): string =>
  fields.id ??
  given(fields.link) ??
  `entry:${shortHash(JSON.stringify([fields.title, fields.published, fields.summary]))}`;

const given = (link: string | undefined): string | undefined =>
  link === undefined ? undefined : unwrapAddress(link);

/** Only what a person would read: a new comment count or a moved tag is no edit. */
const contentHash = ({ fields }: ReadItem): string =>
  shortHash(JSON.stringify([fields.title, fields.content ?? fields.summary]));

/** 72 bits: among the thousand entries of a feed a collision has a chance of 1 in 10^16. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12);
