import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/**
 * What one of several processes does for all: true for the first that asks, false for those that ask within `everyMs`
 * after it. A row and no lock, so that it lasts beyond the transaction, on the embedded database too; whoever ends in
 * the middle is followed by the next turn.
 */
export const claimTurn = async (
  tx: Transaction,
  name: string,
  now: Date,
  everyMs: number,
): Promise<boolean> => {
  const since = new Date(now.getTime() - everyMs);
  const ahead = new Date(now.getTime() + everyMs);
  const claimed = await sql`
    insert into ops.setting (key, value) values (${`turn:${name}`}, to_jsonb(${now}::timestamptz))
    on conflict (key) do update set value = excluded.value
    where (setting.value #>> '{}')::timestamptz <= ${since} or (setting.value #>> '{}')::timestamptz > ${ahead}`.execute(
    tx,
  );
  return Number(claimed.numAffectedRows ?? 0) === 1;
};
