import { z } from 'zod';
import { readCaseFile } from '../../../cases/case-file.store.ts';
import {
  type LeaseAsk,
  type LeaseOutcome,
  leaseNext,
  refreshLease,
  releaseLease,
} from '../../../cases/lease/lease.store.ts';
import { type Lease, skipReasons } from '../../../cases/lease/lease.ts';
import { skipCase } from '../../../cases/lease/skip.store.ts';
import { withoutUntold } from '../../../cases/named-cases.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import type { Transaction } from '../../../postgres/database.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { caseParams, writtenText } from '../values.ts';
import { shownCase } from './case.schema.ts';
import { refuseLease, waitingFor } from './desk-caller.ts';
import { presentFile } from './present-case.ts';
import { readerOf, refuseUnseen } from './seen.ts';

const shared = { tag: 'queue', scope: 'cases:write', needs: 'work_cases', method: 'POST' } as const;

const lease = z
  .object({
    case: z.string(),
    until: z.date().meta({ description: 'Then somebody else may be handed it.' }),
  })
  .meta({ id: 'Lease' });

const next = operation({
  ...shared,
  id: 'nextCase',
  path: '/queue/next',
  summary: 'The next case for the caller, leased for ten minutes; whoever holds one gets the same again.',
  body: z.strictObject({}),
  answer: {
    status: 200,
    body: z.object({
      kind: z.enum(['leased', 'held', 'idle']).meta({ description: 'idle: nobody waits for the caller.' }),
      until: z.date().nullable(),
      case: shownCase.nullable(),
    }),
  },
  problems: [],
  handle: async (_asked, context) => {
    const handed = await leaseNext(context.tx, waitingFor(context));
    if (handed.kind === 'idle') return done({ kind: handed.kind, until: null, case: null });
    const file = await readCaseFile(context.tx, handed.lease.caseId);
    if (file === null) throw new Error('a case was leased that is not there');
    const { until } = handed.lease;
    const told = await withoutUntold(context.tx, file, readerOf(context.caller, context.people));
    return done({ kind: handed.kind, until, case: presentFile(told, context.caller) }, file.version);
  },
});

const skip = operation({
  ...shared,
  id: 'skipCase',
  path: '/cases/:caseId/skip',
  summary: 'Pass a leased case on. Language, conflict of interest and distress are counted nowhere.',
  params: caseParams,
  body: z.strictObject({
    because: z.enum(skipReasons),
    note: writtenText.optional().meta({ description: 'With `other` alone.' }),
  }),
  answer: { status: 200, body: lease },
  problems: [404],
  handle: async ({ params, body }, context) => {
    const unseen = await refuseUnseen(params.caseId, context);
    if (unseen !== null) return unseen;
    if (body.note !== undefined && body.because !== 'other')
      return refuse(
        422,
        'note_not_needed',
        'a note goes with because "other": the other reasons need no words',
      );
    const { actor } = waitingFor(context);
    const { because, note = null } = body;
    return settled(
      await skipCase(context.tx, { ...askOf(params.caseId, context), actor, because, note }),
      params.caseId,
      context,
    );
  },
});

const held = (
  word: 'refresh' | 'release',
  summary: string,
  work: (tx: Transaction, ask: LeaseAsk) => Promise<LeaseOutcome>,
): Operation =>
  operation({
    ...shared,
    id: `${word}Lease`,
    path: `/cases/:caseId/lease/${word}`,
    summary,
    params: caseParams,
    answer: { status: 200, body: lease },
    problems: [404],
    handle: async ({ params: { caseId } }, context) =>
      (await refuseUnseen(caseId, context)) ??
      settled(await work(context.tx, askOf(caseId, context)), caseId, context),
  });

const askOf = (caseId: string, { caller, now }: OperationContext): LeaseAsk => ({
  caseId,
  name: caller.actor,
  now,
});

const settled = (
  outcome: LeaseOutcome,
  caseId: string,
  context: OperationContext,
): Outcome<z.output<typeof lease>> =>
  outcome.kind === 'refused' ? refuseLease(caseId, outcome.refusal, context) : done(present(outcome.lease));

const present = ({ caseId, until }: Lease): z.output<typeof lease> => ({ case: caseName(caseId), until });

export const leaseOperations: readonly Operation[] = [
  next,
  held('refresh', 'Ten more minutes, for whoever holds the case.', refreshLease),
  held('release', 'Give it back: it stands in the queue where it stood.', releaseLease),
  skip,
];
