import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/** Key of all keyed hashes of this installation; made once, kept in the record, never shown. Roles: ingest or desk. */
export const readInstanceKey = async (tx: Transaction): Promise<string> => {
  const known = await readKey(tx);
  if (known !== null) return known;
  const fresh = JSON.stringify(randomBytes(32).toString('base64url'));
  await sql`insert into ops.setting (key, value) values ('instance_key', ${fresh}) on conflict do nothing`.execute(
    tx,
  );
  const made = await readKey(tx);
  if (made === null) throw new Error('the key of this installation was made and is not there');
  return made;
};

const readKey = async (tx: Transaction): Promise<string | null> => {
  const row = await tx
    .selectFrom('ops.setting')
    .select('value')
    .where('key', '=', 'instance_key')
    .executeTakeFirst();
  return row === undefined ? null : String(row.value);
};
