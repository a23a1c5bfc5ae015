import { afterEach, describe, expect, it } from '@jest/globals';
import type { BlueskyThreadMark } from '../../../src/sources/bluesky/follow.ts';
import { SourceError, type ThreadPage } from '../../../src/sources/source.ts';
import { type AppViewStandIn, startAppView } from '../../support/appview-stand-in.ts';
import { clockAt } from '../../support/simulated.ts';
import { withDeadline } from '../x/harness.ts';
import { sourceOn, textsOf } from './harness.ts';

const did = (name: string): string => `did:plc:${name.padEnd(24, 'x')}`;
const started: AppViewStandIn[] = [];

afterEach(async () => {
  expect(started.flatMap(({ violations }) => violations)).toEqual([]);
  await Promise.all(started.splice(0).map((appView) => appView.close()));
});

const startLab = async () => {
  const appView = await startAppView();
  started.push(appView);
  const source = sourceOn(['wss://jetstream.example'], { apiUrl: appView.baseUrl });
  const clock = clockAt('2026-11-20T13:00:00Z');
  const look = async (
    thread: string,
    { complaints = [thread], mark = null as BlueskyThreadMark | null, maxRequests = 10 } = {},
  ): Promise<readonly ThreadPage<BlueskyThreadMark>[]> => {
    const pages: ThreadPage<BlueskyThreadMark>[] = [];
    const deps = { clock, fetch: withDeadline(500), signal: new AbortController().signal };
    const stored = JSON.parse(JSON.stringify(mark)) as BlueskyThreadMark | null;
    const followed = { thread, complaints, mark: stored, maxRequests };
    for await (const page of source.follow?.(followed, null, deps) ?? [])
      pages.push(page as ThreadPage<BlueskyThreadMark>);
    return pages;
  };
  return { appView, look };
};

const markOf = (pages: readonly ThreadPage<BlueskyThreadMark>[]): BlueskyThreadMark | null =>
  pages.at(-1)?.mark ?? null;
const eventsOf = (pages: readonly ThreadPage<BlueskyThreadMark>[]) => pages.flatMap(({ events }) => events);

describe('a thread of Bluesky', () => {
  it('brings every reply with its thread and parent, and the quotes of the complaint with their link to it', async () => {
    const { appView, look } = await startLab();
    const root = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    const reply = appView.publish({ rkey: 'a', did: did('bo'), text: 'same here', replyTo: root });
    appView.publish({ rkey: 'b', did: did('cy'), text: 'since May', replyTo: reply, likes: 90_000 });
    appView.publish({ rkey: 'q', did: did('di'), text: 'mine too', quotes: root });
    const events = eventsOf(await look(root));
    expect(textsOf(events)).toEqual(['Velora lost my order', 'same here', 'since May', 'mine too']);
    expect(events[2]).toMatchObject({
      thread: root,
      parent: reply,
      author: did('cy'),
      authorHandle: 'somebody.example',
      publishedAt: '2026-11-20T12:00:00.000Z',
      counts: { likes: 90_000, reposts: 2, replies: 1, quotes: 4 },
    });
    expect(events[3]).toMatchObject({ links: [`https://bsky.app/profile/${did('anna')}/post/r`] });
    // What is not in `counts` tells no reach.
    expect(JSON.stringify(events.map(({ ...event }) => ({ ...event, counts: null })))).not.toMatch(
      /90000|Loud/,
    );
  });

  it('is passed on once; a look that brings nothing new costs one request for the thread and one for its quotes', async () => {
    const { appView, look } = await startLab();
    const root = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    for (let n = 0; n < 120; n += 1)
      appView.publish({ rkey: `q${n}`, did: did('bo'), text: `quote ${n}`, quotes: root });
    const first = await look(root);
    expect(eventsOf(first)).toHaveLength(121);
    appView.requests.length = 0;
    const second = await look(root, { mark: markOf(first) });
    expect([eventsOf(second), appView.requests.length]).toEqual([[], 2]);
    appView.publish({ rkey: 'late', did: did('cy'), text: 'late', quotes: root });
    expect(textsOf(eventsOf(await look(root, { mark: markOf(second) })))).toEqual(['late']);
  });

  it('asks for the quotes of its complaints in turn, never more than a look may', async () => {
    const { appView, look } = await startLab();
    const root = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    const complaints = [root];
    for (let n = 0; n < 15; n += 1) {
      const uri = appView.publish({ rkey: `c${n}`, did: did('bo'), text: `me too ${n}`, replyTo: root });
      appView.publish({ rkey: `q${n}`, did: did('cy'), text: `quote ${n}`, quotes: uri });
      complaints.push(uri);
    }
    const looks = [await look(root, { complaints })];
    expect(appView.requests).toHaveLength(10);
    looks.push(await look(root, { complaints, mark: markOf(looks[0] ?? []) }));
    expect(appView.requests).toHaveLength(20);
    const quotes = looks
      .flatMap(eventsOf)
      .filter((event) => event.kind === 'mention' && event.text.startsWith('quote'));
    expect(quotes).toHaveLength(15);
  });

  it('says so when there are more new quotes than a look may ask for', async () => {
    const { appView, look } = await startLab();
    const root = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    for (let n = 0; n < 250; n += 1)
      appView.publish({ rkey: `q${n}`, did: did('bo'), text: `quote ${n}`, quotes: root });
    const pages = await look(root, { maxRequests: 3 });
    expect(pages.flatMap(({ gap }) => gap ?? [])).toEqual([
      'Older quotes in a thread of bsky may be missing: there are more than one look may ask for.',
    ]);
    expect((await look(root)).flatMap(({ gap }) => gap ?? [])).toEqual([]);
  });

  it('leaves out posts that are blocked or gone, and reads a thousand replies to each other', async () => {
    const { appView, look } = await startLab();
    let last = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    const root = last;
    appView.publish({ rkey: 'x', did: did('bo'), text: 'hidden', replyTo: root, isBlocked: true });
    for (let n = 0; n < 999; n += 1)
      last = appView.publish({ rkey: `d${n}`, did: did('cy'), text: `reply ${n}`, replyTo: last });
    const texts = textsOf(eventsOf(await look(root)));
    expect([texts.length, texts.includes('hidden'), texts.at(-1)]).toEqual([1000, false, 'reply 998']);
    appView.posts.forEach((post, uri) => {
      if (uri === root) post.isDeleted = true;
    });
    expect(eventsOf(await look(root))).toEqual([]);
  });

  it.each([
    [{ kind: 'status', status: 503 }, { outcome: 'transient' }],
    [{ kind: 'status', status: 429, headers: { 'ratelimit-reset': '1795179660' } }, { retryAfterMs: 60_000 }],
    [{ kind: 'truncated' }, { outcome: 'transient' }],
    [{ kind: 'drop' }, { outcome: 'transient' }],
    [{ kind: 'endless' }, { outcome: 'transient' }],
  ] as const)('says what %j means', async (fault, expected) => {
    const { appView, look } = await startLab();
    const root = appView.publish({ rkey: 'r', did: did('anna'), text: 'Velora lost my order' });
    appView.faults.push(fault);
    const error = await look(root).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject(expected);
  });
});
