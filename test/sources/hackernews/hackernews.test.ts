import { describe, expect, it } from '@jest/globals';
import type { HackerNewsCursor } from '../../../src/sources/hackernews/walk.ts';
import type { SourceError, SourcePage } from '../../../src/sources/source.ts';
import { failure } from '../x/harness.ts';
import { cursorOf, gapsOf, idsOf, mentionsOf, startLab, walk } from './harness.ts';

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
});
