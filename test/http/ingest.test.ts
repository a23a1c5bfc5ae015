import { afterEach, describe, expect, it } from '@jest/globals';
import type { IngestDeps } from '../../src/http/routes/ingest.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { startQuietServer } from '../support/quiet-server.ts';

let server: HttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const push = async (
  source: string,
  accept: IngestDeps['accept'],
  {
    errors = [],
    ...request
  }: { errors?: Error[]; body?: string | null; type?: string; token?: string; method?: string } = {},
) => {
  server = await startQuietServer({
    ingest: { token: 'secret', senders: new Map(), polled: new Set(['x']), now: () => new Date(), accept },
    onError: (error) => errors.push(error),
  });
  const response = await fetch(`http://127.0.0.1:${server.port}/ingest/${source}`, {
    method: request.method ?? 'POST',
    headers: {
      authorization: `Bearer ${request.token ?? 'secret'}`,
      ...(request.body === null ? {} : { 'content-type': request.type ?? 'application/json' }),
    },
    body: request.body === undefined ? JSON.stringify({ text: 'The lamp is broken.' }) : request.body,
  });
  const told = (await response.json()) as { title?: string; detail?: string };
  const type = response.headers.get('content-type');
  const [retryAfter, allow] = ['retry-after', 'allow'].map((name) => response.headers.get(name));
  return { status: response.status, type, retryAfter, allow, ...told };
};

const never: IngestDeps['accept'] = () => Promise.reject(new Error('nothing was to be accepted'));

describe('pushing posts', () => {
  it('refuses the name of a source that is polled, which the push would silence', async () => {
    let isAccepted = false;
    const answer = await push('x', () => {
      isAccepted = true;
      return Promise.resolve({ kind: 'accepted', accepted: 1, kept: 1, known: 0 });
    });
    expect(answer).toMatchObject({ status: 409, detail: expect.stringContaining('"x" is a source') });
    expect(isAccepted).toBe(false);
  });

  it('tells the log what the sender only hears as an internal error', async () => {
    const errors: Error[] = [];
    const answer = await push('forum', () => Promise.reject(new Error('the disk is full')), { errors });
    expect(answer).toMatchObject({ status: 500, detail: expect.not.stringContaining('disk') });
    expect(errors.map(({ message }) => message)).toEqual(['the disk is full']);
  });

  it.each([
    ['busy', 429, 'Too many requests', /^too much waits to be decided: try again in 7 s$/],
    ['unavailable', 503, 'Not available', /^the database takes no posts now; .+: try again in 7 s$/],
  ] as const)('asks for another try when the record is %s', async (kind, status, title, detail) => {
    const answer = await push('forum', () => Promise.resolve({ kind, retryAfterSeconds: 7 }));
    expect(answer).toMatchObject({ status, title, retryAfter: '7', detail: expect.stringMatching(detail) });
    expect(answer.type).toMatch(/^application\/problem\+json/);
  });

  it('names the content types that it reads', async () => {
    const answer = await push('forum', never, { type: 'text/csv' });
    expect(answer).toMatchObject({ status: 415, title: 'Unsupported media type' });
    expect(answer.detail).toMatch(
      /text\/csv is not read here: send application\/json .+ application\/x-ndjson/,
    );
  });

  it('asks for the token before it says anything of the body', async () => {
    const answer = await push('forum', never, { type: 'text/csv', token: 'wrong' });
    expect(answer).toMatchObject({ status: 401, detail: 'the bearer token is missing or wrong' });
  });

  it('names the method of a path that it knows', async () => {
    const answer = await push('forum', never, { method: 'PUT' });
    expect(answer).toMatchObject({ status: 405, allow: 'POST', detail: '/ingest/forum takes POST, not PUT' });
  });

  it('says of a request without a body that it holds no post', async () => {
    const answer = await push('forum', never, { body: null });
    expect(answer).toMatchObject({ status: 400, title: 'Bad request', detail: 'the body holds no post' });
  });

  it('tells what it kept, what it knew, and the keys that it does not know', async () => {
    const accept: IngestDeps['accept'] = (_, { events }) =>
      Promise.resolve({ kind: 'accepted', accepted: events.length, kept: 1, known: 1 });
    const body = JSON.stringify([
      { id: 1, text: 'a', mood: 'sad', audience: { likes: 1, karma: 2 } },
      { id: 2, text: 'b', mood: 'glad' },
    ]);
    expect(await push('forum', accept, { body })).toMatchObject({
      status: 202,
      accepted: 2,
      kept: 1,
      known: 1,
      ignored: { mood: 2, 'audience.karma': 1 },
    });
  });

  it('takes revisions and deletions', async () => {
    const taken: unknown[] = [];
    const accept: IngestDeps['accept'] = (_, { events }) => {
      taken.push(...events);
      return Promise.resolve({ kind: 'accepted', accepted: events.length, kept: 0, known: 0 });
    };
    const lines = [
      { id: 'a', text: 'edited', revision: 2 },
      { id: 'b', deleted: true },
      { author: 'jo', deleted: true },
    ];
    await push('forum', accept, { body: JSON.stringify(lines) });
    expect(taken).toEqual([
      { kind: 'mention', nativeId: 'a', text: 'edited', revision: 2 },
      { kind: 'deletion', nativeId: 'b' },
      { kind: 'deletion', author: 'jo' },
    ]);
    for (const [line, detail] of [
      [{ deleted: true }, /"deleted" needs the "id" of a post/],
      [{ id: 'a', deleted: 'yes' }, /"deleted" is neither true nor false/],
      [{ id: 'a', text: 'a', revision: 1.5 }, /"revision" is not a whole number/],
    ] as const) {
      await server?.close();
      const answer = await push('forum', never, { body: JSON.stringify(line) });
      expect(answer).toMatchObject({ status: 400, detail: expect.stringMatching(detail) });
    }
  });

  it('says that an id of a request stood for other posts', async () => {
    const answer = await push('forum', () => Promise.resolve({ kind: 'conflict' }));
    expect(answer).toMatchObject({ status: 422, title: 'Unprocessable content' });
  });

  it('counts empty lines when it names a broken one', async () => {
    const body = '{"text": "a"}\n\n{"id": "b"}\n';
    const answer = await push('forum', never, { type: 'application/x-ndjson', body });
    expect(answer.detail).toMatch(/^line 3: /);
  });
});
