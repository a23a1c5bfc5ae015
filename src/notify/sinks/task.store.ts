import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** One call to a helpdesk. */
export interface SinkTask {
  readonly id: string;
  readonly caseId: string;
  readonly kind: 'create' | 'note' | 'recall';
  readonly key: string;
  /** The order as JSON; null: of a recall. */
  readonly body: Buffer | null;
  /** This attempt counted. */
  readonly attempts: number;
  /** An attempt before this one ended without an answer that says what became of it. */
  readonly mayExist: boolean;
  /** The ticket, once it is known. */
  readonly ticket: string | null;
  /** Of the note that a recall takes back; null: not known, it is found by its mark. */
  readonly note: string | null;
}

/** Longer than the calls of an attempt can take, and than any helpdesk needs to find what it was given. */
const attemptMs = 300_000;

/**
 * Claims the next call of a sink: of each ticket one after the other, and none before the ticket is there. The attempt is
 * counted, and its outcome unknown, before it is made: a process that dies in it leaves exactly that.
 */
export const claimTask = async (tx: Transaction, sink: string, now: Date): Promise<SinkTask | null> => {
  const until = new Date(now.getTime() + attemptMs);
  const { rows } = await sql<SinkTask>`
    update desk.sink_task t set attempts = t.attempts + 1, is_unsure = true, next_attempt_at = ${until}
    from (
      select p.task_id, p.is_unsure, k.external_id as ticket, w.external_id as note from desk.sink_task p
      join desk.sink s on s.sink = p.sink
      join desk.sink_ticket k on k.sink = p.sink and k.case_id = p.case_id
      left join desk.sink_task w on p.kind = 'recall' and w.sink = p.sink and w.case_id = p.case_id and w.key = substr(p.key, 8)
      where p.sink = ${sink} and p.state = 'pending' and p.next_attempt_at <= ${now} and s.disabled_at is null
        and (s.not_before is null or s.not_before <= ${now}) and (p.kind = 'create' or k.external_id is not null)
        and not exists (
          select from desk.sink_task e where e.sink = p.sink and e.case_id = p.case_id and e.state = 'pending' and e.task_id < p.task_id)
      order by p.task_id limit 1 for update of p skip locked) as c
    where t.task_id = c.task_id
    returning t.task_id::text as id, t.case_id::text as "caseId", t.kind, t.key, t.body, t.attempts, c.is_unsure as "mayExist",
      c.ticket, c.note`.execute(tx);
  return rows[0] ?? null;
};

/** The bytes go once they are told. What was taken back meanwhile stays dropped, but known by its id. */
export const finishTask = async (
  tx: Transaction,
  task: Pick<SinkTask, 'id'>,
  { externalId, now }: { readonly externalId: string | null; readonly now: Date },
): Promise<void> => {
  await sql`
    update desk.sink_task set state = case when state = 'dropped' then 'dropped' else 'done' end, body = null, is_unsure = false,
      last_error = null, done_at = ${now}, external_id = ${externalId}::text where task_id = ${task.id}`.execute(
    tx,
  );
};

export interface FailedAttempt {
  readonly reason: string;
  readonly isUnsure: boolean;
  /** null: given up. */
  readonly retryAt: Date | null;
}

/** A ticket that was given up keeps its order, for a person to look at and to retry; a note goes with its words. */
export const failTask = async (
  tx: Transaction,
  { id }: Pick<SinkTask, 'id'>,
  { reason, isUnsure, retryAt }: FailedAttempt,
): Promise<void> => {
  await sql`
    update desk.sink_task set last_error = ${reason}, is_unsure = ${isUnsure},
      state = case when state <> 'pending' then state when ${retryAt}::timestamptz is null then 'failed' else 'pending' end,
      body = case when ${retryAt}::timestamptz is null and kind <> 'create' then null else body end,
      next_attempt_at = coalesce(${retryAt}::timestamptz, next_attempt_at)
    where task_id = ${id}`.execute(tx);
};

/** The attempt was none: a stop cut it off, or the whole sink is switched off. */
export const unclaimTask = async (
  tx: Transaction,
  { id }: Pick<SinkTask, 'id'>,
  { isUnsure, at }: { readonly isUnsure: boolean; readonly at: Date },
): Promise<void> => {
  await sql`
    update desk.sink_task set attempts = greatest(attempts - 1, 0), is_unsure = ${isUnsure}, next_attempt_at = ${at}
    where task_id = ${id} and state = 'pending'`.execute(tx);
};

/** Nothing more is called there before then: its limit counts for every call. */
export const pauseSink = async (tx: Transaction, sink: string, until: Date): Promise<void> => {
  await sql`update desk.sink set not_before = greatest(not_before, ${until}::timestamptz) where sink = ${sink}`.execute(
    tx,
  );
};

/** Every later call would fail alike, until a person mends the configuration and starts the service again. */
export const disableSink = async (
  tx: Transaction,
  sink: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> => {
  await sql`update desk.sink set disabled_at = ${now}, reason = ${reason} where sink = ${sink}`.execute(tx);
};
