import type { CaseReader } from '../domain/case-reader.ts';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { type ParityList, readParity } from './parity.store.ts';
import { findToldRoot, hiddenFrom } from './told-to.store.ts';

export interface ShownParity extends ParityList {
  /** Somebody is owed something of whom the reader may not know. */
  readonly isMoreOwed: boolean;
}

/** Who is owed what, without the cases of which the reader may not know; null: there is no such problem. */
export const readShownParity = async (
  tx: Transaction,
  problem: ProblemId,
  reader: CaseReader,
): Promise<ShownParity | null> => {
  const root = await findToldRoot(tx, problem, reader);
  const list = root === null ? null : await readParity(tx, problem);
  return list === null ? null : showParity(tx, list, reader);
};

const showParity = async (tx: Transaction, list: ParityList, reader: CaseReader): Promise<ShownParity> => {
  const { rows, amounts, fromOutside } = list;
  const hidden = await hiddenFrom(
    tx,
    [...rows, ...fromOutside].map(({ caseId }) => caseId),
    reader,
  );
  const isShown = ({ caseId }: { readonly caseId: string }): boolean => !hidden.has(caseId);
  return {
    ...list,
    rows: rows.filter(isShown),
    amounts: amounts.filter(isShown),
    fromOutside: fromOutside.filter(isShown),
    isMoreOwed: rows.some((row) => !isShown(row) && row.owed.length > 0),
  };
};
