import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPosts } from '../known-posts.ts';
import type { Rejection } from '../source.ts';
import { type FindParent, type Lineage, mapStatus, refusalOf, revisionOf, wordsHash } from './map-status.ts';
import { type MastodonStatus, mastodonStatus } from './status.ts';

export interface ReadStatuses {
  readonly events: readonly RawEvent[];
  readonly rejected: readonly Rejection[];
}

export interface Reading {
  readonly known: KnownPosts;
  /** Which instance said it: its local ids are its own. Empty: nobody knows. */
  readonly instance: string;
  readonly found: 'timeline' | 'search';
  readonly isWatched: (text: string) => boolean;
  readonly now: Date;
}

/** Statuses as events, each once; what is no status is named, and costs the others nothing. */
export const readStatuses = (entries: readonly unknown[], reading: Reading): ReadStatuses => {
  const events: RawEvent[] = [];
  const rejected: Rejection[] = [];
  for (const [index, entry] of oldestFirst(entries).entries()) {
    const parsed = mastodonStatus.safeParse(entry);
    if (!parsed.success) {
      rejected.push({ at: `status ${index + 1}`, reason: 'has no id, no uri or no content' });
      continue;
    }
    const event = readStatus(parsed.data, reading);
    if (event !== null) events.push(event);
  }
  return { events, rejected };
};

/** Timelines list the newest first; a reply should find its parent known. */
const oldestFirst = (entries: readonly unknown[]): readonly unknown[] => entries.toReversed();

/** Parents before their replies; what is no status is left out. */
export const readInOrder = (entries: readonly unknown[], reading: Reading): readonly RawEvent[] =>
  entries.flatMap((entry) => {
    const parsed = mastodonStatus.safeParse(entry);
    return parsed.success ? (readStatus(parsed.data, reading) ?? []) : [];
  });

/** null: it was passed on before, or is not for us. */
export const readStatus = (status: MastodonStatus, reading: Reading): RawEvent | null => {
  const { known, now } = reading;
  const key = keyOf(reading.instance, status.id);
  if (refusalOf(status, 'timeline') !== null) return withdrawn(key, known);
  // What a tag may show, a search may not: that is no reason to take it back.
  if (refusalOf(status, reading.found) !== null) return null;
  const mention = mapStatus(status, parentFinder(reading));
  const revision = known.note(
    {
      key,
      nativeId: status.uri,
      revision: revisionOf(status),
      hash: wordsHash(status),
      thread: mention.thread ?? mention.parent,
      isWatched:
        reading.isWatched(mention.text) || known.isWatchedThread(mention.thread ?? mention.parent ?? ''),
    },
    now,
  );
  return revision === null ? null : { ...mention, revision };
};

/** What was public and is no longer, or whose author opted out since, leaves the desk too. */
const withdrawn = (key: string, known: KnownPosts): RawEvent | null => {
  const post = known.get(key);
  if (post === undefined) return null;
  known.forget(key);
  return { kind: 'deletion', nativeId: post[1] };
};

export const readDeletion = (localId: string, { known, instance }: Reading): RawEvent | null =>
  withdrawn(keyOf(instance, localId), known);

const keyOf = (instance: string, localId: string): string => `${instance} ${localId}`;

const parentFinder =
  ({ known, instance }: Reading): FindParent =>
  (localId): Lineage => {
    const post = known.get(keyOf(instance, localId));
    if (post !== undefined) return { uri: post[1], thread: post[6] ?? post[1] };
    return { uri: instance === '' ? localId : `${instance}/statuses/${localId}`, thread: undefined };
  };
