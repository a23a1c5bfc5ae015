import { z } from 'zod';
import { problemStates } from '../../../domain/problem.ts';
import { parseProblemId, problemName } from '../../../domain/problem-id.ts';
import { readProblemFile } from '../../../problems/problem-file.store.ts';
import { listProblems } from '../../../problems/problem-list.store.ts';
import { maySeeBrand } from '../access/caller.ts';
import { readerOf } from '../cases/seen.ts';
import { type Operation, operation } from '../operation.ts';
import { done, refuse } from '../outcome.ts';
import { cursor, limit, pageOf } from '../values.ts';
import { problemParams } from './ids.ts';
import { brandsOfCaller, refuseText } from './may-touch.ts';
import { presentFile, presentListed } from './present-problem.ts';
import { listedProblem, shownProblem } from './problem.schema.ts';

const shared = { method: 'GET', tag: 'problems', scope: 'problems:read', needs: 'read_cases' } as const;

const list = operation({
  ...shared,
  id: 'listProblems',
  path: '/problems',
  summary: 'What many cases have in common, the oldest first, whatever their size.',
  query: z.strictObject({
    brand: z.string().min(1).max(80).optional().meta({ description: 'Its key in evenhand.yaml.' }),
    state: z.enum(problemStates).optional().meta({ description: 'Absent: all but resolved ones.' }),
    all: z.stringbool().default(false).meta({ description: 'Resolved ones, too.' }),
    after: cursor.optional(),
    limit,
  }),
  answer: { status: 200, body: pageOf(listedProblem) },
  problems: [404],
  handle: async ({ query }, context) => {
    const { brand, state = null, all, after } = query;
    if (brand !== undefined && !(context.brands.includes(brand) && maySeeBrand(context.caller, brand)))
      return refuse(404, 'unknown_brand', `there is no brand "${brand}" here, or it is not one of yours`);
    const last = after === undefined ? null : parseProblemId(after);
    if (last === null && after !== undefined)
      return refuse(400, 'bad_cursor', '"after" is no cursor of this list: take "next" of a page of it');
    const rows = await listProblems(context.tx, {
      brand: brand ?? brandsOfCaller(context),
      reader: readerOf(context.caller, context.people),
      state,
      all,
      limit: query.limit + 1,
      after: last,
    });
    const items = rows.slice(0, query.limit).map(presentListed);
    return done({ items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null });
  },
});

const show = operation({
  ...shared,
  id: 'showProblem',
  path: '/problems/:problemId',
  summary: 'One problem with its members, why each is one, and what happened to it.',
  params: problemParams,
  query: z.strictObject({ limit }),
  answer: { status: 200, body: shownProblem },
  problems: [404],
  handle: async ({ params, query }, context) => {
    const file = await readProblemFile(
      context.tx,
      params.problemId,
      readerOf(context.caller, context.people),
    );
    if (file === null || !maySeeBrand(context.caller, file.brand))
      return refuseText(404, 'no_problem', { id: problemName(params.problemId) }, context);
    return done(presentFile(file, { caller: context.caller, limit: query.limit }));
  },
});

export const problemReading: readonly Operation[] = [list, show];
