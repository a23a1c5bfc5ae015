import { followStory, type HackerNewsThreadMark } from './hackernews/follow.ts';
import type { HackerNewsPlan } from './hackernews/plan.ts';
import { readPages } from './hackernews/read-pages.ts';
import type { HackerNewsCursor } from './hackernews/walk.ts';
import type { Source } from './source.ts';

export interface HackerNewsSourceOptions {
  readonly name: string;
  /** The search of Algolia. */
  readonly baseUrl: string;
  /** The record of the site, where edits and deletions are asked for. */
  readonly itemsUrl: string;
  /** What concerns a brand is asked for again. */
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs?: number;
  readonly pollMs?: number;
}

/** Hacker News, everything that is written there by windows of time; the watch-list chooses at the door. */
export const createHackerNewsSource = (
  options: HackerNewsSourceOptions,
): Source<HackerNewsCursor, HackerNewsThreadMark> => {
  const plan: HackerNewsPlan = {
    name: options.name,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    itemsUrl: options.itemsUrl.replace(/\/+$/, ''),
    isWatched: options.isWatched,
    lookbackMs: options.lookbackMs ?? 86_400_000,
  };
  return {
    name: options.name,
    kind: 'hackernews',
    knowsSpread: true,
    freshnessTargetMs: 30 * 60_000,
    // The whole site is read, and somebody writes there every minute.
    quietTargetMs: 3 * 3_600_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => options.pollMs ?? 300_000,
    follow: (followed, cursor, deps) => followStory(plan, { followed, cursor }, deps),
  };
};
