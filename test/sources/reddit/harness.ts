import { createRedditSource, type RedditSourceOptions } from '../../../src/sources/reddit.ts';
import type { SourceDeps } from '../../../src/sources/source.ts';
import {
  type RedditStandIn,
  type RedditThing,
  redditApp,
  redditUserAgent,
  startRedditStandIn,
} from '../../support/reddit-stand-in.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { keepStandIns } from '../../support/walked.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: RedditStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  source(options?: Partial<RedditSourceOptions>): ReturnType<typeof createRedditSource>;
  publish(thing?: Partial<RedditThing> & { readonly agoS?: number }): RedditThing;
}

const keep = keepStandIns<RedditStandIn>();

export const startLab = async (): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = keep(await startRedditStandIn(clock.now));
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
