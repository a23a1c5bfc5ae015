import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { FeedSourceConfig } from '../../config/config.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { readSourceHealth, registerSource } from '../../src/ingest/health.store.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { Queues } from '../../src/queue/queues.ts';
import { createFeedSource } from '../../src/sources/feed.ts';
import type { Source } from '../../src/sources/source.ts';
import { pollSource } from '../../workers/poll.worker.ts';
import { createHubReceiver, type Subscriber, startSubscriber } from '../../workers/websub.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { type FeedLab, feedOf, post, send, startLab } from '../sources/feed/lab.ts';
import { keepRecord } from '../support/engines.ts';
import { type HubStandIn, startHub } from '../support/hub-stand-in.ts';
import { complaintText, voltara } from '../support/line.ts';
import { startQuietServer } from '../support/quiet-server.ts';

let db: Database;
let hub: HubStandIn;
let lab: FeedLab;
let server: HttpServer;
let subscriber: Subscriber;
let now = new Date('2026-11-20T12:00:00Z');
const clock = { now: () => now };
const minutes = (n: number): void => {
  now = new Date(now.getTime() + n * 60_000);
};

keepRecord(usualEngine, (opened) => {
  db = opened;
});
beforeAll(async () => {
  [hub, lab] = [await startHub(), await startLab()];
});
afterAll(() => {
  hub.close();
  lab.close();
});

/** Whose the feed is, where it is a place of the brand's own. */
let owner: string | undefined;

const feed = (): FeedSourceConfig => ({
  kind: 'feed',
  name: 'blog',
  url: `${lab.origin}/feed`,
  comments: true,
  articles: false,
  pollMinutes: 15,
  ...(owner === undefined ? {} : { ownedBy: owner }),
});
const intake = () => ({
  db,
  clock,
  queues: { add: () => Promise.resolve() } as unknown as Queues,
  brands: [voltara],
  watchList: compileWatchList([voltara]),
});
const subscriberDeps = () => ({
  ...intake(),
  feeds: [feed()],
  publicUrl: `http://127.0.0.1:${server.port}`,
  fetch,
  onError: (_what: string, error: Error) => {
    throw error;
  },
});

beforeEach(async () => {
  await sql`truncate intake.inbox, intake.cursor, intake.websub, ops.source_health`.execute(db.kysely);
  hub.requests.length = 0;
  hub.answers.length = 0;
  server = await startQuietServer({ webSub: createHubReceiver({ ...intake(), feeds: [feed()] }) });
  subscriber = await startSubscriber(subscriberDeps());
  lab.routes['/feed'] = send(withHub(item('a')));
});
afterEach(async () => {
  await subscriber.stop();
  await server.close();
});

const topic = (): string => `${lab.origin}/feed`;
const withHub = (items: string): string =>
  feedOf(items, `<atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${topic()}"/>`);
const item = (id: string, more = ''): string => post(id, `${complaintText(1)} ${id}${more}`);

const walk = async (): Promise<void> => {
  const source = createFeedSource({ ...feed(), articles: undefined as never });
  lab.now = now;
  await db.transaction('ingest', (tx) => registerSource(tx, source, now));
  await sql`update ops.source_health set next_poll_at = ${now}`.execute(db.kysely);
  await pollSource('blog', {
    ...intake(),
    sources: new Map([['blog', source as Source]]),
    fetch: lab.deps().fetch,
    signal: new AbortController().signal,
    maxBacklog: 100,
    onPage: (event) => {
      if (event.kind === 'error') throw event.error;
    },
    onWalked: (name, cursor) => subscriber.note(name, cursor),
  });
};
const stored = async (): Promise<number> => {
  const { rows } = await sql<{ n: string }>`select coalesce(sum(events), 0) as n from intake.inbox`.execute(
    db.kysely,
  );
  return Number(rows[0]?.n);
};
const state = async () => {
  const { rows } = await sql<{ state: string; lease_until: Date | null; reason: string | null }>`
    select state, lease_until, reason from intake.websub`.execute(db.kysely);
  return rows[0];
};
const subscribed = async (): Promise<void> => {
  await walk();
  await subscriber.run();
  expect(await hub.verify()).toMatchObject({ status: 200 });
};

