import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { hasPostgres } from '../support/engines.ts';
import { takeDatabase } from '../support/shared-cluster.ts';

const ifPostgres = hasPostgres ? describe : describe.skip;

/** The login without the settings that it brings, as a pooler sends it on that was told to ignore them. */
const withoutOptions = (login: Buffer): Buffer => {
  const words = login.subarray(8, -2).toString('latin1').split('\0');
  const kept = words.filter((_word, nth) => words[nth - (nth % 2)] !== 'options');
  const rest = Buffer.from(`${kept.join('\0')}\0\0`, 'latin1');
  const head = Buffer.from(login.subarray(0, 8));
  head.writeInt32BE(8 + rest.length, 0);
  return Buffer.concat([head, rest]);
};

ifPostgres('the record behind a pooler', () => {
  let [database, db]: [{ url: string; drop(): Promise<void> } | null, Database | null] = [null, null];
  let pooler: Server | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-pooler-'));
  beforeEach(async () => {
    database = await takeDatabase();
  });
  afterEach(async () => {
    await db?.close();
    await new Promise<void>((resolve) => (pooler === null ? resolve() : pooler.close(() => resolve())));
    pooler = null;
    await database?.drop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (url: string): Promise<Database> => {
    db = await openDatabase({ kind: 'postgres', url });
    return db;
  };
  const whoAndWhether = async (of: Database) =>
    (
      await of.read('desk', (tx) =>
        sql<{ who: string; only: string }>`
          select current_user as who, current_setting('transaction_read_only') as only where 1 = ${1}`.execute(
          tx,
        ),
      )
    ).rows[0];

  it('reads as the role, and cannot write, where the settings of a login are dropped without a word', async () => {
    const url = new URL(database?.url ?? '');
    const socket = join(url.searchParams.get('host') ?? '', '.s.PGSQL.5432');
    const isFirst = new WeakSet<Socket>();
    pooler = createServer((client) => {
      const server = connect(socket);
      client.on('data', (bytes) => {
        server.write(isFirst.has(client) ? bytes : withoutOptions(bytes));
        isFirst.add(client);
      });
      server.on('data', (bytes) => client.write(bytes));
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const)
        one.on('close', () => other.destroy()).on('error', () => other.destroy());
    });
    await new Promise<void>((resolve) => pooler?.listen(join(folder, '.s.PGSQL.5432'), resolve));
    url.searchParams.set('host', folder);
    const behind = await open(url.href);
    expect(await whoAndWhether(behind)).toEqual({ who: 'evenhand_desk', only: 'on' });
    const read = (statement: string) => behind.read('desk', (tx) => sql.raw(statement).execute(tx));
    await expect(read('select 1 from sealed.inbox')).rejects.toMatchObject({ code: '42501' });
    await expect(read(`insert into ops.setting (key, value) values ('x', '1')`)).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('does once what was asked of it where a plan that it kept is lost, or its table was changed meanwhile', async () => {
    const behind = await open(database?.url ?? '');
    await sql`create table desk.kept (n int)`.execute(behind.kysely);
    await sql`grant select, insert on desk.kept to evenhand_desk`.execute(behind.kysely);
    const add = (n: number) =>
      behind.serve('desk', async (tx) => {
        await sql`insert into desk.kept (n) values (${n})`.execute(tx);
        return (await sql<object>`select * from desk.kept where n = ${n}`.execute(tx)).rows[0];
      });
    const isPlanKept = await behind.serve('desk', async (tx) => {
      await sql`select ${1}::int`.execute(tx);
      const { rows } = await sql`select from pg_prepared_statements`.execute(tx);
      return rows.length > 0;
    });
    expect([isPlanKept, await add(1)]).toEqual([true, { n: 1 }]);
    await sql`alter table desk.kept add column m int`.execute(behind.kysely);
    expect(await add(2)).toEqual({ n: 2, m: null });
    await behind.close();
    const again = await open(database?.url ?? '');
    await again.serve('desk', (tx) => sql`select ${1}::int`.execute(tx));
    await again.serve('desk', (tx) => sql.raw('deallocate all').execute(tx));
    expect((await again.serve('desk', (tx) => sql`select ${1}::int as n`.execute(tx))).rows).toEqual([
      { n: 1 },
    ]);
    const { rows } = await sql`select n from desk.kept order by n`.execute(again.kysely);
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it.each([
    ['is not there', 'deallocate all'],
    ['was prepared by another', `prepare s0 as select 'of another'`],
  ])(
    'goes on where a statement that it prepared %s, and never runs the one of another',
    async (_what, first) => {
      const behind = await open(database?.url ?? '');
      const told = { who: 'evenhand_desk', only: 'on' };
      if (first.startsWith('deallocate')) expect(await whoAndWhether(behind)).toEqual(told);
      await behind.read('desk', (tx) => sql.raw(first).execute(tx));
      expect(await whoAndWhether(behind)).toEqual(told);
      expect(await whoAndWhether(behind)).toEqual(told);
    },
  );
});
