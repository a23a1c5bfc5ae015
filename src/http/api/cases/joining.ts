import { z } from 'zod';
import { caseStatuses } from '../../../cases/fold-types.ts';
import { personNamed } from '../../../cases/lease/desk-person.ts';
import { whyKeptFrom } from '../../../cases/lease/take.store.ts';
import type { DeskCase } from '../../../cases/life/action-types.ts';
import {
  type LifeAsk,
  type LifeOutcome,
  mergeCases,
  readInto,
  unmergeCase,
} from '../../../cases/life/merge.store.ts';
import { splitCase } from '../../../cases/life/split.store.ts';
import { readVersions } from '../../../cases/life/versions.store.ts';
import { routeOpened } from '../../../cases/route-opened.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import { severities } from '../../../domain/severity.ts';
import { planRoutes } from '../../../triage/plan-routes.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Outcome, type Problem } from '../outcome.ts';
import { caseParams, rowId, writtenText } from '../values.ts';
import { refuseAct } from './act-on-case.ts';
import { deskPersonOf, refuseLease } from './desk-caller.ts';
import { refuseUnseen, unknownCase } from './seen.ts';

const standing = z
  .object({
    id: z.string(),
    version: z.int().meta({ description: 'Of the case that the path names it is the `ETag` too.' }),
    status: z.enum(caseStatuses),
    severity: z.enum(severities),
    mergedInto: z.string().nullable(),
    assignee: z.string().nullable(),
    dueAt: z.date().nullable(),
    dueTarget: z.enum(['first_response', 'next_response']).nullable(),
    posts: z.int(),
  })
  .meta({ id: 'StandingCase' });

const both = z.object({
  cases: z.array(standing).meta({ description: 'The case that the path names, then the other.' }),
});

const note = writtenText.optional().meta({ description: 'For the colleagues.' });
const shared = {
  method: 'POST',
  tag: 'cases',
  scope: 'cases:write',
  needs: 'lead_cases',
  ifMatch: 'required',
  params: caseParams,
  answer: { status: 200, body: both },
  problems: [404],
} as const;

const mergeOperation = operation({
  ...shared,
  id: 'mergeCase',
  path: '/cases/:caseId/merge',
  summary: 'Two cases of one customer go on as one, in the other one.',
  body: z.strictObject({
    into: caseParams.shape.caseId.meta({ description: 'The case that goes on.' }),
    note,
  }),
  handle: ({ params: { caseId }, body, expectedVersion }, context) =>
    join([caseId, body.into], context, async () => {
      const ask = askOf({ note: body.note, expectedVersion }, context);
      return pairOf(await mergeCases(context.tx, { fromId: caseId, intoId: body.into }, ask));
    }),
});

const unmergeOperation = operation({
  ...shared,
  id: 'unmergeCase',
  path: '/cases/:caseId/unmerge',
  summary: 'A merged case is one of its own again, as it was.',
  body: z.strictObject({ note }),
  handle: async ({ params: { caseId }, body, expectedVersion }, context) => {
    const intoId = await readInto(context.tx, caseId);
    if (intoId !== null && intoId !== caseId) {
      const unseen = (await refuseUnseen(caseId, context)) ?? (await whyNotPart(caseId, intoId, context));
      if (unseen !== null) return unseen;
    }
    return join([caseId, ...(intoId === null ? [] : [intoId])], context, async () =>
      pairOf(await unmergeCase(context.tx, caseId, askOf({ note: body.note, expectedVersion }, context))),
    );
  },
});

const splitOperation = operation({
  ...shared,
  id: 'splitCase',
  path: '/cases/:caseId/split',
  summary: 'Posts of a case become a case of their own, with the clock that they would have had.',
  body: z.strictObject({
    posts: z.array(rowId).min(1).max(200).meta({ description: 'Their `id`s, as the case tells them.' }),
    note,
  }),
  handle: ({ params: { caseId }, body, expectedVersion }, context) =>
    join([caseId], context, async () => {
      const ask = askOf({ note: body.note, expectedVersion }, context);
      const outcome = await splitCase(context.tx, { caseId, mentionIds: [...new Set(body.posts)] }, ask);
      return outcome.kind === 'done' ? { kind: 'done', cases: [outcome.row, outcome.split] } : outcome;
    }),
});

type Pair = LifeOutcome<{ readonly kind: 'done'; readonly cases: readonly DeskCase[] }>;

const pairOf = (
  outcome: LifeOutcome<{ readonly kind: 'done'; readonly from: DeskCase; readonly into: DeskCase }>,
): Pair => (outcome.kind === 'done' ? { kind: 'done', cases: [outcome.from, outcome.into] } : outcome);

/** Whoever joins or parts cases must be trusted with each of them. */
const join = async (
  caseIds: readonly string[],
  context: OperationContext,
  work: () => Promise<Pair>,
): Promise<Outcome<z.output<typeof both>>> => {
  for (const id of caseIds) {
    const refused = await refuseEach(id, context);
    if (refused !== null) return refused;
  }
  const outcome = await work();
  if (outcome.kind === 'unknown') return unknownCase(outcome.caseId);
  if (outcome.kind === 'refused') return refuseAct(outcome.caseId, outcome.refusal, context);
  const versions = await readVersions(
    context.tx,
    outcome.cases.map(({ id }) => id),
  );
  const cases = outcome.cases.map((row) => present(row, versions.get(row.id) ?? 1));
  return done({ cases }, cases[0]?.version);
};

/** A case that is kept from the caller is named in no refusal of another. */
const whyNotPart = async (
  caseId: string,
  intoId: string,
  context: OperationContext,
): Promise<Problem | null> =>
  (await refuseUnseen(intoId, context))?.code === 'unknown_case'
    ? refuseLease(caseId, { code: 'kept' }, context)
    : null;

const refuseEach = async (id: string, context: OperationContext): Promise<Problem | null> => {
  const unseen = await refuseUnseen(id, context);
  if (unseen !== null) return unseen;
  const kept = await whyKeptFrom(context.tx, id, deskPersonOf(context.caller, context.people));
  return kept === null ? null : refuseLease(id, kept, context);
};

const askOf = (
  {
    note: said,
    expectedVersion,
  }: { readonly note: string | undefined; readonly expectedVersion: number | null },
  { caller, people, now, dueUnder, routing }: OperationContext,
): LifeAsk => ({
  actor: caller.actor,
  now,
  dueUnder,
  clearances: caller.person?.clearances ?? [],
  personOf: (name) => personNamed(name, people),
  route: (tx, opened) => routeOpened(tx, opened, { routing, now, plan: planRoutes }),
  note: said ?? null,
  expectedVersion,
});

const present = (row: DeskCase, version: number): z.output<typeof standing> => ({
  ...row,
  id: caseName(row.id),
  version,
  mergedInto: row.mergedInto === null ? null : caseName(row.mergedInto),
  posts: row.posts.length,
});

export const joiningOperations: readonly Operation[] = [mergeOperation, unmergeOperation, splitOperation];
