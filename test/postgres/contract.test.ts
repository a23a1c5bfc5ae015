import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { engines, keepRecord } from '../support/engines.ts';

describe.each(engines)('the record on %s', (name, start) => {
  let db: Database;
  keepRecord(start, async (opened) => {
    db = opened;
    await sql`create table ops.t (id int primary key, n int8, b bytea, j jsonb, at timestamptz, f real, ok boolean, words text[])`.execute(
      db.kysely,
    );
    await sql.raw('grant select, insert, update, delete on ops.t to evenhand_desk').execute(db.kysely);
  });

  it('gives back every type as the same JavaScript value', async () => {
    const at = new Date('2026-11-02T10:11:12.345Z');
    const bytes = Buffer.from([0, 1, 255, 10]);
    await sql`insert into ops.t values (1, ${'9007199254740993'}, ${bytes}, ${JSON.stringify({ a: ['ü', null] })}, ${at}, ${0.5}, ${true}, ${['a', 'b,"c']})`.execute(
      db.kysely,
    );
    const { rows } = await sql<Record<string, unknown>>`select * from ops.t where id = ${1}`.execute(
      db.kysely,
    );
    expect(rows[0]).toEqual({
      id: 1,
      n: '9007199254740993',
      b: bytes,
      j: { a: ['ü', null] },
      at,
      f: 0.5,
      ok: true,
      words: ['a', 'b,"c'],
    });
    expect(Buffer.isBuffer(rows[0]?.b)).toBe(true);
  });

  it('counts the rows that a statement changed, also below WITH', async () => {
    await sql`insert into ops.t (id) values (10), (11), (12)`.execute(db.kysely);
    const updated = await sql`update ops.t set n = 7 where id >= 10 and id <= 12`.execute(db.kysely);
    const below =
      await sql`with x as (select 10 as id) delete from ops.t using x where ops.t.id = x.id`.execute(
        db.kysely,
      );
    expect([Number(updated.numAffectedRows), Number(below.numAffectedRows)]).toEqual([3, 1]);
  });

  it('has no statement of a transaction compiled: two seconds of it for one of thirty milliseconds', async () => {
    const { rows } = await db.transaction('desk', (tx) => sql<{ jit: string }>`show jit`.execute(tx));
    if (name === 'postgres') expect(rows).toEqual([{ jit: 'off' }]);
    const { rows: plan } = await sql<Record<string, string>>`explain select 1`.execute(db.kysely);
    expect(JSON.stringify(plan)).not.toContain('JIT');
  });

  it('undoes a transaction that throws', async () => {
    await expect(
      db.transaction('desk', async (tx) => {
        await sql`insert into ops.t (id) values (99)`.execute(tx);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const { rows } = await sql`select 1 from ops.t where id = 99`.execute(db.kysely);
    expect(rows).toEqual([]);
  });

  it('refuses the sealed half to the blind roles', async () => {
    for (const role of ['desk', 'ingest'] as const)
      await expect(
        db.transaction(role, (tx) => sql`select * from sealed.sample`.execute(tx)),
      ).rejects.toThrow(/permission denied/);
    await expect(
      db.transaction('ingest', (tx) => sql`select * from sealed.inbox`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      db.transaction('reach', (tx) => sql`select * from sealed.sample`.execute(tx)),
    ).resolves.toBeDefined();
  });

  it('reads as a role: the sealed half and every statement that writes are refused', async () => {
    const read = (statement: string) => db.read('desk', (tx) => sql.raw(statement).execute(tx));
    await expect(read('select 1 from sealed.inbox')).rejects.toMatchObject({ code: '42501' });
    await expect(read("insert into ops.setting (key, value) values ('x', '1'::jsonb)")).rejects.toMatchObject(
      { code: '25006' },
    );
    // Asked again and with values, as statements that are prepared.
    const sum = (n: number) =>
      db.read('desk', (tx) => sql<{ n: number }>`select ${n}::int + 1 as n`.execute(tx));
    expect((await sum(1)).rows).toEqual([{ n: 2 }]);
    expect((await sum(41)).rows).toEqual([{ n: 42 }]);
    const { rows } = await db.read('desk', (tx) =>
      sql<{ who: string }>`select current_user as who`.execute(tx),
    );
    expect(rows).toEqual([{ who: 'evenhand_desk' }]);
  });

  it('lets ingestion add to the sealed inbox, twice the same without an error', async () => {
    const add = () =>
      db.transaction('ingest', (tx) =>
        sql`insert into sealed.inbox (batch_id, payload, created_at) values ('00000000-0000-4000-8000-000000000001', ${Buffer.from('x')}, ${new Date()}) on conflict do nothing`.execute(
          tx,
        ),
      );
    await add();
    await add();
  });

  it('keeps the error code of the database', async () => {
    await sql`insert into ops.t (id) values (50)`.execute(db.kysely);
    await expect(sql`insert into ops.t (id) values (50)`.execute(db.kysely)).rejects.toMatchObject({
      code: '23505',
      constraint: 't_pkey',
    });
  });

  it('loses none of 600 statements beside transactions that roll back', async () => {
    await sql`create table ops.gate (id int primary key)`.execute(db.kysely);
    await sql.raw('grant insert on ops.gate to evenhand_desk').execute(db.kysely);
    const noisy = async () => {
      for (let i = 0; i < 40; i += 1)
        await db
          .transaction('desk', async (tx) => {
            await sql`insert into ops.gate values (${-i - 1})`.execute(tx);
            await new Promise((resolve) => setImmediate(resolve));
            throw new Error('undo');
          })
          .catch(() => undefined);
    };
    const jobs = Array.from({ length: 600 }, (_, i) =>
      sql`insert into ops.gate values (${i})`.execute(db.kysely),
    );
    await Promise.all([noisy(), noisy(), ...jobs]);
    const { rows } = await sql<{
      n: string;
      low: number;
    }>`select count(*) as n, min(id) as low from ops.gate`.execute(db.kysely);
    expect(rows[0]).toEqual({ n: '600', low: 0 });
  });

  it('hands a notification to whoever listens', async () => {
    const client = await db.pool.connect();
    const heard = new Promise((resolve) => client.on('notification', resolve));
    await client.query('LISTEN evenhand_test');
    await db.pool.query(`select pg_notify('evenhand_test', 'hello')`);
    expect(await heard).toMatchObject({ channel: 'evenhand_test', payload: 'hello' });
    client.release();
  });
});
