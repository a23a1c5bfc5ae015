import { createHash } from 'node:crypto';
import type { ReadItem } from './reading/draft.ts';

/** The whole state of a feed's walk. Plain JSON, bounded: about 30 KB for a busy feed with comments. */
export interface FeedCursor {
  /** Where the feed lives now: the configured address until a permanent redirect moved it. */
  readonly url: string;
  /** The configured address that this state belongs to: another one begins anew. */
  readonly configuredUrl: string;
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
  readonly comments: readonly CommentFeed[];
}

/** The comments of one article. */
export interface CommentFeed {
  readonly url: string;
  /** Native id of the article. */
  readonly article: string;
  /** `slash:comments` when the feed of comments was last read. */
  readonly count?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly checkedAt?: string;
  /** ISO 8601 UTC since when it brought nothing new. */
  readonly quietSince?: string;
  readonly seen: Seen;
}

/** Entries that were passed on: short hash of the id to [short hash of the content, revision], oldest first. */
export type Seen = readonly (readonly [id: string, content: string, revision: number])[];

export const beginCursor = (url: string, now: Date): FeedCursor => ({
  url,
  configuredUrl: url,
  disabled: false,
  checkedAt: now.toISOString(),
  quietWalks: 0,
  seen: [],
  comments: [],
});

/** An entry that is new or was edited; `revision` counts its edits. */
export interface FreshItem {
  readonly item: ReadItem;
  readonly nativeId: string;
  readonly revision: number;
}

/**
 * What of a reading is new against what was seen. An entry with the same id and another content is an edit. What the feed
 * shows now is never forgotten; of what it no longer shows the newest `keep` are remembered. Feeds carry no deletions.
 */
export const takeFresh = (
  items: readonly ReadItem[],
  seen: Seen,
  keep: number,
): { fresh: FreshItem[]; seen: Seen } => {
  const known = new Map(seen.map((entry) => [entry[0], entry]));
  const fresh: FreshItem[] = [];
  // Feeds list the newest first; the walk passes on the oldest first.
  for (const [nativeId, item] of [...firstOfEach(items)].toReversed()) {
    const [key, content] = [shortHash(nativeId), contentHash(item)];
    const before = known.get(key);
    const isFresh = before?.[1] !== content;
    const revision = (before?.[2] ?? -1) + (isFresh ? 1 : 0);
    if (isFresh) fresh.push({ item, nativeId, revision });
    // Set anew, so that what the feed shows stands behind what it no longer shows.
    known.delete(key);
    known.set(key, [key, content, revision]);
  }
  return { fresh, seen: [...known.values()].slice(-Math.max(keep, items.length)) };
};

/** A feed may list one entry twice, the newer form first: the older one is not an edit of it. */
const firstOfEach = (items: readonly ReadItem[]): Map<string, ReadItem> => {
  const first = new Map<string, ReadItem>();
  for (const item of items) if (!first.has(nativeIdOf(item))) first.set(nativeIdOf(item), item);
  return first;
};

/** The feed's own id; else the link, else what the entry says (facts/sources.md 5). */
export const nativeIdOf = ({ fields }: ReadItem): string =>
  fields.id ??
  fields.link ??
  `entry:${shortHash(JSON.stringify([fields.title, fields.published, fields.summary]))}`;

/** Only what a person would read: a new comment count or a moved tag is no edit. */
const contentHash = ({ fields }: ReadItem): string =>
  shortHash(JSON.stringify([fields.title, fields.content ?? fields.summary]));

/** 72 bits: among the thousand entries of a feed a collision has a chance of 1 in 10^16. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12);
