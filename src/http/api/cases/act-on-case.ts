import { z } from 'zod';
import type { Acted, ActionAsk } from '../../../cases/action.store.ts';
import { refusalText } from '../../../cases/action-texts.ts';
import { httpApi } from '../../../cases/doorway.ts';
import { caseStatuses, dispositions } from '../../../cases/fold-types.ts';
import { anybody, deskPerson, personNamed } from '../../../cases/lease/desk-person.ts';
import type { JumpReason } from '../../../cases/lease/lease.ts';
import { actAs, giveCase, type Took, takeCase } from '../../../cases/lease/take.store.ts';
import type { CaseAction, Refusal } from '../../../cases/life/action-types.ts';
import { withoutUntoldOther } from '../../../cases/named-cases.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import { severities } from '../../../domain/severity.ts';
import type { OperationContext } from '../operation.ts';
import { done, type Outcome, type Problem, type ProblemStatus, refuse } from '../outcome.ts';
import { response } from './case.schema.ts';
import { deskPersonOf, refuseLease, waitingFor } from './desk-caller.ts';
import { readerOf, refuseUnseen, unknownCase } from './seen.ts';

/** How a case stands after an action. */
export const actedCase = z
  .object({
    id: z.string(),
    isChanged: z.boolean().meta({ description: 'false: it was so already.' }),
    version: z.int().meta({ description: 'Also the `ETag`.' }),
    status: z.enum(caseStatuses),
    severity: z.enum(severities),
    disposition: z.enum(dispositions).nullable(),
    assignee: z.string().nullable(),
    inDispute: z.boolean(),
    snoozedUntil: z.date().nullable(),
    dueAt: z.date().nullable(),
    dueTarget: z.enum(['first_response', 'next_response']).nullable(),
    firstResponse: response.nullable(),
    lastResponseAt: z.date().nullable(),
  })
  .meta({ id: 'ActedCase' });

export interface WantedAct {
  readonly caseId: string;
  readonly action: CaseAction;
  /** Of a taking out of turn. */
  readonly because: JumpReason | null;
  readonly expectedVersion: number | null;
}

/** What the commands of `evenhand cases` do, for the caller of a request. */
export const actForCaller = async (
  { caseId, action, because, expectedVersion }: WantedAct,
  context: OperationContext,
): Promise<Outcome<z.output<typeof actedCase>>> => {
  const { now, caller, dueUnder } = context;
  const unseen = await refuseUnseen(caseId, context);
  if (unseen !== null) return unseen;
  const asked = { caseId, expectedVersion, now, dueUnder, clearances: caller.person?.clearances ?? [] };
  const acted = await actOrTake(asked, { action, because }, context);
  if (acted.kind === 'kept') return refuseLease(caseId, acted.refusal, context);
  if (acted.kind === 'unknown') return unknownCase(caseId);
  return acted.kind === 'refused'
    ? refuseAct(caseId, acted.refusal, context)
    : done(presentActed(acted), acted.version);
};

/** Whose a case becomes is asked of the queue and of the clearances first. */
const actOrTake = async (
  asked: Omit<ActionAsk, 'action' | 'actor'>,
  { action, because }: Pick<WantedAct, 'action' | 'because'>,
  context: OperationContext,
): Promise<Took> => {
  const { tx, caller, people } = context;
  if (action.kind === 'take')
    return takeCase(tx, { ...asked, ...waitingFor(context), takeOver: action.takeOver, because });
  const ask = { ...asked, action, actor: caller.actor };
  const by = deskPersonOf(caller, people);
  if (action.kind !== 'assign') return actAs(tx, ask, { by, personOf: (name) => personNamed(name, people) });
  const person = people.find(({ name }) => name === action.to);
  return giveCase(tx, ask, {
    by,
    to: person === undefined ? anybody(action.to) : deskPerson(person, people),
  });
};

export const refuseAct = async (
  caseId: string,
  refusal: Refusal,
  { tx, caller, people, now, language }: OperationContext,
): Promise<Problem> => {
  const told = await withoutUntoldOther(tx, refusal, readerOf(caller, people));
  return refuse(
    statuses[refusal.code] ?? 409,
    refusal.code === 'stale' ? 'stale_version' : refusal.code,
    refusalText(told, { caseId, now, language, timeText: (at) => at.toISOString(), door: httpApi }),
  );
};

/** The rest does not fit the state of the case: 409. */
const statuses: Readonly<Partial<Record<Refusal['code'], ProblemStatus>>> = {
  stale: 412,
  answer_in_future: 422,
  answer_before_post: 422,
  snooze_in_past: 422,
  due_too_soon: 422,
  in_dispute: 403,
  counsel_only: 403,
  danger_stays: 403,
};

type Settled = Exclude<Acted, { kind: 'unknown' | 'refused' }>;

const presentActed = (acted: Settled): z.output<typeof actedCase> => {
  const { id, ...state } = acted.kind === 'unchanged' ? acted.before : acted.state;
  return { ...state, id: caseName(id), isChanged: acted.kind === 'done', version: acted.version };
};
