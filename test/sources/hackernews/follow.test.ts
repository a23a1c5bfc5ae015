import { afterEach, describe, expect, it } from '@jest/globals';
import { createHackerNewsSource } from '../../../src/sources/hackernews.ts';
import {
  type HackerNewsPost,
  type HackerNewsStandIn,
  startHackerNewsStandIn,
} from '../../support/hackernews-stand-in.ts';
import { liveThrough, lookAt } from '../../support/look.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt } from '../../support/simulated.ts';

const started: HackerNewsStandIn[] = [];
afterEach(async () => {
  const violations = started.flatMap((standIn) => standIn.violations);
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
  expect(violations).toEqual([]);
});

const story = 500;

const startLab = async () => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startHackerNewsStandIn(clock.now);
  started.push(standIn);
  const source = createHackerNewsSource({
    name: 'hn',
    baseUrl: standIn.baseUrl,
    itemsUrl: standIn.baseUrl,
    isWatched: (text) => /nordbahn/i.test(text),
  });
  let id = 1_000;
  const comment = (agoS: number, more: Partial<HackerNewsPost> = {}): HackerNewsPost => {
    id += 1;
    const at = Math.floor(clock.now().getTime() / 1000) - agoS;
    const made = {
      id,
      at,
      foundAt: at,
      by: 'somebody',
      text: `comment ${id}`,
      parent: story,
      story,
      ...more,
    };
    standIn.posts.set(id, made);
    return made;
  };
  const deps = { clock, fetch: standIn.fetch, signal: new AbortController().signal };
  return { standIn, clock, source, comment, deps };
};

const thread = String(story);

describe('a thread of Hacker News', () => {
  it('brings its comments and nothing else of the site, in one request', async () => {
    const { source, comment, deps, standIn } = await startLab();
    comment(90);
    comment(60, { parent: 1_001 });
    comment(50, { story: 7, parent: 7, text: 'elsewhere' });
    const told = await lookAt(source, { thread }, deps);
    expect(told.texts).toEqual(['comment 1001', 'comment 1002']);
    expect(told.mentions[1]).toMatchObject({ thread, parent: '1001' });
    expect(standIn.requests).toHaveLength(1);
  });

  it('reads a thread of thousands over several looks, from the newest back, and each comment at least once', async () => {
    const { source, comment, deps, standIn } = await startLab();
    for (let n = 0; n < 4_500; n += 1) comment(10_000 - 2 * n);
    const first = await lookAt(source, { thread, maxRequests: 3 }, deps);
    expect(standIn.requests).toHaveLength(3);
    const second = await lookAt(source, { thread, mark: first.mark, maxRequests: 3 }, deps);
    expect(new Set([...first.texts, ...second.texts]).size).toBe(4_500);
    expect([...first.gaps, ...second.gaps]).toEqual([]);
    expect(second.mark?.open).toBeNull();
  });

  it('says so when more than are ever listed stand in one second', async () => {
    const { source, comment, deps } = await startLab();
    for (let n = 0; n < 1_001; n += 1) comment(60);
    const { gaps } = await lookAt(source, { thread }, deps);
    expect(gaps).toEqual([
      'Comments in a thread of hn may be missing: the search tells only some of one second.',
    ]);
  });

  it.each([1, 2, 3])('brings everything over its life, faults and kills included (run %i)', async (seed) => {
    const { source, comment, deps, clock, standIn } = await startLab();
    const random = seededRandom(seed);
    const live = (): void => {
      const many = Math.floor(random() * 30);
      for (let n = 0; n < many; n += 1) {
        const made = comment(Math.floor(random() * 600));
        // The search learns of some late, but not as late as it looks back.
        standIn.posts.set(made.id, { ...made, foundAt: made.at + Math.floor(random() * 3_600) });
      }
    };
    const events = await liveThrough({ source, thread, deps, clock, standIn, random, live });
    const now = clock.now().getTime() / 1000;
    const there = [...standIn.posts.values()]
      .filter(({ foundAt }) => foundAt <= now)
      .map(({ id }) => String(id));
    const told = new Set(events.map((event) => event.nativeId));
    expect(there.filter((id) => !told.has(id))).toEqual([]);
    expect(there.length).toBeGreaterThan(100);
  });
});
