import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { documentOptions, schemaOf } from './document.ts';
import { type EventDeps, registerEvents } from './events/register-events.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { rawBodyOf } from './read-body.ts';

/** Bytes: more than any form of ours; an operation that takes files says so itself. */
const bodyLimit = 256 * 1024;

export interface RouteDeps {
  readonly handlerOf: (operation: Operation) => RouteHandlerMethod;
  /** null: only the document is wanted. */
  readonly events: EventDeps | null;
}

/** No body says as much as one without keys: what it lacks is then told by name. A `null` that was sent is refused. */
const takeAbsentForEmpty = (request: FastifyRequest): Promise<void> => {
  if (rawBodyOf(request).length === 0) request.body = {};
  return Promise.resolve();
};

/** Every operation as a route, and the document that describes them at `openapi.json`. */
export const addRoutes = async (
  scope: FastifyInstance,
  version: string,
  { handlerOf, events }: RouteDeps,
): Promise<void> => {
  scope.setValidatorCompiler(validatorCompiler);
  scope.setSerializerCompiler(serializerCompiler);
  await scope.register(swagger, documentOptions(version));
  for (const operation of operations)
    scope.route({
      method: operation.method,
      url: operation.path,
      bodyLimit: operation.bodyLimit ?? bodyLimit,
      config: { access: { scope: operation.scope, needs: operation.needs } },
      schema: schemaOf(operation),
      ...(operation.body === undefined ? {} : { preValidation: takeAbsentForEmpty }),
      handler: handlerOf(operation),
    });
  registerEvents(scope, events);
  scope.get('/openapi.json', { schema: { hide: true } }, () => scope.swagger());
};
