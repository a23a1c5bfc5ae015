import { clearancesFor, type DeskPerson, type Kept } from './desk-person.ts';

/** For whom a case is told, whether they work on cases or not. */
export interface CaseReader {
  readonly person: DeskPerson;
  /** The people on call, and the privacy officer without being one of them. */
  readonly seesDanger: boolean;
}

/** `dispute`: that it exists is told; `danger` and `kept`: no list tells even that. */
export type Untold = 'dispute' | 'danger' | 'kept';

/**
 * Why a case is not told to somebody; null: it is. The accused are told what all are told who lack a clearance. Without
 * configured people everything is told. Brands are asked for by whoever reads.
 */
export const whyUntold = (state: Kept, accused: readonly string[], reader: CaseReader): Untold | null => {
  const { rights } = reader.person;
  if (rights === null) return null;
  const lacking = clearancesFor(state).filter((needed) => !rights.clearances.includes(needed));
  if (lacking.includes('counsel')) return 'dispute';
  if (state.danger !== null && !reader.seesDanger) return 'danger';
  const isAboutThem = accused.some((name) => rights.partialTo.includes(name));
  return isAboutThem || lacking.includes('staff_conduct') ? 'kept' : null;
};
