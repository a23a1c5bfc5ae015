import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '../../../domain/person.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../postgres/database.ts';
import type { Access, Caller } from '../access/caller.ts';
import { problemResponse } from '../document.ts';
import { refuse } from '../outcome.ts';
import { sendProblem } from '../send-problem.ts';
import { newestEvent } from './event.store.ts';
import { streamEvents } from './event-stream.ts';

export interface EventDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: readonly Person[];
  readonly onError: (error: Error) => void;
  /** Who stands behind an `Authorization` now; null: nobody. */
  readonly callerOf: (authorization: string | undefined) => Promise<Caller | null>;
  /** Between two looks; absent: half a second. */
  readonly pollMs?: number;
  /** Absent: 15 seconds. */
  readonly heartbeatMs?: number;
}

const mostStreams = 20;
const mostOfKey = 5;
const waitSeconds = 30;
const access: Access = { scope: 'events:read', needs: 'read_cases' };

/** `GET /events`: server-sent events, resumed by `Last-Event-ID`. */
export const registerEvents = (scope: FastifyInstance, deps: EventDeps | null): void => {
  const open = new Map<AbortController, { readonly keyId: string; readonly ended: Promise<void> }>();
  scope.addHook('preClose', async () => {
    for (const aborted of open.keys()) aborted.abort();
    await Promise.all([...open.values()].map(({ ended }) => ended));
  });
  scope.get('/events', { config: { access }, schema }, async (request, reply) => {
    const { caller } = request;
    if (caller === null || deps === null) throw new Error('a stream without a caller');
    const after =
      lastOf(request.headers['last-event-id']) ?? (await deps.db.transaction('desk', newestEvent));
    const ofKey = [...open.values()].filter(({ keyId }) => keyId === caller.keyId).length;
    if (open.size >= mostStreams || ofKey >= mostOfKey)
      return sendProblem(reply.header('retry-after', String(waitSeconds)), tooMany);
    const aborted = new AbortController();
    reply.hijack();
    const ended = stream(request, reply, { caller, after, deps, signal: aborted.signal }).finally(() =>
      open.delete(aborted),
    );
    open.set(aborted, { keyId: caller.keyId, ended });
    return reply;
  });
};

interface Streaming {
  readonly caller: Caller;
  readonly after: number;
  readonly deps: EventDeps;
  readonly signal: AbortSignal;
}

const stream = async (
  { headers, raw }: FastifyRequest,
  { raw: response }: FastifyReply,
  { caller, after, deps, signal }: Streaming,
): Promise<void> => {
  const { db, clock, people, callerOf, pollMs = 500, heartbeatMs = 15_000 } = deps;
  const gone = new AbortController();
  for (const one of [raw, response]) one.once('close', () => gone.abort());
  response.once('error', () => gone.abort());
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A connection that carried a stream carries nothing after it: a stop need not wait for its reader.
    connection: 'close',
    'x-accel-buffering': 'no',
  });
  await streamEvents(response, caller, {
    after,
    deps: {
      db,
      clock,
      people,
      pollMs,
      heartbeatMs,
      signal: AbortSignal.any([signal, gone.signal]),
      isAllowed: async () => (await callerOf(headers.authorization)) !== null,
    },
  })
    .catch((error: unknown) => deps.onError(error instanceof Error ? error : new Error(String(error))))
    .finally(() => response.end());
};

/** null: from now on. What is no number of ours is as good as none. */
const lastOf = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' ? Number(header) : null;

const tooMany = refuse(
  429,
  'too_many_streams',
  `too many streams are open: close one, or try again in ${waitSeconds} s`,
);

const schema = {
  operationId: 'streamEvents',
  tags: ['events'],
  summary: 'What happens to cases and problems, as server-sent events.',
  description:
    'Scope `events:read`. Events are `case.opened` and `case.updated` with a `CaseEvent` as data, and `problem.opened`, `problem.updated`, `problem.escalating`, `problem.regressed` and `problem.resolved` with a `ProblemEvent`, which names no member; each has a number as `id`, `Last-Event-ID` goes on behind that number. A comment every 15 seconds keeps the connection. At most 5 streams a key and 20 a process.',
  querystring: z.strictObject({}),
  headers: z.looseObject({
    'last-event-id': z
      .string()
      .regex(/^\d{1,15}$/, 'the number of an event, as its id has it')
      .optional()
      .meta({ description: 'Number of the last event that arrived.' }),
  }),
  response: {
    200: { description: 'Events.', content: { 'text/event-stream': { schema: z.string() } } },
    ...Object.fromEntries([400, 401, 403, 429].map((status) => [status, problemResponse])),
  },
};
