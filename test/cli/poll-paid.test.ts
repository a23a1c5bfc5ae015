import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { idAt, startXStandIn, type XStandIn } from '../support/x-stand-in.ts';
import { type Folder, makeFolder, oneBrand, type Ran } from './run-command.ts';

describe('evenhand poll --dry-run of a source that costs money', () => {
  let folder: Folder;
  let standIn: XStandIn;
  beforeAll(async () => {
    folder = makeFolder();
    const users = [{ id: '101', username: 'quiet_lake', followers: 12 }];
    standIn = await startXStandIn({ spelling: 'tweet', now: () => new Date(), users });
    const createdAt = new Date(Date.now() - 120_000);
    const text = 'Velora lost my parcel and nobody answers';
    standIn.posts.push({ id: idAt(createdAt), text, authorId: '101', createdAt, lang: 'en' });
    folder.write(
      'evenhand.yaml',
      `${oneBrand}
sources:
  x: { kind: x, base_url: '${standIn.baseUrl}' }
network: { allow: ['${new URL(standIn.baseUrl).host}'] }
`,
    );
  });
  afterAll(async () => {
    await db?.close();
    folder.remove();
    await standIn.close();
  });

  const run = (...args: readonly string[]): Promise<Ran> =>
    folder.runHere(['poll', ...args], { env: { X_BEARER_TOKEN: 'test-token' } });
  const directory = (): string => join(folder.path, 'data', 'pg');
  /** Kept open once it is there: every command joins it. */
  let db: Database | null = null;
  const record = async (): Promise<Database> => {
    db ??= await openDatabase({ kind: 'embedded', directory: directory(), onBusy: 'refuse' });
    return db;
  };
  const spent = async (): Promise<number> => {
    const { rows } = await sql<{ mills: string }>`
      select coalesce(sum(mills), 0) as mills from ops.spend where source = 'x'`.execute(
      (await record()).kysely,
    );
    return Number(rows[0]?.mills);
  };

  it('says first that it cannot book where there is no database, and makes none', async () => {
    const { code, out, err } = await run('--dry-run');
    expect([code, err]).toEqual([
      0,
      'x: the platform bills what it tells, and there is no database yet in which that is booked: the budget will not know of it.\n',
    ]);
    expect(out).toMatch(/1 read, 1 would be kept/);
    expect(out).not.toMatch(/booked/);
    expect(existsSync(directory())).toBe(false);
  }, 60_000);

  it('books what it pays where there is one, and asks nothing where that does not answer', async () => {
    expect((await run()).code).toBe(0);
    const before = await spent();
    const { createdAt, ...post } = standIn.posts[0] ?? { createdAt: new Date() };
    const later = new Date(createdAt.getTime() + 1_000);
    standIn.posts.push({ ...post, id: idAt(later), createdAt: later } as (typeof standIn.posts)[number]);
    const { code, out, err } = await run('--dry-run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      'x: the platform bills what it told, in a dry run too; it is booked in the budget.',
    );
    expect(await spent()).toBeGreaterThan(before);
    const asked = standIn.requests.length;
    const away = await folder.runHere(['poll', '--dry-run'], {
      env: { X_BEARER_TOKEN: 'test-token', DATABASE_URL: 'postgres://127.0.0.1:1/nothing' },
    });
    expect([away.code === 0, standIn.requests.length]).toEqual([false, asked]);
  }, 120_000);

  it('is refused when the budget is used, and pays nothing then', async () => {
    await sql`update ops.spend set mills = 1000000 where source = 'x'`.execute((await record()).kysely);
    const asked = standIn.requests.length;
    const { code, err } = await run('--dry-run');
    expect(code).toBe(3);
    expect(err).toMatch(/x: .*budget/i);
    expect(standIn.requests.length).toBe(asked);
  }, 60_000);
});
