import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toMention } from '../../sources/file/to-mention.ts';
import type { RawMention } from '../../sources/source.ts';

export interface IngestDeps {
  readonly token: string;
  /** Names that a configured source has: what is pushed under one would pass for its walk, and silence it. */
  readonly polled: ReadonlySet<string>;
  /** Resolves when the mentions are in the record; a number: too much waits, try again after so many seconds. */
  readonly accept: (
    source: string,
    mentions: readonly RawMention[],
  ) => Promise<Accepted | { readonly retryAfterSeconds: number }>;
}

export interface Accepted {
  readonly accepted: number;
  readonly kept: number;
}

/** `POST /ingest/:source` with a bearer token: a post as JSON, an array of them, or NDJSON. 202 after commit. */
export const registerIngest = (server: FastifyInstance, deps: IngestDeps | null): void => {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    ['application/json', 'application/x-ndjson', 'application/ndjson'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  server.post<{ Params: { source: string } }>('/ingest/:source', async (request, reply) => {
    if (deps === null)
      return problem(
        reply,
        404,
        'pushing is not set up: set EVENHAND_INGEST_TOKEN and start the service again',
      );
    if (!isAllowed(request, deps.token))
      return problem(reply.header('www-authenticate', 'Bearer'), 401, 'the bearer token is missing or wrong');
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
    const read = readPosts(request.body as Buffer, request.headers['content-type'] ?? '');
    if (typeof read === 'string') return problem(reply, 400, read);
    const answer = await deps.accept(source, read);
    if ('retryAfterSeconds' in answer)
      return problem(
        reply.header('retry-after', String(answer.retryAfterSeconds)),
        429,
        `too much waits to be decided: try again in ${answer.retryAfterSeconds} s`,
      );
    return reply.code(202).send(answer);
  });
};

const sourceName = /^[a-z0-9][a-z0-9-]{0,63}$/;

const problem = (reply: FastifyReply, status: number, detail: string): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .send({ status, title: titles[status] ?? 'Error', detail });

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  409: 'Conflict',
  429: 'Too many requests',
};

const isAllowed = (request: FastifyRequest, token: string): boolean => {
  const told = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told), hash(token));
};

/** All of a request or nothing: a bad line is named and none is taken. */
const readPosts = (body: Buffer, contentType: string): RawMention[] | string => {
  const isLines = contentType.includes('ndjson');
  const values = isLines ? readLines(body) : readJson(body);
  if (typeof values === 'string') return values;
  if (values.length === 0) return 'the body holds no post';
  const mentions: RawMention[] = [];
  for (const [index, value] of values.entries()) {
    const place = isLines ? `line ${index + 1}` : values.length === 1 ? 'the post' : `post ${index + 1}`;
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

const readJson = (body: Buffer): unknown[] | string => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return Array.isArray(value) ? value : [value];
  } catch {
    return 'the body is not JSON; send one post, an array of posts, or NDJSON as application/x-ndjson';
  }
};

const readLines = (body: Buffer): unknown[] | string => {
  const values: unknown[] = [];
  const lines = body.toString('utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      values.push(JSON.parse(line));
    } catch {
      return `line ${index + 1} is not JSON`;
    }
  }
  return values;
};
