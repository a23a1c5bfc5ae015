import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { DueUnder } from './action.store.ts';
import type { DeadlineAsk } from './fold-types.ts';

/** Deadlines by the policies that the record keeps; the newest stands in for one that is not there. */
export const readDeadlines = async (
  tx: Transaction,
  dueUnder: DueUnder,
): Promise<(ask: DeadlineAsk) => Date> => {
  const { rows } = await sql<{ version: string; policy: unknown }>`
    select version, policy from desk.policy order by created_at`.execute(tx);
  const known = new Map(rows.map(({ version, policy }) => [version, policy]));
  const newest = rows.at(-1)?.policy ?? null;
  return (ask) => dueUnder(known.get(ask.policy) ?? newest, ask);
};
