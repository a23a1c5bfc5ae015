import { afterEach, expect } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import type { HackerNewsCursor } from '../../../src/sources/hackernews/walk.ts';
import { createHackerNewsSource } from '../../../src/sources/hackernews.ts';
import type { SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import {
  type HackerNewsPost,
  type HackerNewsStandIn,
  startHackerNewsStandIn,
} from '../../support/hackernews-stand-in.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: HackerNewsStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  readonly source: ReturnType<typeof createHackerNewsSource>;
  publish(post?: Partial<HackerNewsPost> & { readonly agoS?: number }): HackerNewsPost;
}

const started: HackerNewsStandIn[] = [];
afterEach(async () => {
  const violations = started.flatMap((standIn) => standIn.violations);
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
  expect(violations).toEqual([]);
});

export const startLab = async (): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startHackerNewsStandIn(clock.now);
  started.push(standIn);
  let id = 40_000_000;
  return {
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: createHackerNewsSource({
      name: 'hn',
      baseUrl: standIn.baseUrl,
      itemsUrl: standIn.baseUrl,
      pollMs: 900_000,
      isWatched: (text) => /nordbahn/i.test(text),
    }),
    publish: ({ agoS = 60, ...post } = {}) => {
      id += 1;
      const at = Math.floor(clock.now().getTime() / 1000) - agoS;
      const made = { id, at, foundAt: at, by: 'pg_fan', text: `opinion ${id}`, parent: 1, story: 1, ...post };
      standIn.posts.set(made.id, made);
      return made;
    },
  };
};

export type Pages = readonly SourcePage<HackerNewsCursor>[];

export const walk = async (
  lab: Lab,
  cursor: HackerNewsCursor | null = null,
  limit = 1_000,
): Promise<Pages> => {
  const pages: SourcePage<HackerNewsCursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as HackerNewsCursor | null;
  for await (const page of lab.source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
export const idsOf = (pages: Pages): readonly string[] =>
  [...new Set(mentionsOf(pages).map(({ nativeId }) => nativeId))].sort();
export const cursorOf = (pages: Pages, otherwise: HackerNewsCursor | null = null): HackerNewsCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
export const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
