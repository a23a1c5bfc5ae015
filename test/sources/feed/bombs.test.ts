import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSafeFetch } from '../../../src/lib/safe-fetch.ts';
import { createFeedSource } from '../../../src/sources/feed.ts';
import { SourceError } from '../../../src/sources/source.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Walks the real feed source with the real guard and its own caps; only the deadline is shorter. */
const refusedAt = async (listener: RequestListener, deadlineMs = 5_000): Promise<SourceError> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/feed.xml?key=hush`;
  const fetch = createSafeFetch({ allow: [`127.0.0.1:${port}`], deadlineMs });
  const source = createFeedSource({ name: 'blog', url, comments: true });
  const deps = { clock: { now: () => new Date() }, fetch, signal: new AbortController().signal };
  try {
    for await (const page of source.pages(null, deps)) expect(page.events).toEqual([]);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('the walk ended as if nothing had been wrong');
};

const megabyte = 1024 * 1024;
const opening = '<rss version="2.0"><channel><title>T</title>';
const item = `<item><title>${'x'.repeat(200)}</title></item>`;

/** A feed of so many megabytes, or one without an end. */
function* feedOf(megabytes: number): Generator<Buffer> {
  yield Buffer.from(opening);
  const block = Buffer.from(item.repeat(Math.ceil(megabyte / item.length)));
  for (let n = 0; n < megabytes; n += 1) yield block;
}

const packers = { gzip: createGzip, deflate: createDeflate, br: createBrotliCompress } as const;
const packed =
  (encoding: keyof typeof packers, megabytes: number): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': encoding });
    // The reader leaves at its cap, and the pipe breaks.
    pipeline(Readable.from(feedOf(megabytes)), packers[encoding](), response).catch(() => undefined);
  };

describe('a feed that wants to exhaust the reader', () => {
  it.each(['gzip', 'deflate', 'br'] as const)('is left at the cap when it is a %s bomb', async (encoding) => {
    const before = process.memoryUsage().rss;
    const error = await refusedAt(packed(encoding, 200));
    expect(error.outcome).toBe('transient');
    expect(error.message).toMatch(
      /^the feed at .+ could not be read: http:\/\/127\.0\.0\.1:\d+ unpacks to more than 5242880 bytes$/,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte);
  });

  it('is left at the cap when its packed stream has no end', async () => {
    expect((await refusedAt(packed('gzip', Number.POSITIVE_INFINITY))).message).toContain(
      'unpacks to more than',
    );
  });

  it('is left at the cap when it floods without an end', async () => {
    const error = await refusedAt((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      pipeline(Readable.from(feedOf(Number.POSITIVE_INFINITY)), response).catch(() => undefined);
    });
    expect([error.outcome, error.message]).toEqual([
      'transient',
      expect.stringMatching(/ sends more than 5242880 bytes$/),
    ]);
  });

  it.each(['at once', 'packed'])('is left at the deadline when it drips without an end, %s', async (how) => {
    const begun = performance.now();
    const error = await refusedAt((_request, response) => {
      const headers = how === 'packed' ? { 'content-encoding': 'gzip' } : {};
      response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers });
      const gzip = createGzip();
      const out = how === 'packed' ? gzip : response;
      if (how === 'packed') gzip.pipe(response);
      const drip = setInterval(() => {
        out.write(item);
        if (how === 'packed') gzip.flush();
      }, 20);
      response.on('close', () => clearInterval(drip));
    }, 400);
    expect([error.outcome, error.message]).toEqual([
      'transient',
      expect.stringMatching(/127\.0\.0\.1:\d+ did not finish its answer within 0\.4 s$/),
    ]);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('is left at the deadline when it never begins', async () => {
    const error = await refusedAt(() => undefined, 300);
    expect(error.message).toMatch(/did not finish its answer within 0\.3 s$/);
  });

  it('is read no further than its first 3,000 entries', async () => {
    const error = await refusedAt((_request, response) => {
      response.end(`${opening}${'<item/>'.repeat(400_000)}`);
    }).catch((reason: unknown) => reason);
    expect(String(error)).toContain('the walk ended as if nothing had been wrong');
  }, 10_000);
});
