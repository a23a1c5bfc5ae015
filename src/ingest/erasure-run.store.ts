import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

export interface NotRecalledMessage {
  readonly id: string;
  readonly channel: string;
  /** ISO 8601 UTC; null: it is not known that it arrived. */
  readonly at: string | null;
  readonly certainty: 'delivered' | 'changing' | 'maybe';
}

/** One erasure as it was carried out. Whom it was about stands in it as keyed hashes alone. */
export interface ErasureRun {
  readonly at: Date;
  readonly keys: readonly string[];
  readonly posts: number;
  readonly cases: readonly string[];
  readonly renewed: number;
  readonly doneBy: string | null;
  readonly notRecalled: readonly NotRecalledMessage[];
}

/** In the transaction that erases: what went out and stays out is known as long as what was erased is. */
export const noteErasureRun = async (tx: Transaction, run: ErasureRun): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into ops.erasure_run (at, keys, posts, cases, messages_renewed, done_by)
    values (${run.at}, ${[...run.keys]}::text[], ${run.posts}, ${[...run.cases]}::bigint[], ${run.renewed}, ${run.doneBy})
    returning run_id as id`.execute(tx);
  const id = rows[0]?.id ?? '';
  for (const { id: message, channel, at, certainty } of run.notRecalled)
    await sql`
      insert into ops.not_recalled (run_id, notification_id, channel, sent_at, certainty)
      values (${id}, ${message}, ${channel}, ${at}, ${certainty})`.execute(tx);
  return id;
};

export interface KeptRun extends ErasureRun {
  readonly id: string;
}

/** The newest first; `id`: this one alone. */
export const readErasureRuns = async (
  tx: Transaction,
  { limit, id }: { readonly limit: number; readonly id: string | null },
): Promise<readonly KeptRun[]> => {
  const { rows } = await sql<KeptRun>`
    select r.run_id as id, r.at, r.keys, r.posts, array(select unnest(r.cases)::text) as cases, r.messages_renewed as renewed, r.done_by as "doneBy",
      coalesce((select jsonb_agg(jsonb_build_object('id', n.notification_id, 'channel', n.channel, 'at', n.sent_at, 'certainty', n.certainty) order by n.sent_at, n.notification_id)
        from ops.not_recalled n where n.run_id = r.run_id), '[]') as "notRecalled"
    from ops.erasure_run r where ${id}::bigint is null or r.run_id = ${id}::bigint
    order by r.run_id desc limit ${limit}`.execute(tx);
  return rows;
};

/** Of the hashes in a ledger, those that the record knows nothing of: more than none after an older backup came back. */
export const findUnknownErasures = async (
  tx: Transaction,
  lines: readonly { readonly kind: string; readonly key: string; readonly at: string }[],
): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from json_to_recordset(${JSON.stringify(lines)}::json) as l (kind text, key text, at timestamptz)
    where not exists (select from ops.erasure e where e.kind = l.kind and e.key = l.key and e.at >= l.at)`.execute(
    tx,
  );
  return Number(rows[0]?.n ?? 0);
};
