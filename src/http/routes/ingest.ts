import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { pushHash } from '../../ingest/push-hash.ts';
import { type ReadPosts, readPosts } from '../ingest/read-posts.ts';
import { keyOfRequest, refuseRead, refuseUnread, type Sender } from '../ingest/sender.ts';
import { draw, type TokenBucket } from '../ingest/token-bucket.ts';
import { problem, tryAgain } from '../problem.ts';

export interface IngestDeps {
  /** Opens every name that no source has; null: only senders that are configured may push. */
  readonly token: string | null;
  readonly senders: ReadonlyMap<string, ConfiguredSender>;
  /** Names that a configured source has and nobody may push under: what is pushed under one would pass for its walk, and silence it. */
  readonly polled: ReadonlySet<string>;
  readonly now: () => Date;
  /** Resolves when the posts are in the record, or when it is known that they are not. */
  readonly accept: (source: string, push: Push) => Promise<Acceptance>;
}

export interface ConfiguredSender {
  readonly proof: Sender;
  /** null: as many as can be decided. */
  readonly postsPerMinute: number | null;
  /** A platform that pushes in its own words, beside the walk of the same source; absent: our own format. */
  readonly readBody?: (body: Buffer, headers: IncomingHttpHeaders) => ReadPosts | string;
}

export interface Push {
  readonly events: readonly RawEvent[];
  /** By hashes; null: its sender gave the request no name, and each one counts. */
  readonly request: { readonly key: string; readonly body: string } | null;
  /** The source is walked as well. */
  readonly isPolled?: boolean;
}

export type Acceptance =
  /** `kept`: new to the record. `known`: in it before, whole requests by their id, posts by id and revision. */
  | {
      readonly kind: 'accepted';
      readonly accepted: number;
      readonly kept: number;
      readonly known: number;
    }
  /** The id of the request stood for another body. */
  | { readonly kind: 'conflict' }
  /** Too much waits to be decided. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The record takes nothing now. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** For people who sent something else. */
export const acceptedTypes =
  'application/json (a post or an array of posts) or application/x-ndjson (a post on each line)';

/** `POST /ingest/:source` by a sender that proves itself: a post as JSON, an array of them, or NDJSON. 202 after commit. */
export const registerIngest = (server: FastifyInstance, deps: IngestDeps | null): void => {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    ['application/json', 'application/x-ndjson', 'application/ndjson'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  const buckets = new Map<string, TokenBucket>();
  server.post<Asked>(
    '/ingest/:source',
    { onRequest: (request, reply) => refuseStranger(deps, request, reply) },
    async (request, reply) => {
      const sender = deps === null ? null : senderOf(request.params.source, deps);
      return deps === null || sender === null
        ? problem(reply, 404, notSetUp)
        : take(request, reply, { ...deps, sender, buckets });
    },
  );
};

interface Asked {
  Params: { source: string };
}

type AskedRequest = FastifyRequest<Asked>;

interface Taking extends IngestDeps {
  readonly sender: ConfiguredSender;
  readonly buckets: Map<string, TokenBucket>;
}

const senderOf = (source: string, { senders, token }: IngestDeps): ConfiguredSender | null =>
  senders.get(source) ?? (token === null ? null : { proof: { kind: 'token', token }, postsPerMinute: null });

/** Before the body is looked at: whoever may not push is told nothing about what is read here. */
const refuseStranger = async (
  deps: IngestDeps | null,
  { params, headers }: AskedRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const sender = deps === null ? null : senderOf(params.source, deps);
  if (deps === null || sender === null) return problem(reply, 404, notSetUp);
  const refused = refuseUnread(sender.proof, headers, deps.now());
  return refused === null ? undefined : unauthorized(reply, refused, sender);
};

const unauthorized = (reply: FastifyReply, why: string, { proof }: ConfiguredSender): FastifyReply =>
  problem(reply.header('www-authenticate', proof.kind === 'token' ? 'Bearer' : 'Signature'), 401, why);

const take = async (request: AskedRequest, reply: FastifyReply, deps: Taking): Promise<FastifyReply> => {
  const { headers, params } = request;
  const { proof } = deps.sender;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const forged = refuseRead(proof, headers, body);
  if (forged !== null) return unauthorized(reply, forged, deps.sender);
  const misnamed = whyMisnamed(params.source, deps);
  if (misnamed !== null) return problem(reply, misnamed.status, misnamed.detail);
  const { readBody } = deps.sender;
  const read = readBody?.(body, headers) ?? readPosts(body, headers['content-type'] ?? '');
  if (typeof read === 'string') return problem(reply, 400, read);
  // A platform also tells of what holds no post.
  if (read.events.length === 0) return reply.code(202).send({ accepted: 0, kept: 0, known: 0 });
  const seconds = secondsToWait(params.source, read.events.length, deps);
  if (seconds > 0) return tryAgain(reply, 429, { why: 'this sender sent too many posts', seconds });
  const key = keyOfRequest(proof, headers, () => pushHash(body));
  const answer = await deps.accept(params.source, {
    events: read.events,
    request: key === null ? null : { key: pushHash(key), body: pushHash(body) },
    ...(readBody === undefined ? {} : { isPolled: true }),
  });
  return say(reply, answer, read.ignored);
};

const whyMisnamed = (source: string, { polled }: IngestDeps): { status: number; detail: string } | null => {
  if (!sourceName.test(source))
    return {
      status: 400,
      detail: `"${source.slice(0, 40)}" is no name for a source: use up to 64 lower-case letters, digits and hyphens`,
    };
  if (!polled.has(source)) return null;
  return {
    status: 409,
    detail: `"${source}" is a source that Evenhand reads itself: push under another name, or take it out of the configuration`,
  };
};

const sourceName = /^[a-z0-9][a-z0-9_-]{0,63}$/;

const secondsToWait = (source: string, posts: number, { sender, buckets, now }: Taking): number => {
  if (sender.postsPerMinute === null) return 0;
  const asked = { perMinute: sender.postsPerMinute, posts, nowMs: now().getTime() };
  const { bucket, waitSeconds } = draw(buckets.get(source), asked);
  buckets.set(source, bucket);
  return waitSeconds;
};

const say = (
  reply: FastifyReply,
  answer: Acceptance,
  ignored: Readonly<Record<string, number>>,
): FastifyReply => {
  if (answer.kind === 'conflict') return problem(reply, 422, conflict);
  if (answer.kind !== 'accepted')
    return tryAgain(reply, answer.kind === 'busy' ? 429 : 503, {
      why: refusals[answer.kind],
      seconds: answer.retryAfterSeconds,
    });
  const { accepted, kept, known } = answer;
  const told = Object.keys(ignored).length === 0 ? {} : { ignored };
  return reply.code(202).send({ accepted, kept, known, ...told });
};

const notSetUp =
  'pushing is not set up: set EVENHAND_INGEST_TOKEN, or name the source with "kind: push" in evenhand.yaml, and start the service again';

const conflict =
  'the id of this request stood for other posts before: give each request an id of its own, and send it again with the same posts only';

const refusals = {
  busy: 'too much waits to be decided',
  unavailable: 'the database takes no posts now; what is sent twice is kept once',
} as const;
