import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

export interface EscalationCounts {
  readonly cases: number;
  readonly requested: number;
  readonly byCustomers: number;
  readonly granted: number;
  readonly declined: number;
  readonly lapsed: number;
  readonly answered: number;
  readonly overdue: number;
  /** Asks of customers that ended without an escalation: no case, or a record that bears nothing out. */
  readonly unfounded: number;
}

/** Of the cases that were received since `from`, and what was asked for since then. */
export const countEscalations = async (
  tx: Transaction,
  { from, now }: { readonly from: Date; readonly now: Date },
): Promise<EscalationCounts> => {
  const { rows } = await sql<EscalationCounts>`
    with asked as (select * from desk.escalation where requested_at >= ${from})
    select (select count(*)::int from desk."case" where received_at >= ${from} and not is_history) as cases,
      (select count(*)::int from asked) as requested,
      (select count(*)::int from asked where via = 'customer') as "byCustomers",
      (select count(*)::int from asked where decision = 'granted') as granted,
      (select count(*)::int from asked where decision = 'declined') as declined,
      (select count(*)::int from asked where decision = 'lapsed') as lapsed,
      (select count(*)::int from asked where state = 'answered') as answered,
      (select count(*)::int from asked where answer_due_at < coalesce(answered_at, ${now}::timestamptz)) as overdue,
      (select count(*)::int from desk.escalation_ask where lapsed_at is not null and at >= ${from}) as unfounded`.execute(
    tx,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('counts came without a row');
  return counts;
};
