import type { Brand } from '../domain/brand.ts';
import type { AuthorRole, Deletion, MatchedBy, Mention, Post } from '../domain/post.ts';
import type { RawDeletion, RawEvent, RawMention } from '../domain/raw-mention.ts';
import type { UnreadCounts } from '../reach/seal.ts';
import { fingerprint } from './fingerprint.ts';
import { isSound, soundName, wellFormed } from './sound-text.ts';
import { isExcludedAuthor, match, roleOf, type WatchList } from './watch-list.ts';

export interface Door {
  readonly source: string;
  readonly brands: readonly Brand[];
  readonly watchList: WatchList;
  readonly receivedAt: Date;
  /** Decides per post whether clocks run: an import decides once for all, a first poll by age. */
  readonly isHistory: (publishedAt: string | null) => boolean;
  /** Brands whose watch-list matched in a thread during the last 7 days, read from the record. */
  readonly brandsOfThread: (thread: string) => readonly string[];
  readonly concerned?: Concerned;
}

/** Brands that every post of a page concerns for where it was found: under a complaint, or in a forum of their own. */
export interface Concerned {
  readonly brands: readonly string[];
  readonly by: Extract<MatchedBy, 'thread' | 'own'>;
}

/** The two halves of a page: what the desk may see, and what is sealed. */
export interface Halves {
  readonly mentions: readonly Mention[];
  readonly deletions: readonly Deletion[];
  readonly counts: readonly UnreadCounts[];
  /** Posts that concern no brand. */
  readonly unmatched: number;
}

/** Splits arriving events into the blind half and the counts, and keeps what the watch-list or a live thread asks for. */
export const split = (events: readonly RawEvent[], door: Door): Halves => {
  const arrivals = events
    .filter((event) => event.kind === 'mention')
    .map((event) => arrive(withSoundNames(event), door));
  const threads = threadsOf(arrivals);
  const receivedAt = door.receivedAt.toISOString();
  const open = { ...door, receivedAt };
  const mentions: Mention[] = [];
  const counts: UnreadCounts[] = [];
  let unmatched = 0;
  for (const arrival of arrivals) {
    const kept = keep(arrival, threads, open);
    mentions.push(...kept);
    const { nativeId, counts: told } = arrival.event;
    if (kept.length === 0) unmatched += 1;
    else if (told !== undefined && told !== null)
      counts.push({ nativeId, observedAt: receivedAt, counts: told });
  }
  return {
    mentions,
    counts,
    unmatched,
    deletions: events.flatMap((event) => (event.kind === 'deletion' ? [deletionOf(event, door)] : [])),
  };
};

interface Arrival {
  readonly event: RawMention;
  readonly text: string;
  readonly matched: ReadonlyMap<string, MatchedBy>;
}

const arrive = (event: RawMention, { watchList }: Door): Arrival => {
  const text = wellFormed(event.text);
  const matched = new Map<string, MatchedBy>();
  for (const { brand, matchedBy } of match(watchList, text))
    if (!matched.has(brand)) matched.set(brand, matchedBy);
  return { event, text, matched };
};

