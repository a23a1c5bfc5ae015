import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly url: string;
}
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `hang`: never answers. `drop`: closes the connection. `endless`: answers without end. */
  readonly manner?: 'hang' | 'drop' | 'endless';
}
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  reply: Reply;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that keeps what it gets and answers as told. */
export const openReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks), url: request.url ?? '' });
      const { status, body = '', headers = {}, manner } = receiver.reply;
      if (manner === 'hang') return;
      if (manner === 'drop') {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, headers);
      if (manner !== 'endless') {
        response.end(body);
        return;
      }
      const timer = setInterval(() => response.write('x'.repeat(1_024)), 1);
      response.on('close', () => clearInterval(timer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    reply: { status: 200, body: 'ok' },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return receiver;
};
