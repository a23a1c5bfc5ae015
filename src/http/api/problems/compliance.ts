import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { outOfBandKinds } from '../../../domain/classification.ts';
import {
  type ComplianceMark,
  hasUndecidedWords,
  listComplianceMarks,
} from '../../../problems/compliance.store.ts';
import { markOutOfBand } from '../../../problems/out-of-band.store.ts';
import { readerOf, unknownCase } from '../cases/seen.ts';
import { type Operation, operation } from '../operation.ts';
import { done } from '../outcome.ts';
import { caseParams, limit, writtenText } from '../values.ts';
import { brandsOfCaller, findBrandOfCase, refuseText, whyNoPerson } from './may-touch.ts';

const mark = z
  .object({
    case: z.string().nullable().meta({ description: 'null: the caller may not know whose it is.' }),
    brand: z.string(),
    kind: z
      .enum(outOfBandKinds)
      .nullable()
      .meta({ description: 'null: nobody understood the words, and they count as a promise.' }),
    at: z.date(),
    actor: z.string(),
    isByHand: z.boolean(),
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
  query: z.strictObject({ limit }),
  answer: { status: 200, body: z.object({ items: z.array(mark) }) },
  problems: [],
  handle: async ({ query }, context) => {
    const refused = whyNoPerson(context);
    if (refused !== null) return refused;
    const ask = {
      brand: brandsOfCaller(context),
      reader: readerOf(context.caller, context.people),
      limit: query.limit,
    };
    return done({ items: (await listComplianceMarks(context.tx, ask)).map(present) });
  },
});

const decide = operation({
  ...shared,
  id: 'decideMark',
  method: 'POST',
  path: '/cases/:caseId/marks/decide',
  summary: 'Say what words to a customer were that nobody understood; until then they are a promise.',
  scope: 'problems:write',
  params: caseParams,
  body: z.strictObject({ kind: z.enum(outOfBandKinds), note: writtenText }),
  answer: {
    status: 200,
    body: z.object({ case: z.string(), kind: z.enum(outOfBandKinds) }).meta({ id: 'DecidedMark' }),
  },
  problems: [404, 409],
  handle: async ({ params: { caseId }, body }, context) => {
    const refused = whyNoPerson(context);
    if (refused !== null) return refused;
    if ((await findBrandOfCase(caseId, context)) === null) return unknownCase(caseId);
    const { tx, now, caller } = context;
    if (!(await hasUndecidedWords(tx, caseId)))
      return refuseText(409, 'nothing_unclear', { case: caseName(caseId) }, context);
    await markOutOfBand(tx, { ...body, caseId, actor: caller.actor, now });
    return done({ case: caseName(caseId), kind: body.kind });
  },
});

const present = ({ caseId, ...rest }: ComplianceMark): z.output<typeof mark> => ({
  ...rest,
  case: caseId === null ? null : caseName(caseId),
});

export const complianceOperations: readonly Operation[] = [list, decide];
