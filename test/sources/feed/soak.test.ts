import { describe, expect, it } from '@jest/globals';
import { createFeedSource } from '../../../src/sources/feed.ts';
import { feedSite } from '../../support/feed-site.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt, openDesk, simulate } from '../../support/simulated.ts';
import { soakSeeds } from '../../support/soak-seeds.ts';
import { type StandInFault, startStandIn } from '../../support/stand-in.ts';
import { soakDays } from '../soak-days.ts';

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
  { kind: 'status', status: 503, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' } },
  { kind: 'truncated' },
  { kind: 'drop' },
  { kind: 'page for people' },
];

describe(`${soakDays} days of a newspaper with comments in simulated time`, () => {
  // '/feed/' names no feed of all comments: they come under their articles alone.
  it.each(soakSeeds.flatMap((seed) => [[seed, '/'] as const, [seed, '/feed/'] as const]))(
    'bring every article, comment and edit once, or say what may be missing (run %i, %s)',
    async (seed, path) => {
      const random = seededRandom(seed);
      const clock = clockAt('2026-03-02T06:00:00Z');
      const site = feedSite({ clock, random, window: 10, commentWindow: 8 });
      const standIn = await startStandIn(site.answer);
      site.baseUrl = standIn.baseUrl;
      await standIn.close();
      const source = createFeedSource({
        name: 'paper',
        url: `${standIn.baseUrl}${path}`,
        comments: true,
        articles: { isWatched: () => false },
      });
      const desk = openDesk(2);
      const live = (): void => {
        site.live();
        if (random() < 0.1)
          standIn.faults.push(null, ...faults.slice(Math.floor(random() * faults.length)).slice(0, 3));
      };
      const deps = { clock, fetch: standIn.fetch, signal: new AbortController().signal };
      const told = { source, deps, clock, desk };
      const { failures, cursor, threads } = await simulate({ ...told, random, days: soakDays, live });
      standIn.faults.length = 0;
      // Then quiet days: what is open is read, the last edits too.
      await simulate({ ...told, cursor, threads, random: () => 1, days: 1, live: () => undefined });
      expect(failures.length).toBeGreaterThan(soakDays);
      const missing = site.published().filter(({ id }) => !desk.posts.has(id));
      // What the site showed too shortly is named; nothing else is missing.
      if (missing.length > 0) expect(desk.gaps).not.toEqual([]);
      expect(missing.length).toBeLessThan(site.published().length / 50);
      const outdated = site
        .shown()
        .filter(({ id, text }) => desk.posts.has(id) && desk.posts.get(id)?.text.includes(text) !== true);
      expect(outdated).toEqual([]);
      expect(desk.posts.size).toBeGreaterThan(10 * soakDays);
    },
    120_000,
  );

  it('name a gap for a site that shows less than it publishes between two visits', async () => {
    const random = seededRandom(9);
    const clock = clockAt('2026-03-02T06:00:00Z');
    const site = feedSite({ clock, random, window: 3, commentWindow: 2, articlesPerHour: 20 });
    const standIn = await startStandIn(site.answer);
    site.baseUrl = standIn.baseUrl;
    await standIn.close();
    const source = createFeedSource({ name: 'paper', url: `${standIn.baseUrl}/`, comments: true });
    const desk = openDesk(2);
    const deps = { clock, fetch: standIn.fetch, signal: new AbortController().signal };
    await simulate({ source, deps, clock, desk, random: () => 1, days: 1, live: site.live });
    expect(site.published().some(({ id }) => !desk.posts.has(id))).toBe(true);
    expect(desk.gaps.length).toBeGreaterThan(10);
  });
});
