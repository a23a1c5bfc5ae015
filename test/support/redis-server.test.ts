import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { hasRedis, startRedis } from './redis-server.ts';

describe('a private Redis', () => {
  (hasRedis() ? it : it.skip)('says when its port is taken, and leaves nothing open', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    try {
      // Whichever is faster: the server that gives up, or the answer of whoever holds the port.
      await expect(startRedis((holder.address() as AddressInfo).port)).rejects.toThrow(
        /redis-server ended with code 1 at its start|is no Redis/,
      );
    } finally {
      holder.closeAllConnections();
      await new Promise((resolve) => holder.close(resolve));
    }
  });
});
