import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { startQuietServer } from '../support/quiet-server.ts';

const megabyte = Buffer.alloc(1_048_576, 'x');
const inChunks = Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')]);

interface Wrote {
  /** Everything that the server said. */
  readonly answer: string;
  /** What the socket complained of; null: nothing. */
  readonly trouble: string | null;
  readonly written: number;
}

/** A sender that reads nothing before it has written everything, one part after the other. */
const writeOn = async (
  port: number,
  { header, part, parts, last = '' }: { header: string; part: Buffer; parts: number; last?: string },
): Promise<Wrote> => {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let trouble: string | null = null;
  let written = 0;
  socket.on('error', (error: NodeJS.ErrnoException) => {
    trouble = error.code ?? error.message;
  });
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  await once(socket, 'connect');
  socket.write(
    `POST /ingest/forum HTTP/1.1\r\nhost: a\r\nauthorization: Bearer secret\r\ncontent-type: application/json\r\n${header}\r\n\r\n`,
  );
  for (; written < parts && !socket.destroyed; written += 1)
    if (!socket.write(part))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  if (!socket.destroyed) {
    if (last !== '') socket.write(last);
    const heard = answer === '' ? once(socket, 'data') : Promise.resolve();
    await Promise.race([heard, once(socket, 'close')]).catch(() => undefined);
    socket.destroy();
  }
  return { answer, trouble, written };
};

describe('a body that is too large', () => {
  let server: HttpServer;
  beforeEach(async () => {
    server = await startHttp(
      { host: '127.0.0.1', port: 0 },
      {
        health: { whyNotReady: () => Promise.resolve(null) },
        metrics: { contentType: 'text/plain', scrape: () => Promise.resolve('') },
        ingest: {
          token: 'secret',
          senders: new Map(),
          polled: new Set(),
          now: () => new Date(),
          accept: () => Promise.reject(new Error('nothing was to be accepted')),
        },
        onError: () => undefined,
      },
    );
  });
  afterEach(() => server.close());

  it.each([
    ['says how long it is', { header: `content-length: ${20 * megabyte.length}`, part: megabyte }],
    ['comes in chunks', { header: 'transfer-encoding: chunked', part: inChunks, last: '0\r\n\r\n' }],
  ])(
    'and %s is answered 413 to a sender that writes it to its end',
    async (_, body) => {
      const { answer, trouble, written } = await writeOn(server.port, { ...body, parts: 20 });
      expect([trouble, written]).toEqual([null, 20]);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('the body is larger than 5 MB: send it in parts');
    },
    30_000,
  );

  it('and has no end is answered 413 too, and cut off after 64 MB', async () => {
    const { answer, written } = await writeOn(server.port, {
      header: 'transfer-encoding: chunked',
      part: inChunks,
      parts: 400,
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(written).toBeLessThan(400);
  }, 30_000);

  it('leaves the connection to the next request', async () => {
    const next = 'GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.write(
      `POST /ingest/forum HTTP/1.1\r\nhost: a\r\nauthorization: Bearer secret\r\ncontent-type: application/json\r\ncontent-length: ${6 * megabyte.length}\r\n\r\n`,
    );
    for (let part = 0; part < 6; part += 1) socket.write(megabyte);
    socket.write(next);
    await once(socket, 'close');
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  }, 30_000);
});

describe('a stop of the server', () => {
  it('waits for no connection on which nobody has asked anything', async () => {
    const server = await startQuietServer({});
    const socket = connect(server.port, '127.0.0.1');
    const ended = once(socket, 'close');
    await once(socket, 'connect');
    await server.close();
    await ended;
  }, 5_000);
});
