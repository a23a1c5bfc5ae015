import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { loadDemoPack } from '../../src/sources/demo.ts';
import { countRows, readCases, readMentions } from '../support/desk-rows.ts';
import { freePort } from '../support/redis-server.ts';
import { endPrograms, type Program, startProgram } from '../support/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-demo-'));
afterEach(async () => {
  await endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const tables = ['desk.mention', 'desk."case"', 'desk.activity'] as const;

describe('the demo, which runs where nothing is configured', () => {
  it('shows a first case within 60 s, stops on SIGTERM, and goes on at the next start with nothing twice', async () => {
    const env = { EVENHAND_PORT: String(await freePort()) };
    const start = (): Program => startProgram({ folder, env, args: ['start'] });
    const begun = performance.now();
    const first = start();
    await first.says(/ cases take EH-1\b/, 60_000);
    expect(performance.now() - begun).toBeLessThan(60_000);
    const ended = await first.stop();
    expect([ended.code, ended.ms < 10_000]).toEqual([0, true]);

    const second = start();
    await second.says(/ cases take EH-\d+/, 60_000);
    expect((await second.stop()).code).toBe(0);
    expect(second.output()).not.toMatch(/ cases take EH-1\b/);

    const db = await openDatabase({
      kind: 'embedded',
      directory: join(folder, 'data-demo', 'pg'),
      onBusy: 'refuse',
    });
    const mentions = await readMentions(db);
    const told = new Set(loadDemoPack(join(packageRoot, 'config', 'demo')).map(({ id }) => id));
    expect(mentions.filter(({ native_id: id }) => !told.has(id))).toEqual([]);
    const cases = await readCases(db);
    const filed = cases.flatMap(({ posts }) => posts.map(({ key }) => key));
    expect(new Set(filed).size).toBe(filed.length);
    expect(await countRows(db, 'ops.dead_letter')).toBe(0);
    // No channel is configured, so nothing was sent to anybody.
    expect(await countRows(db, 'desk.notification')).toBe(0);
    expect((await Promise.all(tables.map((table) => countRows(db, table)))).every((n) => n > 0)).toBe(true);
    await db.close();
  }, 150_000);
});
