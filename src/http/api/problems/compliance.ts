import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { outOfBandKinds } from '../../../domain/classification.ts';
import { withoutCustomers } from '../../../notify/hide-author.ts';
import { type ComplianceMark, listComplianceMarks } from '../../../problems/compliance.store.ts';
import { decideMark } from '../../../problems/decision.store.ts';
import { readerOf } from '../cases/seen.ts';
import { type Operation, operation } from '../operation.ts';
import { done } from '../outcome.ts';
import { limit, rowId, writtenText } from '../values.ts';
import { brandsOfCaller, refuseText, whyNoPerson } from './may-touch.ts';

const mark = z
  .object({
    id: z.string().nullable().meta({ description: 'By this it is decided; null as `case`.' }),
    case: z.string().nullable().meta({ description: 'null: the caller may not know whose it is.' }),
    brand: z.string(),
    kind: z
      .enum(outOfBandKinds)
      .nullable()
      .meta({ description: 'null: nobody understood the words, and they count as a promise.' }),
    at: z.date(),
    actor: z.string(),
    isByHand: z.boolean(),
    decidedBy: z
      .string()
      .nullable()
      .meta({ description: 'Who of compliance said what it was; null: nobody has yet.' }),
    text: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ComplianceMark' });

const shared = { tag: 'compliance', needs: 'read_compliance' } as const;

const list = operation({
  ...shared,
  id: 'listComplianceMarks',
  method: 'GET',
  path: '/compliance/marks',
  summary:
    'Where the brand or an executive refused or attacked a customer, or said what nobody understood; the newest first. For people alone.',
  scope: 'problems:read',
  query: z.strictObject({
    limit,
    all: z
      .stringbool()
      .default(false)
      .meta({ description: 'Also those that are settled: of which somebody said what they were.' }),
  }),
  answer: { status: 200, body: z.object({ items: z.array(mark) }) },
  problems: [],
  handle: async ({ query }, context) => {
    const refused = whyNoPerson(context);
    if (refused !== null) return refused;
    const ask = {
      brand: brandsOfCaller(context),
      reader: readerOf(context.caller, context.people),
      limit: query.limit,
      isAll: query.all,
    };
    return done({ items: (await listComplianceMarks(context.tx, ask)).map(present) });
  },
});

const decide = operation({
  ...shared,
  id: 'decideMark',
  method: 'POST',
  path: '/compliance/marks/:markId/decide',
  summary:
    'Say what words to a customer were that nobody understood, a promise until then, or what a refusal or an attack was: it is settled by it. It is said of this mark alone, and once.',
  scope: 'problems:write',
  params: z.strictObject({ markId: rowId }),
  body: z.strictObject({ kind: z.enum(outOfBandKinds), note: writtenText }),
  answer: {
    status: 200,
    body: z
      .object({ id: z.string(), case: z.string(), kind: z.enum(outOfBandKinds) })
      .meta({ id: 'DecidedMark' }),
  },
  problems: [404, 409],
  handle: async ({ params: { markId: id }, body }, context) => {
    const refused = whyNoPerson(context);
    if (refused !== null) return refused;
    const { tx, now, caller, people } = context;
    const by = {
      actor: caller.actor,
      brands: brandsOfCaller(context),
      reader: readerOf(caller, people),
      now,
    };
    const decided = await decideMark(tx, { ...body, ...by, mark: id });
    if (decided.kind === 'unknown') return refuseText(404, 'unknown_mark', { id }, context);
    if (decided.kind === 'decided')
      return refuseText(409, 'nothing_unclear', { id, kind: decided.as }, context);
    return done({ id, case: caseName(decided.caseId), kind: body.kind });
  },
});

const present = (found: ComplianceMark): z.output<typeof mark> => {
  const { caseId, ...rest } = withoutCustomers(found);
  return { ...rest, case: caseId === null ? null : caseName(caseId) };
};

export const complianceOperations: readonly Operation[] = [list, decide];
