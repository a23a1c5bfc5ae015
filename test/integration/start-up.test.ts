import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/postgres/database.ts';
import { countRows } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { complaintText } from '../support/line.ts';
import { type Cluster, startCluster } from '../support/postgres-cluster.ts';
import { freePort, hasRedis, startRedis } from '../support/redis-server.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';
import { takeDatabase, takeEmptyDatabase } from '../support/shared-cluster.ts';
import { hasSmallDisk, mountSmallDisk } from '../support/small-disk.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

const newPlace = async (yaml = '', base?: string): Promise<Place> => {
  const place = await preparePlace(yaml, base);
  close.push(() => place.remove());
  return place;
};
const newDatabase = async (take = takeDatabase): Promise<string> => {
  const { url, drop } = await take();
  close.push(drop);
  return url;
};

describe('a start', () => {
  const withPostgres = hasPostgres ? it : it.skip;
  const withRedis = hasPostgres && hasRedis() ? it : it.skip;
  /** A server of its own, to be down. */
  let cluster: Cluster | undefined;
  afterAll(() => cluster?.stop());
  const haltedCluster = async (): Promise<Cluster> => {
    const own = cluster ?? (await startCluster());
    if (cluster === undefined) own.createDatabase('evenhand');
    cluster = own;
    own.halt();
    return own;
  };

  withPostgres(
    'waits for a database that is down, says so, and works when it comes up',
    async () => {
      const down = await haltedCluster();
      const place = await newPlace();
      const env = { ...place.env, DATABASE_URL: down.url('evenhand') };
      const program = startProgram({ folder: place.folder, env });
      await program.says(/the database does not answer yet \(.+\); trying again in 5 s/);
      await down.start();
      await program.says(/"ready"/);
      expect((await place.push('shop', [{ id: 'a', text: complaintText(1) }])).status).toBe(202);
      const ended = await program.stop();
      expect([ended.code, ended.ms < 10_000]).toEqual([0, true]);
    },
    60_000,
  );

  withPostgres('stops at once when it is told to while it waits', async () => {
    const down = await haltedCluster();
    const place = await newPlace();
    const program = startProgram({
      folder: place.folder,
      env: { ...place.env, DATABASE_URL: down.url('evenhand') },
    });
    await program.says(/the database does not answer yet/);
    const ended = await program.stop();
    await down.start();
    expect([ended.code, ended.ms < 3_000]).toEqual([0, true]);
  });

  withRedis(
    'goes on without Redis, says so, accepts posts, and decides them when it comes up',
    async () => {
      const place = await newPlace();
      const port = await freePort();
      const url = await newDatabase();
      const env = { ...place.env, DATABASE_URL: url, REDIS_URL: `redis://127.0.0.1:${port}` };
      const program = startProgram({ folder: place.folder, env });
      await program.says(/the queue does not answer .*ECONNREFUSED/);
      await program.says(/"ready"/);
      expect((await place.push('shop', [{ id: 'a', text: complaintText(1) }])).status).toBe(202);
      const unready = await place.get('/readyz');
      expect([unready.status, await unready.text()]).toEqual([503, expect.stringContaining('the queue')]);
      const redis = await startRedis(port);
      close.push(() => redis.stop());
      const db = await openDatabase({ kind: 'postgres', url });
      close.push(() => db.close());
      await until(async () => (await countRows(db, 'desk.mention')) === 1, {
        withinMs: 45_000,
        what: 'a decision',
      });
      expect((await place.get('/readyz')).status).toBe(200);
      await program.says(/the queue answers again, after \d+ s/);
      expect(program.output().match(/ECONNREFUSED \d/g)).toHaveLength(1);
      expect((await program.stop()).code).toBe(0);
    },
    90_000,
  );

  it('names a port that is taken, and ends with exit code 2', async () => {
    const place = await newPlace();
    const holder = createServer().listen(place.port, '127.0.0.1');
    close.push(() => holder.close());
    const program = startProgram({ folder: place.folder, env: place.env });
    expect((await program.ended()).code).toBe(2);
    expect(program.output()).toMatch(
      new RegExp(`evenhand: port ${place.port} on 127.0.0.1 is taken: set EVENHAND_PORT`),
    );
  });

  withRedis(
    'closes what it opened when something later cannot be opened, and ends',
    async () => {
      const redis = await startRedis();
      close.push(() => redis.stop());
      const place = await newPlace();
      const holder = createServer().listen(place.port, '127.0.0.1');
      close.push(() => holder.close());
      const env = { ...place.env, DATABASE_URL: await newDatabase() };
      for (const queue of [{}, { REDIS_URL: redis.url }]) {
        const program = startProgram({ folder: place.folder, env: { ...env, ...queue } });
        expect((await program.ended()).code).toBe(2);
        expect(program.output()).toMatch(/evenhand: port \d+ on 127\.0\.0\.1 is taken: [^\n]+\n$/);
        expect(program.output()).not.toContain('after calling end');
      }
    },
    90_000,
  );

  it('refuses a directory that another process works on, and leaves that one alone', async () => {
    const place = await newPlace();
    const first = startProgram({ folder: place.folder, env: place.env });
    await first.says(/"ready"/);
    const second = startProgram({
      folder: place.folder,
      env: { ...place.env, EVENHAND_PORT: String(await freePort()) },
    });
    expect((await second.ended()).code).toBe(2);
    expect(second.output()).toMatch(/evenhand: another process already works on .+: stop it first/);
    expect((await place.push('shop', [{ id: 'a', text: complaintText(1) }])).status).toBe(202);
    expect((await first.stop()).code).toBe(0);
  }, 60_000);

  withPostgres(
    'refuses an empty PostgreSQL while the embedded record holds cases',
    async () => {
      const place = await newPlace();
      const before = startProgram({ folder: place.folder, env: place.env });
      await before.says(/"ready"/);
      expect((await before.stop()).code).toBe(0);
      const program = startProgram({
        folder: place.folder,
        env: { ...place.env, DATABASE_URL: await newDatabase(takeEmptyDatabase) },
      });
      expect((await program.ended()).code).toBe(2);
      expect(program.output()).toMatch(
        /evenhand: DATABASE_URL names a database without a record of Evenhand, while data\/pg holds the cases/,
      );
    },
    60_000,
  );

  it('refuses REDIS_URL alone in one sentence', async () => {
    const place = await newPlace();
    const program = startProgram({
      folder: place.folder,
      env: { ...place.env, REDIS_URL: 'redis://127.0.0.1:1' },
    });
    expect((await program.ended()).code).toBe(2);
    expect(program.output()).toMatch(/^evenhand: REDIS_URL is set without DATABASE_URL: [^\n]+\n$/);
    expect(existsSync(join(place.folder, 'data', 'pg'))).toBe(false);
  });
});

