import type { CaseReader } from '../../domain/case-reader.ts';
import type { CaseRow } from '../fold-types.ts';

export type Kept = Pick<CaseRow, 'danger' | 'inDispute' | 'categories'>;

/** `dispute`: that it exists is told; `danger` and `kept`: no list tells even that. */
export type Untold = 'dispute' | 'danger' | 'kept';

/**
 * Why a case is not told to somebody; null: it is. What is kept for two reasons is kept for the stricter one: the accused
 * are told what all are told who lack a clearance, and neither they nor the uncleared that there is a dispute. Brands are
 * asked for by whoever reads.
 */
export const whyUntold = (
  { danger, inDispute, categories }: Kept,
  accused: readonly string[],
  reader: CaseReader,
): Untold | null => {
  if (reader === null) return null;
  if (danger !== null && !reader.danger) return 'danger';
  const isAboutThem = accused.some((name) => reader.partialTo.includes(name));
  if (isAboutThem || (categories.includes('staff') && !reader.staff)) return 'kept';
  return inDispute && !reader.dispute ? 'dispute' : null;
};
