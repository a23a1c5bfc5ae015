import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { createAuthenticate, findCaller } from './access/authenticate.ts';
import { addRoutes } from './add-routes.ts';
import { answerApiFailures } from './answer-failures.ts';
import { prefix } from './document.ts';
import { findBadText, readJsonBodies } from './read-body.ts';
import { type RunDeps, runOperation } from './run-operation.ts';
import { sendProblem } from './send-problem.ts';

export interface ApiDeps extends RunDeps {
  readonly version: string;
  /** Of one key, in this process. */
  readonly requestsPerMinute: number;
  /** Milliseconds between two looks for events; absent: half a second. */
  readonly pollMs?: number;
  readonly heartbeatMs?: number;
}

/** `/api/v1`: every operation of `operations.ts`, and the document that describes them. */
export const registerApi = (server: FastifyInstance, deps: ApiDeps): void => {
  void server.register(
    async (scope) => {
      readJsonBodies(scope);
      scope.decorateRequest('caller', null);
      answerApiFailures(scope, deps.onError);
      scope.addHook('onRequest', createAuthenticate(deps));
      scope.addHook('preValidation', async ({ params, query, body }, reply) =>
        findBadText([params, query, body]) ? sendProblem(reply, badText) : undefined,
      );
      await scope.register(rateLimit, limitsOf(deps));
      await addRoutes(scope, deps.version, {
        handlerOf: (operation) => runOperation(operation, deps),
        events: {
          ...deps,
          callerOf: async (authorization) => {
            const caller = await findCaller(authorization, deps);
            return 'kind' in caller ? null : caller;
          },
        },
      });
    },
    { prefix },
  );
};

/** After the key is known: everybody behind one address has a share of their own. */
const limitsOf = ({ requestsPerMinute }: ApiDeps): RateLimitPluginOptions => ({
  max: requestsPerMinute,
  timeWindow: 60_000,
  hook: 'preParsing',
  enableDraftSpec: true,
  keyGenerator: ({ caller, ip }) => caller?.keyId ?? ip,
  errorResponseBuilder: (_request, { ttl }) =>
    Object.assign(new Error(`this key asks too often: try again in ${Math.ceil(ttl / 1_000)} s`), {
      statusCode: 429,
    }),
});

const badText = {
  status: 400,
  code: 'bad_text',
  detail: 'a text holds NUL or half of a surrogate pair: send well-formed Unicode without NUL',
} as const;
