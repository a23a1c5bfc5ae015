import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it first arrived; a repetition under the same id tells nothing new. */
export interface Received {
  /** Unix milliseconds, when its last byte was there. */
  readonly atMs: number;
  readonly groupKey: string;
  readonly turn: number;
  /** Ids of its alerts in the outbox. */
  readonly alertIds: readonly string[];
}

export interface Receiver {
  readonly url: string;
  /** In the order of their arrival. */
  readonly received: () => readonly Received[];
  stop(): Promise<void>;
}

/** A webhook on the loopback address that says yes at once and notes when. */
export const startReceiver = async (): Promise<Receiver> => {
  const received = new Map<string, Received>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const atMs = Date.now();
      response.writeHead(204).end();
      const id = String(request.headers['webhook-id']);
      if (!received.has(id)) received.set(id, { atMs, ...read(Buffer.concat(chunks).toString('utf8')) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    received: () => [...received.values()],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const read = (body: string): Omit<Received, 'atMs'> => {
  const { data } = JSON.parse(body) as {
    data: { groupKey: string; turn: number; alerts: readonly { id: string }[] };
  };
  return { groupKey: data.groupKey, turn: data.turn, alertIds: data.alerts.map(({ id }) => id) };
};
