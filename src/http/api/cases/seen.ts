import { type CaseKind, readCaseKind } from '../../../cases/case-kind.store.ts';
import { clearancesFor } from '../../../cases/lease/desk-person.ts';
import type { ListAsk } from '../../../cases/queue.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import type { Person } from '../../../domain/person.ts';
import { type Caller, type Confidence, confidences, mayKnow, maySeeBrand } from '../access/caller.ts';
import type { OperationContext } from '../operation.ts';
import { type Problem, refuse } from '../outcome.ts';
import { deskPersonOf, refuseLease } from './desk-caller.ts';

/** What somebody must be trusted with to know that a case exists. */
export const confidencesOf = (kind: Pick<CaseKind, 'danger' | 'inDispute' | 'categories'>): Confidence[] => {
  const needed = clearancesFor(kind);
  return confidences.filter((one) => needed.includes(one));
};

/**
 * Whether a case exists for a caller. Danger and complaints about staff do not for whoever is not trusted with them, the
 * accused and their line never; of a dispute everybody may know that there is one, and nothing more.
 */
export const whyUnseen = (
  kind: CaseKind,
  caller: Caller,
  people: readonly Person[],
): 'unknown' | 'in_dispute' | null => {
  if (!maySeeBrand(caller, kind.brand) || isAbout(kind, caller, people)) return 'unknown';
  const lacking = confidencesOf(kind).filter((confidence) => !mayKnow(caller, confidence));
  if (lacking.some((confidence) => confidence !== 'counsel')) return 'unknown';
  return lacking.length > 0 ? 'in_dispute' : null;
};

/** A complaint about somebody is told neither to them nor to their line. */
const isAbout = ({ accused }: CaseKind, caller: Caller, people: readonly Person[]): boolean => {
  const partialTo = partialToOf(caller, people);
  return accused.some((name) => partialTo.includes(name));
};

const partialToOf = (caller: Caller, people: readonly Person[]): readonly string[] =>
  deskPersonOf(caller, people).rights?.partialTo ?? [];

/** What is left out of lists for a caller. */
export const hiddenFrom = ({
  caller,
  people,
}: OperationContext): Pick<ListAsk, 'hidesDanger' | 'hidesStaff' | 'partialTo'> => ({
  hidesDanger: !mayKnow(caller, 'danger'),
  hidesStaff: !mayKnow(caller, 'staff_conduct'),
  partialTo: partialToOf(caller, people),
});

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
