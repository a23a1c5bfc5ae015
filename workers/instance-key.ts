import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/postgres/database.ts';

/** Key of all keyed hashes of this installation; made once, kept in the record, never shown. */
export const readInstanceKey = async (db: Database): Promise<string> => {
  const fresh = JSON.stringify(randomBytes(32).toString('base64url'));
  return db.transaction('desk', async (tx) => {
    await sql`insert into ops.setting (key, value) values ('instance_key', ${fresh}) on conflict do nothing`.execute(
      tx,
    );
    const row = await tx
      .selectFrom('ops.setting')
      .select('value')
      .where('key', '=', 'instance_key')
      .executeTakeFirstOrThrow();
    return String(row.value);
  });
};
