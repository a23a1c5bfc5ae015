import type { CaseReader } from '../../domain/case-reader.ts';
import type { Kept } from './desk-person.ts';

/** `dispute`: that it exists is told; `danger` and `kept`: no list tells even that. */
export type Untold = 'dispute' | 'danger' | 'kept';

/**
 * Why a case is not told to somebody; null: it is. The accused are told what all are told who lack a clearance. Brands
 * are asked for by whoever reads.
 */
export const whyUntold = (
  { danger, inDispute, categories }: Kept,
  accused: readonly string[],
  reader: CaseReader,
): Untold | null => {
  if (reader === null) return null;
  if (inDispute && !reader.dispute) return 'dispute';
  if (danger !== null && !reader.danger) return 'danger';
  const isAboutThem = accused.some((name) => reader.partialTo.includes(name));
  return isAboutThem || (categories.includes('staff') && !reader.staff) ? 'kept' : null;
};
