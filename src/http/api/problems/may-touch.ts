import { brandOfCase } from '../../../cases/brand.store.ts';
import { whyKeptFrom } from '../../../cases/lease/take.store.ts';
import type { ProblemId } from '../../../domain/problem.ts';
import { problemName } from '../../../domain/problem-id.ts';
import type { Values } from '../../../lib/catalogue.ts';
import type { Root } from '../../../problems/place.store.ts';
import { findToldRoot, hiddenFrom } from '../../../problems/told-to.store.ts';
import { maySeeBrand } from '../access/caller.ts';
import { deskPersonOf, refuseLease } from '../cases/desk-caller.ts';
import { readerOf, refuseUnseen } from '../cases/seen.ts';
import type { OperationContext } from '../operation.ts';
import { type Problem, type ProblemStatus, refuse } from '../outcome.ts';
import { type ProblemText, sayOfProblem } from './problem-texts.ts';

/** The brands for which the caller works; null: all. */
export const brandsOfCaller = ({ caller }: OperationContext): readonly string[] | null =>
  caller.person?.brands ?? null;

/** A problem of another brand, or of none but confidential cases, is as good as none. */
export const findOwnProblem = async (id: ProblemId, context: OperationContext): Promise<Root | Problem> => {
  const root = await findToldRoot(context.tx, id, readerOf(context.caller, context.people));
  return root === null || !maySeeBrand(context.caller, root.brand)
    ? refuseText(404, 'no_problem', { id: problemName(id) }, context)
    : root;
};

/** Why the caller may not work the case; null: may. With `asksCounsel` a case in dispute may be spoken of. */
export const whyNotCase = async (
  caseId: string,
  context: OperationContext,
  asksCounsel = false,
): Promise<Problem | null> => {
  const { tx, caller, people } = context;
  const unseen = await refuseUnseen(caseId, context);
  if (unseen !== null && !(asksCounsel && unseen.code === 'in_dispute')) return unseen;
  const refusal = await whyKeptFrom(tx, caseId, deskPersonOf(caller, people));
  if (refusal === null || (asksCounsel && refusal.code === 'in_dispute')) return null;
  return refuseLease(caseId, refusal, context);
};

/** null: there is none of which the caller may know. */
export const findBrandOfCase = async (caseId: string, context: OperationContext): Promise<string | null> => {
  const brand = await brandOfCase(context.tx, caseId);
  if (brand === null || !maySeeBrand(context.caller, brand)) return null;
  return (await hiddenFrom(context.tx, [caseId], readerOf(context.caller, context.people))).has(caseId)
    ? null
    : brand;
};

/** What a person must do: send an answer, read what another one wrote. null: it is a person. */
export const whyNoPerson = (context: OperationContext): Problem | null =>
  context.caller.person === null ? refuseText(403, 'people_only', {}, context) : null;

export const refuseText = (
  status: ProblemStatus,
  code: ProblemText,
  values: Values,
  { language }: Pick<OperationContext, 'language'>,
): Problem => refuse(status, code, sayOfProblem(language, code, values));

export const isProblem = (found: object): found is Problem => 'kind' in found && found.kind === 'problem';
