import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import type { Capability } from '../../../domain/may.ts';
import type { ProblemId } from '../../../domain/problem.ts';
import { problemName } from '../../../domain/problem-id.ts';
import { owedKinds } from '../../../domain/remedy.ts';
import type { Values } from '../../../lib/catalogue.ts';
import { actOnProblem, type WantedAct } from '../../../problems/act.store.ts';
import type { ProblemActed, ProblemRefusal } from '../../../problems/acted.ts';
import { hiddenFrom } from '../../../problems/told-to.store.ts';
import { readerOf } from '../cases/seen.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Outcome, type Problem, type ProblemStatus } from '../outcome.ts';
import { caseId, writtenText } from '../values.ts';
import { problemId, problemParams } from './ids.ts';
import { findOwnProblem, isProblem, refuseText, whyNotCase } from './may-touch.ts';
import { actedProblem } from './problem.schema.ts';

interface Verb<Body extends z.ZodType> {
  /** Last word of the path. */
  readonly verb: string;
  readonly summary: string;
  readonly body: Body;
  readonly needs: Capability;
  readonly toAct: (problem: ProblemId, body: z.output<Body>) => WantedAct;
}

/** `POST /problems/{problemId}/VERB`: what the commands of the same name do. */
const verb = <Body extends z.ZodType>(spec: Verb<Body>): Operation =>
  operation({
    id: `${spec.verb}Problem`,
    method: 'POST',
    path: `/problems/:problemId/${spec.verb}`,
    tag: 'problems',
    summary: spec.summary,
    scope: 'problems:write',
    needs: spec.needs,
    params: problemParams,
    body: spec.body,
    answer: { status: 200, body: actedProblem },
    problems: [404, 409],
    handle: ({ params, body }, context) =>
      perform(spec.toAct(params.problemId, body as z.output<Body>), context),
  });

const perform = async (
  wanted: WantedAct,
  context: OperationContext,
): Promise<Outcome<z.output<typeof actedProblem>>> => {
  const { tx, caller, now } = context;
  for (const id of [wanted.problem, ...('into' in wanted ? [wanted.into] : [])]) {
    const found = await findOwnProblem(id, context);
    if (isProblem(found)) return found;
  }
  const kept = 'caseId' in wanted ? await whyNotCase(wanted.caseId, context, true) : null;
  if (kept !== null) return kept;
  const acted = await actOnProblem(tx, wanted, { actor: caller.actor, now });
  if (acted.kind === 'refused')
    return refuseText(statuses[acted.refusal] ?? 409, acted.refusal, valuesOf(wanted), context);
  if (acted.kind === 'owed') return refuseOwed(acted, wanted, context);
  const { isReopened = false, stillOwed = [] } = acted.kind === 'done' ? acted : {};
  return done({
    id: problemName(acted.problem),
    isChanged: acted.kind === 'done',
    isReopened,
    stillOwed: [...stillOwed],
  });
};

const statuses: Readonly<Partial<Record<ProblemRefusal, ProblemStatus>>> = { no_problem: 404, no_case: 404 };

const namedAtMost = 20;

const refuseOwed = async (
  { caseIds }: Extract<ProblemActed, { kind: 'owed' }>,
  { problem }: WantedAct,
  context: OperationContext,
): Promise<Problem> => {
  const hidden = await hiddenFrom(context.tx, caseIds, readerOf(context.caller, context.people));
  const told = caseIds.filter((id) => !hidden.has(id));
  const id = problemName(problem);
  if (told.length === 0) return refuseText(409, 'owed_confidential', { id }, context);
  const cases = `${told.slice(0, namedAtMost).map(caseName).join(', ')}${told.length > namedAtMost ? ', …' : ''}`;
  return refuseText(409, 'owed', { id, cases }, context);
};

/** Of a merge the problem of the path is the one that goes on. */
const valuesOf = (wanted: WantedAct): Values => {
  const id = problemName('into' in wanted ? wanted.into : wanted.problem);
  const named = 'caseId' in wanted ? caseName(wanted.caseId) : id;
  return { id, case: named, other: 'into' in wanted ? problemName(wanted.problem) : named };
};

const reasoned = z.strictObject({ reason: writtenText });
const ofCase = z.strictObject({ case: caseId });

export const problemActions: readonly Operation[] = [
  verb({
    verb: 'confirm',
    summary: 'The case is a member, suggested or not, also when it stood in another problem.',
    needs: 'work_cases',
    body: ofCase,
    toAct: (problem, body) => ({ kind: 'confirm', problem, caseId: body.case, reason: null }),
  }),
  verb({
    verb: 'eject',
    summary: 'The case is no member; a suggestion is withdrawn. What it had got stays owed to the members.',
    needs: 'work_cases',
    body: ofCase.extend({ reason: writtenText }),
    toAct: (problem, body) => ({ kind: 'eject', problem, caseId: body.case, reason: body.reason }),
  }),
  verb({
    verb: 'merge',
    summary: 'Two problems are one: the other one becomes a part of this.',
    needs: 'lead_cases',
    body: reasoned.extend({ other: problemId }),
    toAct: (into, { other, reason }) => ({ kind: 'merge', problem: other, into, reason }),
  }),
  verb({
    verb: 'unmerge',
    summary: 'Separate it again from the problem that it was merged into, with the members that it had.',
    needs: 'lead_cases',
    body: reasoned,
    toAct: (problem, { reason }) => ({ kind: 'unmerge', problem, reason }),
  }),
  verb({
    verb: 'review',
    summary: 'Somebody has looked at it: it is no longer new.',
    needs: 'work_cases',
    body: z.strictObject({}),
    toAct: (problem) => ({ kind: 'reviewed', problem, reason: null }),
  }),
  verb({
    verb: 'resolve',
    summary: 'What they have in common is mended, and nobody is owed what another member got.',
    needs: 'lead_cases',
    body: z.strictObject({ note: writtenText.optional() }),
    toAct: (problem, { note = null }) => ({ kind: 'resolved', problem, reason: note }),
  }),
  verb({
    verb: 'reopen',
    summary: 'It is not resolved after all.',
    needs: 'lead_cases',
    body: reasoned,
    toAct: (problem, { reason }) => ({ kind: 'reopened', problem, reason }),
  }),
  verb({
    verb: 'waive',
    summary: 'What a case got that was taken out since is owed to nobody: it was for something else.',
    needs: 'lead_cases',
    body: z.strictObject({ kind: z.enum(owedKinds), reason: writtenText }),
    toAct: (problem, { kind, reason }) => ({ kind: 'waive', problem, given: kind, reason }),
  }),
];
