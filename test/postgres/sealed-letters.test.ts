import { describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';

/** Back to the tables of a version that kept letters at the desk: what came later goes first. */
const before = [
  'drop table desk.label',
  'drop function desk.forget_labels() cascade',
  'drop table sealed.letter, ops.replay',
  'alter table desk.notification drop constraint notification_is_no_letter',
  'drop index ops.dead_letter_root',
  'alter table ops.dead_letter drop column root_batch',
  'drop index desk.case_thread_of, desk.case_text, desk.case_tied, desk.mention_case_address',
  'create index case_thread on desk."case" (brand)',
  'create index case_complainant on desk."case" (brand)',
  'create index mention_case_url on desk.mention (url)',
  `delete from ops.kysely_migration where name >= '0005-sealed-letters'`,
];

describe('a record from before letters were sealed', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });

  it('has its letters moved, with their bytes and tries, and its alerts left', async () => {
    for (const statement of before) await sql.raw(statement).execute(db.kysely);
    await sql`insert into desk.notification (notification_id, channel, kind, members, content_type, body, attempts, created_at, next_attempt_at)
      select kind, 'press', kind, '[]', 'text/plain', convert_to('of ' || kind, 'UTF8'), 3, now(), now()
      from unnest(array['alerts', 'catch_up', 'letter']) as kind`.execute(db.kysely);
    await migrate(db.kysely as unknown as Kysely<never>);
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
