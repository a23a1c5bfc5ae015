import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSafeSocket } from '../../src/lib/safe-socket.ts';
import { type JetstreamStandIn, startJetstream } from '../support/jetstream-stand-in.ts';

const { signal } = new AbortController();

describe('web sockets behind the address guard', () => {
  let host: JetstreamStandIn;
  let port = '';
  beforeAll(async () => {
    host = await startJetstream({ nowUs: () => 1 });
    port = new URL(host.origin).port;
  });
  afterAll(() => host.close());

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
  ])('are not opened to %s, on any port', async (literal) => {
    const connect = createSafeSocket({ resolve: () => Promise.reject(new Error('nobody is asked')) });
    for (const at of [
      `ws://${literal}/subscribe`,
      `wss://${literal}:443/`,
      `ws://${literal}:${port}/subscribe`,
    ])
      await expect(connect(at, { signal })).rejects.toMatchObject({ refusal: 'forbidden' });
    expect(host.calls).toHaveLength(0);
  });

  it.each([
    'ftp://feed.example/',
    'file:///etc/passwd',
    'wss://me:secret@feed.example/',
    'wss://feed.example:6379/',
    'nothing',
  ])('are not opened to %s', async (address) => {
    await expect(createSafeSocket()(address, { signal })).rejects.toMatchObject({ name: 'SafeFetchError' });
  });

  it('are not opened to a name of which any address is private, and go to an address that was checked', async () => {
    const asked: string[] = [];
    const answers = [['93.184.216.34', '127.0.0.1'], ['127.0.0.1']];
    const resolve = (name: string): Promise<readonly string[]> => {
      asked.push(name);
      return Promise.resolve(answers[asked.length - 1] ?? ['127.0.0.1']);
    };
    for (let i = 0; i < 2; i += 1)
      await expect(
        createSafeSocket({ resolve })('ws://feed.example/subscribe', { signal }),
      ).rejects.toMatchObject({
        refusal: 'forbidden',
        message: expect.stringContaining('network.allow'),
      });
    expect(asked).toEqual(['feed.example', 'feed.example']);
    expect(host.calls).toHaveLength(0);
  });

  it('follow no redirect, and tell what was answered instead of a socket', async () => {
    const connect = createSafeSocket({ allow: [host.hostPort] });
    host.faults.refusals.push({ status: 302, headers: { Location: 'ws://169.254.169.254/' } });
    await expect(connect(`${host.origin}/subscribe`, { signal })).rejects.toMatchObject({
      name: 'SocketRefusedError',
      status: 302,
    });
  });

  describe('at a server that is none', () => {
    let server: Server;
    let pair = '';
    beforeAll(async () => {
      server = createServer();
      server.on('upgrade', (request, socket) => {
        if (request.url === '/mute') return;
        socket.write(
          'HTTP/1.1 101 Yes\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: no\r\n\r\n',
        );
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      pair = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it('end when the answer is wrong, and when none comes in time', async () => {
      const connect = createSafeSocket({ allow: [pair], handshakeMs: 100 });
      await expect(connect(`ws://${pair}/`, { signal })).rejects.toMatchObject({ refusal: 'malformed' });
      await expect(connect(`ws://${pair}/mute`, { signal })).rejects.toMatchObject({ refusal: 'deadline' });
      const stopped = AbortSignal.abort();
      await expect(connect(`ws://${pair}/mute`, { signal: stopped })).rejects.toMatchObject({
        refusal: 'aborted',
      });
    });
  });
});
