import fastify, { type FastifyInstance } from 'fastify';
import { UserError } from '../lib/user-error.ts';
import { type HealthDeps, registerHealth } from './routes/health.ts';
import { type IngestDeps, registerIngest } from './routes/ingest.ts';
import { type MetricsDeps, registerMetrics } from './routes/metrics.ts';

export interface ServerDeps {
  readonly health: HealthDeps;
  readonly metrics: MetricsDeps;
  /** null: no token is configured and the route is closed. */
  readonly ingest: IngestDeps | null;
  /** Told of what the sender only hears as an internal error. */
  readonly onError: (error: Error) => void;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** 5 MB: ten thousand posts; whoever has more sends twice. */
const bodyLimit = 5 * 1024 * 1024;

export const startHttp = async (
  place: { host: string; port: number },
  deps: ServerDeps,
): Promise<HttpServer> => {
  const server = fastify({
    bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
  });
  answerFailures(server, deps.onError);
  registerHealth(server, deps.health);
  registerMetrics(server, deps.metrics);
  registerIngest(server, deps.ingest);
  try {
    await server.listen(place);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new UserError(
        `port ${place.port} on ${place.host} is taken: set EVENHAND_PORT or http.port to a free one, or leave the stage http out`,
        { cause: error },
      );
    if (code === 'EACCES')
      throw new UserError(
        `port ${place.port} may not be opened by this user: set EVENHAND_PORT or http.port to one above 1023`,
        { cause: error },
      );
    throw error;
  }
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : place.port,
    close: () => server.close(),
  };
};

/** RFC 9457 problem details, one sentence each. */
const answerFailures = (server: FastifyInstance, onError: ServerDeps['onError']): void => {
  server.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send({ status: 404, title: 'Not found', detail: `there is nothing at ${request.url}` }),
  );
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    const detail =
      status === 413
        ? 'the body is larger than 5 MB: send it in parts'
        : status >= 500
          ? 'this should not have happened; see the log'
          : error.message;
    return reply
      .code(status)
      .type('application/problem+json')
      .send({ status, title: titles[status] ?? 'Error', detail });
  });
};

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  413: 'Too large',
  415: 'Unsupported media type',
  500: 'Internal error',
  503: 'Not ready',
};
