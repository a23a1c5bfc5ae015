import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPost } from '../known-posts.ts';
import { ClosedError, LostPageError, type YouTubeAnswer, type YouTubeClient } from './client.ts';
import { readComments } from './read-comments.ts';
import { type Page, pageWith, type Walking } from './walking.ts';

const PER_REQUEST = 50;
const MAX_LOOKS = 500;
const MAX_THREADS = 20;
/** 500 replies: the same for every thread, however loud. */
const MAX_REPLY_PAGES = 5;

/**
 * Asks again for comments that concern a brand, and for the replies under them: the list tells neither edits nor
 * deletions nor replies of what was read. How often depends on the age of a comment alone.
 */
export async function* checkKnown(walking: Walking, client: YouTubeClient): AsyncGenerator<Page> {
  const { known, deps } = walking;
  const due = known.due(deps.clock.now(), Number.POSITIVE_INFINITY);
  // A thread that is not reached stays due: none starves behind others.
  const threads = due.filter(isThread).slice(0, MAX_THREADS);
  for (const [key] of threads) {
    if (deps.signal.aborted) return;
    yield await readReplies(walking, client, key);
  }
  const looks = [...threads, ...due.filter((post) => !isThread(post)).slice(0, MAX_LOOKS)];
  for (let from = 0; from < looks.length; from += PER_REQUEST) {
    if (deps.signal.aborted) return;
    yield await lookAgain(walking, client, looks.slice(from, from + PER_REQUEST));
  }
}

const isThread = ([, , , , , , thread]: KnownPost): boolean => thread === undefined;

const lookAgain = async (
  walking: Walking,
  client: YouTubeClient,
  posts: readonly KnownPost[],
): Promise<Page> => {
  const asked = posts.map(([key]) => key);
  const read = await ask(walking, client, asked);
  const missing = asked.filter((key) => !read.ids.has(key));
  // Whatever an answer left out is asked for once more before it counts as gone.
  const again = missing.length === 0 ? null : await ask(walking, client, missing);
  const gone = missing.filter((key) => again?.ids.has(key) !== true);
  const now = walking.deps.clock.now();
  for (const key of asked) walking.known.looked(key, now);
  for (const key of gone) walking.known.forget(key);
  const deletions: RawEvent[] = gone.map((nativeId) => ({ kind: 'deletion', nativeId }));
  return pageWith(walking, { events: [...read.events, ...(again?.events ?? []), ...deletions] });
};

const ask = async (walking: Walking, client: YouTubeClient, ids: readonly string[]) => {
  const told = await client.fetchComments(ids).catch(closedAsNone);
  const wanted = new Set(ids);
  const items = itemsOf(told).filter((item) => wanted.has((item as { id?: string } | null)?.id ?? ''));
  return readKnown(items, walking);
};

/** By its id a reply does not always tell under which comment it stands: that is known. */
const readKnown = (items: readonly unknown[], walking: Walking) => {
  const read = items.map((item) => {
    const key = (item as { id: string }).id;
    return readComments([item], walking.known.get(key)?.[6] ?? null, walking);
  });
  return {
    events: read.flatMap(({ events }) => events),
    ids: new Set(read.flatMap(({ ids }) => [...ids])),
  };
};

const readReplies = async (walking: Walking, client: YouTubeClient, parent: string): Promise<Page> => {
  const events: RawEvent[] = [];
  let pageToken: string | null = null;
  for (let pages = 0; pages < MAX_REPLY_PAGES; pages += 1) {
    const told: YouTubeAnswer = await client.fetchReplies(parent, pageToken).catch(closedAsNone);
    events.push(...readComments(itemsOf(told), parent, walking).events);
    const next: string | null = told.kind === 'read' ? told.nextPageToken : null;
    if (next === null || next === pageToken) return pageWith(walking, { events });
    pageToken = next;
  }
  return pageWith(walking, { events, gap: hiddenText });
};

const hiddenText = 'Replies may be missing: the newest 500 under a comment on YouTube were read.';

const itemsOf = (told: YouTubeAnswer): readonly unknown[] => (told.kind === 'read' ? told.items : []);

const closedAsNone = (error: unknown): YouTubeAnswer => {
  if (error instanceof ClosedError || error instanceof LostPageError)
    return { kind: 'read', items: [], nextPageToken: null, etag: null };
  throw error;
};
