import type { SourceDeps } from '../../../src/sources/source.ts';
import { createYouTubeSource, type YouTubeSourceOptions } from '../../../src/sources/youtube.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { keepStandIns } from '../../support/walked.ts';
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

const keep = keepStandIns<YouTubeStandIn>();

export const startLab = async (): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = keep(await startYouTubeStandIn(clock.now));
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
