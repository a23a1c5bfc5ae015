import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** Activities up to `below` are sealed for good: what appears among them later was not written by Evenhand. */
export interface LogMark {
  readonly below: string;
  /** The last sealed when it was looked at last; it becomes `below` an hour later. */
  readonly candidate: string;
  /** ISO 8601 UTC. */
  readonly candidateAt: string;
}

/** No transaction that writes activities takes nearly as long. */
const settleMs = 3_600_000;
const none: LogMark = { below: '0', candidate: '0', candidateAt: new Date(0).toISOString() };

export const readMark = async (tx: Transaction): Promise<LogMark> => {
  const { rows } = await sql<{
    value: LogMark;
  }>`select value from ops.setting where key = 'log_mark'`.execute(tx);
  return rows[0]?.value ?? none;
};

/** Called once everything is sealed. */
export const moveMark = async (tx: Transaction, now: Date): Promise<void> => {
  const mark = await readMark(tx);
  if (now.getTime() - Date.parse(mark.candidateAt) < settleMs) return;
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(activity_id), 0) as id from desk.activity_seal`.execute(tx);
  const moved: LogMark = {
    below: mark.candidate,
    candidate: rows[0]?.id ?? '0',
    candidateAt: now.toISOString(),
  };
  await sql`
    insert into ops.setting (key, value) values ('log_mark', ${JSON.stringify(moved)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx);
};
