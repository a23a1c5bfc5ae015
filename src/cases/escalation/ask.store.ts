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
  await tx.insertInto('desk.escalation_ask').values({ identifier, criterion, at: now }).execute();
};

interface WaitingAsk extends CustomerAsk {
  readonly id: string;
}

/**
 * Brings the oldest ask before an executive, when there is a case and its record bears it out, and forgets it. Answers
 * whether there was one. What lies in dispute, is over or shows nothing yet stays as it is.
 */
export const settleAsk = async (tx: Transaction, path: ExecutivePath, now: Date): Promise<boolean> => {
  const { rows } = await sql<WaitingAsk>`
    delete from desk.escalation_ask where ask_id = (
      select ask_id from desk.escalation_ask order by ask_id limit 1 for update skip locked)
    returning ask_id as id, identifier, criterion`.execute(tx);
  const [ask] = rows;
  if (ask === undefined) return false;
  await requestEscalation(
    tx,
    {
      caseId: null,
      identifier: ask.identifier,
      via: 'customer',
      by: 'customer',
      criterion: ask.criterion,
      reasonCode: 'customer',
      note: null,
      now,
    },
    path,
  );
  return true;
};
