import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSafeStream } from '../../src/lib/safe-stream.ts';

describe('a stream from an address that strangers can choose', () => {
  let server: Server;
  let host: string;
  let calls = 0;
  let answer: (response: ServerResponse) => void = (response) => void response.end();
  beforeAll(async () => {
    server = createServer((_, response) => {
      calls += 1;
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const init = { headers: {}, signal: new AbortController().signal, silenceMs: 200 };
  const read = async (chunks: AsyncIterable<Uint8Array>): Promise<string> => {
    let text = '';
    for await (const chunk of chunks) text += Buffer.from(chunk).toString();
    return text;
  };

  it.each([
    () => `http://${host}/`,
    () => `http://localhost:${host.split(':')[1]}/`,
    () => `http://0x7f000001:${host.split(':')[1]}/`,
    () => `http://2130706433:${host.split(':')[1]}/`,
    () => `http://[::ffff:127.0.0.1]:${host.split(':')[1]}/`,
    () => 'http://user:secret@forum.example/',
    () => 'file:///etc/passwd',
    () => 'http://forum.example/',
  ])('is refused where it leads to a private place (%#)', async (address) => {
    const open = createSafeStream({ resolve: () => Promise.resolve(['10.0.0.7']) });
    const before = calls;
    await expect(Promise.resolve().then(() => open(address(), init))).rejects.toThrow();
    expect(calls).toBe(before);
  });

  it('is read as it comes where the operator allowed it', async () => {
    answer = (response) => {
      response.write('one ');
      setTimeout(() => response.end('two'), 20);
    };
    const { status, chunks } = await createSafeStream({ allow: [host] })(`http://${host}/`, init);
    expect([status, await read(chunks)]).toEqual([200, 'one two']);
  });

  it('breaks off when nothing comes, and follows no redirect', async () => {
    answer = (response) => void response.write('one');
    const open = createSafeStream({ allow: [host] });
    const silent = await open(`http://${host}/`, init);
    await expect(read(silent.chunks)).rejects.toThrow();
    answer = (response) => void response.writeHead(302, { location: 'http://10.0.0.7/' }).end();
    expect((await open(`http://${host}/`, init)).status).toBe(302);
  });
});
