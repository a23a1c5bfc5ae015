import { afterEach, describe, expect, it } from '@jest/globals';
import type { IngestDeps } from '../../src/http/routes/ingest.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';

let server: HttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const push = async (source: string, accept: IngestDeps['accept'], errors: Error[] = []) => {
  server = await startHttp(
    { host: '127.0.0.1', port: 0 },
    {
      health: { whyNotReady: () => Promise.resolve(null) },
      metrics: { contentType: 'text/plain', scrape: () => Promise.resolve('') },
      ingest: { token: 'secret', polled: new Set(['x']), accept },
      onError: (error) => errors.push(error),
    },
  );
  const response = await fetch(`http://127.0.0.1:${server.port}/ingest/${source}`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'The lamp is broken.' }),
  });
  return { status: response.status, detail: ((await response.json()) as { detail?: string }).detail };
};

describe('pushing posts', () => {
  it('refuses the name of a source that is polled, which the push would silence', async () => {
    let isAccepted = false;
    const answer = await push('x', () => {
      isAccepted = true;
      return Promise.resolve({ accepted: 1, kept: 1 });
    });
    expect(answer).toMatchObject({ status: 409, detail: expect.stringContaining('"x" is a source') });
    expect(isAccepted).toBe(false);
  });

  it('tells the log what the sender only hears as an internal error', async () => {
    const errors: Error[] = [];
    const answer = await push('forum', () => Promise.reject(new Error('the disk is full')), errors);
    expect(answer).toMatchObject({ status: 500, detail: expect.not.stringContaining('disk') });
    expect(errors.map(({ message }) => message)).toEqual(['the disk is full']);
  });
});
