import { describe, expect, it } from '@jest/globals';
import type { RedditCursor } from '../../../src/sources/reddit/walking.ts';
import type { SourceError, SourcePage } from '../../../src/sources/source.ts';
import { cursorOf, gapsOf, idsOf, mentionsOf, walk } from '../../support/walked.ts';
import { failure } from '../x/harness.ts';
import { startLab } from './harness.ts';

describe('Reddit', () => {
  it('reads every post and every comment of a community, for replies never repeat the name of a brand', async () => {
    const lab = await startLab();
    const post = lab.publish({ title: 'Nordbahn cancels trains', text: 'again', agoS: 500 });
    const reply = lab.publish({ text: 'same here', link: post.name, author: 'kim' });
    const [first, second] = mentionsOf(await walk(lab));
    expect(first).toMatchObject({
      nativeId: post.name,
      thread: post.name,
      text: 'Nordbahn cancels trains\n\nagain',
      author: 't2_jo_example',
      publishedAt: '2026-11-20T11:51:40.000Z',
    });
    expect(second).toMatchObject({ nativeId: reply.name, thread: post.name, parent: post.name });
    const { counts, ...rest } = first ?? {};
    expect(counts).toEqual({ likes: 4_321, replies: 765 });
    expect(JSON.stringify(rest)).not.toMatch(/4321|765|trains\//);
  });

  it('finds posts of the whole site by search, and what answers them by their thread', async () => {
    const lab = await startLab();
    const source = lab.source({ subreddits: [], searches: ['Nordbahn'] });
    const post = lab.publish({ title: 'Nordbahn again', subreddit: 'travel' });
    lab.publish({ title: 'something else', subreddit: 'travel' });
    const begun = await walk(lab, { source });
    expect(idsOf(begun)).toEqual([post.name]);
    const reply = lab.publish({ text: 'same here', link: post.name, subreddit: 'travel' });
    const deep = lab.publish({ text: 'me too', link: post.name, parent: reply.name, subreddit: 'travel' });
    lab.clock.forward(3_700_000);
    const pages = await walk(lab, { source, cursor: cursorOf(begun) });
    expect(mentionsOf(pages)).toEqual([
      expect.objectContaining({ nativeId: reply.name, parent: post.name, thread: post.name }),
      expect.objectContaining({ nativeId: deep.name, parent: reply.name, thread: post.name }),
    ]);
  });

  it('asks by time alone: no order that shows what is liked', async () => {
    const lab = await startLab();
    await walk(lab, { source: lab.source({ searches: ['Nordbahn'] }) });
    const lists = lab.standIn.requests.filter(({ url }) => /^\/(r|search)/.test(url.pathname));
    expect(lists.map(({ url }) => url.pathname + (url.searchParams.get('sort') ?? ''))).toEqual([
      '/r/trains/new',
      '/r/trains/comments',
      '/searchnew',
    ]);
  });

  it('walks page by page, and loses nothing when it is cut off at any of them', async () => {
    for (let cutAt = 0; cutAt < 7; cutAt += 1) {
      const lab = await startLab();
      const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
      const cut = await walk(lab, { limit: cutAt });
      lab.clock.forward(900_000);
      all.push(lab.publish());
      const rest = await walk(lab, { cursor: cursorOf(cut) });
      expect(idsOf(cut, rest)).toEqual(all.map(({ name }) => name).sort());
      expect(gapsOf([...cut, ...rest])).toEqual([]);
    }
  });

  it('finds what moderators let through minutes, hours or a day late', async () => {
    const lab = await startLab();
    let cursor = cursorOf(await walk(lab));
    const at = lab.clock.now().getTime();
    const late = [300, 4 * 3_600, 20 * 3_600].map((lateS) =>
      lab.publish({ agoS: -60, shownAt: new Date(at + (60 + lateS) * 1000) }),
    );
    const found: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      lab.clock.forward(900_000);
      lab.publish({ agoS: 5 });
      const pages = await walk(lab, { cursor });
      found.push(...idsOf(pages));
      cursor = cursorOf(pages);
    }
    expect(late.filter(({ name }) => !found.includes(name))).toEqual([]);
  }, 60_000);

  it('begins anew where the post behind which a page stood is deleted', async () => {
    const lab = await startLab();
    const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
    const first = await walk(lab, { limit: 1 });
    const anchor = all[99];
    if (anchor !== undefined) anchor.state = 'deleted';
    const rest = await walk(lab, { cursor: cursorOf(first) });
    expect(idsOf(first, rest)).toEqual(all.map(({ name }) => name).sort());
    expect(gapsOf(rest)).toEqual([]);
  });

  it('says so when there was more than a listing holds', async () => {
    const lab = await startLab();
    lab.standIn.depth = 200;
    lab.publish();
    const begun = await walk(lab);
    lab.clock.forward(900_000);
    for (let n = 0; n < 300; n += 1) lab.publish({ agoS: n + 20 });
    expect(gapsOf(await walk(lab, { cursor: cursorOf(begun) }))).toEqual([
      'Posts of r/trains may be missing: Reddit lists 200 and no more, and there were more since the last walk.',
    ]);
  });

  it('carries edits, deletions and removals through, and takes the name of an account that is gone', async () => {
    const lab = await startLab();
    const post = lab.publish({ title: 'Nordbahn again', agoS: 900 });
    const under = { link: post.name, agoS: 300 };
    const edited = lab.publish({ text: 'late', ...under });
    const corrected = lab.publish({ text: 'lat', ...under });
    const deleted = lab.publish({ text: 'gone', ...under });
    const removed = lab.publish({ text: 'rude', ...under });
    const left = lab.publish({ text: 'mine', ...under });
    const begun = await walk(lab);
    lab.clock.forward(3_700_000);
    const editedAt = Math.floor(lab.clock.now().getTime() / 1000) - 60;
    Object.assign(edited, { text: 'late, solved', edited: editedAt });
    Object.assign(corrected, { text: 'late' });
    Object.assign(deleted, { state: 'deleted' });
    Object.assign(removed, { state: 'removed' });
    Object.assign(left, { author: null });
    const pages = await walk(lab, { cursor: cursorOf(begun) });
    const events = new Map(pages.flatMap((page) => page.events).map((event) => [event.nativeId, event]));
    expect(events.get(edited.name)).toMatchObject({ revision: editedAt, text: 'late, solved' });
    expect(events.get(corrected.name)).toMatchObject({ revision: 1, text: 'late' });
    expect(events.get(deleted.name)).toEqual({ kind: 'deletion', nativeId: deleted.name });
    expect(events.get(removed.name)).toEqual({ kind: 'deletion', nativeId: removed.name });
    expect(events.get(left.name)).toMatchObject({ revision: 500_000, text: 'mine' });
    expect(events.get(left.name)).not.toHaveProperty('author');
    expect(events.get(left.name)).not.toHaveProperty('authorHandle');
    expect(events.size).toBe(5);
    expect(mentionsOf(await walk(lab, { cursor: cursorOf(pages) }))).toEqual([]);
  });

  it('takes an older copy from a cache for no edit', async () => {
    const lab = await startLab();
    const post = lab.publish({ title: 'Nordbahn', text: 'new words', edited: 1_763_640_000 });
    const begun = await walk(lab);
    Object.assign(post, { text: 'old words', edited: 1_763_630_000 });
    lab.clock.forward(3_700_000);
    expect(mentionsOf(await walk(lab, { cursor: cursorOf(begun) }))).toEqual([]);
  });

  it('counts a post as gone only when two walks find it left out', async () => {
    const lab = await startLab();
    const post = lab.publish({ title: 'Nordbahn again', agoS: 900 });
    const reply = lab.publish({ text: 'same here', link: post.name });
    const begun = await walk(lab);
    lab.standIn.things.delete(reply.name);
    lab.clock.forward(3_700_000);
    const once = await walk(lab, { cursor: cursorOf(begun) });
    expect(once.flatMap(({ events }) => events)).toEqual([]);
    lab.clock.forward(900_000);
    const twice = await walk(lab, { cursor: cursorOf(once) });
    expect(twice.flatMap(({ events }) => events)).toEqual([{ kind: 'deletion', nativeId: reply.name }]);
  });

  it('reads the other communities where one is private, banned or not there', async () => {
    const lab = await startLab();
    const source = lab.source({ subreddits: ['secret', 'gone', 'trains'] });
    lab.standIn.closed.set('secret', { status: 403, reason: 'private' });
    lab.standIn.closed.set('gone', { status: 404, reason: 'banned' });
    const post = lab.publish();
    const pages = await walk(lab, { source });
    expect(idsOf(pages)).toEqual([post.name]);
    expect([...new Set(gapsOf(pages))]).toEqual([
      'Posts of r/secret are missing: it is private, banned or not there.',
      'Posts of r/gone are missing: it is private, banned or not there.',
    ]);
    const error = (await failure(walk(lab, { source: lab.source({ subreddits: ['gone'] }) }))) as SourceError;
    expect([error.outcome, error.message]).toEqual([
      'permanent',
      expect.stringMatching(/shows source reddit nothing/),
    ]);
  });

  it('gets a token when it has none, when it ends and when it is revoked', async () => {
    const lab = await startLab();
    const source = lab.source();
    const tokens = (): number =>
      lab.standIn.requests.filter(({ url }) => url.pathname === '/api/v1/access_token').length;
    await walk(lab, { source });
    await walk(lab, { source });
    expect(tokens()).toBe(1);
    lab.clock.forward(86_400_000);
    await walk(lab, { source });
    expect(tokens()).toBe(2);
    lab.standIn.revoke();
    await walk(lab, { source });
    expect(tokens()).toBe(3);
  });

  it('needs a person where Reddit refuses the app', async () => {
    const lab = await startLab();
    const wrong = (await failure(
      walk(lab, { source: lab.source({ clientSecret: 'other' }) }),
    )) as SourceError;
    expect([wrong.outcome, wrong.message]).toEqual([
      'permanent',
      'Reddit does not take the app of source reddit: check its client_id and client_secret, and that Reddit approved it.',
    ]);
    lab.standIn.closed.set('trains', { status: 403 });
    const refused = (await failure(walk(lab))) as SourceError;
    expect([refused.outcome, refused.message]).toEqual([
      'permanent',
      expect.stringMatching(/needs Reddit's approval/),
    ]);
    expect(`${wrong.message}${refused.message}`).not.toMatch(/other|app-secret|token-/);
  });

  it('rests when nothing is left, for the seconds that are told from now on', async () => {
    const lab = await startLab();
    const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
    lab.standIn.remaining = 1;
    const pages: SourcePage<RedditCursor>[] = [];
    const error = (await failure(
      (async () => {
        for await (const page of lab.source().pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([error.outcome, error.retryAfterMs]).toEqual(['transient', 248_000]);
    expect(pages.at(-1)?.quota).toEqual({
      unit: 'requests',
      used: 1_000,
      limit: 1_000,
      resetsAt: '2026-11-20T12:04:07.000Z',
    });
    lab.standIn.remaining = null;
    const rest = await walk(lab, { cursor: cursorOf(pages) });
    expect(idsOf(pages, rest)).toEqual(all.map(({ name }) => name).sort());
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '30' } }, /too many requests/, 31_000],
    [{ kind: 'status', status: 503 }, /HTTP 503/, undefined],
    [{ kind: 'page for people' }, /blocked for Evenhand/, 3_600_000],
    [{ kind: 'truncated' }, /cut off or not JSON/, undefined],
    [{ kind: 'endless' }, /could not be reached/, undefined],
    [{ kind: 'drop' }, /could not be reached/, undefined],
  ] as const)('tells %j as transient, and goes on afterwards where it was', async (fault, sentence, wait) => {
    const lab = await startLab();
    const all = Array.from({ length: 250 }, (_, n) => lab.publish({ agoS: n * 200 + 20 }));
    lab.standIn.faults.push(null, null, fault);
    const pages: SourcePage<RedditCursor>[] = [];
    const broken = (await failure(
      (async () => {
        for await (const page of lab.source().pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([broken.outcome, broken.retryAfterMs]).toEqual(['transient', wait]);
    expect(broken.message).toMatch(sentence);
    const rest = await walk(lab, { cursor: cursorOf(pages) });
    expect(idsOf(pages, rest)).toEqual(all.map(({ name }) => name).sort());
  });

  it('keeps every character whole, cut at any byte', async () => {
    const lab = await startLab();
    const text = 'Züge – 列車 🚆 fällt aus';
    lab.publish({ title: 'Nordbahn', text });
    lab.standIn.faults.push(null, { kind: 'byte by byte' });
    const pages = await walk({ ...lab, deps: { ...lab.deps, fetch } });
    expect(mentionsOf(pages).map((mention) => mention.text)).toEqual([`Nordbahn\n\n${text}`]);
  });

  it('goes on where every page is the same page, and says what may be missing', async () => {
    const lab = await startLab();
    for (let n = 0; n < 250; n += 1) lab.publish({ agoS: n * 200 + 20 });
    const source = lab.source();
    for (let n = 0; n < 6; n += 1) lab.standIn.faults.push(n < 2 ? null : { kind: 'again' });
    const pages = await walk(lab, { source });
    expect(gapsOf(pages)).toEqual([
      "Posts of r/trains may be missing: Reddit's list of them broke off before the place where reading stopped.",
    ]);
  });

  it('is not moved by an answer to another question, and reads what it holds', async () => {
    const lab = await startLab();
    const fresh = lab.publish({ agoS: 5 });
    const comment = lab.publish({ link: fresh.name, agoS: 3_000 });
    // The posts of the community come a second time where its comments were asked for.
    lab.standIn.faults.push(null, null, { kind: 'again' });
    const first = await walk(lab);
    expect([idsOf(first), gapsOf(first)]).toEqual([[fresh.name], []]);
    lab.clock.forward(900_000);
    expect(idsOf(await walk(lab, { cursor: cursorOf(first) }))).toContain(comment.name);
  });
});
