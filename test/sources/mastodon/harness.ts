import { afterEach } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import { createSafeStream } from '../../../src/lib/safe-stream.ts';
import {
  createMastodonSource,
  type MastodonCursor,
  type MastodonSourceOptions,
} from '../../../src/sources/mastodon.ts';
import type { Source, SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import { type MastodonStandIn, startMastodonStandIn, type Toot } from '../../support/mastodon-stand-in.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: MastodonStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  source(options?: Partial<MastodonSourceOptions>): Source<MastodonCursor>;
  /** Publishes toots, one a second, the last one `endedMsAgo` ago. */
  publish(count: number, options?: Partial<Toot> & { readonly endedMsAgo?: number }): readonly string[];
}

const started: MastodonStandIn[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});

export const startLab = async (options: { readonly limit?: number } = {}): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startMastodonStandIn(clock.now, { token: 'secret-token', ...options });
  started.push(standIn);
  let count = 0;
  return {
    standIn,
    clock,
    deps: {
      clock,
      fetch: withDeadline(500),
      stream: createSafeStream({ allow: [new URL(standIn.baseUrl).host] }),
      signal: new AbortController().signal,
    },
    source: (more = {}) =>
      createMastodonSource({
        name: 'fedi',
        instances: [standIn.baseUrl],
        token: null,
        tags: ['nordbahn'],
        isWatched: (text) => /nordbahn/i.test(text),
        stream: null,
        ...more,
      }),
    publish: (many, { endedMsAgo = 60_000, ...toot } = {}) =>
      Array.from({ length: many }, (_, index) => {
        const at = new Date(clock.now().getTime() - endedMsAgo - (many - 1 - index) * 1000);
        count += 1;
        return standIn.toot({
          text: `train ${count} never came`,
          tag: 'Nordbahn',
          createdAt: at,
          arrivedAt: at,
          ...toot,
        });
      }),
  };
};

export type Pages = readonly SourcePage<MastodonCursor>[];

/** Walks to the end, or stops after `limit` pages as a process that is killed does. */
export const walk = async (
  lab: Lab,
  source: Source<MastodonCursor>,
  cursor: MastodonCursor | null = null,
  limit = Number.POSITIVE_INFINITY,
): Promise<Pages> => {
  const pages: SourcePage<MastodonCursor>[] = [];
  if (limit === 0) return pages;
  for await (const page of source.pages(cursor === null ? null : stored(cursor), lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

/** Cursors live as JSON in a database row. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const cursorOf = (pages: Pages, otherwise: MastodonCursor | null = null): MastodonCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;

export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap((page) => page.events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));

export const deletionsOf = (pages: Pages): readonly string[] =>
  pages.flatMap((page) =>
    page.events.flatMap((event) => (event.kind === 'deletion' ? [event.nativeId ?? ''] : [])),
  );

/** Local ids: the last part of the `uri`. */
export const idsOf = (pages: Pages): readonly string[] =>
  mentionsOf(pages).map(({ nativeId }) => nativeId.split('/').at(-1) ?? '');

export const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
