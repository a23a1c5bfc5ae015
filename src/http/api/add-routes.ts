import swagger from '@fastify/swagger';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { documentOptions, schemaOf } from './document.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

/** Bytes: more than any form of ours; an operation that takes files says so itself. */
const bodyLimit = 256 * 1024;

/** Every operation as a route, and the document that describes them at `openapi.json`. */
export const addRoutes = async (
  scope: FastifyInstance,
  version: string,
  handlerOf: (operation: Operation) => RouteHandlerMethod,
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
      handler: handlerOf(operation),
    });
  scope.get('/openapi.json', { schema: { hide: true } }, () => scope.swagger());
};
