import { sql } from 'kysely';
import type { EscalationCriterion, ExecutivePath } from '../../domain/escalation.ts';
import type { Transaction } from '../../postgres/database.ts';
import { requestEscalation } from './executive.store.ts';

export interface CustomerAsk {
  /** Normalised. */
  readonly identifier: string;
  /** null: whichever the record bears out first. */
  readonly criterion: EscalationCriterion | null;
}

/**
 * Writes down that a customer asks for an executive, and looks at no case: whoever sends this learns neither by the answer nor by its
 * time whether somebody with this identifier complained.
 */
export const noteAsk = async (
  tx: Transaction,
  { identifier, criterion }: CustomerAsk,
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('desk.escalation_ask')
    .values({ identifier, criterion, at: now, look_at: now, lapsed_at: null })
    .execute();
};

export interface WaitingAsk extends CustomerAsk {
  readonly id: string;
  readonly at: Date;
}

/**
 * Takes the ask that is due first; null: none is. It is due again a minute later, and the longer it waits the later, so
 * that one at which something breaks stops no other. To be committed before it is settled.
 */
export const claimAsk = async (
  tx: Transaction,
  { answerWithinMs }: Pick<ExecutivePath, 'answerWithinMs'>,
  now: Date,
): Promise<WaitingAsk | null> => {
  const at = sql`${now}::timestamptz`;
  const end = sql`(at + ${answerWithinMs}::bigint * interval '1 millisecond')`;
  const { rows } = await sql<WaitingAsk>`
    update desk.escalation_ask set look_at = case when ${end} <= ${at} then ${at} + interval '1 hour'
      else least(${end}, ${at} + greatest(interval '1 minute', (${at} - at) / 4)) end
    where ask_id = (
      select ask_id from desk.escalation_ask where look_at <= ${at} order by look_at, ask_id limit 1 for update skip locked)
    returning ask_id as id, identifier, criterion, at`.execute(tx);
  return rows[0] ?? null;
};

/**
 * Brings it before an executive when there is a case and its record bears it out, and forgets it. The post of the customer
 * may come after the ask: without a case it stays for as long as an answer may take. What lies in dispute, is over or
 * shows nothing lapses, and only that is remembered.
 */
export const settleAsk = async (
  tx: Transaction,
  { id, identifier, criterion, at }: WaitingAsk,
  path: ExecutivePath,
  now: Date,
): Promise<'escalated' | 'waits' | 'lapsed'> => {
  const requested = await requestEscalation(
    tx,
    {
      caseId: null,
      identifier,
      via: 'customer',
      by: 'customer',
      criterion,
      reasonCode: 'customer',
      note: null,
      askedAt: at,
      now,
    },
    path,
  );
  if (requested.kind === 'done' || requested.kind === 'known') {
    await sql`delete from desk.escalation_ask where ask_id = ${id}`.execute(tx);
    return 'escalated';
  }
  if (requested.kind === 'unknown_case' && now.getTime() < at.getTime() + path.answerWithinMs) return 'waits';
  await sql`
    update desk.escalation_ask set identifier = null, look_at = null, lapsed_at = ${now} where ask_id = ${id}`.execute(
    tx,
  );
  return 'lapsed';
};

/** Of identifiers that are erased with the posts that gave them. */
export const forgetAsks = async (tx: Transaction, identifiers: readonly string[]): Promise<void> => {
  if (identifiers.length === 0) return;
  await sql`delete from desk.escalation_ask where identifier = any(${[...identifiers]}::text[])`.execute(tx);
};
