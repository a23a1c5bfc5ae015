import { type CaseKind, readCaseKind } from '../../../cases/case-kind.store.ts';
import { clearancesFor } from '../../../cases/lease/desk-person.ts';
import { whyUntold } from '../../../cases/lease/why-untold.ts';
import { caseName } from '../../../domain/case-id.ts';
import { type CaseReader, caseReader } from '../../../domain/case-reader.ts';
import type { Person } from '../../../domain/person.ts';
import { type Caller, type Confidence, confidences, mayKnow, maySeeBrand } from '../access/caller.ts';
import type { OperationContext } from '../operation.ts';
import { type Problem, refuse } from '../outcome.ts';
import { refuseLease } from './desk-caller.ts';

/** What somebody must be trusted with to know that a case exists. */
export const confidencesOf = (kind: Pick<CaseKind, 'danger' | 'inDispute' | 'categories'>): Confidence[] => {
  const needed = clearancesFor(kind);
  return confidences.filter((one) => needed.includes(one));
};

/** What a caller may know of confidential cases: people by their clearances, programs by the scopes of their key. */
export const readerOf = (caller: Caller, people: readonly Person[]): CaseReader =>
  caller.person === null
    ? {
        danger: mayKnow(caller, 'danger'),
        dispute: mayKnow(caller, 'counsel'),
        staff: mayKnow(caller, 'staff_conduct'),
        partialTo: [],
      }
    : caseReader(caller.person, people);

/**
 * Whether a case exists for a caller. Danger and complaints about staff do not for whoever is not trusted with them, the
 * accused and their line never; of a dispute everybody may know that there is one, and nothing more.
 */
export const whyUnseen = (
  kind: CaseKind,
  caller: Caller,
  people: readonly Person[],
): 'unknown' | 'in_dispute' | null => {
  if (!maySeeBrand(caller, kind.brand)) return 'unknown';
  const why = whyUntold(kind, kind.accused, readerOf(caller, people));
  if (why === null) return null;
  return why === 'dispute' ? 'in_dispute' : 'unknown';
};

/** Said before anything else is looked at, in the same words for what is not there and what must not be known; null: the caller may know the case. */
export const refuseUnseen = async (caseId: string, context: OperationContext): Promise<Problem | null> => {
  const kind = await readCaseKind(context.tx, caseId);
  return kind === null ? unknownCase(caseId) : refuseKind(caseId, kind, context);
};

/** The same of a case that is read already. */
export const refuseKind = (caseId: string, kind: CaseKind, context: OperationContext): Problem | null => {
  const why = whyUnseen(kind, context.caller, context.people);
  if (why === 'in_dispute') return refuseLease(caseId, { code: 'in_dispute' }, context);
  return why === null ? null : unknownCase(caseId);
};

export const unknownCase = (id: string): Problem =>
  refuse(404, 'unknown_case', `there is no case ${caseName(id)}`);
