import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { type Asked, askJson, missingError } from '../ask-json.ts';
import { type KnownPosts, openKnownPosts } from '../known-posts.ts';
import { type Rejection, type SourceDeps, SourceError, type SourcePage } from '../source.ts';
import { discoursePost, isShown, mapPost, wordsHash } from './map-post.ts';
import { advanceWalk, beginWalk, type DiscourseCursor, newCursor, type WalkedPage } from './walk.ts';

export interface DiscoursePlan {
  readonly name: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs: number;
}

type Page = SourcePage<DiscourseCursor>;

/** From the newest post of the whole forum back to where the last walk began; then known posts are looked at again. */
export async function* readPages(
  plan: DiscoursePlan,
  stored: DiscourseCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const known = openKnownPosts(stored?.known ?? []);
  const reading: Reading = { plan, known, deps };
  const isResumed = stored?.open != null;
  let cursor = stored ?? newCursor;
  // A walk that was cut off is finished first, and then begun anew: what is new stands before it.
  for (const round of isResumed ? ['rest', 'new'] : ['new']) {
    for (let isDone = false; !isDone; ) {
      if (deps.signal.aborted) return;
      const step = await readPage(reading, beginWalk(cursor));
      ({ cursor, isDone } = step);
      yield step.page;
    }
    if (round === 'new') break;
  }
  yield* checkPosts(reading, cursor);
}

interface Reading {
  readonly plan: DiscoursePlan;
  readonly known: KnownPosts;
  readonly deps: SourceDeps;
}

const answer = z.object({ latest_posts: z.array(z.unknown()) });

const readPage = async (
  { plan, known, deps }: Reading,
  begun: ReturnType<typeof beginWalk>,
): Promise<{ readonly page: Page; readonly cursor: DiscourseCursor; readonly isDone: boolean }> => {
  const url = new URL(`${plan.baseUrl}/posts.json`);
  if (begun.open.before !== null) url.searchParams.set('before', String(begun.open.before));
  const asked = askedBy(plan);
  const told = await askJson(url, asked, deps);
  if (told.kind === 'missing') throw missingError(url, asked, told.status);
  const parsed = answer.safeParse(told.body);
  if (!parsed.success)
    throw new SourceError(
      'transient',
      `${hostOf(plan)} sent source ${plan.name} an answer that holds no list of posts.`,
    );
  const now = deps.clock.now();
  const place = placeOf(parsed.data.latest_posts);
  // Throws before anything of the page counts as known.
  const advanced = advanceWalk(hostOf(plan), begun, place, {
    now,
    floorMs: now.getTime() - plan.lookbackMs,
  });
  const { events, rejected } = readPosts(parsed.data.latest_posts, { plan, known, now });
  const cursor = { ...advanced.cursor, known: known.stored(now) };
  const gap = advanced.gap === undefined ? {} : { gap: advanced.gap };
  return { page: { events, rejected, cursor, isLast: false, ...gap }, cursor, isDone: advanced.isDone };
};

export const hostOf = ({ baseUrl }: DiscoursePlan): string => new URL(baseUrl).host;

export const askedBy = ({ name, headers }: DiscoursePlan): Asked => ({ source: name, headers });

const numbered = z.object({ id: z.number(), created_at: z.string().optional().catch(undefined) });

const placeOf = (entries: readonly unknown[]): WalkedPage => {
  const places = entries.flatMap((entry) => {
    const parsed = numbered.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
  const times = places
    .map(({ created_at }) => Date.parse(created_at ?? ''))
    .filter((ms) => !Number.isNaN(ms));
  return { ids: places.map(({ id }) => id), oldestMs: times.length === 0 ? Number.NaN : Math.min(...times) };
};

interface Known {
  readonly plan: DiscoursePlan;
  readonly known: KnownPosts;
  readonly now: Date;
}

export const readPosts = (
  entries: readonly unknown[],
  known: Known,
): { events: readonly RawEvent[]; rejected: readonly Rejection[] } => {
  const rejected: Rejection[] = [];
  const events: RawEvent[] = [];
  for (const [index, entry] of entries.toReversed().entries()) {
    const event = readPost(entry, known);
    if (event === 'broken')
      rejected.push({ at: `post ${index + 1}`, reason: 'has no id, no topic or no text' });
    else if (event !== null) events.push(event);
  }
  return { events, rejected };
};

/** null: it was passed on before, or nobody may read it. */
const readPost = (entry: unknown, { plan, known, now }: Known): RawEvent | 'broken' | null => {
  const parsed = discoursePost.safeParse(entry);
  if (!parsed.success) return 'broken';
  const key = String(parsed.data.id);
  const before = known.get(key);
  if (!isShown(parsed.data)) return before === undefined ? null : withdrawn(known, key, before[1]);
  const event = mapPost(parsed.data, plan.baseUrl);
  const thread = event.thread ?? event.nativeId;
  const noted = known.note(
    {
      key,
      nativeId: event.nativeId,
      // Corrections of the first minutes do not count as versions.
      atLeast: event.revision ?? 0,
      hash: wordsHash(event),
      thread,
      isWatched: plan.isWatched(event.text) || known.isWatchedThread(thread),
    },
    now,
  );
  // A post that was moved to another topic keeps the name that it was known by.
  return noted === null ? null : { ...event, nativeId: before?.[1] ?? event.nativeId, revision: noted };
};

export const withdrawn = (known: KnownPosts, key: string, nativeId: string): RawEvent => {
  known.forget(key);
  return { kind: 'deletion', nativeId };
};

/** 200 requests a minute are allowed. */
const MAX_LOOKS = 30;

async function* checkPosts(reading: Reading, cursor: DiscourseCursor): AsyncGenerator<Page> {
  const { plan, known, deps } = reading;
  const now = deps.clock.now();
  const events: RawEvent[] = [];
  let failure: unknown;
  for (const [key, nativeId] of known.due(now, MAX_LOOKS)) {
    if (deps.signal.aborted) break;
    try {
      // 403: it was moved to where only some may read.
      const url = new URL(`${plan.baseUrl}/posts/${key}.json`);
      const told = await askJson(url, { ...askedBy(plan), gone: [403] }, deps);
      known.looked(key, now);
      const event =
        told.kind === 'missing' ? withdrawn(known, key, nativeId) : readPost(told.body, { plan, known, now });
      if (event !== null && event !== 'broken') events.push(event);
    } catch (error) {
      failure = error;
      break;
    }
  }
  // First what was found out, for the cursor remembers it; then the failure.
  yield { events, cursor: { ...cursor, known: known.stored(now) }, isLast: failure === undefined };
  if (failure !== undefined) throw failure;
}
