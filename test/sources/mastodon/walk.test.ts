import { describe, expect, it } from '@jest/globals';
import type { MastodonCursor } from '../../../src/sources/mastodon.ts';
import type { SourceError, SourcePage } from '../../../src/sources/source.ts';
import { failure } from '../x/harness.ts';
import { cursorOf, deletionsOf, gapsOf, idsOf, mentionsOf, startLab, walk } from './harness.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe('a walk over the timeline of a hashtag', () => {
  it('reads a day back on its first walk, and then only what is new', async () => {
    const lab = await startLab();
    const before = lab.publish(3, { endedMsAgo: 2 * 86_400_000 });
    const first = lab.publish(95);
    const pages = await walk(lab, lab.source());
    expect(sorted(idsOf(pages))).toEqual(sorted([...before, ...first]));
    lab.clock.forward(600_000);
    const second = lab.publish(3);
    const more = await walk(lab, lab.source(), cursorOf(pages));
    expect(idsOf(more)).toEqual(second);
    expect(more.at(-1)?.isLast).toBe(true);
  });

  it('loses nothing when it is cut off at any page while new posts arrive', async () => {
    for (let cutAt = 0; cutAt <= 7; cutAt += 1) {
      const lab = await startLab();
      const earlier = lab.publish(5, { endedMsAgo: 3_000_000 });
      const begun = await walk(lab, lab.source());
      lab.clock.forward(600_000);
      const meanwhile = lab.publish(130);
      const cut = await walk(lab, lab.source(), cursorOf(begun), cutAt);
      lab.clock.forward(600_000);
      const later = lab.publish(50);
      const rest = await walk(lab, lab.source(), cursorOf(cut, cursorOf(begun)));
      const read = [...idsOf(begun), ...idsOf(cut), ...idsOf(rest)];
      expect(sorted(read)).toEqual(sorted([...earlier, ...meanwhile, ...later]));
      expect(gapsOf([...cut, ...rest])).toEqual([]);
    }
  });

  it('pages forward by min_id, as Link says, and builds no id', async () => {
    const lab = await startLab();
    lab.publish(2);
    const begun = await walk(lab, lab.source());
    lab.clock.forward(3_600_000);
    lab.publish(90);
    lab.standIn.requests.length = 0;
    await walk(lab, lab.source(), cursorOf(begun));
    const asked = lab.standIn.requests.flatMap(({ url }) => url.searchParams.get('min_id') ?? []);
    expect(asked.length).toBe(4);
    expect(asked.every((id) => lab.standIn.toots.has(id))).toBe(true);
  });

  it('finds what another instance sent late, behind what was read', async () => {
    const lab = await startLab();
    lab.publish(60);
    let cursor = cursorOf(await walk(lab, lab.source()));
    // Hundreds of walks: what a socket would add to them is tried by the others.
    const near = { ...lab, deps: { ...lab.deps, fetch: lab.standIn.fetch } };
    const found: string[] = [];
    const now = lab.clock.now().getTime();
    const late = [3, 15, 19, 200, 1200].map((minutes) => {
      const createdAt = new Date(now + 3_600_000);
      const arrivedAt = new Date(createdAt.getTime() + minutes * 60_000);
      return lab.standIn.toot({ text: `late by ${minutes}`, tag: 'nordbahn', createdAt, arrivedAt });
    });
    for (let n = 0; n < 400; n += 1) {
      lab.clock.forward(300_000);
      lab.publish(1);
      const pages = await walk(near, lab.source(), cursor);
      cursor = cursorOf(pages);
      found.push(...idsOf(pages));
    }
    for (const id of late) expect(found.filter((one) => one === id)).toHaveLength(1);
    expect(JSON.stringify(cursor).length).toBeLessThan(100_000);
  }, 60_000);

  it('reports a gap when the instance began behind the place where reading stopped', async () => {
    const lab = await startLab();
    lab.publish(60);
    const begun = await walk(lab, lab.source());
    lab.clock.forward(86_400_000);
    lab.publish(90);
    // It lost what stood between the mark and the newest that were read.
    const hourAgo = new Date(lab.clock.now().getTime() - 3_600_000);
    for (const [id, toot] of lab.standIn.toots) if (toot.createdAt < hourAgo) lab.standIn.toots.delete(id);
    const pages = await walk(lab, lab.source(), cursorOf(begun));
    expect(gapsOf(pages)[0]).toMatch(/may be missing: 127\.0\.0\.1:\d+ began behind/);
  });

  it('does not pass on what is not public, nor whoever opted out of being indexed', async () => {
    const lab = await startLab();
    lab.publish(1, { visibility: 'private' });
    lab.publish(1, { account: { noindex: true } });
    const [open] = lab.publish(1, { account: { indexable: false } });
    expect(idsOf(await walk(lab, lab.source()))).toEqual([open]);
  });

  it('keeps audience, names and pictures of people in `counts` or nowhere', async () => {
    const lab = await startLab();
    lab.publish(1, { followers: 12_000_000 });
    const [mention] = mentionsOf(await walk(lab, lab.source()));
    const { counts, ...rest } = mention ?? {};
    expect(counts).toMatchObject({ followers: 12_000_000, likes: 3, reposts: 2, replies: 1 });
    expect(JSON.stringify(rest)).not.toMatch(/12000000|Loud|avatar|_count/);
    expect(rest).toMatchObject({
      author: 'https://elsewhere.example/users/anna',
      authorHandle: 'anna@elsewhere.example',
      text: 'train 1 never came #Nordbahn',
      language: 'en',
      links: [],
      revision: 0,
    });
  });

  it('asks again for what concerns a brand: an edit is a higher revision, a deletion leaves', async () => {
    const lab = await startLab();
    const [edited, deleted, kept] = lab.publish(3);
    const begun = await walk(lab, lab.source());
    lab.clock.forward(2 * 3_600_000);
    const [first, second] = [lab.standIn.toots.get(edited ?? ''), lab.standIn.toots.get(deleted ?? '')];
    Object.assign(first ?? {}, { body: 'solved, thanks', editedAt: lab.clock.now() });
    Object.assign(second ?? {}, { deletedAt: lab.clock.now() });
    const pages = await walk(lab, lab.source(), cursorOf(begun));
    expect(mentionsOf(pages)).toMatchObject([
      { nativeId: lab.standIn.uriOf(edited ?? ''), text: 'solved, thanks #Nordbahn' },
    ]);
    expect(mentionsOf(pages)[0]?.revision).toBeGreaterThan(0);
    expect(deletionsOf(pages)).toEqual([lab.standIn.uriOf(deleted ?? '')]);
    expect(kept).toBeDefined();
  });

  it('reads the replies of a thread that concerns a brand, which name neither tag nor brand', async () => {
    const lab = await startLab();
    const [root] = lab.publish(1, { text: 'nordbahn never came' });
    const [quiet] = lab.publish(1, { text: 'lovely weather', tag: 'nordbahn', endedMsAgo: 120_000 });
    const begun = await walk(lab, lab.source({ isWatched: (text) => text.includes('never came') }));
    lab.clock.forward(1_800_000);
    const [reply] = lab.publish(1, {
      text: 'same here',
      tag: 'none',
      replyTo: root ?? '',
      endedMsAgo: 2_000,
    });
    const [deeper] = lab.publish(1, {
      text: 'and here',
      tag: 'none',
      replyTo: reply ?? '',
      endedMsAgo: 1_000,
    });
    lab.publish(1, { text: 'indeed', tag: 'none', replyTo: quiet ?? '', endedMsAgo: 1_000 });
    lab.clock.forward(1_900_000);
    const pages = await walk(lab, lab.source(), cursorOf(begun));
    const uri = lab.standIn.uriOf(root ?? '');
    expect(mentionsOf(pages).map(({ nativeId, thread, parent }) => [nativeId, thread, parent])).toEqual([
      [lab.standIn.uriOf(reply ?? ''), uri, uri],
      [lab.standIn.uriOf(deeper ?? ''), uri, lab.standIn.uriOf(reply ?? '')],
    ]);
    // How many answered is no reason to ask, and none to ask more often.
    const asked = lab.standIn.requests.filter(({ url }) => url.pathname.endsWith('/context'));
    expect(asked).toHaveLength(1);
  });

  it('says so when a thread holds more replies than are shown', async () => {
    const lab = await startLab();
    const [root] = lab.publish(1);
    const begun = await walk(lab, lab.source());
    lab.clock.forward(3_700_000);
    const replies = lab.publish(60, { tag: 'none', replyTo: root ?? '' });
    const pages = await walk(lab, lab.source(), cursorOf(begun));
    expect(idsOf(pages)).toEqual(replies);
    expect(gapsOf(pages)[0]).toMatch(/^Replies may be missing: 127.* shows 60 of a thread/);
  });

  it('names a reply by the post that it answers, on this instance known by another id', async () => {
    const lab = await startLab();
    const [root] = lab.publish(1, { endedMsAgo: 120_000 });
    lab.publish(1, { replyTo: root ?? '' });
    lab.publish(1, { replyTo: '5', endedMsAgo: 1_000 });
    const [, reply, other] = mentionsOf(await walk(lab, lab.source()));
    const uri = lab.standIn.uriOf(root ?? '');
    expect([reply?.parent, reply?.thread]).toEqual([uri, uri]);
    expect([other?.parent, other?.thread]).toEqual([`${lab.standIn.baseUrl}/statuses/5`, undefined]);
  });

  it('reads one post of two instances under one key', async () => {
    const [one, two] = [await startLab(), await startLab()];
    const [id] = one.publish(1);
    for (const [local, toot] of one.standIn.toots) two.standIn.toots.set(local, toot);
    const instances = [one.standIn.baseUrl, two.standIn.baseUrl];
    const read = mentionsOf(await walk(one, one.source({ instances })));
    expect(new Set(read.map(({ nativeId, revision }) => `${nativeId} ${revision}`))).toEqual(
      new Set([`${one.standIn.uriOf(id ?? '')} 0`]),
    );
  });

  it('searches with a token, and leaves out whoever does not want to be found by search', async () => {
    const lab = await startLab();
    const [found] = lab.publish(1, { tag: 'trains', text: 'nordbahn is late', account: { indexable: true } });
    lab.publish(1, { tag: 'trains', text: 'nordbahn is late too', account: { indexable: false } });
    const source = lab.source({ token: 'secret-token', searches: ['Nordbahn'], tags: [] });
    const pages = await walk(lab, source);
    expect(idsOf(pages)).toEqual([found]);
    lab.clock.forward(60_000);
    expect(idsOf(await walk(lab, source, cursorOf(pages)))).toEqual([]);
  });

  it('takes nothing back that a tag showed because a search may not show it', async () => {
    const lab = await startLab();
    const [id] = lab.publish(1, { text: 'nordbahn is late', account: { indexable: false } });
    const pages = await walk(lab, lab.source({ token: 'secret-token', searches: ['Nordbahn'] }));
    expect([idsOf(pages), deletionsOf(pages)]).toEqual([[id], []]);
  });
});

