import { sql } from 'kysely';
import type { SinkStatus } from '../../domain/sink.ts';
import type { Transaction } from '../../postgres/database.ts';

/** The ticket is there: from now on it is read. */
export const noteCreated = async (
  tx: Transaction,
  { sink, caseId }: TicketId,
  { externalId, pollAt }: { readonly externalId: string; readonly pollAt: Date },
): Promise<void> => {
  await sql`
    update desk.sink_ticket set external_id = ${externalId}, poll_at = ${pollAt}
    where sink = ${sink} and case_id = ${caseId}`.execute(tx);
};

export interface TicketId {
  readonly sink: string;
  readonly caseId: string;
}

/** A ticket that is due to be read. */
export interface DueTicket extends TicketId {
  readonly externalId: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly remoteStatus: string | null;
  readonly meaning: SinkStatus | null;
  readonly answeredAt: Date | null;
  readonly failures: number;
}

/** Longer than a reading can take. */
const readingMs = 120_000;

/** Claims the ticket that waits longest to be read, so that no other process reads it meanwhile. */
export const claimReading = async (tx: Transaction, sink: string, now: Date): Promise<DueTicket | null> => {
  const until = new Date(now.getTime() + readingMs);
  const { rows } = await sql<DueTicket>`
    update desk.sink_ticket t set poll_at = ${until} from (
      select k.sink, k.case_id from desk.sink_ticket k join desk.sink s on s.sink = k.sink
      where k.sink = ${sink} and k.poll_at <= ${now} and s.disabled_at is null and (s.not_before is null or s.not_before <= ${now})
      order by k.poll_at limit 1 for update of k skip locked) as c
    where t.sink = c.sink and t.case_id = c.case_id
    returning t.sink, t.case_id::text as "caseId", t.external_id as "externalId", t.created_at as "createdAt", t.changed_at as "changedAt",
      t.remote_status as "remoteStatus", t.meaning, t.answered_at as "answeredAt", t.read_failures as failures`.execute(
    tx,
  );
  return rows[0] ?? null;
};

export interface KeptReading {
  readonly remoteStatus: string;
  readonly meaning: SinkStatus | null;
  readonly answeredAt: Date | null;
  readonly changedAt: Date;
  readonly pollAt: Date | null;
}

/** A bell that rang while it was read rings on: the ticket stays due. */
export const keepReading = async (
  tx: Transaction,
  { sink, caseId }: TicketId,
  { reading, readAt }: { readonly reading: KeptReading; readonly readAt: Date },
): Promise<void> => {
  const claimedUntil = new Date(readAt.getTime() + readingMs);
  await sql`
    update desk.sink_ticket set remote_status = ${reading.remoteStatus}, meaning = ${reading.meaning}::text,
      answered_at = ${reading.answeredAt}::timestamptz, changed_at = ${reading.changedAt}, read_failures = 0, last_error = null,
      poll_at = case when poll_at = ${claimedUntil} then ${reading.pollAt}::timestamptz else poll_at end
    where sink = ${sink} and case_id = ${caseId}`.execute(tx);
  await sql`update desk.sink set heard_at = ${readAt} where sink = ${sink}`.execute(tx);
};

export const keepFailedReading = async (
  tx: Transaction,
  { sink, caseId }: TicketId,
  {
    reason,
    pollAt,
    goneAt,
  }: { readonly reason: string; readonly pollAt: Date | null; readonly goneAt: Date | null },
): Promise<void> => {
  await sql`
    update desk.sink_ticket set last_error = ${reason}, read_failures = read_failures + 1, poll_at = ${pollAt}::timestamptz,
      gone_at = ${goneAt}::timestamptz where sink = ${sink} and case_id = ${caseId}`.execute(tx);
};

/** What people did there is not told there: the helpdesk knows it. */
export const noteEndThere = async (tx: Transaction, { sink, caseId }: TicketId): Promise<void> => {
  await sql`
    update desk.sink_ticket t set is_told_ended = c.status in ('resolved', 'closed') or c.disposition is not null or c.merged_into is not null
    from desk."case" c where c.case_id = t.case_id and t.sink = ${sink} and t.case_id = ${caseId}`.execute(
    tx,
  );
};

/** The case that this one went on in; itself, unless it was merged. A chain that bites its tail ends. */
export const readGoingOn = async (tx: Transaction, caseId: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select case_id, merged_into from desk."case" where case_id = ${caseId}
      union
      select c.case_id, c.merged_into from chain join desk."case" c on c.case_id = chain.merged_into)
    select case_id::text as id from chain where merged_into is null`.execute(tx);
  return rows[0]?.id ?? caseId;
};

/** Rings for a ticket, once for each delivery. */
export const ring = async (
  tx: Transaction,
  { sink, delivery, ticket, now }: Ringing,
): Promise<'taken' | 'known'> => {
  const { numInsertedOrUpdatedRows: n } = await tx
    .insertInto('desk.sink_delivery')
    .values({ sink, delivery, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(n ?? 0) === 0) return 'known';
  await sql`
    update desk.sink_ticket set poll_at = ${now} where sink = ${sink} and external_id = ${ticket}::text and gone_at is null`.execute(
    tx,
  );
  return 'taken';
};

interface Ringing {
  readonly sink: string;
  readonly delivery: string;
  /** null: it is about none. */
  readonly ticket: string | null;
  readonly now: Date;
}

/** Far longer than any helpdesk retries, and than a signature stays fresh. */
const deliveryDays = 7;

export const forgetDeliveries = async (tx: Transaction, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - deliveryDays * 86_400_000);
  await tx.deleteFrom('desk.sink_delivery').where('at', '<', before).execute();
};
