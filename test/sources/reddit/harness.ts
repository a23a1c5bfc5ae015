import { afterEach, expect } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import type { RedditCursor } from '../../../src/sources/reddit/walking.ts';
import { createRedditSource, type RedditSourceOptions } from '../../../src/sources/reddit.ts';
import type { SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import {
  type RedditStandIn,
  type RedditThing,
  redditApp,
  redditUserAgent,
  startRedditStandIn,
} from '../../support/reddit-stand-in.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: RedditStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  source(options?: Partial<RedditSourceOptions>): ReturnType<typeof createRedditSource>;
  publish(thing?: Partial<RedditThing> & { readonly agoS?: number }): RedditThing;
}

const started: RedditStandIn[] = [];

afterEach(async () => {
  const violations = started.flatMap((standIn) => standIn.violations);
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
  expect(violations).toEqual([]);
});

export const startLab = async (): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startRedditStandIn(clock.now);
  started.push(standIn);
  let count = 0;
  return {
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: (options = {}) =>
      createRedditSource({
        name: 'reddit',
        baseUrl: standIn.baseUrl,
        tokenUrl: `${standIn.baseUrl}/api/v1/access_token`,
        ...redditApp,
        userAgent: redditUserAgent,
        subreddits: ['trains'],
        searches: [],
        pollMs: 900_000,
        isWatched: (text) => /nordbahn/i.test(text),
        ...options,
      }),
    publish: ({ agoS = 60, ...thing } = {}) => {
      count += 1;
      const createdAt = new Date(clock.now().getTime() - agoS * 1000);
      const isComment = thing.link !== undefined;
      const name = `${isComment ? 't1' : 't3'}_${(36 ** 5 + count).toString(36)}`;
      const made: RedditThing = {
        name,
        subreddit: 'trains',
        createdAt,
        shownAt: createdAt,
        text: `opinion ${count}`,
        author: 'jo_example',
        ...(isComment ? { parent: thing.link ?? '' } : { title: `title ${count}` }),
        ...thing,
      };
      standIn.things.set(made.name, made);
      return made;
    },
  };
};

export type Pages = readonly SourcePage<RedditCursor>[];

export interface WalkOptions {
  readonly cursor?: RedditCursor | null;
  readonly limit?: number;
  readonly source?: ReturnType<Lab['source']>;
}

/** Walks to the end, or stops after `limit` pages as a process that is killed does. */
export const walk = async (lab: Lab, options: WalkOptions = {}): Promise<Pages> => {
  const { cursor = null, limit = 1_000, source = lab.source() } = options;
  const pages: SourcePage<RedditCursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as RedditCursor | null;
  for await (const page of source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
export const namesOf = (...walks: readonly Pages[]): readonly string[] =>
  [...new Set(walks.flatMap(mentionsOf).map(({ nativeId }) => nativeId))].sort();
export const cursorOf = (pages: Pages, otherwise: RedditCursor | null = null): RedditCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
export const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
