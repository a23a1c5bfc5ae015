import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { postOf } from '../sources/bluesky/bluesky-events.ts';
import { hasPostgres } from '../support/engines.ts';
import { type JetstreamStandIn, startJetstream } from '../support/jetstream-stand-in.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { freePort } from '../support/redis-server.ts';
import { endPrograms, type Program, startProgram } from '../support/service.ts';

const complaint = (order: number): string =>
  `Velora order ${order} never arrived and nobody answers my mails!`;

(hasPostgres ? describe : describe.skip)('two services that listen to one stream', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let host: JetstreamStandIn;
  let db: Database;
  const folders: string[] = [];
  beforeAll(async () => {
    cluster = await startCluster();
    cluster.createDatabase('evenhand');
    host = await startJetstream({ nowUs: () => Date.now() * 1000 });
  }, 60_000);
  afterAll(async () => {
    await endPrograms();
    await db?.close();
    await host.close();
    await cluster.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const startService = async (): Promise<Program> => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-leader-'));
    folders.push(folder);
    writeFileSync(
      join(folder, 'evenhand.yaml'),
      `brands:\n  velora:\n    names: [Velora]\nsources:\n  bsky:\n    kind: bluesky\n    base_url: ${host.origin}\nnetwork:\n  allow: ["${host.hostPort}"]\nhttp:\n  port: ${await freePort()}\n`,
    );
    return startProgram({ folder, env: { DATABASE_URL: cluster.url('evenhand') } });
  };

  const until = async (holds: () => boolean | Promise<boolean>, withinMs: number): Promise<number> => {
    const begun = performance.now();
    while (!(await holds())) {
      if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return performance.now() - begun;
  };

  const kept = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ text: string }>`select text from desk.mention order by native_id`.execute(
      db.kysely,
    );
    return rows.map(({ text }) => text);
  };

  it('one holds it; when that is killed, the other hears what was said meanwhile within ten seconds', async () => {
    const first = await startService();
    await until(() => host.calls.length === 1, 40_000);
    db = await openDatabase({ kind: 'postgres', url: cluster.url('evenhand') });
    const second = await startService();
    await second.says(/"ready"/, 40_000);
    host.publish(postOf('a', complaint(1)));
    await until(async () => (await kept()).length === 1, 20_000);
    expect(host.calls).toHaveLength(1);
    await first.kill();
    host.publish(postOf('b', complaint(2)));
    const tookMs = await until(() => host.calls.length === 2, 20_000);
    expect(tookMs).toBeLessThan(10_000);
    host.publish(postOf('c', complaint(3)));
    await until(async () => (await kept()).length === 3, 20_000);
    expect(await kept()).toEqual([complaint(1), complaint(2), complaint(3)]);
    await second.stop();
  }, 150_000);
});
