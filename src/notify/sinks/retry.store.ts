import { sql } from 'kysely';
import type { SinkSettings } from '../../domain/sink.ts';
import type { Transaction } from '../../postgres/database.ts';
import { goesThere } from './case-facts.ts';
import { readCaseFacts } from './feed.store.ts';
import { writeTicket } from './write-order.ts';

export interface RetryAsk {
  /** null: all that was given up. */
  readonly caseId: string | null;
  readonly now: Date;
}

/**
 * Calls that were given up are due again. A ticket that is not there yet is written anew, from the configuration and the
 * case as they stand now: what was wrong with it stood in them. Notes were given up with their words, and stay so; of a
 * case that is not to go there any more, nothing is tried. Returns how many calls wait now.
 */
export const retryTasks = async (
  tx: Transaction,
  settings: SinkSettings,
  { caseId, now }: RetryAsk,
): Promise<number> => {
  const sink = settings.name;
  await sql`update desk.sink set disabled_at = null, reason = null, not_before = null where sink = ${sink}`.execute(
    tx,
  );
  const recalls = await sql`
    update desk.sink_task set state = 'pending', attempts = 0, next_attempt_at = ${now}
    where sink = ${sink} and state = 'failed' and kind = 'recall' and (${caseId}::bigint is null or case_id = ${caseId}::bigint)`.execute(
    tx,
  );
  const tickets = await rewriteTickets(tx, settings, { caseId, now });
  const waiting = await sql`
    update desk.sink_task set next_attempt_at = ${now} where sink = ${sink} and state = 'pending' and attempts > 0 and not is_unsure
      and (${caseId}::bigint is null or case_id = ${caseId}::bigint)`.execute(tx);
  return Number(recalls.numAffectedRows ?? 0) + tickets + Number(waiting.numAffectedRows ?? 0);
};

const rewriteTickets = async (
  tx: Transaction,
  settings: SinkSettings,
  { caseId, now }: RetryAsk,
): Promise<number> => {
  const { rows } = await sql<{ task_id: string; case_id: string; key: string }>`
    select t.task_id::text, t.case_id::text, k.key from desk.sink_task t join desk.sink_ticket k on k.sink = t.sink and k.case_id = t.case_id
    where t.sink = ${settings.name} and t.state = 'failed' and t.kind = 'create' and (${caseId}::bigint is null or t.case_id = ${caseId}::bigint)
    order by t.task_id for update of t`.execute(tx);
  const facts = await readCaseFacts(
    tx,
    rows.map((row) => row.case_id),
  );
  let rewritten = 0;
  for (const row of rows) {
    const fact = facts.get(row.case_id);
    if (fact === undefined || !goesThere(fact, settings.rules)) continue;
    const body = Buffer.from(JSON.stringify(writeTicket(fact, row.key, settings)), 'utf8');
    // Attempts begin anew; whether one of them made it is still as unknown as it was.
    await sql`
      update desk.sink_task set state = 'pending', attempts = 0, next_attempt_at = ${now}, body = ${body} where task_id = ${row.task_id}`.execute(
      tx,
    );
    rewritten += 1;
  }
  return rewritten;
};
