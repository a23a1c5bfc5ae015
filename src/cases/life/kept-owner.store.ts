import type { Transaction } from '../../postgres/database.ts';
import { readAccused } from '../lease/accused.store.ts';
import { type DeskPerson, keptBecause } from '../lease/desk-person.ts';
import { endLease, readLease } from '../lease/lease.store.ts';
import type { DeskCase } from './action-types.ts';
import { givenBack } from './owner.ts';
import type { LifeChange } from './write-life.store.ts';

export type PersonOf = (name: string) => DeskPerson;

/** Whether a case, with those whom it is about by now, is kept from somebody who has it. */
export const isKeptFrom = async (tx: Transaction, state: DeskCase, person: DeskPerson): Promise<boolean> =>
  keptBecause(state, await readAccused(tx, state.id), person) !== null;

/** A case may become one that its owner would never have been given: then nobody has it, and everybody else is asked. */
export const withoutKeptOwner = async (
  tx: Transaction,
  change: LifeChange,
  personOf: PersonOf,
): Promise<LifeChange> => {
  const { after } = change;
  const { assignee } = after;
  if (assignee === null || !(await isKeptFrom(tx, after, personOf(assignee)))) return change;
  return { ...change, after: givenBack(after), isGivenBack: true };
};

/** Nor does anybody go on looking at it. */
export const endKeptLease = async (tx: Transaction, state: DeskCase, personOf: PersonOf): Promise<void> => {
  const lease = await readLease(tx, state.id);
  if (lease !== null && (await isKeptFrom(tx, state, personOf(lease.holder)))) await endLease(tx, state.id);
};
