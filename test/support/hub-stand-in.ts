import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A WebSub hub on the loopback address: takes subscriptions, asks back, delivers signed. */
export interface HubStandIn {
  readonly url: string;
  readonly requests: URLSearchParams[];
  /** What it answers to the next requests; 202 when empty. */
  readonly answers: number[];
  /** Asks the subscriber whether it meant the last request; gives what was answered. */
  verify(change?: Readonly<Record<string, string | null>>): Promise<{ status: number; body: string }>;
  deliver(
    body: string,
    change?: { readonly signature?: string; readonly method?: string },
  ): Promise<Response>;
  close(): void;
}

export const startHub = async (): Promise<HubStandIn> => {
  const server: Server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      hub.requests.push(new URLSearchParams(text));
      response.writeHead(hub.answers.shift() ?? 202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const told = (name: string): string => hub.requests.at(-1)?.get(`hub.${name}`) ?? '';
  const hub: HubStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`,
    requests: [],
    answers: [],
    verify: async (change = {}) => {
      const query = new URLSearchParams();
      const asked: Record<string, string | null> = {
        'hub.mode': told('mode'),
        'hub.topic': told('topic'),
        'hub.challenge': 'a<b>challenge',
        'hub.lease_seconds': '3600',
        ...change,
      };
      for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, value);
      const response = await fetch(`${told('callback')}?${query}`);
      return { status: response.status, body: await response.text() };
    },
    deliver: (body, { method = 'sha256', signature } = {}) =>
      fetch(told('callback'), {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/rss+xml',
          'x-hub-signature':
            signature ?? `${method}=${createHmac(method, told('secret')).update(body).digest('hex')}`,
        },
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return hub;
};
