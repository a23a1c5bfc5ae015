import type { FastifyInstance } from 'fastify';
import { problem, tryAgain } from '../problem.ts';

export interface SinkHooks {
  readonly hear: (sink: string, delivery: HookDelivery) => Promise<HookAnswer>;
}

interface HookDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** `known`: it was delivered before, and counts once. */
type HookAnswer = 'taken' | 'known' | 'unknown' | 'unavailable' | keyof typeof refusals;

const refusals = {
  unsigned: { status: 401, detail: 'the signature is missing' },
  forged: { status: 401, detail: 'the signature does not fit the body: check the secret on both sides' },
  stale: {
    status: 401,
    detail: 'the time of the signature is more than five minutes away from the clock here',
  },
  unreadable: { status: 400, detail: 'the body names no ticket' },
} as const;

const waitSeconds = 60;
/** Helpdesks send a ticket whole, with its articles. */
const longestBody = 2 * 1024 * 1024;

/** `POST /hooks/sinks/:sink`: a helpdesk tells that something happened to a ticket. Bodies are read as they come. */
export const registerSinkHooks = (server: FastifyInstance, deps: SinkHooks | null): void => {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: longestBody }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.post<{ Params: { sink: string } }>('/hooks/sinks/:sink', async (request, reply) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      );
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answer = (await deps?.hear(request.params.sink, { headers, body })) ?? 'unknown';
      if (answer === 'taken' || answer === 'known') return reply.code(204).send();
      if (answer === 'unknown') return problem(reply, 404, 'no helpdesk of this name rings here');
      if (answer === 'unavailable')
        return tryAgain(reply, 503, { why: 'the database takes nothing now', seconds: waitSeconds });
      return problem(reply, refusals[answer].status, refusals[answer].detail);
    });
    done();
  });
};
