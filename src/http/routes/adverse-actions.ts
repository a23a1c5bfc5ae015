import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GuardReply } from '../../cases/guard/guard.store.ts';
import type { ActionAsk } from '../../cases/guard/judge-action.ts';
import { adverseKinds } from '../../domain/adverse-action.ts';
import { normalIdentifier } from '../../domain/identifier.ts';
import { refuseRead, refuseUnread, type StandardSender } from '../ingest/sender.ts';
import { problem } from '../problem.ts';

export interface GuardDeps {
  /** `whsec_…`; a question that is signed with one of them is taken. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
  readonly ask: (ask: ActionAsk) => Promise<GuardReply>;
  readonly executed: (done: { readonly id: string; readonly at: Date }) => Promise<void>;
}

const path = '/hooks/adverse-actions';

/** `POST /hooks/adverse-actions` asks before a company acts against a customer, `…/executed` tells that it did. */
export const registerGuard = (server: FastifyInstance, deps: GuardDeps | null): void => {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    const take =
      <T>(
        schema: z.ZodType<T>,
        answer: (value: T, deps: GuardDeps, reply: FastifyReply) => Promise<FastifyReply>,
      ) =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        if (deps === null) return problem(reply, 404, notSetUp);
        const read = readBody(request, schema, deps);
        if ('detail' in read) return problem(headed(reply, read.status), read.status, read.detail);
        return answer(read.value, deps, reply);
      };
    const options = { onRequest: refuseUnsigned(deps) };
    scope.post(path, options, take(question, answerQuestion));
    scope.post(`${path}/executed`, options, take(execution, noteExecution));
    done();
  });
};

/** Before the body is looked at: whoever signs nothing is told nothing. */
const refuseUnsigned =
  (deps: GuardDeps | null) =>
  async ({ headers }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (deps === null) return problem(reply, 404, notSetUp);
    const refused = refuseUnread(senderOf(deps.secrets[0] ?? ''), headers, deps.now());
    return refused === null ? undefined : problem(headed(reply, 401), 401, refused);
  };

const senderOf = (secret: string): StandardSender => ({ kind: 'standard-webhooks', secret });

const headed = (reply: FastifyReply, status: number): FastifyReply =>
  status === 401 ? reply.header('www-authenticate', 'Signature') : reply;

type Read<T> = { readonly value: T } | { readonly status: number; readonly detail: string };

const readBody = <T>(request: FastifyRequest, schema: z.ZodType<T>, { secrets }: GuardDeps): Read<T> => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const refusals = secrets.map((secret) => refuseRead(senderOf(secret), request.headers, body));
  if (!refusals.includes(null)) return { status: 401, detail: refusals[0] ?? notSetUp };
  const json = jsonOf(body);
  if (json === undefined) return { status: 400, detail: 'the body is no JSON in UTF-8' };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the body';
  return { status: 400, detail: `${where}: ${issue?.message ?? 'it is not as asked for'}` };
};

/** undefined: it is none. */
const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const id = z.string().trim().min(1).max(200);
const time = z.iso.datetime({ offset: true }).transform((written) => new Date(written));

const question = z
  .strictObject({
    id,
    kind: z.enum(adverseKinds),
    identifier: z.string().max(100).optional(),
    identifiers: z.array(z.string().max(100)).max(20).optional(),
    at: time,
    requestedBy: z.string().trim().min(1).max(80).optional(),
  })
  .transform((asked): ActionAsk => {
    const written = [
      ...(asked.identifiers ?? []),
      ...((asked.identifier ?? '') ? [asked.identifier ?? ''] : []),
    ];
    return {
      id: asked.id,
      kind: asked.kind,
      written,
      identifiers: [...new Set(written.flatMap((one) => normalIdentifier(one) ?? []))],
      at: asked.at,
      requestedBy: asked.requestedBy ?? null,
    };
  });

const execution = z.strictObject({ id, at: time });

const answerQuestion = async (
  asked: ActionAsk,
  { ask }: GuardDeps,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const answer = await ask(asked);
  if (answer.kind === 'conflict') return problem(reply, 409, otherAction);
  return reply
    .code(200)
    .send(
      answer.kind === 'proceed'
        ? { answer: 'proceed' }
        : { answer: 'second_approval_needed', approval: answer.approval },
    );
};

/** The same answer whatever is known of the action. */
const noteExecution = async (
  done: { readonly id: string; readonly at: Date },
  { executed }: GuardDeps,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  await executed(done);
  return reply.code(202).send({ noted: true });
};

const notSetUp =
  'the guard is not set up: write guard with its secret into evenhand.yaml, and start the service again';
const otherAction =
  'this id stood for another action before: give each action an id of its own, and ask again with the same facts only';