describe('a feed that names a hub', () => {
  it('is subscribed with a secret and an address that cannot be guessed, and confirmed when the hub asks', async () => {
    await walk();
    await subscriber.run();
    const [asked] = hub.requests;
    expect(Object.fromEntries(asked ?? [])).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': topic() });
    expect(asked?.get('hub.secret')).toMatch(/^[\da-f]{64}$/);
    expect(asked?.get('hub.callback')).toMatch(/\/websub\/[\da-f]{64}$/);
    expect(await hub.verify()).toEqual({ status: 200, body: 'a<b>challenge' });
    expect(await state()).toMatchObject({
      state: 'active',
      lease_until: new Date(now.getTime() + 3_600_000),
    });
    await walk();
    await subscriber.run();
    expect(hub.requests).toHaveLength(1);
  });

  it.each([
    ['another topic', { 'hub.topic': 'https://other.example/feed' }],
    ['no challenge', { 'hub.challenge': null }],
    ['unsubscribing, which nobody asked for', { 'hub.mode': 'unsubscribe' }],
  ])('is not confirmed for %s', async (_what, change) => {
    await walk();
    await subscriber.run();
    expect((await hub.verify(change)).status).toBe(404);
    expect((await state())?.state).toBe('asked');
  });

  it('is confirmed once for each time that it was asked for', async () => {
    await subscribed();
    expect((await hub.verify({ 'hub.lease_seconds': '9999' })).status).toBe(404);
  });

  it('tells what the hub delivers at once, and no walk tells it again', async () => {
    await subscribed();
    const before = await stored();
    minutes(1);
    expect((await hub.deliver(withHub(item('b')))).status).toBe(202);
    expect(await stored()).toBe(before + 1);
    lab.routes['/feed'] = send(withHub(item('b') + item('a')));
    await walk();
    expect(await stored()).toBe(before + 1);
    await hub.deliver(withHub(item('b', ' and an edit')));
    expect(await stored()).toBe(before + 2);
    const [health] = await db.transaction('ingest', (tx) => readSourceHealth(tx));
    expect(health).toMatchObject({ events: before + 2, lastError: null });
  });

  it.each(['sha1', 'sha384', 'sha512'])('takes deliveries signed with %s', async (method) => {
    await subscribed();
    const before = await stored();
    await hub.deliver(withHub(item('b')), { method });
    expect(await stored()).toBe(before + 1);
  });

  it.each(['', 'sha256=', `sha256=${'0'.repeat(64)}`, `md5=${'0'.repeat(32)}`, 'nonsense'])(
    'drops a delivery signed "%s", and says nothing of it',
    async (signature) => {
      await subscribed();
      const before = await stored();
      expect((await hub.deliver(withHub(item('b')), { signature })).status).toBe(202);
      expect(await stored()).toBe(before);
    },
  );

  it('drops a delivery that is no feed', async () => {
    await subscribed();
    const before = await stored();
    expect((await hub.deliver('<html>no</html>')).status).toBe(202);
    expect(await stored()).toBe(before);
  });

  it('is walked all the same, and finds what the hub let pass', async () => {
    await subscribed();
    await hub.deliver(withHub(item('b')));
    const before = await stored();
    const relied = await sql<{
      pushed: string | null;
    }>`select cursor ->> 'pushedAt' as pushed from intake.cursor`.execute(db.kysely);
    expect(relied.rows[0]?.pushed).toBe(now.toISOString());
    lab.routes['/feed'] = send(withHub(item('c') + item('b') + item('a')));
    await walk();
    expect(await stored()).toBe(before + 1);
    const after = await sql<{
      pushed: string | null;
    }>`select cursor ->> 'pushedAt' as pushed from intake.cursor`.execute(db.kysely);
    expect(after.rows[0]?.pushed).toBeNull();
  });

  it('is renewed before its lease ends, with the same secret, and delivers meanwhile', async () => {
    await subscribed();
    minutes(40);
    await subscriber.run();
    expect(hub.requests).toHaveLength(1);
    minutes(10);
    await subscriber.run();
    expect(hub.requests).toHaveLength(2);
    expect(hub.requests[1]?.get('hub.secret')).toBe(hub.requests[0]?.get('hub.secret'));
    expect(hub.requests[1]?.get('hub.callback')).toBe(hub.requests[0]?.get('hub.callback'));
    const before = await stored();
    await hub.deliver(withHub(item('b')));
    expect(await stored()).toBe(before + 1);
    expect((await hub.verify()).status).toBe(200);
    expect(await state()).toMatchObject({ lease_until: new Date(now.getTime() + 3_600_000) });
  });

  it('is asked for again, ever later, when the hub refuses or never asks back', async () => {
    hub.answers.push(503, 400);
    await walk();
    const asked: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      await subscriber.run();
      asked.push(hub.requests.length);
      minutes(30);
    }
    expect(asked[1]).toBe(1);
    expect(asked[3]).toBe(2);
    expect(asked.at(-1)).toBeGreaterThan(5);
    expect(asked.at(-1)).toBeLessThan(31);
  });

  it('is left alone for a day when the hub denies it', async () => {
    await walk();
    await subscriber.run();
    expect((await hub.verify({ 'hub.mode': 'denied', 'hub.reason': 'paid plans only' })).status).toBe(200);
    expect(await state()).toMatchObject({ state: 'denied', reason: 'paid plans only' });
    minutes(23 * 60);
    await subscriber.run();
    expect(hub.requests).toHaveLength(1);
    minutes(61);
    await subscriber.run();
    expect(hub.requests).toHaveLength(2);
  });

  it('is given up when the feed names the hub no more: what still comes is answered 410', async () => {
    await subscribed();
    lab.routes['/feed'] = send(feedOf(item('a')));
    await walk();
    expect((await hub.deliver(withHub(item('b')))).status).toBe(410);
    expect(await state()).toBeUndefined();
  });

  it('is given up when it leaves the configuration', async () => {
    await subscribed();
    const empty = await startSubscriber({ ...subscriberDeps(), feeds: [] });
    await empty.stop();
    expect((await hub.deliver(withHub(item('b')))).status).toBe(410);
  });

  it('never makes its hub call our own network where the feed lies outside', async () => {
    const called: unknown[] = [];
    const spying: typeof fetch = (_url, init) => {
      called.push(init?.referrer);
      return Promise.resolve(new Response(null, { status: 202 }));
    };
    await walk();
    const one = await startSubscriber({ ...subscriberDeps(), fetch: spying });
    await one.run();
    await one.stop();
    expect(called).toEqual([topic()]);
  });
});

describe('a feed of the brand’s own that names a hub', () => {
  beforeAll(() => {
    owner = 'voltara';
  });
  afterAll(() => {
    owner = undefined;
  });

  it('keeps every post that the hub delivers, named or not', async () => {
    await subscribed();
    const before = await stored();
    await hub.deliver(withHub(post('own', 'Since the update it does not start any more.')));
    expect(await stored()).toBe(before + 1);
  });
});