/** A "same here" never names the brand: what matters is whether its thread did, in this page as well. */
const threadsOf = (arrivals: readonly Arrival[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const threads = new Map<string, Set<string>>();
  const add = (thread: string, found: Iterable<string>): void => {
    const brands = threads.get(thread) ?? new Set();
    for (const brand of found) brands.add(brand);
    threads.set(thread, brands);
  };
  for (const { event, matched } of arrivals) {
    if (matched.size > 0) add(event.thread ?? event.parent ?? event.nativeId, matched.keys());
    // Where a source tells no thread, a reply to a reply names the reply alone.
    if (event.thread === undefined)
      add(event.nativeId, [...matched.keys(), ...(threads.get(event.parent ?? '') ?? [])]);
  }
  return threads;
};

type OpenDoor = Omit<Door, 'receivedAt'> & { readonly receivedAt: string };

const keep = (
  arrival: Arrival,
  threads: ReadonlyMap<string, ReadonlySet<string>>,
  door: OpenDoor,
): Mention[] => {
  const { event, text } = arrival;
  const matches = withThread(arrival, threads, door);
  if (matches.size === 0) return [];
  const kept: Mention[] = [];
  for (const brand of door.brands) {
    const matchedBy = matches.get(brand.id);
    if (matchedBy === undefined || isExcludedAuthor(brand, event.author ?? null, event.authorHandle ?? null))
      continue;
    const authorRole = roleOf(brand, event.author ?? null, event.authorHandle ?? null);
    kept.push(mentionOf(postOf(event, text, authorRole, door), brand.id, matchedBy, door));
  }
  return kept;
};

/** What the words matched, and what the thread did. */
const withThread = (
  { event, matched }: Arrival,
  threads: ReadonlyMap<string, ReadonlySet<string>>,
  door: OpenDoor,
): ReadonlyMap<string, MatchedBy> => {
  const thread = event.thread ?? event.parent;
  if (thread === undefined && door.concerned === undefined) return matched;
  const matches = new Map<string, MatchedBy>(matched);
  const add = (brand: string, by: MatchedBy): void => {
    if (!matches.has(brand)) matches.set(brand, by);
  };
  for (const brand of door.concerned?.brands ?? []) add(brand, door.concerned?.by ?? 'thread');
  if (thread === undefined) return matches;
  for (const brand of [...(threads.get(thread) ?? []), ...door.brandsOfThread(thread)]) add(brand, 'thread');
  return matches;
};

const mentionOf = (post: Post, brand: string, matchedBy: MatchedBy, door: OpenDoor): Mention => ({
  post,
  brand,
  matchedBy,
  fingerprint: fingerprint(post.text),
  receivedAt: door.receivedAt,
  isHistory: door.isHistory(post.publishedAt),
});

const postOf = (event: RawMention, text: string, authorRole: AuthorRole, door: OpenDoor): Post => ({
  kind: 'post',
  source: door.source,
  nativeId: event.nativeId,
  revision: event.revision ?? 0,
  author: event.author ?? null,
  authorRole,
  thread: event.thread ?? event.parent ?? event.nativeId,
  parent: event.parent ?? null,
  repostOf: event.repostOf ?? null,
  text,
  declaredLanguage: event.language ?? null,
  url: event.url ?? null,
  links: event.links ?? [],
  hasImage: event.hasImage ?? false,
  publishedAt: isoTime(event.publishedAt),
});

const deletionOf = (event: RawDeletion, door: Door): Deletion => ({
  kind: 'deletion',
  source: door.source,
  nativeId: event.nativeId === undefined ? null : soundName(event.nativeId),
  author: event.author === undefined ? null : soundName(event.author),
});

/** Names that the database can store and index: one that it refuses would keep its whole page out for ever. */
const withSoundNames = (event: RawMention): RawMention => (hasSoundNames(event) ? event : mendNames(event));

const hasSoundNames = (event: RawMention): boolean =>
  isSound(event.nativeId) &&
  areSound(event.author, event.thread, event.parent, event.repostOf, event.url) &&
  (event.language === undefined || (event.language.length <= longestTag && isSound(event.language))) &&
  (event.links === undefined || event.links.every((link) => wellFormed(link) === link));

const areSound = (...names: readonly (string | undefined)[]): boolean =>
  names.every((name) => name === undefined || isSound(name));

const mendNames = (event: RawMention): RawMention => ({
  ...event,
  nativeId: soundName(event.nativeId),
  ...(event.author === undefined ? {} : { author: soundName(event.author) }),
  ...(event.thread === undefined ? {} : { thread: soundName(event.thread) }),
  ...(event.parent === undefined ? {} : { parent: soundName(event.parent) }),
  ...(event.repostOf === undefined ? {} : { repostOf: soundName(event.repostOf) }),
  ...(event.url === undefined ? {} : { url: soundName(event.url) }),
  ...(event.links === undefined ? {} : { links: event.links.map(wellFormed) }),
  ...(event.language === undefined ? {} : { language: wellFormed(event.language).slice(0, longestTag) }),
});

const longestTag = 35;

const earliestMs = Date.UTC(1990, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/** A time that no clock can have told is no time: the post counts as one without. */
const isoTime = (told: string | undefined): string | null => {
  if (told === undefined) return null;
  const ms = Date.parse(told);
  if (!(ms >= earliestMs && ms < latestMs)) return null;
  return isPlainIso.test(told) ? told : new Date(ms).toISOString();
};

/** As `toISOString` writes it, on a day that every month has: it need not be written again. */
const isPlainIso = /^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z$/;
