import type { Transaction } from '../../postgres/database.ts';
import { lockCase, writeActed } from '../action.store.ts';
import type { Kept } from '../lease/why-untold.ts';
import type { DeskCase } from './action-types.ts';
import { endKeptLease, isKeptFrom, type PersonOf } from './kept-owner.store.ts';
import { silent } from './outcome.ts';
import { givenBack } from './owner.ts';

/** Whether it takes more trust to have the case than before. */
export const isMoreConfidential = (before: Kept, after: Kept): boolean =>
  (before.danger === null && after.danger !== null) ||
  (!before.inDispute && after.inDispute) ||
  (!before.categories.includes('staff') && after.categories.includes('staff'));

export interface GivingBack {
  readonly now: Date;
  readonly personOf: PersonOf;
}

/**
 * After a case became more confidential by a message of the customer or by counsel: whoever has it, or looks at it, and
 * may not any more gives it back, so that somebody else is asked. From whom it is kept is told nowhere. null: nobody
 * had to.
 */
export const giveBackKept = async (
  tx: Transaction,
  caseId: string,
  { now, personOf }: GivingBack,
): Promise<{ readonly state: DeskCase; readonly version: number } | null> => {
  const found = await lockCase(tx, caseId);
  if (found === null) return null;
  const { row } = found;
  await endKeptLease(tx, row, personOf);
  if (row.assignee === null || !(await isKeptFrom(tx, row, personOf(row.assignee)))) return null;
  const [state, version] = [givenBack(row), found.version + 1];
  const activity = { ...silent, kind: 'released', value: 'kept' };
  const written = { actor: 'evenhand', isAutomated: true, now, before: row, version, via: undefined };
  await writeActed(tx, { state, activity }, written);
  return { state, version };
};
