import { describe, expect, it } from '@jest/globals';
import { cursorOf, gapsOf, idsOf, mentionsOf, walk } from '../../support/walked.ts';
import { brokenWalk, type Store, startLab } from './harness.ts';

const hour = 3_600_000;
const stores: readonly Store[] = ['Google Play', 'the App Store'];

describe.each(stores)('reviews in %s', (store) => {
  it('concern the brand whose app it is, and tell no name and no star outside what is sealed', async () => {
    const lab = await startLab(store);
    lab.publish({ id: 'r1', title: 'Broken', body: 'It crashes\nat login', agoS: 600 });
    const [event] = mentionsOf(await walk(lab));
    expect(event).toMatchObject({
      nativeId: 'r1',
      thread: 'r1',
      text: 'Broken\n\nIt crashes\nat login',
      publishedAt: '2026-11-20T11:50:00.000Z',
    });
    const { counts, ...rest } = event ?? {};
    expect(counts).toMatchObject({ rating: 1 });
    expect(event).not.toHaveProperty('author');
    expect(JSON.stringify(rest)).not.toMatch(/Jo|8765|rating/);
  });

  it("bring the developer's answer as a reply of an account that can be named as one's own", async () => {
    const lab = await startLab(store);
    const review = lab.publish({ id: 'r1', agoS: 600 });
    const begun = await walk(lab);
    review.answer = { text: 'We are on it.', at: lab.clock.now() };
    lab.clock.forward(2 * hour);
    const pages = await walk(lab, { cursor: cursorOf(begun) });
    expect(mentionsOf(pages)).toEqual([
      expect.objectContaining({
        nativeId: 'r1/reply',
        parent: 'r1',
        thread: 'r1',
        author: `developer:${lab.app}`,
        text: 'We are on it.',
      }),
    ]);
  });

  it('are walked page by page, and nothing is lost when that is cut off at any of them', async () => {
    for (let cutAt = 0; cutAt < 6; cutAt += 1) {
      const lab = await startLab(store);
      const all = Array.from({ length: 450 }, (_, n) => lab.publish({ agoS: n * 1_000 + 20 }));
      const cut = await walk(lab, { limit: cutAt });
      lab.clock.forward(900_000);
      all.push(lab.publish());
      const rest = await walk(lab, { cursor: cursorOf(cut) });
      expect(idsOf(cut, rest)).toEqual(all.map(({ id }) => id).sort());
      expect(gapsOf([...cut, ...rest])).toEqual([]);
    }
  });

  it('are found where the store shows them a day late', async () => {
    const lab = await startLab(store);
    let cursor = cursorOf(await walk(lab));
    const late = lab.publish({ agoS: 0, shownAt: new Date(lab.clock.now().getTime() + 20 * hour) });
    const found: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      lab.clock.forward(hour);
      lab.publish({ agoS: 5 });
      const pages = await walk(lab, { cursor });
      found.push(...idsOf(pages));
      cursor = cursorOf(pages);
    }
    expect(found).toContain(late.id);
  }, 30_000);

  it('that were changed are a new revision, and those that are gone are deleted with their answer', async () => {
    const lab = await startLab(store);
    const changed = lab.publish({ id: 'changed', agoS: 600 });
    const gone = lab.publish({ id: 'gone', agoS: 600, answer: { text: 'Sorry', at: lab.clock.now() } });
    const begun = await walk(lab);
    const before = mentionsOf(begun).find(({ nativeId }) => nativeId === changed.id)?.revision ?? 0;
    lab.clock.forward(2 * hour);
    changed.body = 'It works again';
    if (store === 'Google Play') changed.at = new Date(lab.clock.now().getTime() - 60_000);
    gone.isDeleted = true;
    const pages = await walk(lab, { cursor: cursorOf(begun) });
    expect(mentionsOf(pages)).toEqual([
      expect.objectContaining({ nativeId: 'changed', text: 'It works again' }),
    ]);
    expect(mentionsOf(pages)[0]?.revision).toBeGreaterThan(before);
    expect(pages.flatMap(({ events }) => events.filter(({ kind }) => kind === 'deletion'))).toEqual([
      { kind: 'deletion', nativeId: 'gone' },
      { kind: 'deletion', nativeId: 'gone/reply' },
    ]);
  });

  it('of other apps are read where one is not there', async () => {
    const lab = await startLab(store);
    const review = lab.publish();
    const strange = store === 'Google Play' ? 'com.other.app' : '9999999999';
    const pages = await walk(lab, { source: lab.source({ apps: [strange, lab.app] }) });
    expect([idsOf(pages), gapsOf(pages)]).toEqual([
      [review.id],
      [`Reviews of ${strange} are missing: ${store} has no such app of yours.`],
    ]);
    const { error } = await brokenWalk(lab, lab.source({ apps: [strange] }));
    expect([error.outcome, error.message]).toEqual([
      'permanent',
      expect.stringMatching(/None of the apps of source/),
    ]);
  });

  it('are begun anew where the token of a page is not known any more', async () => {
    const lab = await startLab(store);
    const all = Array.from({ length: 450 }, (_, n) => lab.publish({ agoS: n * 1_000 + 20 }));
    const first = await walk(lab, { limit: 1 });
    const anchor = all[(store === 'Google Play' ? 100 : 200) - 1];
    if (anchor !== undefined) anchor.isDeleted = true;
    const rest = await walk(lab, { cursor: cursorOf(first) });
    expect(idsOf(first, rest)).toEqual(all.map(({ id }) => id).sort());
    expect(gapsOf(rest)).toEqual([]);
  });

  it.each([
    [{ kind: 'status', status: 503 }, /HTTP 503/],
    [{ kind: 'page for people' }, /blocked for Evenhand/],
    [{ kind: 'truncated' }, /cut off or not JSON/],
    [{ kind: 'endless' }, /could not be reached/],
    [{ kind: 'drop' }, /could not be reached/],
  ] as const)('tell %j as transient, and go on afterwards where they were', async (fault, sentence) => {
    const lab = await startLab(store);
    const all = Array.from({ length: 450 }, (_, n) => lab.publish({ agoS: n * 1_000 + 20 }));
    lab.standIn.faults.push(null, ...(store === 'Google Play' ? [null] : []), fault);
    const { pages, error } = await brokenWalk(lab, lab.source());
    expect([error.outcome, error.message]).toEqual(['transient', expect.stringMatching(sentence)]);
    expect(idsOf(pages, await walk(lab, { cursor: cursorOf(pages) }))).toEqual(
      all.map(({ id }) => id).sort(),
    );
  });
});

