import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startHeartbeat } from '../../workers/heartbeat.ts';

describe('the heartbeat URL', () => {
  it('is asked for over HTTP at the start', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const heard = new Promise((resolve) => server.once('request', resolve));
    const stop = startHeartbeat(`http://127.0.0.1:${port}/ping/a1?up`, fetch, (error) => {
      throw error;
    });
    await heard;
    stop();
    expect(asked).toEqual(['GET /ping/a1?up']);
    await new Promise((resolve) => server.close(resolve));
  });

  describe('by the clock', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('is called at once and once a minute until the service stops', async () => {
      const pings: string[] = [];
      const ping = ((url: string) => {
        pings.push(url);
        return Promise.resolve(new Response('ok'));
      }) as typeof fetch;
      const stop = startHeartbeat('http://watch.test/1', ping, () => undefined);
      expect(pings).toEqual(['http://watch.test/1']);
      await jest.advanceTimersByTimeAsync(59_999);
      expect(pings).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(1);
      expect(pings).toHaveLength(2);
      await jest.advanceTimersByTimeAsync(180_000);
      expect(pings).toHaveLength(5);
      stop();
      await jest.advanceTimersByTimeAsync(600_000);
      expect(pings).toHaveLength(5);
    });

    it('tells of a watch that does not answer, and goes on', async () => {
      const errors: string[] = [];
      const refuse: typeof fetch = () => Promise.reject(new Error('connection refused'));
      const stop = startHeartbeat('http://watch.test/1', refuse, ({ message }) => errors.push(message));
      await jest.advanceTimersByTimeAsync(120_000);
      stop();
      expect(errors).toEqual(['connection refused', 'connection refused', 'connection refused']);
    });

    it('is not called where there is none', async () => {
      let calls = 0;
      const count = (() => {
        calls += 1;
        return Promise.resolve(new Response());
      }) as typeof fetch;
      const stop = startHeartbeat(null, count, () => undefined);
      await jest.advanceTimersByTimeAsync(120_000);
      stop();
      expect(calls).toBe(0);
    });
  });
});
