import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { identifierHash } from '../contacts/identifier-hash.ts';

/**
 * Actions of before `before` keep kind, answer and times for the report, and no trace of whom they were about: what the
 * company called them may hold a number, and so may a reason. No id that is asked about begins with a space.
 */
export const forgetActions = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const gone = await sql`
    update desk.adverse_action set identifiers = '{}', cases = '{}', requested_by = null, reason = null, facts = null,
      action_id = ' forgotten ' || number, approval_id = ' forgotten ' || number
    where number in (
      select number from desk.adverse_action
      where received_at < ${before} and action_id not like ' %' order by received_at limit ${limit})`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};

/** Of identifiers that are erased with the posts that gave them. */
export const unlinkActions = async (tx: Transaction, identifiers: readonly string[]): Promise<void> => {
  if (identifiers.length === 0) return;
  const key = await readInstanceKey(tx);
  const hashes = identifiers.map((identifier) => identifierHash(key, identifier));
  await sql`
    update desk.adverse_action set identifiers = '{}', cases = '{}'
    where identifiers <> '{}' and identifiers && ${hashes}::text[]`.execute(tx);
};

/** What people wrote at escalations of cases that are forgotten; what was decided stays, for the rate. */
export const forgetEscalations = async (tx: Transaction, limit: number): Promise<number> => {
  const gone = await sql`
    update desk.escalation set note = null, decision_note = null, answer = null where number in (
      select e.number from desk.escalation e join desk."case" c on c.case_id = e.case_id
      where c.forgotten_at is not null and (e.note is not null or e.decision_note is not null or e.answer is not null)
      order by e.number limit ${limit})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
};
