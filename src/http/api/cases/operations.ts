import { z } from 'zod';
import { isBrandOfRecord } from '../../../cases/brand.store.ts';
import { readCaseFile } from '../../../cases/case-file.store.ts';
import { withoutUntold } from '../../../cases/named-cases.store.ts';
import { listCases } from '../../../cases/queue.store.ts';
import { severities } from '../../../domain/severity.ts';
import { maySeeBrand } from '../access/caller.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Problem, refuse } from '../outcome.ts';
import { caseParams, cursor, limit, pageOf } from '../values.ts';
import { caseActions } from './actions.ts';
import { listedCase, shownCase } from './case.schema.ts';
import { joiningOperations } from './joining.ts';
import { leaseOperations } from './leases.ts';
import { presentFile, presentListed } from './present-case.ts';
import { readerOf, refuseKind, unknownCase } from './seen.ts';

const listOperation = operation({
  id: 'listCases',
  method: 'GET',
  path: '/cases',
  tag: 'cases',
  summary: 'The queue in the order in which answers are owed, or every case, the newest first.',
  scope: 'cases:read',
  needs: 'read_cases',
  query: z.strictObject({
    list: z.enum(['queue', 'all', 'history']).default('queue'),
    brand: z.string().min(1).max(80).optional().meta({ description: 'Its key in evenhand.yaml.' }),
    severity: z.enum(severities).optional(),
    after: cursor.optional(),
    limit,
  }),
  answer: { status: 200, body: pageOf(listedCase) },
  problems: [404],
  handle: async ({ query }, context) => {
    const brand = await brandsOf(query.brand, context);
    if (typeof brand === 'object' && brand !== null && 'kind' in brand) return brand;
    const { list: scope, severity = null, after = null } = query;
    const page = await listCases(context.tx, {
      now: context.now,
      scope,
      brand,
      severity,
      reader: readerOf(context.caller, context.people),
      after,
      limit: query.limit,
    });
    if (page === null)
      return refuse(400, 'bad_cursor', '"after" is no cursor of this list: take "next" of a page of it');
    const next = page.hasMore ? (page.cases.at(-1)?.cursor ?? null) : null;
    return done({ items: page.cases.map((row) => presentListed(row, context.caller)), next });
  },
});

/** Of the brands that the caller works for. */
const brandsOf = async (
  asked: string | undefined,
  { caller, brands, tx }: OperationContext,
): Promise<string | readonly string[] | null | Problem> => {
  if (asked === undefined) return caller.person?.brands ?? null;
  const isKnown = brands.includes(asked) || (await isBrandOfRecord(tx, asked));
  return isKnown && maySeeBrand(caller, asked)
    ? asked
    : refuse(404, 'unknown_brand', `there is no brand "${asked}" here, or it is not one of yours`);
};

const showOperation = operation({
  id: 'showCase',
  method: 'GET',
  path: '/cases/:caseId',
  tag: 'cases',
  summary: 'One case with its posts, clocks and activities.',
  scope: 'cases:read',
  needs: 'read_cases',
  params: caseParams,
  answer: { status: 200, body: shownCase },
  problems: [404],
  handle: async ({ params }, context) => {
    const { tx, caller } = context;
    const file = await readCaseFile(tx, params.caseId);
    if (file === null) return unknownCase(params.caseId);
    const unseen = refuseKind(params.caseId, { ...file.row, accused: file.accused }, context);
    if (unseen !== null) return unseen;
    const told = await withoutUntold(tx, file, readerOf(caller, context.people));
    return done(presentFile(told, caller), file.version);
  },
});

export const caseOperations: readonly Operation[] = [
  listOperation,
  showOperation,
  ...leaseOperations,
  ...caseActions,
  ...joiningOperations,
];
