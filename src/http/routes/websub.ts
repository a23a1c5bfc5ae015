import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem, tryAgain } from '../problem.ts';

/** What a hub asks at the address that we gave it (WebSub 5.3). */
export type HubQuestion =
  | { readonly kind: 'subscribe'; readonly topic: string; readonly leaseSeconds: number | null }
  | { readonly kind: 'denied'; readonly topic: string; readonly reason: string };

export interface Delivery {
  readonly body: Buffer;
  readonly signature: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebSubDeps {
  /** False: we did not ask for it. */
  readonly confirm: (callback: string, question: HubQuestion) => Promise<boolean>;
  /** `taken` also for what is signed wrongly and dropped: whoever tries to forge learns nothing. */
  readonly deliver: (callback: string, delivery: Delivery) => Promise<'taken' | 'unknown' | 'unavailable'>;
}

interface Asked {
  Params: { callback: string };
  Querystring: Record<string, unknown>;
}

const waitSeconds = 60;

/** `GET /websub/:callback` answers a hub's question, `POST` takes what it delivers. Bodies are read as they come. */
export const registerWebSub = (server: FastifyInstance, deps: WebSubDeps | null): void => {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.get<Asked>('/websub/:callback', async ({ params, query }, reply) => {
      const question = questionOf(query);
      const isOurs = deps !== null && question !== null && (await deps.confirm(params.callback, question));
      if (!isOurs) return problem(reply, 404, 'nobody here asked for this subscription');
      return plain(reply, question.kind === 'subscribe' ? textOf(query['hub.challenge']) : '');
    });
    scope.post<Asked>('/websub/:callback', async ({ params, headers, body }, reply) => {
      const taken = await deps?.deliver(params.callback, {
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        signature: textOf(headers['x-hub-signature']) || undefined,
        headers: { 'content-type': headers['content-type'] ?? '' },
      });
      if (taken === 'taken') return reply.code(202).send();
      if (taken === 'unavailable')
        return tryAgain(reply, 503, { why: 'the database takes nothing now', seconds: waitSeconds });
      return problem(reply, 410, 'nobody here listens to this subscription any more');
    });
    done();
  });
};

/** A hub's word is sent back as text and nothing else: a browser must not read it as a page. */
const plain = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('x-content-type-options', 'nosniff').type('text/plain; charset=utf-8').send(text);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const questionOf = (query: Readonly<Record<string, unknown>>): HubQuestion | null => {
  const topic = textOf(query['hub.topic']);
  if (topic === '') return null;
  if (query['hub.mode'] === 'denied')
    return { kind: 'denied', topic, reason: textOf(query['hub.reason']).slice(0, 200) };
  if (query['hub.mode'] !== 'subscribe' || textOf(query['hub.challenge']) === '') return null;
  const seconds = Number(textOf(query['hub.lease_seconds']));
  return { kind: 'subscribe', topic, leaseSeconds: seconds > 0 ? seconds : null };
};
