import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { problemName } from '../../../domain/problem-id.ts';
import { withoutCustomers } from '../../../notify/hide-author.ts';
import {
  addStatement,
  approveStatement,
  findStatement,
  listStatements,
  type Statement,
  withdrawStatement,
} from '../../../problems/statement.store.ts';
import { maySeeBrand } from '../access/caller.ts';
import { readerOf, unknownCase } from '../cases/seen.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Outcome, type Problem } from '../outcome.ts';
import { caseId, limit, pageOf, rowId, writtenText } from '../values.ts';
import { problemId, statementParams } from './ids.ts';
import {
  brandsOfCaller,
  findBrandOfCase,
  findOwnProblem,
  isProblem,
  refuseText,
  whyNoPerson,
} from './may-touch.ts';

const statement = z
  .object({
    id: z.int(),
    brand: z.string(),
    problem: z.string().nullable(),
    case: z.string().nullable(),
    text: z.string().meta({ description: 'Empty: no longer kept.' }),
    author: z.string(),
    writtenAt: z.date(),
    approvedBy: z
      .string()
      .nullable()
      .meta({ description: 'The second reader; null: it counts for nothing yet.' }),
    approvedAt: z.date().nullable(),
    withdrawnBy: z.string().nullable(),
  })
  .meta({ id: 'Statement' });

const shared = { tag: 'statements', needs: 'write_statements' } as const;
const writes = { ...shared, method: 'POST', scope: 'problems:write' } as const;

const list = operation({
  ...shared,
  id: 'listStatements',
  method: 'GET',
  path: '/statements',
  summary: "The company's own words on problems and cases, the newest first.",
  scope: 'problems:read',
  query: z.strictObject({ after: rowId.optional(), limit }),
  answer: { status: 200, body: pageOf(statement) },
  problems: [],
  handle: async ({ query }, context) => {
    const found = await listStatements(context.tx, {
      brand: brandsOfCaller(context),
      reader: readerOf(context.caller, context.people),
      limit: query.limit + 1,
      after: query.after === undefined ? null : Number(query.after),
    });
    const items = found.slice(0, query.limit).map(present);
    return done({ items, next: found.length > query.limit ? String(items.at(-1)?.id) : null });
  },
});

const add = operation({
  ...writes,
  id: 'addStatement',
  path: '/statements',
  summary: 'Attach a text to a problem or a case; it counts once somebody else has approved it.',
  body: z.strictObject({
    problem: problemId.optional(),
    case: caseId.optional(),
    text: writtenText,
  }),
  answer: { status: 201, body: statement },
  problems: [404, 422],
  handle: async ({ body }, context) => {
    const { problem: asked = null, case: about = null, text } = body;
    if ((asked === null) === (about === null)) return refuseText(422, 'one_of', {}, context);
    const found = await findSubject({ problem: asked, caseId: about }, context);
    if (isProblem(found)) return found;
    const { tx, now, caller } = context;
    const id = await addStatement(tx, { ...found, text, author: caller.actor, now });
    return showOne(id, context);
  },
});

interface Subject {
  readonly brand: string;
  readonly problem: number | null;
  readonly caseId: string | null;
}

const findSubject = async (
  { problem, caseId: about }: Omit<Subject, 'brand'>,
  context: OperationContext,
): Promise<Subject | Problem> => {
  if (problem !== null) {
    const root = await findOwnProblem(problem, context);
    return isProblem(root) ? root : { brand: root.brand, problem, caseId: null };
  }
  const brand = await findBrandOfCase(about ?? '', context);
  return brand === null ? unknownCase(about ?? '') : { brand, problem: null, caseId: about };
};

const change = (word: 'approve' | 'withdraw', summary: string, work: typeof approveStatement): Operation =>
  operation({
    ...writes,
    id: `${word}Statement`,
    path: `/statements/:statementId/${word}`,
    summary,
    params: statementParams,
    answer: { status: 200, body: statement },
    problems: [404, 409],
    handle: async ({ params: { statementId: id } }, context) => {
      const refused = whyNoPerson(context);
      if (refused !== null) return refused;
      const known = await showOne(id, context);
      if (known.kind === 'problem') return known;
      const { tx, now, caller } = context;
      const acted = await work(tx, { id, actor: caller.actor, now });
      if (acted === 'done') return showOne(id, context);
      return acted === 'unknown'
        ? refuseText(404, 'unknown_statement', { id }, context)
        : refuseText(409, acted, { id }, context);
    },
  });

const showOne = async (
  id: number,
  context: OperationContext,
): Promise<Outcome<z.output<typeof statement>>> => {
  const found = await findStatement(context.tx, id, readerOf(context.caller, context.people));
  return found === null || !maySeeBrand(context.caller, found.brand)
    ? refuseText(404, 'unknown_statement', { id }, context)
    : done(present(found));
};

const present = (found: Statement): z.output<typeof statement> => {
  const { problem, caseId: about, ...rest } = withoutCustomers(found);
  return {
    ...rest,
    problem: problem === null ? null : problemName(problem),
    case: about === null ? null : caseName(about),
  };
};

export const statementOperations: readonly Operation[] = [
  list,
  add,
  change('approve', 'You have read it, and you did not write it.', approveStatement),
  change('withdraw', 'It no longer holds, and leaves the digest.', withdrawStatement),
];
