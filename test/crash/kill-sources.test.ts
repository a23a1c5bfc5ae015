import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { countRows, readMentions } from '../support/desk-rows.ts';
import { startHub } from '../support/hub-stand-in.ts';
import { complaintText } from '../support/line.ts';
import { freePort } from '../support/redis-server.ts';
import { appleKey, applePrivateKey, playKeyFile } from '../support/review-keys.ts';
import { startAppStoreStandIn, startPlayStandIn } from '../support/review-stand-ins.ts';
import {
  endPrograms,
  type Place,
  type Program,
  preparePlace,
  startProgram,
  until,
} from '../support/service.ts';
import { idAt, startXStandIn } from '../support/x-stand-in.ts';
import { startYouTubeStandIn, youtubeKey } from '../support/youtube-stand-in.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const close of open.splice(0).reverse()) await close();
});

const now = (): Date => new Date();
const patience = { withinMs: 60_000, everyMs: 100 };

/** The built program in a place of its own, to be killed and started again. */
const placeFor = async (
  yaml: string,
  hosts: readonly string[],
  env: Readonly<Record<string, string>> = {},
) => {
  const allow = hosts.map((url) => `"${new URL(url).host}"`).join(', ');
  const place: Place = await preparePlace(`network: { allow: [${allow}] }\n${yaml}`);
  open.push(() => place.remove());
  const start = (): Program => startProgram({ folder: place.folder, env: { ...place.env, ...env } });
  const look = async (): Promise<Database> => {
    const directory = join(place.folder, 'data', 'pg');
    const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
    open.push(() => db.close());
    return db;
  };
  return { place, start, look };
};

/** Every text is there once, decided, with a case; what was stored twice would stand in more rows than texts. */
const expectOnce = async (db: Database, texts: readonly string[]): Promise<void> => {
  const isThere = async (): Promise<boolean> => (await countRows(db, 'desk.mention')) >= texts.length;
  await until(isThere, { ...patience, what: `${texts.length} decisions` });
  await until(async () => (await countRows(db, 'intake.inbox', `state = 'pending'`)) === 0, patience);
  const mentions = await readMentions(db);
  expect(mentions.map(({ text }) => text ?? '').sort()).toEqual([...texts].sort());
  const opened = await countRows(db, 'desk.activity', `kind = 'case_opened'`);
  expect(opened).toBeGreaterThan(0);
  expect([opened, await countRows(db, 'ops.dead_letter')]).toEqual([await countRows(db, 'desk."case"'), 0]);
};

