import { sql } from 'kysely';
import type { Alert } from '../domain/alert.ts';
import type { Transaction } from '../postgres/database.ts';

/** An alert and the post whose masked excerpt it may carry; the words are read when it is frozen, not before. */
export interface OutboxEntry {
  readonly alert: Alert;
  readonly postKey: string | null;
  /** Of the mention that caused it, for the log. */
  readonly traceId: string | null;
}

/** The case transaction writes what people should hear; only the flusher reads it. */
export const writeOutbox = async (
  tx: Transaction,
  entries: readonly OutboxEntry[],
  at: Date,
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ alert, postKey, traceId }) => ({
    alert,
    case_id: 'caseId' in alert ? alert.caseId : null,
    post_key: postKey,
    trace_id: traceId,
  }));
  await sql`
    insert into desk.outbox (alert, case_id, post_key, trace_id, at)
    select r.alert, r.case_id, r.post_key, r.trace_id, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (alert jsonb, case_id bigint, post_key text, trace_id text)`.execute(
    tx,
  );
};

/** Decisions per hour, for metrics and the summary. Last in its transaction: it is the row that all batches share. */
export const addToRollup = async (
  tx: Transaction,
  source: string,
  tally: readonly { brand: string; outcome: string; severity: string; n: number }[],
  at: Date,
): Promise<void> => {
  if (tally.length === 0) return;
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  await sql`
    insert into desk.rollup_hour (brand, hour, source, outcome, severity, n)
    select r.brand, ${hour}::timestamptz, ${source}, r.outcome, r.severity, r.n
    from json_to_recordset(${JSON.stringify(tally)}::json) as r (brand text, outcome text, severity text, n bigint)
    order by 1, 4, 5
    on conflict (brand, hour, source, outcome, severity) do update set n = rollup_hour.n + excluded.n`.execute(
    tx,
  );
};
