import { sql } from 'kysely';
import type { Transaction } from '../../../postgres/database.ts';

/** A key as the record knows it: never the key itself. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  /** null: a program's. */
  readonly person: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** ISO 8601 day in UTC. */
  readonly lastUsedOn: string | null;
}

/** With the hash of what opens. */
export interface FoundKey extends StoredKey {
  readonly hash: Buffer;
}

/** False: a key of this name is in force. */
export const addKey = async (
  tx: Transaction,
  key: Omit<StoredKey, 'revokedAt' | 'lastUsedOn'> & { readonly hash: Buffer },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('ops.api_key')
    .values({
      key_id: key.id,
      hash: key.hash,
      name: key.name,
      person: key.person,
      scopes: [...key.scopes],
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
    })
    .onConflict((conflict) => conflict.column('name').where('revoked_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

/** The newest first, those that were revoked included. */
export const listKeys = async (tx: Transaction): Promise<readonly StoredKey[]> => {
  const { rows } = await sql<StoredKey>`
    select ${columns} from ops.api_key order by created_at desc, key_id`.execute(tx);
  return rows;
};

export const findKey = async (tx: Transaction, id: string): Promise<FoundKey | null> => {
  const { rows } = await sql<FoundKey>`
    select ${columns}, hash from ops.api_key where key_id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

/** Once a day: which keys nobody uses any more is seen, and when somebody works is not. */
export const noteUse = async (tx: Transaction, id: string, day: string): Promise<void> => {
  await sql`
    update ops.api_key set last_used_on = ${day}::date
    where key_id = ${id} and last_used_on is distinct from ${day}::date`.execute(tx);
};

/** Ends the key of this name or id; null: none in force is called so. */
export const revokeKey = async (
  tx: Transaction,
  called: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<StoredKey | null> => {
  const { rows } = await sql<StoredKey>`
    update ops.api_key set revoked_at = ${now}, revoked_by = ${by}
    where revoked_at is null and (name = ${called} or key_id = ${called}) returning ${columns}`.execute(tx);
  return rows[0] ?? null;
};

const columns = sql`key_id as id, name, person, scopes, created_at as "createdAt", created_by as "createdBy",
  expires_at as "expiresAt", revoked_at as "revokedAt", last_used_on::text as "lastUsedOn"`;
