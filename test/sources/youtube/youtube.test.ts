import { describe, expect, it } from '@jest/globals';
import type { SourceError, SourcePage } from '../../../src/sources/source.ts';
import type { YouTubeCursor } from '../../../src/sources/youtube/walking.ts';
import { cursorOf, gapsOf, idsOf, mentionsOf, walk } from '../../support/walked.ts';
import { youtubeKey } from '../../support/youtube-stand-in.ts';
import { failure } from '../x/harness.ts';
import { type Lab, startLab } from './harness.ts';

const hour = 3_600_000;

const brokenWalk = async (
  lab: Lab,
  source: ReturnType<Lab['source']>,
  cursor: YouTubeCursor | null = null,
): Promise<{ readonly pages: SourcePage<YouTubeCursor>[]; readonly error: SourceError }> => {
  const pages: SourcePage<YouTubeCursor>[] = [];
  const error = (await failure(
    (async () => {
      for await (const page of source.pages(cursor, lab.deps)) pages.push(page);
    })(),
  )) as SourceError;
  return { pages, error };
};

describe('comments on YouTube', () => {
  it('stand under the comment that they answer, without likes, names or faces', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'Nordbahn never came', agoS: 500 });
    const reply = lab.publish({ text: 'same here', parent: top.id, author: 'kim' });
    const [first, second] = mentionsOf(await walk(lab));
    expect(first).toEqual({
      kind: 'mention',
      nativeId: top.id,
      revision: 0,
      thread: top.id,
      author: 'UC-jo_example',
      authorHandle: 'jo_example',
      text: 'Nordbahn never came',
      url: `https://www.youtube.com/watch?v=vid1&lc=${top.id}`,
      publishedAt: '2026-11-20T11:51:40.000Z',
      counts: { likes: 8_765, replies: 1 },
    });
    expect(second).toMatchObject({ nativeId: reply.id, thread: top.id, parent: top.id, author: 'UC-kim' });
    expect(JSON.stringify({ ...first, counts: null })).not.toMatch(/8765|face/);
  });

  it('all concern the brand whose channel it is', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'mine broke after two weeks' });
    const source = lab.source({ brand: 'nordbahn' });
    expect(source.ownedBy).toBe('nordbahn');
    expect(mentionsOf(await walk(lab, { source }))).toMatchObject([
      { nativeId: top.id, text: 'mine broke after two weeks' },
    ]);
    expect(lab.source({ brand: null }).ownedBy).toBeUndefined();
  });

  it('are walked page by page, and nothing is lost when that is cut off at any of them', async () => {
    for (let cutAt = 0; cutAt < 6; cutAt += 1) {
      const lab = await startLab();
      const all = Array.from({ length: 350 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
      const cut = await walk(lab, { limit: cutAt });
      lab.clock.forward(900_000);
      all.push(lab.publish());
      const rest = await walk(lab, { cursor: cursorOf(cut) });
      expect(idsOf(cut, rest)).toEqual(all.map(({ id }) => id).sort());
      expect(gapsOf([...cut, ...rest])).toEqual([]);
    }
  });

  it('of a loud video wait in their place, so that a quiet one is read in the same walk', async () => {
    const lab = await startLab();
    const source = lab.source({ channels: [], videos: ['loud', 'quiet'] });
    const loud = Array.from({ length: 2_500 }, (_, n) => lab.publish({ agoS: n + 20, videoId: 'loud' }));
    const quiet = lab.publish({ videoId: 'quiet' });
    const first = await walk(lab, { source });
    expect(idsOf(first)).toContain(quiet.id);
    const second = await walk(lab, { source, cursor: cursorOf(first) });
    expect(idsOf(first, second)).toEqual([...loud, quiet].map(({ id }) => id).sort());
  });

  it('cost a unit a request, which is counted over restarts and shown with its end', async () => {
    const lab = await startLab();
    for (let n = 0; n < 150; n += 1) lab.publish({ agoS: n * 100 + 20 });
    const begun = await walk(lab);
    const again = await walk(lab, { cursor: cursorOf(begun) });
    expect(again.at(-1)?.quota).toEqual({
      unit: 'units',
      used: lab.standIn.used.units,
      limit: 10_000,
      resetsAt: '2026-11-21T08:00:00.000Z',
    });
    lab.clock.forward(20 * hour);
    const tomorrow = await walk(lab, { cursor: cursorOf(again) });
    expect(tomorrow.at(-1)?.quota?.used).toBe(lab.standIn.used.units);
    expect(lab.standIn.used.units).toBeLessThan(5);
  });

  it('count what failed too', async () => {
    const lab = await startLab();
    const source = lab.source();
    lab.standIn.faults.push({ kind: 'truncated' }, { kind: 'truncated' });
    await brokenWalk(lab, source);
    await brokenWalk(lab, source);
    expect((await walk(lab, { source })).at(-1)?.quota?.used).toBe(3);
  });

  it('wait for midnight in California when the units are used, and then go on', async () => {
    const lab = await startLab();
    const source = lab.source({ unitsPerDay: 10 });
    lab.standIn.unitsPerDay = 10;
    const all = Array.from({ length: 1_500 }, (_, n) => lab.publish({ agoS: n * 50 + 20 }));
    const { pages, error } = await brokenWalk(lab, source);
    expect([error.outcome, error.retryAfterMs]).toEqual(['budget', 20 * hour]);
    expect((error.cause as { values: object }).values).toEqual({
      budget: '10 units',
      until: '2026-11-21T08:00:00.000Z',
    });
    // A share is kept for edits and deletions.
    expect(lab.standIn.used.units).toBe(9);
    lab.clock.forward(20 * hour);
    const next = await brokenWalk(lab, source, cursorOf(pages));
    expect(idsOf(pages, next.pages)).toEqual(all.map(({ id }) => id).sort());
  });

  it('rest when the platform itself says that the quota is used', async () => {
    const lab = await startLab();
    lab.standIn.unitsPerDay = 0;
    const { error } = await brokenWalk(lab, lab.source());
    expect([error.outcome, error.retryAfterMs]).toEqual(['budget', 20 * hour]);
  });

  it('are not read again while the newest page is unchanged', async () => {
    const lab = await startLab();
    lab.publish();
    const begun = await walk(lab);
    lab.clock.forward(900_000);
    const again = await walk(lab, { cursor: cursorOf(begun) });
    expect(lab.standIn.requests.at(-1)?.headers['if-none-match']).toMatch(/^"/);
    expect(mentionsOf(again)).toEqual([]);
    const fresh = lab.publish();
    expect(idsOf(await walk(lab, { cursor: cursorOf(again) }))).toContain(fresh.id);
  });

  it('carry edits, deletions and late replies through', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'Nordbahn again', agoS: 900 });
    const edited = lab.publish({ text: 'late', parent: top.id });
    const deleted = lab.publish({ text: 'gone', parent: top.id });
    const begun = await walk(lab);
    lab.clock.forward(hour + 60_000);
    Object.assign(edited, { text: 'late, solved', updatedAt: new Date(lab.clock.now().getTime() - 60_000) });
    deleted.isDeleted = true;
    const replies = Array.from({ length: 120 }, () => lab.publish({ text: 'me too', parent: top.id }));
    const once = await walk(lab, { cursor: cursorOf(begun) });
    lab.clock.forward(60_000);
    const pages = [...once, ...(await walk(lab, { cursor: cursorOf(once) }))];
    const events = new Map(pages.flatMap((page) => page.events).map((event) => [event.nativeId, event]));
    expect(events.get(edited.id)).toMatchObject({ text: 'late, solved', parent: top.id, thread: top.id });
    expect(events.get(edited.id)).toMatchObject({
      revision: Math.floor(lab.clock.now().getTime() / 1000) - 120,
    });
    expect(events.get(deleted.id)).toEqual({ kind: 'deletion', nativeId: deleted.id });
    expect(replies.filter(({ id }) => !events.has(id))).toEqual([]);
    expect(events.size).toBe(122);
  });

  it('are begun anew where the token of a page is not known any more', async () => {
    const lab = await startLab();
    const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
    const first = await walk(lab, { limit: 1 });
    const anchor = all[99];
    if (anchor !== undefined) anchor.isDeleted = true;
    const rest = await walk(lab, { cursor: cursorOf(first) });
    expect(idsOf(first, rest)).toEqual(all.map(({ id }) => id).sort());
    expect(gapsOf(rest)).toEqual([]);
  });

  it('of other videos are read where one is gone or has them switched off', async () => {
    const lab = await startLab();
    const source = lab.source({ videos: ['off', 'gone'] });
    lab.standIn.closed.set('off', 'commentsDisabled');
    lab.standIn.closed.set('gone', 'videoNotFound');
    const post = lab.publish();
    const pages = await walk(lab, { source });
    expect(idsOf(pages)).toEqual([post.id]);
    expect(gapsOf(pages)).toEqual([
      'Comments of video off are missing: it is not there, or they are switched off.',
      'Comments of video gone are missing: it is not there, or they are switched off.',
    ]);
  });

  it('need a person where the key is refused, and the key is told nowhere', async () => {
    const lab = await startLab();
    const { error } = await brokenWalk(lab, lab.source({ apiKey: 'wrong-key' }));
    expect([error.outcome, error.message]).toEqual([
      'permanent',
      'YouTube refuses source videos (keyInvalid): check that its api_key is right and may use the YouTube Data API v3.',
    ]);
    await walk(lab);
    expect(lab.standIn.requests.map(({ url }) => url.href).join()).not.toContain(youtubeKey);
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '30' } }, /too many requests/, 30_000],
    [{ kind: 'status', status: 503 }, /HTTP 503/, undefined],
    [{ kind: 'page for people' }, /blocked for Evenhand/, 3_600_000],
    [{ kind: 'truncated' }, /cut off or not JSON/, undefined],
    [{ kind: 'endless' }, /could not be reached/, undefined],
    [{ kind: 'drop' }, /could not be reached/, undefined],
  ] as const)('tell %j as transient, and go on afterwards where they were', async (fault, sentence, wait) => {
    const lab = await startLab();
    const source = lab.source();
    const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
    lab.standIn.faults.push(null, fault);
    const { pages, error } = await brokenWalk(lab, source);
    expect([error.outcome, error.retryAfterMs]).toEqual(['transient', wait]);
    expect(error.message).toMatch(sentence);
    expect(idsOf(pages, await walk(lab, { source, cursor: cursorOf(pages) }))).toEqual(
      all.map(({ id }) => id).sort(),
    );
  });
});
