import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { askJson, missingError } from '../ask-json.ts';
import { type KnownPosts, openKnownPosts } from '../known-posts.ts';
import { type Rejection, type SourceDeps, SourceError } from '../source.ts';
import { checkItems } from './check-items.ts';
import { type HackerNewsHit, hackerNewsHit, mapHit, wordsHash } from './map-item.ts';
import type { HackerNewsPlan, Page } from './plan.ts';
import { advanceWalk, beginWalk, type HackerNewsCursor, openCursor, WINDOW_S } from './walk.ts';

/** An hour of the site's allowance (10,000 requests) lasts for 80 walks of this length. */
const MAX_REQUESTS = 120;
/** More than this is never given, whatever was found. */
const MAX_HITS = 1_000;

/**
 * Everything that is written on the site, window after window of time: a search for the brand's name would miss the
 * replies that never repeat it. Then posts that are known are looked at again.
 */
export async function* readPages(
  plan: HackerNewsPlan,
  stored: HackerNewsCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const opened = openCursor(stored, { now: deps.clock.now(), lookbackMs: plan.lookbackMs });
  const known = openKnownPosts(opened.known);
  let cursor: HackerNewsCursor = beginWalk(opened, deps.clock.now());
  let windowS = WINDOW_S;
  for (let asked = 0; cursor.open !== null && asked < MAX_REQUESTS && !deps.signal.aborted; asked += 1) {
    const from: number = cursor.open.at;
    const to: number = Math.min(from + windowS, cursor.open.end);
    const { hits, isCut, rejected } = await fetchWindow(plan, { from, to }, deps);
    if (isCut && to - from > 1) {
      windowS = Math.max(1, Math.floor((to - from) / 2));
      continue;
    }
    windowS = Math.min(WINDOW_S, windowS * 2);
    const events = readHits(hits, { plan, known, now: deps.clock.now() });
    cursor = { ...advanceWalk(cursor, to), known: known.stored(deps.clock.now()) };
    yield { events, rejected, cursor, isLast: false, ...(isCut ? { gap: cutText(from) } : {}) };
  }
  yield* checkItems(plan, { cursor, known }, deps);
}

const cutText = (from: number): string =>
  `Posts of ${new Date(from * 1000).toISOString()} may be missing: Hacker News lists ${MAX_HITS} of one second only.`;

const answer = z.object({ hits: z.array(z.unknown()), nbHits: z.number().optional().catch(undefined) });

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** @param tags what is looked for, in the search's own words */
export const fetchWindow = async (
  { name, baseUrl }: HackerNewsPlan,
  { from, to, tags = '(story,comment)' }: Window & { readonly tags?: string },
  deps: SourceDeps,
): Promise<{ hits: readonly HackerNewsHit[]; isCut: boolean; rejected: readonly Rejection[] }> => {
  const url = new URL(`${baseUrl}/api/v1/search_by_date`);
  url.searchParams.set('tags', tags);
  url.searchParams.set('numericFilters', `created_at_i>=${from},created_at_i<${to}`);
  url.searchParams.set('hitsPerPage', String(MAX_HITS));
  url.searchParams.set('typoTolerance', 'false');
  url.searchParams.set('attributesToHighlight', '[]');
  const told = await askJson(url, { source: name }, deps);
  if (told.kind === 'missing') throw missingError(url, { source: name }, told.status);
  const parsed = answer.safeParse(told.body);
  if (!parsed.success)
    throw new SourceError(
      'transient',
      `Hacker News sent source ${name} an answer that holds no list of posts.`,
    );
  const { hits, rejected } = parsedHits(parsed.data.hits);
  if (hits.some(({ created_at_i: at }) => at < from || at >= to))
    throw new SourceError(
      'transient',
      `Hacker News sent source ${name} posts of another time than was asked for.`,
    );
  const count = parsed.data.hits.length;
  return { hits, rejected, isCut: count >= MAX_HITS || (parsed.data.nbHits ?? 0) > count };
};

const parsedHits = (
  entries: readonly unknown[],
): { hits: readonly HackerNewsHit[]; rejected: readonly Rejection[] } => {
  const hits: HackerNewsHit[] = [];
  const rejected: Rejection[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = hackerNewsHit.safeParse(entry);
    if (parsed.success) hits.push(parsed.data);
    else rejected.push({ at: `hit ${index + 1}`, reason: 'has no id or no time' });
  }
  return { hits: hits.toSorted((a, b) => a.created_at_i - b.created_at_i), rejected };
};

interface Reading {
  readonly plan: HackerNewsPlan;
  readonly known: KnownPosts;
  readonly now: Date;
}

/** Only what concerns a brand is remembered: the rest may come twice, and the door knows it by its id. */
export const readHits = (
  hits: readonly HackerNewsHit[],
  { plan, known, now }: Reading,
): readonly RawEvent[] =>
  hits.flatMap((hit) => {
    const event = mapHit(hit);
    if (event.text === '') return [];
    const thread = event.thread ?? event.nativeId;
    const isWatched = plan.isWatched(event.text) || known.isWatchedThread(thread);
    if (!isWatched && known.get(event.nativeId) === undefined) return [event];
    const sighting = {
      key: event.nativeId,
      nativeId: event.nativeId,
      hash: wordsHash(event),
      thread,
      isWatched,
    };
    const revision = known.note(sighting, now);
    return revision === null ? [] : [{ ...event, revision }];
  });
