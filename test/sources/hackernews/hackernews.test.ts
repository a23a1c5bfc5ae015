import { afterEach, describe, expect, it } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import type { HackerNewsCursor } from '../../../src/sources/hackernews/walk.ts';
import { createHackerNewsSource } from '../../../src/sources/hackernews.ts';
import type { SourceDeps, SourceError, SourcePage } from '../../../src/sources/source.ts';
import {
  type HackerNewsPost,
  type HackerNewsStandIn,
  startHackerNewsStandIn,
} from '../../support/hackernews-stand-in.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt, openDesk, type SimulatedClock, simulate } from '../../support/simulated.ts';
import { failure, withDeadline } from '../x/harness.ts';

interface Lab {
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

const startLab = async (): Promise<Lab> => {
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

type Pages = readonly SourcePage<HackerNewsCursor>[];

const walk = async (lab: Lab, cursor: HackerNewsCursor | null = null, limit = 1_000): Promise<Pages> => {
  const pages: SourcePage<HackerNewsCursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as HackerNewsCursor | null;
  for await (const page of lab.source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
const idsOf = (pages: Pages): readonly string[] =>
  [...new Set(mentionsOf(pages).map(({ nativeId }) => nativeId))].sort();
const cursorOf = (pages: Pages, otherwise: HackerNewsCursor | null = null): HackerNewsCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
const gapsOf = (pages: Pages): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);

describe('Hacker News', () => {
  it('reads everything that is written, for replies never repeat the name of a brand', async () => {
    const lab = await startLab();
    const story = lab.publish({ title: 'Nordbahn cancels trains', text: '', points: 900, agoS: 500 });
    const reply = lab.publish({ text: 'same here, nobody answers', parent: story.id, story: story.id });
    const [first, second] = mentionsOf(await walk(lab));
    expect(first).toMatchObject({
      nativeId: String(story.id),
      thread: String(story.id),
      text: 'Nordbahn cancels trains',
      counts: { likes: 900, replies: 3 },
      author: 'pg_fan',
    });
    expect(second).toMatchObject({
      nativeId: String(reply.id),
      thread: String(story.id),
      parent: String(story.id),
    });
    expect(JSON.stringify({ ...first, counts: null })).not.toMatch(/900/);
  });

  it('halves a window until it holds no more than an answer may', async () => {
    const lab = await startLab();
    const posts = Array.from({ length: 4_300 }, (_, n) => lab.publish({ agoS: 60 + (n % 700) }));
    const pages = await walk(lab);
    expect(idsOf(pages)).toEqual(posts.map(({ id }) => String(id)).sort());
    expect(gapsOf(pages)).toEqual([]);
  });

  it('says so when a single second holds more', async () => {
    const lab = await startLab();
    for (let n = 0; n < 1_001; n += 1) lab.publish({ agoS: 300 });
    expect(gapsOf(await walk(lab))).toEqual([
      'Posts of 2026-11-20T11:55:00.000Z may be missing: Hacker News lists 1000 of one second only.',
    ]);
  });

  it('loses nothing when it is cut off at any page', async () => {
    for (let cutAt = 0; cutAt < 24; cutAt += 5) {
      const lab = await startLab();
      const all = Array.from({ length: 50 }, (_, n) => lab.publish({ agoS: n * 1_700 + 20 }));
      const cut = await walk(lab, null, cutAt);
      lab.clock.forward(900_000);
      all.push(lab.publish());
      const rest = await walk(lab, cursorOf(cut));
      const more = await walk(lab, cursorOf(rest));
      expect([...new Set([...idsOf(cut), ...idsOf(rest), ...idsOf(more)])].sort()).toEqual(
        all.map(({ id }) => String(id)).sort(),
      );
    }
  });

  it('finds what the search learnt minutes, hours or a day late', async () => {
    const lab = await startLab();
    let cursor = cursorOf(await walk(lab));
    const nowS = Math.floor(lab.clock.now().getTime() / 1000);
    const late = [500, 4 * 3_600, 20 * 3_600].map((lateS) =>
      lab.publish({ agoS: -60, foundAt: nowS + 60 + lateS }),
    );
    const found: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      lab.clock.forward(900_000);
      const pages = await walk(lab, cursor);
      found.push(...idsOf(pages));
      cursor = cursorOf(pages);
    }
    expect(late.filter(({ id }) => !found.includes(String(id)))).toEqual([]);
  }, 30_000);

  it('asks again for what concerns a brand and for its thread: edits, deletions and unescaped words', async () => {
    const lab = await startLab();
    const story = lab.publish({ title: 'Nordbahn again', text: '', agoS: 900 });
    const [edited, deleted, same] = ["it's late", 'gone soon', "isn't it"].map((text) =>
      lab.publish({ text, parent: story.id, story: story.id }),
    );
    const begun = await walk(lab);
    lab.clock.forward(2 * 3_600_000);
    Object.assign(edited ?? {}, { text: "it's solved" });
    Object.assign(deleted ?? {}, { isDeleted: true });
    const pages = await walk(lab, cursorOf(begun));
    expect(pages.flatMap(({ events }) => events)).toEqual([
      expect.objectContaining({
        nativeId: String(edited?.id),
        revision: 1,
        text: "it's solved",
        thread: String(story.id),
      }),
      { kind: 'deletion', nativeId: String(deleted?.id) },
    ]);
    expect(same).toBeDefined();
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '30' } }, /too many requests/],
    [{ kind: 'status', status: 503 }, /HTTP 503/],
    [{ kind: 'truncated' }, /cut off or not JSON/],
    [{ kind: 'endless' }, /could not be reached/],
    [{ kind: 'drop' }, /could not be reached/],
    [{ kind: 'again' }, /posts of another time/],
  ] as const)('tells %j as transient, and goes on afterwards where it was', async (fault, sentence) => {
    const lab = await startLab();
    const all = Array.from({ length: 60 }, (_, n) => lab.publish({ agoS: n * 1_400 + 20 }));
    lab.standIn.faults.push(null, null, null, fault);
    const pages: SourcePage<HackerNewsCursor>[] = [];
    const broken = (await failure(
      (async () => {
        for await (const page of lab.source.pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([broken.outcome, broken.message]).toEqual(['transient', expect.stringMatching(sentence)]);
    const rest = await walk(lab, cursorOf(pages));
    expect([...new Set([...idsOf(pages), ...idsOf(rest)])].sort()).toEqual(
      all.map(({ id }) => String(id)).sort(),
    );
  });

  it('brings everything of ten days with faults once, or says what may be missing', async () => {
    const lab = await startLab();
    const random = seededRandom(7);
    const desk = openDesk();
    let last = Math.floor(lab.clock.now().getTime() / 1000);
    const live = (): void => {
      const nowS = Math.floor(lab.clock.now().getTime() / 1000);
      for (let n = Math.floor(((nowS - last) / 900) * 4 * random()); n > 0; n -= 1) {
        const agoS = Math.floor(random() * (nowS - last));
        const lateS = random() < 0.9 ? 0 : Math.floor(random() ** 3 * 80_000);
        const isOurs = random() < 0.2;
        const text = isOurs ? `nordbahn ${n} ${nowS}` : `opinion ${n} ${nowS}`;
        lab.publish({ agoS, text, foundAt: nowS - agoS + lateS, story: n, parent: n });
      }
      const [post] = [...lab.standIn.posts.values()].slice(-5);
      if (post !== undefined && random() < 0.02) post.isDeleted = true;
      if (random() < 0.1)
        lab.standIn.faults.push(null, { kind: 'status', status: random() < 0.5 ? 503 : 429 });
      if (random() < 0.1) lab.standIn.faults.push({ kind: random() < 0.5 ? 'again' : 'truncated' });
      last = nowS;
    };
    const deps = { ...lab.deps, fetch: lab.standIn.fetch };
    const told = { source: lab.source, deps, clock: lab.clock, desk };
    const { failures, cursor } = await simulate({ ...told, random, days: 10, live });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(20);
    for (const post of lab.standIn.posts.values()) {
      const id = String(post.id);
      if (post.isDeleted !== true) expect([id, desk.posts.get(id)?.text]).toEqual([id, post.text]);
      else if (/nordbahn/.test(post.text) && desk.posts.has(id))
        expect([id, desk.deleted.has(id)]).toEqual([id, true]);
    }
    expect(desk.gaps).toEqual([]);
  }, 120_000);
});
