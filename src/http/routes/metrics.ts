import type { FastifyInstance } from 'fastify';

export interface MetricsDeps {
  readonly contentType: string;
  readonly scrape: () => Promise<string>;
}

export const registerMetrics = (server: FastifyInstance, { contentType, scrape }: MetricsDeps): void => {
  server.get('/metrics', async (_request, reply) => reply.type(contentType).send(await scrape()));
};
