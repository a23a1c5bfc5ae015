import type { Transaction } from '../../postgres/database.ts';
import { lockCase, writeActed } from '../action.store.ts';
import type { DeskCase } from '../life/action-types.ts';
import { isKeptFrom } from '../life/kept-owner.store.ts';
import { silent } from '../life/outcome.ts';
import { givenBack } from '../life/owner.ts';
import { accuse, readAccused, withdrawAccused } from './accused.store.ts';
import type { DeskPerson } from './desk-person.ts';

export interface AccuseAsk {
  readonly caseId: string;
  readonly person: string;
  /** It is not about them after all. */
  readonly isWithdrawn: boolean;
  readonly by: string;
  readonly now: Date;
  readonly personOf: (name: string) => DeskPerson;
}

export type AccuseOutcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'merged'; readonly other: string }
  | { readonly kind: 'done'; readonly accused: readonly string[] };

/**
 * Writes down whom a complaint about staff is about, or no longer. The activities say that it was said and by whom, and
 * never of whom; who has the case and may not have it any more gives it back whole.
 */
export const changeAccused = async (tx: Transaction, ask: AccuseAsk): Promise<AccuseOutcome> => {
  const found = await lockCase(tx, ask.caseId);
  if (found === null) return { kind: 'unknown' };
  const { row, version } = found;
  if (row.mergedInto !== null) return { kind: 'merged', other: row.mergedInto };
  const { caseId, person, by, now } = ask;
  const isNews = ask.isWithdrawn
    ? await withdrawAccused(tx, caseId, person)
    : await accuse(tx, { caseId, person, by, at: now });
  const kind = ask.isWithdrawn ? 'accusation_withdrawn' : 'accused';
  const written = { actor: by, now, before: row, via: undefined };
  if (isNews)
    await writeActed(tx, { state: row, activity: { ...silent, kind } }, { ...written, version: version + 1 });
  if (await mustGiveBack(tx, row, ask)) {
    const activity = { ...silent, kind: 'released', value: 'kept' };
    await writeActed(tx, { state: givenBack(row), activity }, { ...written, version: version + 2 });
  }
  return { kind: 'done', accused: await readAccused(tx, caseId) };
};

const mustGiveBack = async (tx: Transaction, row: DeskCase, { personOf }: AccuseAsk): Promise<boolean> =>
  row.assignee !== null && isKeptFrom(tx, row, personOf(row.assignee));
