import type { RawEvent } from '../../domain/raw-mention.ts';
import { askJson } from '../ask-json.ts';
import type { KnownPost, KnownPosts } from '../known-posts.ts';
import type { SourceDeps } from '../source.ts';
import { hackerNewsItem, mapItem, wordsHash } from './map-item.ts';
import type { HackerNewsPlan, Page } from './plan.ts';
import type { HackerNewsCursor } from './walk.ts';

const MAX_LOOKS = 60;

/** Asks the record of the site for posts that concern a brand: the search tells neither edits nor deletions. */
export async function* checkItems(
  plan: HackerNewsPlan,
  { cursor, known }: { readonly cursor: HackerNewsCursor; readonly known: KnownPosts },
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const now = deps.clock.now();
  const events: RawEvent[] = [];
  let failure: unknown;
  for (const post of known.due(now, MAX_LOOKS)) {
    if (deps.signal.aborted) break;
    try {
      events.push(...(await lookAgain(post, { plan, known, now }, deps)));
    } catch (error) {
      failure = error;
      break;
    }
  }
  // First what was found out, for the cursor remembers it; then the failure.
  yield { events, cursor: { ...cursor, known: known.stored(now) }, isLast: failure === undefined };
  if (failure !== undefined) throw failure;
}

const lookAgain = async (
  [key, nativeId, , , , , thread]: KnownPost,
  { plan, known, now }: { readonly plan: HackerNewsPlan; readonly known: KnownPosts; readonly now: Date },
  deps: SourceDeps,
): Promise<readonly RawEvent[]> => {
  const url = new URL(`${plan.itemsUrl}/v0/item/${key}.json`);
  const told = await askJson(url, { source: plan.name }, deps);
  known.looked(key, now);
  // The address of an item that never was answers null with status 200; a 404 speaks of the address.
  if (told.kind === 'missing') return [];
  const parsed = hackerNewsItem.safeParse(told.body);
  if (!parsed.success) return [];
  const item = parsed.data;
  if (item === null || item.deleted === true || item.dead === true) {
    known.forget(key);
    return [{ kind: 'deletion', nativeId }];
  }
  const event = mapItem(item, thread ?? nativeId);
  const revision = known.note({ key, nativeId, hash: wordsHash(event), isWatched: true }, now);
  return revision === null || event.text === '' ? [] : [{ ...event, revision }];
};
