import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { ExemptReason, ParityOutcome } from '../domain/remedy.ts';
import type { Transaction } from '../postgres/database.ts';
import { type ParityList, readParity } from './parity.store.ts';
import { lockProblems } from './progress.store.ts';
import { writeDown } from './write-down.store.ts';

export interface SettleAsk {
  readonly problem: ProblemId;
  readonly caseId: string;
  readonly outcome: ParityOutcome;
  readonly reason: ExemptReason | null;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
  /** Absent: it is written down. */
  readonly isDraft?: boolean;
}

export type SettleOutcome =
  | { readonly kind: 'done'; readonly list: ParityList }
  | { readonly kind: 'no_problem' }
  | { readonly kind: 'not_a_member' | 'not_owed'; readonly list: ParityList };

/** One member, one person, one confirmation. `list` is how it stood before. */
export const settleParity = async (tx: Transaction, ask: SettleAsk): Promise<SettleOutcome> => {
  await lockProblems(tx, ask.now);
  const list = await readParity(tx, ask.problem);
  if (list === null) return { kind: 'no_problem' };
  const row = list.rows.find(({ caseId }) => caseId === ask.caseId);
  if (row === undefined) return { kind: 'not_a_member', list };
  if (row.owed.length === 0) return { kind: 'not_owed', list };
  if (ask.isDraft !== true) await write(tx, { ...ask, problem: list.problem });
  return { kind: 'done', list };
};

const write = async (
  tx: Transaction,
  { problem, caseId, outcome, reason, note, actor, now }: SettleAsk,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    insert into desk.problem_parity (problem_id, case_id, outcome, reason, actor, at)
    values (${problem}, ${caseId}, ${outcome}, ${reason}, ${actor}, ${now}) returning parity_id as id`.execute(
    tx,
  );
  const key = `parity|${rows[0]?.id}`;
  await writeDown(tx, { caseId, key, kind: `parity_${outcome}`, value: reason, note, actor, now });
};
