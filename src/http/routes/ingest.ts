import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawMention } from '../../domain/raw-mention.ts';
import { toMention } from '../../sources/file/to-mention.ts';
import { problem, tryAgain } from '../problem.ts';

export interface IngestDeps {
  readonly token: string;
  /** Names that a configured source has: what is pushed under one would pass for its walk, and silence it. */
  readonly polled: ReadonlySet<string>;
  /** Resolves when the mentions are in the record, or when it is known that they are not. */
  readonly accept: (source: string, mentions: readonly RawMention[]) => Promise<Acceptance>;
}

export type Acceptance =
  | { readonly kind: 'accepted'; readonly accepted: number; readonly kept: number }
  /** Too much waits to be decided. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The record takes nothing now. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** For people who sent something else. */
export const acceptedTypes =
  'application/json (a post or an array of posts) or application/x-ndjson (a post on each line)';

/** `POST /ingest/:source` with a bearer token: a post as JSON, an array of them, or NDJSON. 202 after commit. */
export const registerIngest = (server: FastifyInstance, deps: IngestDeps | null): void => {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    ['application/json', 'application/x-ndjson', 'application/ndjson'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  // Before the body is looked at: whoever may not push is told nothing about what is read here.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (deps === null) return problem(reply, 404, notSetUp);
    return isAllowed(request, deps.token)
      ? undefined
      : problem(reply.header('www-authenticate', 'Bearer'), 401, 'the bearer token is missing or wrong');
  };
  server.post<{ Params: { source: string } }>('/ingest/:source', { onRequest }, async (request, reply) => {
    if (deps === null) return problem(reply, 404, notSetUp);
    const { source } = request.params;
    if (!sourceName.test(source))
      return problem(
        reply,
        400,
        `"${source.slice(0, 40)}" is no name for a source: use up to 64 lower-case letters, digits and hyphens`,
      );
    if (deps.polled.has(source))
      return problem(
        reply,
        409,
        `"${source}" is a source that Evenhand reads itself: push under another name, or take it out of the configuration`,
      );
    const read = readPosts(request.body, request.headers['content-type'] ?? '');
    if (typeof read === 'string') return problem(reply, 400, read);
    const answer = await deps.accept(source, read);
    if (answer.kind !== 'accepted')
      return tryAgain(reply, answer.kind === 'busy' ? 429 : 503, {
        why: refusals[answer.kind],
        seconds: answer.retryAfterSeconds,
      });
    return reply.code(202).send({ accepted: answer.accepted, kept: answer.kept });
  });
};

const notSetUp = 'pushing is not set up: set EVENHAND_INGEST_TOKEN and start the service again';

const sourceName = /^[a-z0-9][a-z0-9-]{0,63}$/;

const refusals = {
  busy: 'too much waits to be decided',
  unavailable: 'the database takes no posts now; what is sent twice is kept once',
} as const;

const isAllowed = (request: FastifyRequest, token: string): boolean => {
  const told = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told), hash(token));
};

/** A value of the body and where it stands, for people. */
type Placed = readonly [place: string, value: unknown];

/** All of a request or nothing: a bad line is named and none is taken. */
const readPosts = (body: unknown, contentType: string): RawMention[] | string => {
  if (!Buffer.isBuffer(body)) return 'the body holds no post';
  const values = contentType.includes('ndjson') ? readLines(body) : readJson(body);
  if (typeof values === 'string') return values;
  if (values.length === 0) return 'the body holds no post';
  const mentions: RawMention[] = [];
  for (const [place, value] of values) {
    const mention = readPost(value);
    if (typeof mention === 'string') return `${place}: ${mention}`;
    mentions.push(mention);
  }
  return mentions;
};

/** A post without an id is named for its content, so that a request which is sent twice is one. */
const readPost = (value: unknown): RawMention | string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object';
  const hasId = 'id' in value;
  const hash = hasId ? '' : createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
  return toMention(value, 0, { hash, time: { zone: 'UTC' }, ignore: () => undefined });
};

const readJson = (body: Buffer): Placed[] | string => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (!Array.isArray(value)) return [['the post', value]];
    return value.map((one: unknown, index): Placed => [`post ${index + 1}`, one]);
  } catch {
    return 'the body is not JSON; send one post, an array of posts, or NDJSON as application/x-ndjson';
  }
};

const readLines = (body: Buffer): Placed[] | string => {
  const values: Placed[] = [];
  for (const [index, line] of body.toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      values.push([`line ${index + 1}`, JSON.parse(line)]);
    } catch {
      return `line ${index + 1} is not JSON`;
    }
  }
  return values;
};
