import { describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { createMigrator, migrate } from '../../src/postgres/migrate.ts';
import { keepRecord } from '../support/engines.ts';
import { usualEngine } from './usual-engine.ts';

describe('a record from before letters were sealed', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });

  it('has its letters moved, with their bytes and tries, and its alerts left', async () => {
    const old = db.kysely as unknown as Kysely<never>;
    await sql`drop schema intake, desk, sealed, ops cascade`.execute(old);
    const { error } = await createMigrator(old).migrateTo('0004-lean-writing');
    if (error !== undefined) throw error;
    await sql`insert into desk.notification (notification_id, channel, kind, members, content_type, body, attempts, created_at, next_attempt_at)
      select kind, 'press', kind, '[]', 'text/plain', convert_to('of ' || kind, 'UTF8'), 3, now(), now()
      from unnest(array['alerts', 'catch_up', 'letter']) as kind`.execute(db.kysely);
    await migrate(old);
    const held = async (table: string) =>
      (
        await sql
          .raw<{ v: string }>(
            `select kind || ' ' || convert_from(body, 'UTF8') || ' ' || attempts as v from ${table} order by 1`,
          )
          .execute(db.kysely)
      ).rows.map(({ v }) => v);
    expect(await held('sealed.letter')).toEqual(['letter of letter 3']);
    expect(await held('desk.notification')).toEqual(['alerts of alerts 3', 'catch_up of catch_up 3']);
    const read = db.transaction('reach', (tx) => sql`select body from sealed.letter`.execute(tx));
    await expect(read).resolves.toMatchObject({ rows: [{}] });
  });
});
