import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface RecordedServer {
  readonly port: number;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves what somebody recorded, whatever it is asked: the answers of a path one after the other and then its last one,
 * and on a web socket every message at once. It knows nothing of the platform.
 */
export const serveRecorded = async (
  answers: Readonly<Record<string, readonly unknown[]>>,
  messages: readonly string[] = [],
): Promise<RecordedServer> => {
  const given = new Map<string, number>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(request.url ?? '');
    const recorded = answers[pathname];
    const turn = given.get(pathname) ?? 0;
    given.set(pathname, turn + 1);
    const answer = recorded?.[Math.min(turn, recorded.length - 1)];
    response
      .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? { errors: ['not recorded'] }));
  });
  const open = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    open.add(socket);
    socket.on('error', () => undefined);
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptOf(request.headers['sec-websocket-key'] ?? '')}\r\n\r\n`,
    );
    for (const message of messages) socket.write(frameOf(Buffer.from(message)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** RFC 6455, 1.3. */
const acceptOf = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

/** A text frame of a server: whole, not masked (RFC 6455, 5.2). */
const frameOf = (payload: Buffer): Buffer => {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  if (payload.length < 126) head[1] = payload.length;
  else if (payload.length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
};
