import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/postgres/database.ts';
import { countRows } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { complaintText } from '../support/line.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { hasRedis, startRedis } from '../support/redis-server.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';
import { takeDatabase } from '../support/shared-cluster.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});
const newPlace = async (): Promise<Place> => {
  const place = await preparePlace();
  close.push(() => place.remove());
  return place;
};

const tables = ['desk.mention', 'desk."case"', 'desk.activity', 'desk.outbox', 'sealed.sample'] as const;

describe('SIGTERM', () => {
  it('drains within 10 s in the middle of work, and the next start goes on with nothing twice', async () => {
    const place = await newPlace();
    const first = startProgram({ folder: place.folder, env: place.env });
    await first.says(/"ready"/);
    const posts = Array.from({ length: 2_000 }, (_, i) => ({
      id: `p${i}`,
      author: `u${i}`,
      text: complaintText(i),
      audience: { followers: i },
    }));
    for (let from = 0; from < posts.length; from += 500)
      expect((await place.push('shop', posts.slice(from, from + 500))).status).toBe(202);
    const ended = await first.stop();
    expect([ended.code, ended.ms < 10_000]).toEqual([0, true]);
    expect(first.output()).toMatch(/stopping \(SIGTERM\).*\n(.*\n)*.*"stopped"/);

    const second = startProgram({ folder: place.folder, env: place.env });
    await second.says(/"ready"/);
    // Whoever got no answer sends again.
    expect((await place.push('shop', posts.slice(1_500))).status).toBe(202);
    const db = await openDatabase({
      kind: 'embedded',
      directory: join(place.folder, 'data', 'pg'),
      onBusy: 'join',
    });
    // What fails below must leave nothing open that would keep Jest from ending.
    close.push(() => db.close());
    await until(async () => (await countRows(db, 'intake.inbox', `state = 'pending'`)) === 0);
    const counts = await Promise.all(tables.slice(0, 3).map((table) => countRows(db, table)));
    expect(counts).toEqual([2_000, 2_000, 2_000]);
    expect((await second.stop()).code).toBe(0);
  }, 90_000);

  const ownDatabase = async () => {
    const cluster = await startCluster();
    close.push(() => cluster.stop());
    cluster.createDatabase('evenhand');
    return { url: cluster.url('evenhand'), halt: cluster.halt, start: cluster.start };
  };
  const sharedDatabase = async () => {
    const { url, drop } = await takeDatabase();
    close.push(drop);
    return { url, halt: () => undefined, start: () => Promise.resolve() };
  };
  const withServices = hasPostgres && hasRedis() ? it : it.skip;
  withServices.each(['the database', 'the queue'])(
    'ends within 10 s while %s is away',
    async (what) => {
      const isDatabase = what === 'the database';
      const { url, halt, start } = isDatabase ? await ownDatabase() : await sharedDatabase();
      const redis = await startRedis();
      close.push(() => redis.stop());
      const place = await newPlace();
      const env = { ...place.env, DATABASE_URL: url, REDIS_URL: redis.url };
      const program = startProgram({ folder: place.folder, env });
      await program.says(/"ready"/);
      expect((await place.push('shop', [{ id: 'a', text: complaintText(1) }])).status).toBe(202);
      if (isDatabase) halt();
      else await redis.stop();
      await program.says(new RegExp(`${what} does not answer`));
      const ended = await program.stop();
      // The cluster ends as it began: running.
      await start();
      expect([ended.code, ended.ms < 10_000]).toEqual([0, true]);
    },
    90_000,
  );
});
