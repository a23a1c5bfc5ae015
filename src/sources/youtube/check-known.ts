import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPost } from '../known-posts.ts';
import { SourceError } from '../source.ts';
import { ClosedError, LostPageError } from '../walk-places.ts';
import type { YouTubeAnswer, YouTubeClient } from './client.ts';
import { readComments } from './read-comments.ts';
import { type Page, pageWith, type Walking, type YouTubePlan } from './walking.ts';

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
  const { known, absent } = walking;
  const now = walking.deps.clock.now();
  const gone: string[] = [];
  for (const key of asked) {
    const isThere = read.ids.has(key);
    if (isThere) known.looked(key, now);
    else if (absent.has(key)) gone.push(key);
    if (isThere || absent.has(key)) absent.delete(key);
    else absent.add(key);
  }
  for (const key of gone) known.forget(key);
  const deletions: RawEvent[] = gone.map((nativeId) => ({ kind: 'deletion', nativeId }));
  return pageWith(walking, { events: [...read.events, ...deletions] });
};

const ask = async (walking: Walking, client: YouTubeClient, ids: readonly string[]) => {
  const items = itemsOf(await client.fetchComments(ids).catch(closedAsNone));
  const wanted = new Set<unknown>(ids);
  if (!items.every((item) => wanted.has(partsOf(item).id))) throw strangeAnswer(walking.plan);
  return readComments(items, null, walking);
};

/** An answer to another question must neither delete what it leaves out nor move what it holds. */
const strangeAnswer = ({ name }: YouTubePlan): SourceError =>
  new SourceError('transient', `YouTube sent source ${name} an answer to another question than was asked.`);

const parts = z.object({ id: z.string(), snippet: z.object({ parentId: z.string().optional() }) });

const partsOf = (item: unknown): { readonly id: string | null; readonly parent: string | null } => {
  const parsed = parts.safeParse(item);
  return parsed.success
    ? { id: parsed.data.id, parent: parsed.data.snippet.parentId ?? null }
    : { id: null, parent: null };
};

const readReplies = async (walking: Walking, client: YouTubeClient, parent: string): Promise<Page> => {
  const events: RawEvent[] = [];
  try {
    for await (const { items, gap } of replyPages(walking.plan, parent, client.fetchReplies)) {
      events.push(...readComments(items, parent, walking).events);
      if (gap !== undefined) return pageWith(walking, { events, gap });
    }
  } catch (error) {
    closedAsNone(error);
  }
  return pageWith(walking, { events });
};

export interface ReplyPage {
  readonly items: readonly unknown[];
  /** There are more than are read at once. */
  readonly gap?: string;
}

/** The replies under a comment, a hundred a page. Throws ClosedError where it is gone, LostPageError where the list broke off. */
export async function* replyPages(
  plan: YouTubePlan,
  parent: string,
  fetchReplies: YouTubeClient['fetchReplies'],
): AsyncGenerator<ReplyPage> {
  let pageToken: string | null = null;
  for (let pages = 1; pages <= MAX_REPLY_PAGES; pages += 1) {
    const told: YouTubeAnswer = await fetchReplies(parent, pageToken);
    const items = itemsOf(told);
    if (!items.every((item) => partsOf(item).parent === parent)) throw strangeAnswer(plan);
    const next: string | null = told.kind === 'read' ? told.nextPageToken : null;
    const isEnd = next === null || next === pageToken;
    yield { items, ...(pages === MAX_REPLY_PAGES && !isEnd ? { gap: hiddenText } : {}) };
    if (isEnd) return;
    pageToken = next;
  }
}

const hiddenText = 'Replies may be missing: the newest 500 under a comment on YouTube were read.';

const itemsOf = (told: YouTubeAnswer): readonly unknown[] => (told.kind === 'read' ? told.items : []);

const closedAsNone = (error: unknown): YouTubeAnswer => {
  if (error instanceof ClosedError || error instanceof LostPageError)
    return { kind: 'read', items: [], nextPageToken: null, etag: null };
  throw error;
};
