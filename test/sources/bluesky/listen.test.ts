import { afterEach, describe, expect, it } from '@jest/globals';
import type { BlueskyCursor } from '../../../src/sources/bluesky/cursor.ts';
import type { SourcePage } from '../../../src/sources/source.ts';
import { startAppView } from '../../support/appview-stand-in.ts';
import {
  type JetstreamStandIn,
  type StandInOptions,
  startJetstream,
} from '../../support/jetstream-stand-in.ts';
import { accountOf, deletionOf, idOf, postOf, replyOf } from './bluesky-events.ts';
import { type Heard, type ListenOptions, listenOnce, sieveOf, sourceOn, textsOf } from './harness.ts';

const begun = Date.parse('2026-05-04T09:00:00Z') * 1000;
let nowUs = begun;
const hosts: JetstreamStandIn[] = [];

const start = async (options: Partial<StandInOptions> = {}): Promise<JetstreamStandIn> => {
  const host = await startJetstream({ nowUs: () => nowUs, ...options });
  hosts.push(host);
  return host;
};

const tick = (us = 1_000): void => {
  nowUs += us;
};

const say = (host: JetstreamStandIn, event: Record<string, unknown>): void => {
  tick();
  host.publish(event);
};

/** What was known before: the walk of the first few seconds. */
const cursorAt = (
  host: JetstreamStandIn,
  timeUs: number,
  more: Partial<BlueskyCursor> = {},
): BlueskyCursor => ({
  host: host.origin,
  wire: 'v1',
  timeUs,
  seq: null,
  handles: {},
  ...more,
});

const hear = (
  host: JetstreamStandIn | readonly JetstreamStandIn[],
  options: Partial<ListenOptions> & { wire?: 'v1' | 'v2'; ownHandles?: readonly string[] } = {},
): Promise<Heard> => {
  const all = [host].flat() as JetstreamStandIn[];
  const { wire = 'v1', ownHandles = [], ...rest } = options;
  return listenOnce(
    sourceOn(
      all.map(({ origin }) => origin),
      { wire, ownHandles },
    ),
    { allow: all.map(({ hostPort }) => hostPort), now: () => new Date(nowUs / 1000), ...rest },
  );
};

const untilPosts =
  (count: number) =>
  (pages: readonly SourcePage<BlueskyCursor>[]): boolean =>
    pages.reduce((sum, { looked = 0 }) => sum + looked, 0) >= count;

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  nowUs = begun;
});

