import { afterEach } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import type { DiscourseCursor } from '../../../src/sources/discourse/walk.ts';
import { createDiscourseSource } from '../../../src/sources/discourse.ts';
import type { SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import {
  type DiscourseStandIn,
  type ForumPost,
  startDiscourseStandIn,
} from '../../support/discourse-stand-in.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { withDeadline } from '../x/harness.ts';

export interface Lab {
  readonly standIn: DiscourseStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  readonly source: ReturnType<typeof createDiscourseSource>;
  publish(post?: Partial<ForumPost> & { readonly agoMs?: number }): ForumPost;
}

const started: DiscourseStandIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});

export const startLab = async (keys: { apiKey: string; apiUsername: string } | null = null): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startDiscourseStandIn(clock.now);
  started.push(standIn);
  let id = 1_000;
  const numbers = new Map<number, number>();
  return {
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: createDiscourseSource({
      name: 'forum',
      baseUrl: standIn.baseUrl,
      apiKey: keys?.apiKey ?? null,
      apiUsername: keys?.apiUsername ?? null,
      pollMs: 900_000,
      isWatched: (text) => /nordbahn/i.test(text),
    }),
    publish: ({ agoMs = 60_000, topicId = 8, ...post } = {}) => {
      id += 1;
      const number = (numbers.get(topicId) ?? 0) + 1;
      numbers.set(topicId, number);
      const at = new Date(clock.now().getTime() - agoMs);
      const text = `<p>nordbahn complaint ${id}</p>`;
      const made = { id, topicId, number, createdAt: at, savedAt: at, cooked: text, version: 1, ...post };
      standIn.posts.set(made.id, made);
      return made;
    },
  };
};

export type Pages = readonly SourcePage<DiscourseCursor>[];

export const walk = async (
  lab: Lab,
  cursor: DiscourseCursor | null = null,
  limit = 1_000,
): Promise<Pages> => {
  const pages: SourcePage<DiscourseCursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as DiscourseCursor | null;
  for await (const page of lab.source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

export const eventsOf = (pages: Pages) => pages.flatMap(({ events }) => events);
export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  eventsOf(pages).flatMap((event) => (event.kind === 'mention' ? [event] : []));
export const idsOf = (pages: Pages): readonly string[] => mentionsOf(pages).map(({ nativeId }) => nativeId);
export const nameOf = ({ topicId, number }: ForumPost): string => `${topicId}/${number}`;
export const cursorOf = (pages: Pages, otherwise: DiscourseCursor | null = null): DiscourseCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
export const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
