import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { type LeaseAsk, type LeaseOutcome, releaseLease } from './lease.store.ts';
import { isCounted, type SkipReason } from './lease.ts';

export interface SkipAsk extends LeaseAsk {
  readonly because: SkipReason;
  readonly note: string | null;
  /** Of `actorKey`. */
  readonly actor: string;
}

/**
 * Passes a leased case on: it is handed to this person no more, or not for a day. Only what is counted is written down
 * at the case; whether somebody could not read a language or could not bear a case is kept nowhere.
 */
export const skipCase = async (tx: Transaction, ask: SkipAsk): Promise<LeaseOutcome> => {
  const released = await releaseLease(tx, ask);
  if (released.kind === 'refused') return released;
  const { caseId, actor, now } = ask;
  const because = isCounted(ask.because) ? 'other' : 'exempt';
  await tx.insertInto('desk.skip').values({ case_id: caseId, actor, because, at: now }).execute();
  if (because === 'other') await noteSkip(tx, ask, await countSkips(tx, caseId));
  return released;
};

const countSkips = async (tx: Transaction, caseId: string): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from desk.skip where case_id = ${caseId}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

const noteSkip = async (
  tx: Transaction,
  { caseId, name, now, note }: SkipAsk,
  count: number,
): Promise<void> => {
  await tx
    .insertInto('desk.activity')
    .values({
      case_id: caseId,
      key: `${caseId}|passed_on|${count}`,
      at: now,
      kind: 'passed_on',
      actor: name,
      is_automated: false,
      is_internal: true,
      post_key: null,
      previous: null,
      value: null,
      note,
    })
    .execute();
};