describe('an instance that refuses or stumbles', () => {
  it('is left alone until the ISO 8601 reset once its limit is used up', async () => {
    const lab = await startLab({ limit: 4 });
    lab.publish(200);
    const error = (await failure(walk(lab, lab.source()))) as SourceError;
    expect(error.message).toMatch(/takes no more requests from source fedi for now/);
    expect(error.retryAfterMs).toBeGreaterThan(290_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(302_000);
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '30' } }, /too many requests/, 30_000],
    [
      { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '2026-11-20T12:01:00.123456Z' } },
      /too many/,
      61_123,
    ],
    [{ kind: 'status', status: 503 }, /HTTP 503/, undefined],
    [{ kind: 'truncated' }, /cut off or not JSON/, undefined],
    [{ kind: 'endless' }, /could not be reached/, undefined],
    [{ kind: 'drop' }, /could not be reached/, undefined],
    [{ kind: 'page for people' }, /blocked for Evenhand/, 3_600_000],
  ] as const)('tells %j as transient, and goes on afterwards where it was', async (fault, sentence, wait) => {
    const lab = await startLab();
    const all = lab.publish(90);
    lab.standIn.faults.push(null, null, fault);
    const source = lab.source();
    const pages: SourcePage<MastodonCursor>[] = [];
    const broken = (await failure(
      (async () => {
        for await (const page of source.pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([broken.outcome, broken.retryAfterMs]).toEqual(['transient', wait]);
    expect(broken.message).toMatch(sentence);
    const rest = await walk(lab, source, cursorOf(pages));
    expect(sorted([...idsOf(pages), ...idsOf(rest)])).toEqual(sorted(all));
  });

  it('is not followed in a circle when it serves the same page again', async () => {
    const lab = await startLab();
    const first = lab.publish(2);
    const begun = await walk(lab, lab.source());
    lab.clock.forward(3_600_000);
    const all = lab.publish(90);
    lab.standIn.faults.push(null, null, { kind: 'again' });
    const error = (await failure(walk(lab, lab.source(), cursorOf(begun)))) as SourceError;
    expect([error.outcome, error.message]).toEqual([
      'transient',
      expect.stringMatching(/sent the same page about nordbahn twice/),
    ]);
    const pages = await walk(lab, lab.source(), cursorOf(begun));
    expect(sorted([...first, ...idsOf(pages)])).toEqual(sorted([...first, ...all]));
  });

  it('is read whole when every byte comes alone', async () => {
    const lab = await startLab();
    lab.publish(1, { text: 'Zug fällt aus – schon wieder 🚆' });
    lab.standIn.faults.push(null, { kind: 'byte by byte' });
    const deps = { ...lab.deps, fetch };
    const [mention] = mentionsOf(await walk({ ...lab, deps }, lab.source()));
    expect(mention?.text).toBe('Zug fällt aus – schon wieder 🚆 #Nordbahn');
  });

  it.each([
    [{ local: 'disabled', remote: 'disabled' }, /own accounts only: source fedi needs a token/],
    [{ local: 'authenticated', remote: 'authenticated' }, /own accounts only: source fedi needs a token/],
  ])('says what to do when it shows no timelines of tags: %j', async (access, sentence) => {
    const lab = await startLab();
    lab.standIn.access = access;
    const error = (await failure(walk(lab, lab.source()))) as SourceError;
    expect([error.outcome, error.message]).toEqual(['permanent', expect.stringMatching(sentence)]);
  });

  it('is said to be incomplete when it shows only its own posts', async () => {
    const lab = await startLab();
    lab.standIn.access = { local: 'public', remote: 'authenticated' };
    lab.publish(1);
    expect(gapsOf(await walk(lab, lab.source()))[0]).toMatch(/Posts of other instances are missing/);
  });

  it('does not keep a second instance from being read', async () => {
    const [one, two] = [await startLab(), await startLab()];
    const [id] = two.publish(1);
    one.standIn.faults.push({ kind: 'status', status: 401 });
    const source = one.source({ instances: [one.standIn.baseUrl, two.standIn.baseUrl] });
    const pages: SourcePage<MastodonCursor>[] = [];
    const error = (await failure(
      (async () => {
        for await (const page of source.pages(null, one.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect(idsOf(pages)).toEqual([id]);
    expect([error.outcome, error.message]).toEqual(['transient', expect.stringMatching(/access is refused/)]);
  });
});
