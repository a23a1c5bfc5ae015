import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** How a helpdesk fares, from rows alone. */
export interface SinkState {
  readonly sink: string;
  readonly tickets: number;
  /** Calls that wait, the oldest since; tried and not done yet. */
  readonly late: number;
  readonly oldest: Date | null;
  readonly failed: number;
  readonly notRecalled: number;
  /** null: it is on. */
  readonly disabledFor: string | null;
  readonly lastReason: string | null;
  readonly heardAt: Date | null;
}

export const readSinkStates = async (tx: Transaction): Promise<readonly SinkState[]> => {
  const { rows } = await sql<SinkState>`
    select s.sink, (select count(*)::int from desk.sink_ticket t where t.sink = s.sink and t.external_id is not null) as tickets,
      coalesce(c.late, 0)::int as late, c.oldest, coalesce(c.failed, 0)::int as failed, coalesce(c.not_recalled, 0)::int as "notRecalled",
      case when s.disabled_at is null then null else coalesce(s.reason, '') end as "disabledFor", c.last_reason as "lastReason", s.heard_at as "heardAt"
    from desk.sink s left join lateral (
      select count(*) filter (where state = 'pending' and attempts > 0) as late,
        min(created_at) filter (where state = 'pending' and attempts > 0) as oldest,
        count(*) filter (where state = 'failed' and kind <> 'recall') as failed,
        count(*) filter (where state = 'failed' and kind = 'recall') as not_recalled,
        (array_agg(last_error order by task_id desc) filter (where last_error is not null and state in ('pending', 'failed')))[1] as last_reason
      from desk.sink_task k where k.sink = s.sink and k.state in ('pending', 'failed')) as c on true
    order by s.sink`.execute(tx);
  return rows;
};

export interface TicketLine {
  readonly sink: string;
  readonly caseId: string;
  /** The helpdesk's own id; null: it is not there yet. */
  readonly ticket: string | null;
  readonly remoteStatus: string | null;
  readonly createdAt: Date;
  readonly waiting: number;
  readonly failed: number;
  readonly notRecalled: number;
  readonly reason: string | null;
}

export interface LineAsk {
  readonly sink: string | null;
  /** All, or only those with something given up, or with words that were not given back. */
  readonly only: 'all' | 'failed' | 'not_recalled';
  readonly limit: number;
}

/** The newest first. */
export const listTickets = async (
  tx: Transaction,
  { sink, only, limit }: LineAsk,
): Promise<readonly TicketLine[]> => {
  const { rows } = await sql<TicketLine>`
    select t.sink, t.case_id::text as "caseId", t.external_id as ticket, t.remote_status as "remoteStatus", t.created_at as "createdAt",
      c.waiting::int, c.failed::int, c.not_recalled::int as "notRecalled", coalesce(c.reason, t.last_error) as reason
    from desk.sink_ticket t cross join lateral (
      select count(*) filter (where state = 'pending') as waiting, count(*) filter (where state = 'failed' and kind <> 'recall') as failed,
        count(*) filter (where state = 'failed' and kind = 'recall') as not_recalled,
        (array_agg(last_error order by task_id desc) filter (where last_error is not null and state in ('pending', 'failed')))[1] as reason
      from desk.sink_task k where k.sink = t.sink and k.case_id = t.case_id) as c
    where (${sink}::text is null or t.sink = ${sink}) and (${only} = 'all' or (${only} = 'failed' and c.failed > 0) or (${only} = 'not_recalled' and c.not_recalled > 0))
    order by t.created_at desc, t.case_id desc limit ${limit}`.execute(tx);
  return rows;
};
