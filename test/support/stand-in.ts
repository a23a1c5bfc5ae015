import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StandInAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What may spoil one answer; `again` serves the answer before it, `byte by byte` cuts every character. */
export type StandInFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'truncated' | 'endless' | 'drop' | 'page for people' | 'again' | 'byte by byte' };

export interface StandIn {
  readonly baseUrl: string;
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage['headers'] }[];
  /** Each spoils one request, in turn; null spoils none. */
  readonly faults: (StandInFault | null)[];
  /** The same answers without a socket, for simulated time. */
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export interface StandInRequest {
  readonly method: string;
  readonly body: string;
}
export type Respond = (
  url: URL,
  headers: IncomingMessage['headers'],
  request: StandInRequest,
) => StandInAnswer;
/** Takes the connection over; false: it is no address of a stream. */
export type RespondStream = (
  url: URL,
  response: ServerResponse,
  headers: IncomingMessage['headers'],
) => boolean;

/** A platform's answers on the loopback address, spoilt on demand. */
export const startStandIn = async (
  respond: Respond,
  stream: RespondStream = () => false,
): Promise<StandIn> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let last: StandInAnswer = { status: 200, body: '[]' };
  const standIn: StandIn = {
    baseUrl,
    requests: [],
    faults: [],
    fetch: async (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      const fault = standIn.faults.shift() ?? null;
      if (fault?.kind === 'drop' || fault?.kind === 'endless') throw new Error('the connection is gone');
      const headers = Object.fromEntries(new Headers(init?.headers));
      const request = { method: init?.method ?? 'GET', body: String(init?.body ?? '') };
      const answer = answerTo({ url, headers, request }, fault);
      return asResponse(answer);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answerTo = ({ url, headers, request }: Arrived, fault: StandInFault | null): StandInAnswer => {
    standIn.requests.push({ url, headers });
    if (fault?.kind === 'status') return { status: fault.status, body: '{}', headers: fault.headers ?? {} };
    if (fault?.kind === 'page for people')
      return { status: 403, body: '<html>Are you human?</html>', headers: { 'content-type': 'text/html' } };
    if (fault?.kind === 'again') return last;
    const answer = respond(url, headers, request);
    if (answer.status < 300) last = answer;
    return fault?.kind === 'truncated'
      ? { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
      : answer;
  };
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', baseUrl);
    const fault = standIn.faults.shift() ?? null;
    if (fault?.kind === 'drop') return void response.destroy();
    if (fault === null && stream(url, response, request.headers)) {
      standIn.requests.push({ url, headers: request.headers });
      return;
    }
    void readBody(request).then((body) => {
      const arrived = { url, headers: request.headers, request: { method: request.method ?? 'GET', body } };
      return write(response, answerTo(arrived, fault), fault);
    });
  });
  return standIn;
};

/** "Not modified" has no body. */
const asResponse = ({ status, body, headers }: StandInAnswer): Response =>
  new Response(status === 304 ? null : body, { status, headers: { ...headers } });

interface Arrived {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly request: StandInRequest;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const write = async (
  response: ServerResponse,
  { status, body, headers }: StandInAnswer,
  fault: StandInFault | null,
): Promise<void> => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (fault?.kind === 'endless') return void response.write(body.slice(0, 10));
  if (fault?.kind !== 'byte by byte') return void response.end(body);
  await writeBytes(response, Buffer.from(body));
  response.end();
};

/** One byte a packet, so that every character is cut. */
export const writeBytes = async (response: ServerResponse, bytes: Buffer): Promise<void> => {
  for (const byte of bytes) {
    response.write(Buffer.from([byte]));
    await sleep(0);
  }
};