describe('Google Play', () => {
  it('gives a token for an assertion that is signed anew before each hour ends', async () => {
    const lab = await startLab('Google Play');
    const source = lab.source();
    await walk(lab, { source });
    await walk(lab, { source });
    expect(lab.standIn.tokens).toBe(1);
    lab.clock.forward(hour - 30_000);
    await walk(lab, { source });
    expect(lab.standIn.tokens).toBe(2);
  });

  it('says so where more than a week passed since the last walk', async () => {
    const lab = await startLab('Google Play');
    lab.publish();
    const begun = await walk(lab);
    lab.clock.forward(9 * 24 * hour);
    expect(gapsOf(await walk(lab, { cursor: cursorOf(begun) }))).toEqual([
      'Reviews of com.velora.app may be missing: Google Play tells those of the last week only, and they were last read on 2026-11-20.',
    ]);
  });

  it('takes no review for deleted that is merely older than the week', async () => {
    const lab = await startLab('Google Play');
    lab.publish();
    let cursor = cursorOf(await walk(lab));
    const events = [];
    for (let n = 0; n < 40; n += 1) {
      lab.clock.forward(6 * hour);
      const pages = await walk(lab, { cursor });
      events.push(...pages.flatMap((page) => page.events));
      cursor = cursorOf(pages);
    }
    expect(events).toEqual([]);
  });

  it('is asked no more often than an hour allows, over restarts, and shows what is used', async () => {
    const lab = await startLab('Google Play');
    lab.standIn.requestsPerHour = 10;
    const all = Array.from({ length: 1_500 }, (_, n) => lab.publish({ agoS: n * 300 + 20 }));
    const first = await brokenWalk(lab, lab.source({ requestsPerHour: 10 }));
    expect([first.error.outcome, first.error.retryAfterMs]).toEqual(['transient', hour]);
    expect(first.pages.at(-1)?.quota).toEqual({ unit: 'requests', used: 10, limit: 10, resetsAt: null });
    const again = await brokenWalk(lab, lab.source({ requestsPerHour: 10 }), cursorOf(first.pages));
    expect(again.pages).toEqual([]);
    lab.clock.forward(hour);
    const rest = await brokenWalk(lab, lab.source({ requestsPerHour: 10 }), cursorOf(first.pages));
    expect(idsOf(first.pages, rest.pages)).toEqual(all.map(({ id }) => id).sort());
  });
});

describe('the App Store', () => {
  it('is asked under its own address only, whatever a page names as the next', async () => {
    const lab = await startLab('the App Store');
    for (let n = 0; n < 450; n += 1) lab.publish({ agoS: n + 20 });
    const asked: string[] = [];
    const fetchNoting: typeof fetch = (input, init) => {
      asked.push(new URL(String(input)).origin);
      return lab.deps.fetch(input, init);
    };
    await walk({ ...lab, deps: { ...lab.deps, fetch: fetchNoting } });
    expect(new Set(asked)).toEqual(new Set([lab.standIn.baseUrl]));
  });

  it('shows what is left of the hour, and is left alone when nothing is', async () => {
    const lab = await startLab('the App Store');
    lab.standIn.requestsPerHour = 2;
    for (let n = 0; n < 650; n += 1) lab.publish({ agoS: n + 20 });
    const { pages, error } = await brokenWalk(lab, lab.source());
    expect(pages.at(-1)?.quota).toEqual({ unit: 'requests', used: 2, limit: 2, resetsAt: null });
    expect([error.outcome, error.retryAfterMs]).toEqual(['transient', 300_000]);
  });

  it('needs a person where the key is not taken, and the key is told nowhere', async () => {
    const lab = await startLab('the App Store');
    lab.clock.forward(-60_000);
    const late = {
      ...lab,
      deps: { ...lab.deps, clock: { now: () => new Date(lab.clock.now().getTime() - 7_200_000) } },
    };
    const { error } = await brokenWalk(late, lab.source());
    expect([error.outcome, error.message]).toEqual([
      'permanent',
      'The App Store refuses source apple (HTTP 401): check its key_id, issuer_id and private_key, that the key may read reviews, and the clock of this machine.',
    ]);
  });
});
