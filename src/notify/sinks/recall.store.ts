import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { takeBack } from './told.store.ts';

/** Words of a post that a helpdesk holds, or may hold. */
export interface RecalledWords {
  readonly sink: string;
  readonly caseId: string;
  /** The helpdesk's own id; null: nobody knows whether it has the ticket. */
  readonly ticket: string | null;
  /** `dropped`: it was never sent. `recalling`: the service takes it back there, where the helpdesk lets it. */
  readonly outcome: 'dropped' | 'recalling';
}

/**
 * Posts were erased: notes with words of theirs are dropped where they were not sent, and taken back where they were.
 * Call it in the transaction that erases. What a helpdesk refuses to give back is listed by `listTickets`.
 */
export const recallWords = async (
  tx: Transaction,
  postKeys: readonly string[],
  now: Date,
): Promise<readonly RecalledWords[]> => {
  if (postKeys.length === 0) return [];
  const { rows } = await sql<{
    sink: string;
    case_id: string;
    key: string;
    ticket: string | null;
    is_sent: boolean;
  }>`
    select t.sink, t.case_id::text, t.key, k.external_id as ticket, t.state = 'done' or t.is_unsure as is_sent
    from desk.sink_task t join desk.sink_ticket k on k.sink = t.sink and k.case_id = t.case_id
    where t.post_key = any(${[...postKeys]}::text[]) and t.kind = 'note' and t.state <> 'dropped'
    order by t.task_id for update of t`.execute(tx);
  for (const row of rows) await takeBack(tx, row.key, { sink: row.sink, caseId: row.case_id, now });
  return rows.map((row) => ({
    sink: row.sink,
    caseId: row.case_id,
    ticket: row.ticket,
    outcome: row.is_sent ? 'recalling' : 'dropped',
  }));
};