const newDisk = (megabytes: number): string => {
  const disk = mountSmallDisk(megabytes);
  close.push(() => disk.remove());
  return disk.folder;
};

describe('a full disk', () => {
  const withDisk = (name: string, work: () => Promise<void>, ms: number): void => {
    if (hasSmallDisk) it(name, work, ms);
    else it.skip(`${name} (skipped, a small disk can be mounted by root on Linux only)`, work, ms);
  };

  withDisk(
    'is told at the start in one sentence',
    async () => {
      const disk = newDisk(12);
      const place = await newPlace('', disk);
      const program = startProgram({ folder: place.folder, env: place.env });
      expect((await program.ended()).code).toBe(2);
      expect(program.output()).toMatch(/evenhand: the disk of .*data\/pg is full: make room/);
    },
    60_000,
  );

  withDisk(
    'while it runs accepts nothing that it cannot keep, and keeps all that it accepted',
    async () => {
      const disk = newDisk(200);
      const place = await newPlace('', disk);
      let program = startProgram({ folder: place.folder, env: place.env });
      await program.says(/"ready"/);
      const accepted: string[] = [];
      const push = async (id: string): Promise<number> => {
        const words = Array.from({ length: 400 }, () => Math.random().toString(36)).join(' ');
        const answer = await place
          .push('shop', [{ id, text: `${complaintText(id)} ${words}` }])
          .catch(() => null);
        if (answer?.status === 202) accepted.push(id);
        return answer?.status ?? 0;
      };
      expect(await push('before')).toBe(202);
      const filler = join(disk, 'filler');
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'], { stdio: 'ignore' });
      } catch {
        // It ends when the disk is full, which is what it is for.
      }
      const answers: number[] = [];
      for (let i = 0; i < 300 && !answers.some((status) => status !== 202); i += 1)
        answers.push(await push(`full-${i}`));
      rmSync(filler);
      expect(answers.at(-1)).not.toBe(202);
      // Whether it lives on or ended with a reason, a start finds everything that was accepted.
      await program.stop();
      program = startProgram({ folder: place.folder, env: place.env });
      await program.says(/"ready"/, 30_000);
      await until(async () => (await push('after')) === 202);
      const directory = join(place.folder, 'data', 'pg');
      const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
      close.push(() => db.close());
      await until(async () => (await countRows(db, 'desk.mention')) >= accepted.length, {
        what: 'all decisions',
      });
      const { rows } = await db.pool.query('select native_id from desk.mention');
      expect(accepted.filter((id) => !rows.some((row) => row.native_id === id))).toEqual([]);
    },
    120_000,
  );
});
