import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { UserError } from '../lib/user-error.ts';
import { type ApiDeps, registerApi } from './api/register-api.ts';
import { problem } from './problem.ts';
import { type GuardDeps, registerGuard } from './routes/adverse-actions.ts';
import { type HealthDeps, registerHealth } from './routes/health.ts';
import { acceptedTypes, type IngestDeps, registerIngest } from './routes/ingest.ts';
import { type MetricsDeps, registerMetrics } from './routes/metrics.ts';
import { registerSinkHooks, type SinkHooks } from './routes/sink-hooks.ts';
import { registerWebmention, type WebmentionDeps } from './routes/webmention.ts';
import { registerWebSub, type WebSubDeps } from './routes/websub.ts';

export interface ServerDeps {
  readonly health: HealthDeps;
  readonly metrics: MetricsDeps;
  /** null: no token is configured and the route is closed. */
  readonly ingest: IngestDeps | null;
  /** Absent: nobody can reach this service from outside, so that no hub was asked to. */
  readonly webSub?: WebSubDeps | null;
  /** Absent: no source receives Webmentions. */
  readonly webmention?: WebmentionDeps | null;
  /** Absent: this server has no API. */
  readonly api?: Omit<ApiDeps, 'onError'> | null;
  /** Absent: no system asks before it acts against a customer. */
  readonly guard?: GuardDeps | null;
  /** Absent: no helpdesk rings. */
  readonly sinkHooks?: SinkHooks | null;
  /** Told of what the sender only hears as an internal error. */
  readonly onError: (error: Error) => void;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** 5 MB: ten thousand posts; whoever has more sends twice. */
const bodyLimit = 5 * 1024 * 1024;

interface Place {
  readonly host: string;
  readonly port: number;
  /** Whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
}

export const startHttp = async (
  { trustedProxies = [], ...place }: Place,
  deps: ServerDeps,
): Promise<HttpServer> => {
  const server = fastify({
    bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
  });
  addAll(server, deps);
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

const addAll = (server: FastifyInstance, deps: ServerDeps): void => {
  dropUnused(server);
  answerFailures(server, deps.onError);
  registerHealth(server, deps.health);
  registerMetrics(server, deps.metrics);
  registerIngest(server, deps.ingest);
  registerWebSub(server, deps.webSub ?? null);
  registerWebmention(server, deps.webmention ?? null);
  if (deps.api) registerApi(server, { ...deps.api, onError: deps.onError });
  registerGuard(server, deps.guard ?? null);
  registerSinkHooks(server, deps.sinkHooks ?? null);
};

/** A connection on which nobody has asked anything yet counts as busy to Node, and would keep a stop waiting for half a minute. */
const dropUnused = (server: FastifyInstance): void => {
  const unused = new Set<Socket>();
  server.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.server.on('request', ({ socket }) => unused.delete(socket));
  server.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
};

/** The methods of a path that is known; null: there is none. */
const allowedAt = (path: string): string | null => {
  if (/^\/ingest\/[^/]+$/.test(path)) return 'POST';
  if (/^\/websub\/[^/]+$/.test(path)) return 'GET, HEAD, POST';
  if (/^\/(?:webmention|hooks\/sinks)\/[^/]+$/.test(path)) return 'POST';
  if (/^\/hooks\/adverse-actions(?:\/executed)?$/.test(path)) return 'POST';
  return /^\/(?:healthz|readyz|metrics)$/.test(path) ? 'GET, HEAD' : null;
};

/** One sentence each; what a sender cannot help is told to the log alone. */
const answerFailures = (server: FastifyInstance, onError: ServerDeps['onError']): void => {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = allowedAt(path);
    if (allowed === null) return problem(reply, 404, `there is nothing at ${request.method} ${path}`);
    return problem(reply.header('allow', allowed), 405, `${path} takes ${allowed}, not ${request.method}`);
  });
  server.setErrorHandler((error: Failure, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    if (status === 413) readToTheEnd(request, reply);
    return problem(reply, status, detailOf(error, status, request.headers['content-type']));
  });
};

/**
 * A socket that is closed while its sender still writes takes the answer with it: the sender sees a broken pipe and no
 * reason. What is left of the body is read and thrown away, as long as `requestTimeout` and this many bytes allow.
 */
const readToTheEnd = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  reply.removeHeader('connection');
  let left = mostThrownAway;
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
};

const mostThrownAway = 64 * 1024 * 1024;

type Failure = Error & { readonly statusCode?: number };

const detailOf = (error: Failure, status: number, contentType: string | undefined): string => {
  if (status === 413) return 'the body is larger than 5 MB: send it in parts';
  if (status === 415)
    return `${contentType === undefined ? 'a body without a content type' : `the content type ${contentType.slice(0, 60)}`} is not read here: send ${acceptedTypes}`;
  return status >= 500 ? 'this should not have happened; see the log' : error.message;
};