describe('kill -9 of the built program while it reads', () => {
  it('the filtered stream of X: what was told before, during and after is there once', async () => {
    const users = [{ id: '101', username: 'quiet_lake', followers: 12 }];
    const standIn = await startXStandIn({ spelling: 'tweet', now, users });
    open.push(() => standIn.close());
    const yaml = `sources:\n  x: { kind: x, stream: true, poll_minutes: 1, base_url: "${standIn.baseUrl}" }\n`;
    const { start, look } = await placeFor(yaml, [standIn.baseUrl], { X_BEARER_TOKEN: 'test-token' });
    const texts: string[] = [];
    // Old enough to be found by the search at once: the platform shows nothing younger than 30 s.
    const publish = (isHeard: boolean): void => {
      const createdAt = new Date(Date.now() - 40_000 + texts.length);
      const text = complaintText(texts.length);
      const post = { id: idAt(createdAt, texts.length), text, authorId: '101', createdAt };
      standIn.posts.push(post);
      texts.push(text);
      if (isHeard) standIn.streams.at(-1)?.write(standIn.lineOf(post) ?? '');
    };
    publish(false);
    const first = start();
    await until(() => standIn.streams.length === 1, { ...patience, what: 'a stream' });
    publish(true);
    publish(true);
    await first.kill();
    await until(() => standIn.streams.length === 0, patience);
    publish(false);
    const second = start();
    await until(() => standIn.streams.length === 1, { ...patience, what: 'another stream' });
    publish(true);
    await expectOnce(await look(), texts);
    expect(standIn.violations).toEqual([]);
    await second.kill();
  }, 240_000);

  it('a feed with a hub: what the hub delivers is there once, and a delivery that was not accepted comes by the walk', async () => {
    const hub = await startHub();
    open.push(() => hub.close());
    let items: readonly number[] = [1];
    const item = (n: number): string =>
      `<item><guid isPermaLink="false">i${n}</guid><title>${complaintText(n)}</title><author>a${n}</author><pubDate>${new Date().toUTCString()}</pubDate></item>`;
    const topic = (): string => `http://127.0.0.1:${(site.address() as AddressInfo).port}/feed`;
    const body = (shown: readonly number[]): string =>
      `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>b</title><link>${topic()}</link><description>-</description>
       <atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${topic()}"/>${shown.map(item).join('')}</channel></rss>`;
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'application/rss+xml');
      response.end(body(items));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    open.push(() => {
      site.closeAllConnections();
      site.close();
    });
    const port = await freePort();
    const yaml = `http: { public_url: "http://127.0.0.1:${port}" }\nsources:\n  blog: { kind: feed, url: "${topic()}", comments: false, articles: false, poll_minutes: 1 }\n`;
    const { start, look } = await placeFor(yaml, [topic(), hub.url], { EVENHAND_PORT: String(port) });
    const first = start();
    await until(() => hub.requests.length === 1, { ...patience, what: 'a subscription' });
    expect((await hub.verify()).status).toBe(200);
    const delivered = await hub.deliver(body([2]));
    expect(delivered.status).toBe(202);
    await first.kill();
    // A hub tries again later; this one gives up.
    await expect(hub.deliver(body([3]))).rejects.toThrow();
    items = [3, 2, 1];
    const second = start();
    await second.says(/"ready"/, 60_000);
    const again = await until(() => hub.deliver(body([2])).catch(() => null), patience);
    expect(again.status).toBe(202);
    const db = await look();
    await db.pool.query(`update ops.source_health set next_poll_at = now() where source = 'blog'`);
    await expectOnce(db, [1, 2, 3].map(complaintText));
    await second.kill();
  }, 240_000);

  it('YouTube and the reviews of both stores: each is there once', async () => {
    const [videos, play, ios] = await Promise.all([
      startYouTubeStandIn(now),
      startPlayStandIn(now),
      startAppStoreStandIn(now),
    ]);
    for (const standIn of [videos, play, ios]) open.push(() => standIn.close());
    const channel = 'UCvoltara678901234567890';
    play.apps.add('com.voltara.app');
    ios.apps.add('1234567890');
    const texts: string[] = [];
    const publish = (n: number): void => {
      const at = new Date(Date.now() - 60_000 + n * 1_000);
      const video = { id: `Ugx${n}`, videoId: 'v', channelId: channel, publishedAt: at, shownAt: at };
      videos.comments.set(video.id, { ...video, author: `jo${n}`, text: complaintText(n) });
      const review = { at, shownAt: at, title: '' };
      play.reviews.set(`p${n}`, {
        ...review,
        body: complaintText(1_000 + n),
        id: `p${n}`,
        app: 'com.voltara.app',
      });
      ios.reviews.set(`i${n}`, { ...review, body: complaintText(2_000 + n), id: `i${n}`, app: '1234567890' });
      texts.push(...[n, 1_000 + n, 2_000 + n].map(complaintText));
    };
    const common = 'poll_minutes: 1, brand: voltara';
    const yaml = `sources:
  videos: { kind: youtube, ${common}, api_key: '\${YOUTUBE}', channels: [${channel}], base_url: '${videos.baseUrl}' }
  play: { kind: googleplay, ${common}, service_account: '\${PLAY}', apps: [com.voltara.app], base_url: '${play.baseUrl}' }
  ios: { kind: appstore, ${common}, key_id: ${appleKey.keyId}, issuer_id: ${appleKey.issuerId}, private_key: '\${APPLE}', apps: ['1234567890'], base_url: '${ios.baseUrl}' }
`;
    const { start, look } = await placeFor(yaml, [videos.baseUrl, play.baseUrl, ios.baseUrl], {
      YOUTUBE: youtubeKey,
      PLAY: Buffer.from(playKeyFile).toString('base64'),
      APPLE: Buffer.from(applePrivateKey).toString('base64'),
    });
    for (let n = 0; n < 40; n += 1) publish(n);
    const asked = (): boolean => [videos, play, ios].some(({ requests }) => requests.length > 0);
    const first = start();
    await until(asked, { ...patience, what: 'a first request' });
    await first.kill();
    for (let n = 40; n < 45; n += 1) publish(n);
    const second = start();
    await second.says(/"ready"/, 60_000);
    await expectOnce(await look(), texts);
    await second.kill();
  }, 240_000);

  it('Webmentions: one that was accepted is looked into after the kill, and its outcome can be read', async () => {
    const sites = 'sites: ["https://www.voltara.example/"]';
    const { place, start, look } = await placeFor(`sources:\n  links: { kind: webmention, ${sites} }\n`, []);
    const first = start();
    await first.says(/"ready"/, 60_000);
    const form = { source: 'http://127.0.0.1:9/page', target: 'https://www.voltara.example/blog' };
    const tell = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${place.port}/webmention/links`, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
    const told = await tell();
    const location = told.headers.get('location') ?? '';
    await first.kill();
    expect([told.status, location]).toEqual([201, expect.stringContaining('/webmention/')]);
    const second = start();
    await second.says(/"ready"/, 60_000);
    const path = new URL(location, `http://127.0.0.1:${place.port}`).pathname;
    const answer = await place.get(path);
    expect(answer.status).toBe(200);
    expect((await tell()).status).toBe(202);
    const db = await look();
    expect(await countRows(db, 'intake.webmention')).toBe(1);
    await until(
      async () => (await countRows(db, 'intake.webmention', 'checked_at is not null')) === 1,
      patience,
    );
    await second.kill();
  }, 240_000);
});
