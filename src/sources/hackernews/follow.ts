import { openKnownPosts } from '../known-posts.ts';
import type { FollowedThread, SourceDeps, ThreadPage } from '../source.ts';
import type { HackerNewsPlan } from './plan.ts';
import { fetchWindow, readHits } from './read-pages.ts';
import type { HackerNewsCursor } from './walk.ts';

/** Unix seconds. Every comment before `readTo` was read, but for what the search came to know late. */
export interface HackerNewsThreadMark {
  readonly readTo: number;
  /** A look that could not end: it goes on backwards from `to`, and has then read up to `end`. */
  readonly open: { readonly to: number; readonly end: number } | null;
}

type Page = ThreadPage<HackerNewsThreadMark>;

/** After a fault the search learns of a post hours late (facts/sources.md 7). */
const OVERLAP_S = 6 * 3_600;

/** The comments of a story from the search, which tells the newest thousand at once: from them back to the last look. */
export async function* followStory(
  plan: HackerNewsPlan,
  at: { readonly followed: FollowedThread<HackerNewsThreadMark>; readonly cursor: HackerNewsCursor | null },
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const { thread, mark, maxRequests } = at.followed;
  if (!/^\d+$/.test(thread)) return;
  const known = openKnownPosts(at.cursor?.known ?? []);
  const now = deps.clock.now();
  const { readTo, end, ...begin } = beginLook(mark, now);
  let { to } = begin;
  for (let asked = 0; asked < maxRequests && !deps.signal.aborted; asked += 1) {
    const window = { from: Math.max(0, readTo - OVERLAP_S), to, tags: `comment,story_${thread}` };
    const { hits, isCut } = await fetchWindow(plan, window, deps);
    const events = readHits(hits, { plan, known, now });
    if (!isCut) return yield { events, mark: { readTo: end, open: null } };
    const oldest = Math.min(...hits.map(({ created_at_i: second }) => second));
    // Of the oldest second some may not have been told.
    const isOneSecond = oldest + 1 >= to;
    to = isOneSecond ? oldest : oldest + 1;
    yield { events, mark: { readTo, open: { to, end } }, ...(isOneSecond ? { gap: cutText(plan) } : {}) };
  }
}

const beginLook = (
  mark: HackerNewsThreadMark | null,
  now: Date,
): { readonly readTo: number; readonly to: number; readonly end: number } => {
  const end = Math.floor(now.getTime() / 1000) + 1;
  return { readTo: mark?.readTo ?? 0, ...(mark?.open ?? { to: end, end }) };
};

const cutText = ({ name }: HackerNewsPlan): string =>
  `Comments in a thread of ${name} may be missing: the search tells only some of one second.`;
