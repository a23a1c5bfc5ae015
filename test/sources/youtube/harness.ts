import { afterEach, expect } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import type { SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import type { YouTubeCursor } from '../../../src/sources/youtube/walking.ts';
import { createYouTubeSource, type YouTubeSourceOptions } from '../../../src/sources/youtube.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import {
  startYouTubeStandIn,
  type YouTubeComment,
  type YouTubeStandIn,
  youtubeKey,
} from '../../support/youtube-stand-in.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: YouTubeStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  source(options?: Partial<YouTubeSourceOptions>): ReturnType<typeof createYouTubeSource>;
  publish(comment?: Partial<YouTubeComment> & { readonly agoS?: number }): YouTubeComment;
}

const started: YouTubeStandIn[] = [];

afterEach(async () => {
  const violations = started.flatMap((standIn) => standIn.violations);
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
  expect(violations).toEqual([]);
});

export const startLab = async (): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startYouTubeStandIn(clock.now);
  started.push(standIn);
  let count = 0;
  return {
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: (options = {}) =>
      createYouTubeSource({
        name: 'videos',
        baseUrl: standIn.baseUrl,
        apiKey: youtubeKey,
        channels: ['UCnordbahn'],
        videos: [],
        brand: null,
        unitsPerDay: 10_000,
        isWatched: (text) => /nordbahn/i.test(text),
        ...options,
      }),
    publish: ({ agoS = 60, ...comment } = {}) => {
      count += 1;
      const publishedAt = new Date(clock.now().getTime() - agoS * 1000);
      const id = comment.parent === undefined ? `Ugx${count}` : `${comment.parent}.r${count}`;
      const made: YouTubeComment = {
        id,
        videoId: 'vid1',
        channelId: 'UCnordbahn',
        publishedAt,
        shownAt: publishedAt,
        author: 'jo_example',
        text: `opinion ${count}`,
        ...comment,
      };
      standIn.comments.set(id, made);
      return made;
    },
  };
};

export type Pages = readonly SourcePage<YouTubeCursor>[];

export interface WalkOptions {
  readonly cursor?: YouTubeCursor | null;
  readonly limit?: number;
  readonly source?: ReturnType<Lab['source']>;
}

/** Walks to the end, or stops after `limit` pages as a process that is killed does. */
export const walk = async (lab: Lab, options: WalkOptions = {}): Promise<Pages> => {
  const { cursor = null, limit = 1_000, source = lab.source() } = options;
  const pages: SourcePage<YouTubeCursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as YouTubeCursor | null;
  for await (const page of source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
export const idsOf = (...walks: readonly Pages[]): readonly string[] =>
  [...new Set(walks.flatMap(mentionsOf).map(({ nativeId }) => nativeId))].sort();
export const cursorOf = (pages: Pages, otherwise: YouTubeCursor | null = null): YouTubeCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
export const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
