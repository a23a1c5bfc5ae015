import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPost } from '../known-posts.ts';
import { SourceError } from '../source.ts';
import { ClosedError } from '../walk-places.ts';
import type { RedditClient } from './client.ts';
import { type ReadThings, readThings } from './read-things.ts';
import { hasHidden, thingsIn } from './thing.ts';
import { type Page, pageWith, type RedditPlan, readingOf, type Walking } from './walking.ts';

/** Threads are asked for one by one, comments by the hundred. */
const MAX_THREADS = 30;
const MAX_COMMENTS = 300;
const PER_REQUEST = 100;

/**
 * Asks again for posts that concern a brand: listings tell neither edits nor deletions of what was read, and whoever
 * answers "same here" names no brand. How often depends on the age of a post alone.
 */
export async function* checkKnown(walking: Walking, client: RedditClient): AsyncGenerator<Page> {
  const { known, deps } = walking;
  const due = known.due(deps.clock.now(), Number.POSITIVE_INFINITY);
  const threads = due.filter(([, , , , , , thread]) => thread === undefined).slice(0, MAX_THREADS);
  const comments = due.filter(([, , , , , , thread]) => thread !== undefined).slice(0, MAX_COMMENTS);
  for (const thread of threads) {
    if (deps.signal.aborted) return;
    yield await lookAtThread(walking, client, thread);
  }
  for (let from = 0; from < comments.length; from += PER_REQUEST) {
    if (deps.signal.aborted) return;
    yield await lookAtThings(walking, client, comments.slice(from, from + PER_REQUEST));
  }
}

const lookAtThread = async (walking: Walking, client: RedditClient, [name]: KnownPost): Promise<Page> => {
  const { known, deps } = walking;
  const told = await client.fetchThread(name).catch(closedAsNull);
  if (told === null) return withdrawn(walking, [name]);
  walking.quota = told.quota ?? walking.quota;
  const things = thingsIn(told.body);
  if (things.length > 0 && !things.some((thing) => thing.name === name)) throw strangeAnswer(walking.plan);
  const read = readThings(told.body, readingOf(walking, 'thread'));
  known.looked(name, deps.clock.now());
  return pageWith(walking, { ...read, gap: hasHidden(told.body) ? hiddenText : undefined });
};

export const hiddenText = 'Replies may be missing: Reddit shows 500 comments of a thread.';

const lookAtThings = async (
  walking: Walking,
  client: RedditClient,
  posts: readonly KnownPost[],
): Promise<Page> => {
  const asked = posts.map(([name]) => name);
  const read = await ask(walking, client, asked);
  const { known, absent } = walking;
  const now = walking.deps.clock.now();
  const gone: string[] = [];
  for (const name of asked) {
    const isThere = read.names.has(name);
    if (isThere) known.looked(name, now);
    else if (absent.has(name)) gone.push(name);
    if (isThere || absent.has(name)) absent.delete(name);
    else absent.add(name);
  }
  return pageWith(walking, { events: [...read.events, ...withdrawn(walking, gone).events] });
};

const ask = async (
  walking: Walking,
  client: RedditClient,
  names: readonly string[],
): Promise<ReadThings & { readonly names: ReadonlySet<unknown> }> => {
  const told = await client.fetchThings(names).catch(closedAsNull);
  if (told === null) return { events: [], rejected: [], names: new Set() };
  walking.quota = told.quota ?? walking.quota;
  const wanted = new Set<unknown>(names);
  const things = thingsIn(told.body);
  // An answer to another question must not delete what it leaves out.
  if (!things.every(({ name }) => wanted.has(name))) throw strangeAnswer(walking.plan);
  return {
    ...readThings(things, readingOf(walking, 'listing')),
    names: new Set(things.map(({ name }) => name)),
  };
};

export const strangeAnswer = ({ access }: RedditPlan): SourceError =>
  new SourceError(
    'transient',
    `Reddit sent source ${access.name} an answer to another question than was asked.`,
  );

export const closedAsNull = (error: unknown): null => {
  if (error instanceof ClosedError) return null;
  throw error;
};

const withdrawn = (walking: Walking, names: readonly string[]): Page => {
  const events: RawEvent[] = names.map((nativeId) => ({ kind: 'deletion', nativeId }));
  for (const name of names) walking.known.forget(name);
  return pageWith(walking, { events });
};
