import type { FastifyInstance } from 'fastify';

export interface HealthDeps {
  /** null: ready; else the reason why not. Asks the database and the queue. */
  readonly whyNotReady: () => Promise<string | null>;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work; false while it drains. */
export const registerHealth = (server: FastifyInstance, { whyNotReady }: HealthDeps): void => {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const reason = await whyNotReady();
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason });
  });
};
