import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { outOfBandKinds } from '../../../domain/classification.ts';
import { problemName } from '../../../domain/problem-id.ts';
import { exemptReasons, moneyBand, parityOutcomes, parseMoney, remedyKinds } from '../../../domain/remedy.ts';
import { markOutOfBand } from '../../../problems/out-of-band.store.ts';
import { recordRemedy } from '../../../problems/remedy.store.ts';
import { settleParity } from '../../../problems/settle.store.ts';
import { readShownParity } from '../../../problems/shown-parity.store.ts';
import { readerOf } from '../cases/seen.ts';
import { type Operation, operation } from '../operation.ts';
import { done } from '../outcome.ts';
import { caseId, caseParams, writtenText } from '../values.ts';
import { problemParams } from './ids.ts';
import { findOwnProblem, isProblem, refuseText, whyNoPerson, whyNotCase } from './may-touch.ts';
import { presentParity } from './present-problem.ts';
import { parity } from './problem.schema.ts';

const list = operation({
  id: 'showParity',
  method: 'GET',
  path: '/problems/:problemId/parity',
  tag: 'problems',
  summary: 'Who of a problem is owed what another member got, or was promised.',
  scope: 'problems:read',
  needs: 'read_cases',
  params: problemParams,
  answer: { status: 200, body: parity },
  problems: [404],
  handle: async ({ params }, context) => {
    const root = await findOwnProblem(params.problemId, context);
    if (isProblem(root)) return root;
    const found = await readShownParity(context.tx, root.id, readerOf(context.caller, context.people));
    if (found === null) throw new Error('a problem was found and has no parity');
    return done(presentParity(found));
  },
});

const settle = operation({
  id: 'settleParity',
  method: 'POST',
  path: '/problems/:problemId/settle',
  tag: 'problems',
  summary:
    'What a person did about one member: offered it the same, asked it for the facts needed to decide, or exempted it with a reason.',
  scope: 'problems:write',
  needs: 'work_cases',
  params: problemParams,
  body: z.strictObject({
    case: caseId,
    outcome: z.enum(parityOutcomes),
    reason: z.enum(exemptReasons).optional().meta({ description: 'With `exempt`, and with nothing else.' }),
    note: writtenText.optional(),
  }),
  answer: { status: 200, body: parity },
  problems: [404, 409, 422],
  handle: async ({ params, body }, context) => {
    const { outcome, reason = null, note = null } = body;
    if ((outcome === 'exempt') !== (reason !== null))
      return refuseText(422, outcome === 'exempt' ? 'exempt_why' : 'no_reason', {}, context);
    const refused = whyNoPerson(context);
    if (refused !== null) return refused;
    const root = await findOwnProblem(params.problemId, context);
    if (isProblem(root)) return root;
    const kept = await whyNotCase(body.case, context, true);
    if (kept !== null) return kept;
    const { tx, now, caller } = context;
    const ask = { problem: root.id, caseId: body.case, outcome, reason, note, actor: caller.actor, now };
    const settled = await settleParity(tx, ask);
    const values = { id: problemName(root.id), case: caseName(body.case) };
    if (settled.kind !== 'done') return refuseText(409, settled.kind, values, context);
    const after = await readShownParity(tx, root.id, readerOf(context.caller, context.people));
    return after === null ? refuseText(404, 'no_problem', values, context) : done(presentParity(after));
  },
});

const shared = { method: 'POST', tag: 'cases', scope: 'problems:write', needs: 'work_cases' } as const;

const remedy = operation({
  ...shared,
  id: 'recordRemedy',
  path: '/cases/:caseId/remedies',
  summary: 'What the customer got; the others of the problem are owed the same chance.',
  params: caseParams,
  body: z.strictObject({
    kind: z.enum(remedyKinds),
    amount: z
      .string()
      .regex(/^[A-Z]{3} \d{1,9}(\.\d{1,2})?$/, 'an amount is written "EUR 39.99"')
      .optional()
      .meta({ description: '`EUR 39.99`; shown as a band.' }),
    note: writtenText.optional(),
  }),
  answer: {
    status: 201,
    body: z
      .object({
        case: z.string(),
        kind: z.enum(remedyKinds),
        band: z.string().nullable(),
        problem: z.string().nullable().meta({ description: 'Whose members are owed it: see its parity.' }),
      })
      .meta({ id: 'RecordedRemedy' }),
  },
  problems: [404, 422],
  handle: async ({ params, body }, context) => {
    const money = body.amount === undefined ? null : parseMoney(body.amount);
    if (money === null && body.amount !== undefined) return refuseText(422, 'no_amount', {}, context);
    const kept = await whyNotCase(params.caseId, context);
    if (kept !== null) return kept;
    const { tx, now, caller } = context;
    const { kind, note = null } = body;
    const owed = await recordRemedy(tx, {
      caseId: params.caseId,
      kind,
      money,
      note,
      actor: caller.actor,
      now,
    });
    return done({
      case: caseName(params.caseId),
      kind,
      band: money === null ? null : moneyBand(money),
      problem: owed === null ? null : problemName(owed.problem),
    });
  },
});

const mark = operation({
  ...shared,
  id: 'markOutOfBand',
  path: '/cases/:caseId/marks',
  summary:
    'The brand or an executive spoke to the customer where no source listens. It answers, decides and closes nothing.',
  params: caseParams,
  body: z.strictObject({ kind: z.enum(outOfBandKinds), note: writtenText }),
  answer: {
    status: 201,
    body: z.object({ case: z.string(), kind: z.enum(outOfBandKinds) }).meta({ id: 'OutOfBandMark' }),
  },
  problems: [404],
  handle: async ({ params, body }, context) => {
    const kept = await whyNotCase(params.caseId, context);
    if (kept !== null) return kept;
    const { tx, now, caller } = context;
    await markOutOfBand(tx, { ...body, caseId: params.caseId, actor: caller.actor, now });
    return done({ case: caseName(params.caseId), kind: body.kind });
  },
});

export const parityOperations: readonly Operation[] = [list, settle, remedy, mark];
