import fastify from 'fastify';
import { addRoutes } from './add-routes.ts';
import { prefix } from './document.ts';

/** The document that a running service serves, without one. */
export const describeApi = async (version: string): Promise<unknown> => {
  const server = fastify();
  await server.register(
    (scope) => addRoutes(scope, version, { handlerOf: () => () => undefined, events: null }),
    { prefix },
  );
  const { body } = await server.inject({ method: 'GET', url: `${prefix}/openapi.json` });
  await server.close();
  return JSON.parse(body);
};
