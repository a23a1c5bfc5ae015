import type { CaseReader } from '../domain/case-reader.ts';
import type { Transaction } from '../postgres/database.ts';
import type { CaseFile, FiledActivity } from './case-file.store.ts';
import { readUntold } from './lease/told.store.ts';
import type { Refusal } from './life/action-types.ts';

/**
 * A case as a reader may know it: of other cases that are kept from them it says nothing. That there is a dispute may be
 * known, and so may the number.
 */
export const withoutUntold = async (
  tx: Transaction,
  file: CaseFile,
  reader: CaseReader,
): Promise<CaseFile> => {
  const hidden = await readHidden(tx, namedIn(file), reader);
  if (hidden.size === 0) return file;
  const shown = (id: string | null): string | null => (id === null || hidden.has(id) ? null : id);
  const { row } = file;
  return {
    ...file,
    row: { ...row, mergedInto: shown(row.mergedInto), linkedTo: shown(row.linkedTo) },
    activities: file.activities
      .filter(({ from }) => from === null || !hidden.has(from))
      .map((activity) => ({
        ...activity,
        ...(hasOther(activity) ? { value: shown(activity.value) } : {}),
        ...(hasFormer(activity) ? { previous: shown(activity.previous) } : {}),
      })),
  };
};

/** What is refused because of another case names it to nobody from whom that is kept. */
export const withoutUntoldOther = async (
  tx: Transaction,
  refusal: Refusal,
  reader: CaseReader,
): Promise<Refusal> => {
  if (!('other' in refusal) || refusal.other === null) return refusal;
  const hidden = await readHidden(tx, [refusal.other], reader);
  return hidden.size === 0 ? refusal : { ...refusal, other: null };
};

const readHidden = async (
  tx: Transaction,
  ids: readonly string[],
  reader: CaseReader,
): Promise<ReadonlySet<string>> => {
  const untold = await readUntold(tx, ids, reader);
  return new Set([...untold].flatMap(([id, why]) => (why === 'dispute' ? [] : [id])));
};

const namedIn = ({ row, activities }: CaseFile): readonly string[] =>
  [
    row.mergedInto,
    row.linkedTo,
    ...activities.flatMap((activity) => [
      activity.from,
      hasOther(activity) ? activity.value : null,
      hasFormer(activity) ? activity.previous : null,
    ]),
  ].filter((id) => id !== null);

const joining: ReadonlySet<string> = new Set([
  'merged',
  'merged_in',
  'unmerged',
  'parted',
  'split',
  'split_off',
]);

const hasOther = ({ kind }: FiledActivity): boolean => joining.has(kind);

/** Of a case that goes on from one that had ended. */
const hasFormer = ({ kind }: FiledActivity): boolean => kind === 'case_opened';
