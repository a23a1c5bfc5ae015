import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CatalogueLanguage, catalogueLanguages } from '../../lib/catalogue.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import type { Caller } from './access/caller.ts';
import {
  type Answer,
  hashRequest,
  type RequestName,
  recall,
  remember,
  undoable,
} from './idempotency.store.ts';
import type { ApiValues, Asked, Operation } from './operation.ts';
import { type Outcome, type Problem, refuse } from './outcome.ts';
import { entityTag, readPrecondition } from './precondition.ts';
import { problemOf } from './problem-document.ts';
import { rawBodyOf } from './read-body.ts';

export interface RunDeps extends ApiValues {
  readonly db: Database;
  readonly clock: Clock;
  readonly onError: (error: Error) => void;
}

/**
 * One transaction a request: what it does and what it was answered are kept together, or neither is. What only reads has
 * none.
 */
export const runOperation =
  (operation: Operation, deps: RunDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { caller } = request;
    if (caller === null) throw new Error('an operation without a caller');
    const expectedVersion = readPrecondition(request.headers['if-match'], operation.ifMatch);
    if (typeof expectedVersion === 'object' && expectedVersion !== null)
      return send(reply, answerOf(operation, expectedVersion));
    const name = nameOf(request, operation, caller);
    if (name !== null && 'kind' in name) return send(reply, answerOf(operation, name));
    const { params, query, body } = request;
    const asked = { params, query, body, expectedVersion } as Asked;
    const now = deps.clock.now();
    const language = languageOf(request.headers['accept-language']);
    let outcome: Outcome | null = null;
    const answerIn = async (tx: Transaction): Promise<Answer> => {
      outcome = await operation.handle(asked, { ...deps, tx, now, caller, language });
      return answerOf(operation, outcome);
    };
    const inOne = (tx: Transaction): Promise<Answer> =>
      name === null ? orNothing(() => answerIn(tx)) : once(tx, { name, now }, () => answerIn(tx));
    const answer =
      operation.method === 'GET'
        ? await deps.db.read('desk', answerIn)
        : await deps.db.serve('desk', inOne).catch(answerOfUndone);
    await finish(outcome, deps);
    return send(reply, answer);
  };

/** What is committed is answered, whatever becomes of the rest. */
const finish = async (outcome: Outcome | null, { db, onError }: RunDeps): Promise<void> => {
  if (outcome?.kind !== 'done' || outcome.afterwards === undefined) return;
  await outcome.afterwards(db).catch((error: unknown) => onError(error as Error));
};

/** Ends the transaction of a request that was refused: nothing of it stands, and nothing about it is remembered. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('the request was refused');
    this.answer = answer;
  }
}

/** Where nothing is remembered a savepoint would only cost two messages. */
const orNothing = async (answer: () => Promise<Answer>): Promise<Answer> => {
  const given = await answer();
  if (given.status >= 400) throw new Undone(given);
  return given;
};

const answerOfUndone = (error: unknown): Answer => {
  if (error instanceof Undone) return error.answer;
  throw error;
};

/** A name that is known gets the answer of the first time; a refusal writes nothing but itself. */
const once = async (
  tx: Transaction,
  { name, now }: { readonly name: RequestName; readonly now: Date },
  answer: () => Promise<Answer>,
): Promise<Answer> => {
  const known = await recall(tx, name);
  if (known?.kind === 'known')
    return { ...known.answer, headers: { ...known.answer.headers, 'idempotency-replayed': 'true' } };
  if (known?.kind === 'other') return refused(otherRequest);
  if (known?.kind === 'in_flight') return refused(inFlight, { 'retry-after': '1' });
  const given = await undoable(tx, answer, ({ status }) => status >= 400);
  await remember(tx, name, { answer: given, now });
  return given;
};

const answerOf = (operation: Operation, outcome: Outcome): Answer => {
  if (outcome.kind === 'problem') return refused(outcome);
  const { answer } = operation;
  return {
    status: outcome.status ?? answer.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(outcome.version === undefined ? {} : { etag: entityTag(outcome.version) }),
    },
    body: JSON.stringify(z.encode(answer.body, outcome.body)),
  };
};

const refused = ({ status, code, detail }: Problem, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify(problemOf(status, code, detail)),
});

const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply.code(status).headers(headers).send(body);

/** null: the request was given no name, and each one counts. Reading needs none. */
const nameOf = (
  request: FastifyRequest,
  { method }: Operation,
  caller: Caller,
): RequestName | Problem | null => {
  const given = request.headers['idempotency-key'];
  if (given === undefined || method === 'GET') return null;
  if (typeof given !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(given)) return badName;
  return {
    keyId: caller.keyId,
    idempotencyKey: given,
    request: hashRequest([method, request.url, request.headers['if-match'] ?? '', rawBodyOf(request)]),
  };
};

/** The first of ours that `Accept-Language` names; weights are rarely sent and not read. */
const languageOf = (header: string | undefined): CatalogueLanguage => {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((code) => catalogueLanguages.find((known) => known === code) ?? [])[0] ?? 'en';
};

const badName = refuse(
  400,
  'bad_idempotency_key',
  'an Idempotency-Key has 1 to 200 visible ASCII characters: a UUID, for example',
);
const otherRequest = refuse(
  422,
  'idempotency_key_reused',
  'this Idempotency-Key stood for another request: give each request its own, and send it again with the same body only',
);
const inFlight = refuse(
  409,
  'in_flight',
  'the same request is being worked on: wait a moment and send it again to get its answer',
);