describe.each(['v1', 'v2'] as const)('listening to Bluesky over %s', (wire) => {
  it('passes on what names a brand, and counts what it leaves out', async () => {
    const host = await start({ wire });
    for (const text of ['Nothing of note', 'Voltara lost my order', 'Good morning', 'again @voltara silent'])
      say(host, postOf(`r${host.published.length}`, text));
    const heard = await hear(host, {
      wire,
      cursor: cursorAt(host, begun - 1, { wire }),
      until: untilPosts(4),
    });
    expect(textsOf(heard.events)).toEqual(['Voltara lost my order', 'again @voltara silent']);
    expect(heard.pages.map(({ looked }) => looked).reduce((a = 0, b = 0) => a + b)).toBe(4);
    expect(heard.cursor).toMatchObject({ timeUs: nowUs, seq: wire === 'v2' ? 4 : null, host: host.origin });
  });

  it.each([1, 2, 3, 7])('reads messages whose bytes come %i at a time, in pieces too', async (chunkBytes) => {
    const host = await start({ wire });
    Object.assign(host.faults, { chunkBytes, fragmentBytes: 97 });
    say(host, postOf('a', 'Voltara: „süß“ 🔥 日本語 – der Motor läuft nicht'));
    say(host, postOf('b', 'Voltara, 𝐬𝐨 𝐧𝐢𝐜𝐡𝐭 \u0000 "zitiert" \\ und\nneu'));
    const heard = await hear(host, {
      wire,
      cursor: cursorAt(host, begun - 1, { wire }),
      until: untilPosts(2),
    });
    expect(textsOf(heard.events)).toEqual(
      host.published.map(
        ({ event }) => (event as { commit: { record: { text: string } } }).commit.record.text,
      ),
    );
  });

  it('goes on inclusively where it stopped, and says of no gap where there is none', async () => {
    const host = await start({ wire });
    say(host, postOf('a', 'Voltara one'));
    say(host, postOf('b', 'Voltara two'));
    const first = await hear(host, { wire, cursor: cursorAt(host, begun, { wire }), until: untilPosts(2) });
    say(host, postOf('c', 'Voltara three'));
    const second = await hear(host, { wire, cursor: first.cursor, until: untilPosts(2) });
    expect(textsOf(second.events)).toEqual(expect.arrayContaining(['Voltara two', 'Voltara three']));
    expect(second.gaps).toEqual([]);
  });

  it('tells a gap when the host no longer has what comes after the cursor', async () => {
    const host = await start({ wire });
    say(host, postOf('a', 'Voltara one'));
    const first = await hear(host, { wire, cursor: cursorAt(host, begun, { wire }), until: untilPosts(1) });
    say(host, postOf('b', 'Voltara lost for ever'));
    tick(40 * 3_600_000_000);
    say(host, postOf('c', 'Voltara three'));
    const second = await hear(host, { wire, cursor: first.cursor, until: untilPosts(1) });
    expect(textsOf(second.events)).toEqual(['Voltara three']);
    expect(second.gaps).toEqual([
      expect.stringMatching(
        /^posts between 2026-05-04T09:00:00.001Z and 2026-05-06T01:00:00.003Z may be missing: /,
      ),
    ]);
    expect(second.cursor?.timeUs).toBe(nowUs);
  });

  it('commits the cursor though nothing names a brand', async () => {
    const host = await start({ wire });
    say(host, postOf('a', 'Nothing'));
    const heard = await hear(host, {
      wire,
      cursor: cursorAt(host, begun, { wire }),
      until: ({ length }) => length > 0,
    });
    expect(heard.events).toEqual([]);
    expect(heard.cursor?.timeUs).toBe(nowUs);
  });
});

