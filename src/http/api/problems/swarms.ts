import { z } from 'zod';
import { readCursor, writeCursor } from '../../../cases/keyset.ts';
import { caseName } from '../../../domain/case-id.ts';
import { swarmDecisions } from '../../../domain/swarm-decision.ts';
import { withoutWriter } from '../../../notify/hide-author.ts';
import {
  decideSwarm,
  findSwarm,
  type ListedSwarm,
  listSwarms,
  sampleSwarm,
  takeOutOfSwarm,
} from '../../../problems/swarm.store.ts';
import { maySeeBrand } from '../access/caller.ts';
import { readerOf } from '../cases/seen.ts';
import { wordsFor } from '../cases/words.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Outcome, type Problem, refuse } from '../outcome.ts';
import { caseId, cursor, limit, pageOf, writtenText } from '../values.ts';
import { swarmName, swarmParams } from './ids.ts';
import { brandsOfCaller, isProblem, refuseText, whyNoPerson, whyNotCase } from './may-touch.ts';

const fields = {
  id: z.string().meta({ description: '`S-17`.' }),
  brand: z.string(),
  authors: z.int().meta({
    description: 'Different people, when it was found or last grew; confidential ones to the cleared alone.',
  }),
  cases: z.int().meta({ description: 'Of which the caller may know.' }),
  firstAt: z.date(),
  lastAt: z.date(),
  decision: z.enum(swarmDecisions).nullable(),
  decidedBy: z.string().nullable(),
};
const listed = z.object(fields).meta({ id: 'ListedSwarm' });
const shown = z
  .object({
    ...fields,
    sample: z
      .array(z.object({ case: z.string(), text: z.string().nullable() }))
      .meta({ description: 'Ten at most, at random and the same for everybody.' }),
  })
  .meta({ id: 'ShownSwarm' });

const shared = { tag: 'swarms', problems: [404] } as const;

const list = operation({
  ...shared,
  id: 'listSwarms',
  method: 'GET',
  path: '/swarms',
  summary: 'Nearly the same words of twenty people or more within an hour, the oldest first.',
  scope: 'problems:read',
  needs: 'read_cases',
  query: z.strictObject({ after: cursor.optional(), limit }),
  answer: { status: 200, body: pageOf(listed) },
  problems: [],
  handle: async ({ query }, context) => {
    const after = query.after === undefined ? null : readCursor('swarms', query.after, 1);
    if (after === null && query.after !== undefined)
      return refuse(400, 'bad_cursor', '"after" is no cursor of this list: take "next" of a page of it');
    const swarms = await listSwarms(context.tx, {
      brand: brandsOfCaller(context),
      reader: readerOf(context.caller, context.people),
      limit: query.limit + 1,
      after: after === null ? null : { at: after.times[0] ?? new Date(0), id: after.id },
    });
    const page = swarms.slice(0, query.limit);
    const last = page.at(-1);
    const next =
      swarms.length > query.limit && last !== undefined
        ? writeCursor('swarms', { times: [last.firstAt], id: String(last.id) })
        : null;
    return done({ items: page.map((swarm) => ({ ...swarm, id: swarmName(swarm.id) })), next });
  },
});

const show = operation({
  ...shared,
  id: 'showSwarm',
  method: 'GET',
  path: '/swarms/:swarmId',
  summary: 'A swarm with ten of its posts.',
  scope: 'problems:read',
  needs: 'read_cases',
  params: swarmParams,
  answer: { status: 200, body: shown },
  handle: ({ params }, context) => present(params.swarmId, context),
});

const decide = operation({
  ...shared,
  id: 'decideSwarm',
  method: 'POST',
  path: '/swarms/:swarmId/decide',
  summary: 'One entry of the queue for all, or each by itself. No deadline changes.',
  scope: 'problems:write',
  needs: 'lead_cases',
  params: swarmParams,
  body: z.strictObject({ decision: z.enum(swarmDecisions), reason: writtenText }),
  answer: { status: 200, body: shown },
  handle: async ({ params: { swarmId }, body }, context) => {
    const { tx, now, caller } = context;
    const refused = whyNoPerson(context) ?? (await whyNoSwarm(swarmId, context));
    if (refused !== null) return refused;
    const by = { actor: caller.actor, reason: body.reason, now };
    await decideSwarm(tx, { id: swarmId, decision: body.decision }, by);
    return present(swarmId, context);
  },
});

const takeOut = operation({
  ...shared,
  id: 'takeOutOfSwarm',
  method: 'POST',
  path: '/swarms/:swarmId/take-out',
  summary: 'The case is something else: it has its own entry of the queue again.',
  scope: 'problems:write',
  needs: 'work_cases',
  params: swarmParams,
  body: z.strictObject({ case: caseId, reason: writtenText }),
  answer: { status: 200, body: shown },
  problems: [404, 409],
  handle: async ({ params: { swarmId }, body }, context) => {
    const { tx, now, caller } = context;
    const refused = (await whyNoSwarm(swarmId, context)) ?? (await whyNotCase(body.case, context));
    if (refused !== null) return refused;
    const by = { actor: caller.actor, reason: body.reason, now };
    if (await takeOutOfSwarm(tx, { id: swarmId, caseId: body.case }, by)) return present(swarmId, context);
    const values = { id: swarmName(swarmId), case: caseName(body.case) };
    return refuseText(409, 'not_in_swarm', values, context);
  },
});

const findOwnSwarm = async (id: number, context: OperationContext): Promise<ListedSwarm | Problem> => {
  const swarm = await findSwarm(context.tx, id, readerOf(context.caller, context.people));
  return swarm === null || !maySeeBrand(context.caller, swarm.brand)
    ? refuseText(404, 'unknown_swarm', { id: swarmName(id) }, context)
    : swarm;
};

const whyNoSwarm = async (id: number, context: OperationContext): Promise<Problem | null> => {
  const found = await findOwnSwarm(id, context);
  return isProblem(found) ? found : null;
};

const present = async (id: number, context: OperationContext): Promise<Outcome<z.output<typeof shown>>> => {
  const swarm = await findOwnSwarm(id, context);
  if (isProblem(swarm)) return swarm;
  const sample = await sampleSwarm(context.tx, id, readerOf(context.caller, context.people));
  return done({
    ...swarm,
    id: swarmName(id),
    sample: sample.map(({ caseId: of, text, knownAs, isConfidential }) => ({
      case: caseName(of),
      text: wordsFor(
        withoutWriter(text, knownAs),
        { danger: isConfidential, inDispute: isConfidential },
        context.caller,
      ),
    })),
  });
};

export const swarmOperations: readonly Operation[] = [list, show, decide, takeOut];
