import { sql } from 'kysely';
import type { Money, RemedyKind } from '../domain/remedy.ts';
import type { Transaction } from '../postgres/database.ts';
import { type ParityList, readParity } from './parity.store.ts';
import { problemsOfCases } from './place.store.ts';
import { lockProblems } from './progress.store.ts';
import { heedDebts } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';
import { writeDown } from './write-down.store.ts';

export interface RemedyAsk {
  readonly caseId: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
}

/**
 * Writes down what a customer was given. The case stays as it is: a person resolves it. What the others of its problem are
 * owed by it; null: it is of none.
 */
export const recordRemedy = async (tx: Transaction, ask: RemedyAsk): Promise<ParityList | null> => {
  const { caseId, kind, money, note, actor, now } = ask;
  await lockProblems(tx, now);
  const { rows } = await sql<{ id: string }>`
    insert into desk.remedy (case_id, kind, amount, currency, actor, at)
    values (${caseId}, ${kind}, ${money?.amount ?? null}, ${money?.currency ?? null}, ${actor}, ${now})
    returning remedy_id as id`.execute(tx);
  const key = `remedy|${rows[0]?.id}`;
  await writeDown(tx, { caseId, key, kind: 'remedy', value: kind, note, actor, now });
  const problems = await problemsOfCases(tx, [caseId]);
  await tellStates(tx, await heedDebts(tx, problems, now), now);
  const [first] = problems;
  return first === undefined ? null : readParity(tx, first);
};