describe('listening to Bluesky', () => {
  it('keeps what came before a connection breaks off, so that a host which always breaks off is read on', async () => {
    const host = await start();
    for (let i = 0; i < 9; i += 1) say(host, postOf(`r${i}`, `Voltara ${i}`));
    host.faults.dropAfter = 4;
    let cursor: BlueskyCursor | null = cursorAt(host, begun);
    const texts = new Set<string>();
    for (let i = 0; i < 5; i += 1) {
      const heard: Heard = await hear(host, { cursor });
      expect(heard.error).toMatchObject({ outcome: 'transient' });
      for (const text of textsOf(heard.events)) texts.add(text);
      ({ cursor } = heard);
      tick(2_000_000);
      say(host, postOf(`s${i}`, 'Nothing'));
    }
    expect(texts.size).toBeGreaterThanOrEqual(4);
    expect(cursor?.timeUs).toBeGreaterThan(begun + 1_000);
  });

  it('says of a host that sends nothing that it sends nothing, and asks the next one', async () => {
    const [mute, other] = [await start(), await start()];
    mute.faults.isMute = true;
    say(other, postOf('a', 'Voltara heard elsewhere'));
    const source = sourceOn([mute.origin, other.origin]);
    const options = {
      allow: [mute.hostPort, other.hostPort],
      cursor: cursorAt(mute, begun),
      now: () => new Date(nowUs / 1000),
    };
    const first = await listenOnce(source, options);
    expect(first.error?.message).toBe(`${mute.origin} has sent nothing for 0 s`);
    const second = await listenOnce(source, { ...options, until: untilPosts(1) });
    expect(textsOf(second.events)).toEqual(['Voltara heard elsewhere']);
    // Clocks of two hosts differ: a minute is heard twice rather than a second not at all.
    expect(other.calls[0]?.get('cursor')).toBe(String(begun - 60_000_000));
    expect(second.cursor?.host).toBe(other.origin);
  });

  it('takes no silence for one that lasted while a page was taken', async () => {
    const host = await start();
    host.faults.chunkBytes = 40;
    for (let i = 0; i < 3; i += 1) say(host, postOf(`r${i}`, `Voltara ${i} ${'x'.repeat(2_000)}`));
    const pending = hear(host, { cursor: cursorAt(host, begun), takesMs: 450, until: untilPosts(4) });
    await new Promise((resolve) => setTimeout(resolve, 300));
    say(host, postOf('late', 'Voltara at last'));
    const heard = await pending;
    expect([heard.error, textsOf(heard.events).at(-1)]).toEqual([null, 'Voltara at last']);
  });

  it('tells a gap when the clock of the next host is so far behind that it begins now', async () => {
    const behind = await start({ nowUs: () => nowUs - 300_000_000 });
    const pending = hear(behind, {
      cursor: cursorAt(behind, begun, { host: 'wss://another.example' }),
      until: untilPosts(1),
    });
    while (behind.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    say(behind, postOf('a', 'Voltara'));
    expect((await pending).gaps).toEqual([expect.stringContaining('is behind')]);
  });

  it('waits as long as a busy host asks, in seconds or by a date', async () => {
    const host = await start();
    host.faults.refusals.push({ status: 429, headers: { 'Retry-After': '7' } });
    host.faults.refusals.push({
      status: 503,
      headers: { 'Retry-After': new Date(nowUs / 1000 + 9_000).toUTCString() },
    });
    expect((await hear(host)).error).toMatchObject({ outcome: 'transient', retryAfterMs: 7_000 });
    expect((await hear(host)).error).toMatchObject({ outcome: 'transient', retryAfterMs: 9_000 });
  });

  it('asks a person when its only host says that nothing is there', async () => {
    const host = await start({ wire: 'v2' });
    expect((await hear(host)).error).toMatchObject({
      outcome: 'permanent',
      message: `${host.origin} answered with status 404: check base_url and wire in evenhand.yaml`,
    });
  });

  it('asks by time where the count is too old', async () => {
    const host = await start({ wire: 'v2' });
    say(host, postOf('a', 'Voltara one'));
    const cursor = cursorAt(host, nowUs, { wire: 'v2', seq: 1 });
    tick(40 * 3_600_000_000);
    say(host, postOf('b', 'Voltara two'));
    const heard = await hear(host, { wire: 'v2', cursor, until: untilPosts(1) });
    expect(host.calls.map((call) => call.get('cursor'))).toEqual(['1', String(begun + 1_000 - 1_000_000)]);
    expect(heard.gaps).toHaveLength(1);
  });

  it('is refused on a private address that nobody allowed', async () => {
    const host = await start();
    const heard = await listenOnce(sourceOn([host.origin]), { allow: [] });
    expect(heard.error).toMatchObject({
      outcome: 'permanent',
      message: expect.stringContaining('is refused'),
    });
    expect(host.calls).toHaveLength(0);
  });

  it('passes on replies in threads that the record listens to, and in those of the same page', async () => {
    const host = await start();
    const live = 'at://did:plc:zzzzzzzzzzzzzzzzzzzzzzzz/app.bsky.feed.post/live';
    say(host, postOf('root', 'Voltara keeps me waiting'));
    say(host, replyOf('r1', 'same here', idOf('root')));
    say(host, replyOf('r2', 'me too', live));
    say(host, replyOf('r3', 'of something else', `${live}x`));
    const asked: string[][] = [];
    const heard = await hear(host, {
      cursor: cursorAt(host, begun - 1),
      until: untilPosts(4),
      sieve: sieveOf({
        liveThreads: (threads) => {
          asked.push([...threads]);
          return Promise.resolve(new Set([live]));
        },
      }),
    });
    expect([...textsOf(heard.events)].sort()).toEqual(['Voltara keeps me waiting', 'me too', 'same here']);
    expect(asked.flat()).toEqual(expect.arrayContaining([live, `${live}x`]));
    expect(
      heard.events.find((event) => event.kind === 'mention' && event.text === 'same here'),
    ).toMatchObject({
      thread: idOf('root'),
      parent: idOf('root'),
    });
  });

  it('passes on deletions of posts and of authors that the record has, and of no others', async () => {
    const host = await start();
    const did = (letter: string): string => `did:plc:${letter.repeat(24)}`;
    say(host, deletionOf('held'));
    say(host, deletionOf('unknown'));
    say(host, accountOf(did('c'), 'deleted'));
    say(host, accountOf(did('d'), 'takendown'));
    say(host, accountOf(did('e'), 'deactivated'));
    say(host, accountOf(did('f'), null));
    say(host, postOf('last', 'Nothing'));
    const asked: { posts: readonly string[]; authors: readonly string[] }[] = [];
    const heard = await hear(host, {
      cursor: cursorAt(host, begun - 1),
      until: untilPosts(1),
      sieve: sieveOf({
        held: (names) => {
          asked.push(names);
          return Promise.resolve({ posts: [idOf('held')], authors: [did('d')] });
        },
      }),
    });
    expect(heard.events).toEqual([
      { kind: 'deletion', nativeId: idOf('held') },
      { kind: 'deletion', author: did('d') },
    ]);
    expect(asked.flatMap(({ authors }) => authors)).toEqual([did('c'), did('d')]);
  });

  it("learns from the stream which account has one of the brand's own handles", async () => {
    const host = await start();
    const did = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
    say(host, { did, kind: 'identity', identity: { did, handle: 'Help.Voltara.example', seq: 1, time: '' } });
    say(host, postOf('a', 'Nothing'));
    const ownHandles = ['@help.voltara.example'];
    const first = await hear(host, { cursor: cursorAt(host, begun - 1), until: untilPosts(1), ownHandles });
    expect(first.cursor?.handles).toEqual({ [did]: 'help.voltara.example' });
    say(host, postOf('b', 'We at Voltara are sorry'));
    const second = await hear(host, { cursor: first.cursor, until: untilPosts(2), ownHandles });
    expect(second.events).toMatchObject([{ author: did, authorHandle: 'help.voltara.example' }]);
  });

  it('asks once whose its own handles are; what it is told later holds, and what nobody tells stops nothing', async () => {
    const host = await start();
    const appView = await startAppView();
    const [old, moved] = ['did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb'];
    appView.profiles.set(moved, { handle: 'help.voltara.example', followers: 1 });
    const ownHandles = [
      '@Help.voltara.example',
      'voltara_hilft',
      'nobody.voltara.example',
      'voltara@fedi.example',
    ];
    const source = sourceOn([host.origin], { ownHandles, apiUrl: appView.baseUrl });
    say(host, { ...postOf('a', 'We at Voltara are sorry'), did: moved });
    const listen = (handles: Record<string, string>, count: number) =>
      listenOnce(source, {
        allow: [host.hostPort],
        now: () => new Date(nowUs / 1000),
        cursor: { ...cursorAt(host, begun - 1), handles },
        until: untilPosts(count),
      });
    const first = await listen({ [old]: 'help.voltara.example' }, 1);
    expect(first.events).toMatchObject([{ author: moved, authorHandle: 'help.voltara.example' }]);
    expect(first.cursor?.handles).toEqual({ [moved]: 'help.voltara.example' });
    await listen(first.cursor?.handles ?? {}, 1);
    const asked = appView.requests.map(({ url }) => url.searchParams.get('handle'));
    expect([asked.length, new Set(asked)]).toEqual([
      2,
      new Set(['help.voltara.example', 'nobody.voltara.example']),
    ]);
    await appView.close();
  });

  it('asks v1 for posts alone and for nothing undocumented', async () => {
    const host = await start();
    say(host, postOf('a', 'x'));
    await hear(host, { cursor: cursorAt(host, begun + 5_000_000 - 4_000_000), until: untilPosts(1) });
    expect([...(host.calls[0] ?? [])]).toEqual([
      ['wantedCollections', 'app.bsky.feed.post'],
      ['cursor', String(begun)],
    ]);
  });
});
