import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { readOpenLocks } from '../../src/postgres/lock-check.ts';
import { engines, keepRecord } from '../support/engines.ts';

/** Opens the lock in a transaction that is undone, and answers what the check notices meanwhile. */
const openedBy = async (db: Database, statement: string): Promise<readonly string[]> => {
  let noticed: readonly string[] = [];
  const undo = new Error('undo');
  await db.kysely
    .transaction()
    .execute(async (tx) => {
      await sql.raw(statement).execute(tx);
      noticed = await readOpenLocks({ kysely: tx, roles: db.roles });
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return noticed;
};

describe.each(engines)('lock 3 on %s: tables and roles', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });

  it('is closed as the tables are made', async () => {
    expect(await readOpenLocks(db)).toEqual([]);
  });

  it.each([
    ['grant select on sealed.sample to evenhand_desk', ['evenhand_desk may select on sealed.sample']],
    [
      'grant select (followers) on sealed.sample to evenhand_desk',
      ['evenhand_desk may select on sealed.sample'],
    ],
    ['grant usage on schema sealed to evenhand_desk', ['evenhand_desk has usage of schema sealed']],
    ['grant select on sealed.inbox to evenhand_ingest', ['evenhand_ingest may select on sealed.inbox']],
    ['grant update on sealed.inbox to evenhand_ingest', ['evenhand_ingest may update on sealed.inbox']],
    ['grant update (due_at) on desk."case" to evenhand_reach', ['evenhand_reach may update on desk.case']],
    ['grant insert on desk.activity to evenhand_audit', ['evenhand_audit may insert on desk.activity']],
    ['grant update on desk.label to evenhand_reach', ['evenhand_reach may update on desk.label']],
    [
      'alter function desk.forget_labels() security definer',
      ["the function with its owner's rights desk.forget_labels leads out of schema sealed"],
    ],
    ['grant select (body) on sealed.letter to evenhand_desk', ['evenhand_desk may select on sealed.letter']],
    [
      'alter table desk.notification drop constraint notification_is_no_letter',
      ['desk.notification takes letters, which hold figures of reach'],
    ],
    ['grant create on schema desk to evenhand_desk', ['evenhand_desk has create of schema desk']],
    [
      'create view desk.loud as select native_id, followers from sealed.sample',
      ['the view desk.loud leads out of schema sealed'],
    ],
    [
      `create function desk.loudness() returns bigint language sql security definer
         as 'select max(followers) from sealed.sample'`,
      ["the function with its owner's rights desk.loudness leads out of schema sealed"],
    ],
  ])('notices %s', async (statement, sentences) => {
    expect(await openedBy(db, statement)).toEqual(sentences);
    expect(await readOpenLocks(db)).toEqual([]);
  });

  it('notices what everybody may read', async () => {
    expect(await openedBy(db, 'grant select on sealed.sample to public')).toEqual([
      'evenhand_desk may select on sealed.sample',
      'evenhand_ingest may select on sealed.sample',
    ]);
  });

  it('notices that a blind role may become one that sees', async () => {
    const noticed = await openedBy(db, 'grant evenhand_reach to evenhand_desk');
    expect(noticed).toContain('evenhand_desk is a member of evenhand_reach');
  });

  it('notices that a role is missing', async () => {
    const noticed = await openedBy(db, 'alter role evenhand_audit rename to evenhand_gone');
    expect(noticed).toEqual(['the role evenhand_audit does not exist']);
  });

  it('says that nothing is locked where the login may not create roles', async () => {
    const sentences = await readOpenLocks({
      kysely: db.kysely,
      roles: { kind: 'open', reason: 'no CREATEROLE' },
    });
    expect(sentences).toEqual([
      'transactions run without a role, because the login may not create roles (no CREATEROLE)',
    ]);
  });

  it('is refused by the database itself while closed, and only then', async () => {
    const read = () => db.transaction('desk', (tx) => sql`select followers from sealed.sample`.execute(tx));
    await expect(read()).rejects.toMatchObject({ code: '42501' });
    await sql`grant usage on schema sealed to evenhand_desk`.execute(db.kysely);
    await sql`grant select on sealed.sample to evenhand_desk`.execute(db.kysely);
    expect((await read()).rows).toEqual([]);
    expect(await readOpenLocks(db)).toEqual([
      'evenhand_desk may select on sealed.sample',
      'evenhand_desk has usage of schema sealed',
    ]);
    await sql`revoke select on sealed.sample from evenhand_desk`.execute(db.kysely);
    await sql`revoke usage on schema sealed from evenhand_desk`.execute(db.kysely);
    await expect(read()).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps the bytes of a letter from every blind role, and takes none at the desk', async () => {
    await sql`insert into sealed.letter (notification_id, channel, kind, members, content_type, body, created_at, next_attempt_at)
      values ('digest-1', 'press', 'letter', '[]', 'text/plain', ${Buffer.from('12,000,000 followers')}, now(), now())`.execute(
      db.kysely,
    );
    const read = (role: 'ingest' | 'desk' | 'reach' | 'audit') =>
      db.transaction(role, (tx) => sql<{ body: Buffer }>`select body from sealed.letter`.execute(tx));
    for (const role of ['ingest', 'desk'] as const)
      await expect(read(role)).rejects.toMatchObject({ code: '42501' });
    for (const role of ['reach', 'audit'] as const)
      expect((await read(role)).rows[0]?.body.toString()).toBe('12,000,000 followers');
    const atDesk = db.transaction('desk', (tx) =>
      sql`insert into desk.notification (notification_id, channel, kind, members, content_type, body, created_at, next_attempt_at)
        values ('digest-1', 'press', 'letter', '[]', 'text/plain', ${Buffer.from('1')}, now(), now())`.execute(
        tx,
      ),
    );
    await expect(atDesk).rejects.toMatchObject({ code: '23514' });
    const seal = db.transaction('desk', (tx) =>
      sql`alter table desk.notification drop constraint notification_is_no_letter`.execute(tx),
    );
    await expect(seal).rejects.toMatchObject({ code: '42501' });
  });
});
