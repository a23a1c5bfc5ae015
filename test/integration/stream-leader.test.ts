import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { postOf } from '../sources/bluesky/bluesky-events.ts';
import { hasPostgres } from '../support/engines.ts';
import { startJetstream } from '../support/jetstream-stand-in.ts';
import { startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { freePort } from '../support/redis-server.ts';
import { endPrograms, type Program, startProgram } from '../support/service.ts';
import { takeDatabase } from '../support/shared-cluster.ts';

const complaint = (order: number): string =>
  `Velora order ${order} never arrived and nobody answers my mails!`;

(hasPostgres ? describe : describe.skip)('two services that listen to one stream', () => {
  const ends: (() => Promise<void>)[] = [];
  const folders: string[] = [];
  const databases = new Map<string, string>();
  beforeAll(async () => {
    for (const name of ['bluesky', 'mastodon']) {
      const { url, drop } = await takeDatabase();
      databases.set(name, url);
      ends.unshift(drop);
    }
  }, 60_000);
  afterAll(async () => {
    await endPrograms();
    for (const end of ends.toReversed()) await end();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const startService = async (database: string, source: string, hostPort: string): Promise<Program> => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-leader-'));
    folders.push(folder);
    writeFileSync(
      join(folder, 'evenhand.yaml'),
      `brands:\n  velora:\n    names: [Velora]\nsources:\n  ${source}\nnetwork:\n  allow: ["${hostPort}"]\nhttp:\n  port: ${await freePort()}\n`,
    );
    return startProgram({
      folder,
      env: { DATABASE_URL: databases.get(database) ?? '', FEDI_TOKEN: 'secret' },
    });
  };

  const until = async (holds: () => boolean | Promise<boolean>, withinMs: number): Promise<number> => {
    const begun = performance.now();
    while (!(await holds())) {
      if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return performance.now() - begun;
  };

  const openRecord = async (database: string): Promise<Database> => {
    const db = await openDatabase({ kind: 'postgres', url: databases.get(database) ?? '' });
    ends.push(() => db.close());
    return db;
  };

  const kept = async (db: Database): Promise<readonly string[]> => {
    const { rows } = await sql<{ text: string }>`select text from desk.mention order by native_id`.execute(
      db.kysely,
    );
    return rows.map(({ text }) => text);
  };

  it('of Bluesky: one holds it; when that is killed, the other hears what was said meanwhile within ten seconds', async () => {
    const host = await startJetstream({ nowUs: () => Date.now() * 1000 });
    ends.push(() => host.close());
    const start = () =>
      startService('bluesky', `bsky: { kind: bluesky, base_url: "${host.origin}" }`, host.hostPort);
    const first = await start();
    await until(() => host.calls.length === 1, 40_000);
    const db = await openRecord('bluesky');
    const second = await start();
    await second.says(/"ready"/, 40_000);
    host.publish(postOf('a', complaint(1)));
    await until(async () => (await kept(db)).length === 1, 20_000);
    expect(host.calls).toHaveLength(1);
    await first.kill();
    host.publish(postOf('b', complaint(2)));
    const tookMs = await until(() => host.calls.length === 2, 20_000);
    expect(tookMs).toBeLessThan(10_000);
    host.publish(postOf('c', complaint(3)));
    await until(async () => (await kept(db)).length === 3, 20_000);
    expect(await kept(db)).toEqual([complaint(1), complaint(2), complaint(3)]);
    await second.stop();
  }, 150_000);

  it('of Mastodon: one holds it; when that is killed, the other has what was said meanwhile within ten seconds', async () => {
    const host = await startMastodonStandIn(() => new Date(), { token: 'secret' });
    ends.push(() => host.close());
    const source = `fedi: { kind: mastodon, base_url: "${host.baseUrl}", tags: [velora], token: "\${FEDI_TOKEN}", search: false }`;
    const start = () => startService('mastodon', source, new URL(host.baseUrl).host);
    const toot = (order: number): string =>
      host.toot({ text: complaint(order), tag: 'velora', createdAt: new Date(), arrivedAt: new Date() });
    const say = (order: number): void => {
      const id = toot(order);
      host.streams.at(-1)?.response.write(`event: update\ndata: ${JSON.stringify(host.statusOf(id))}\n\n`);
    };
    const first = await start();
    await until(() => host.streams.length === 1, 40_000);
    const db = await openRecord('mastodon');
    const second = await start();
    await second.says(/"ready"/, 40_000);
    say(1);
    await until(async () => (await kept(db)).length === 1, 20_000);
    expect(host.streams).toHaveLength(1);
    await first.kill();
    // Nobody listens: the timeline has it.
    toot(2);
    const tookMs = await until(() => host.streams.length === 2, 20_000);
    expect(tookMs).toBeLessThan(10_000);
    say(3);
    await until(async () => (await kept(db)).length === 3, 20_000);
    expect((await kept(db)).toSorted()).toEqual([1, 2, 3].map((order) => `${complaint(order)} #velora`));
    await second.stop();
  }, 150_000);
});
