import { createHash, randomBytes } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import {
  checkedUrl,
  guardedLookup,
  isAllowed,
  openLookup,
  type Resolve,
  SafeFetchError,
  systemResolve,
  withPair,
} from './public-address.ts';
import { clientFrame, createFrameReader, type SocketFrame, SocketProtocolError } from './socket-frames.ts';

export interface SafeSocketOptions {
  readonly resolve?: Resolve;
  /** `host:port` pairs of the operator's own network that may be called although they are private. */
  readonly allow?: readonly string[];
  /** From the call to the answer that the connection is open. */
  readonly handshakeMs?: number;
  readonly maxMessageBytes?: number;
}

export interface SocketCall {
  readonly signal: AbortSignal;
  /** What is spoken over the socket; none: as the server likes. */
  readonly protocol?: string;
}

/** An open web socket that is only listened to. */
export interface Socket {
  /**
   * Messages as they arrive, those of one read together. Nothing is read ahead of who reads here, so that a slow reader
   * slows the sender. Ends when the server says good-bye; throws SafeFetchError when the connection breaks.
   */
  messages(): AsyncIterator<readonly Buffer[], void>;
  close(): void;
}

/** Opens a web socket to a `ws(s)` or `http(s)` address. */
export type Connect = (address: string, call: SocketCall) => Promise<Socket>;

/** The server answered, but not with a socket. */
export class SocketRefusedError extends Error {
  override readonly name = 'SocketRefusedError';
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;

  constructor(host: string, answer: { status: number; headers: Headers; body: string }) {
    super(`${host} answered with status ${answer.status}`);
    this.status = answer.status;
    this.headers = answer.headers;
    this.body = answer.body;
  }
}

/**
 * Web sockets behind the address guard of `createSafeFetch`: public unicast addresses, ports 80 and 443, no credentials,
 * no redirects; the connection goes to an address that was checked. Text is handed on as the bytes that came.
 */
export const createSafeSocket = (options: SafeSocketOptions = {}): Connect => {
  const rules = { ...DEFAULTS, ...options, allow: new Set(options.allow?.map((pair) => pair.toLowerCase())) };
  const guarded = guardedLookup(rules.resolve);
  const open = openLookup(rules.resolve);
  return async (address, call) => {
    const url = checkedUrl(address.replace(/^ws(?=s?:)/i, 'http'), rules);
    const lookup = isAllowed(url, rules) ? open : guarded;
    const deadline = AbortSignal.timeout(rules.handshakeMs);
    try {
      const opened = await shakeHands(url, {
        ...call,
        signal: AbortSignal.any([call.signal, deadline]),
        lookup,
      });
      return listen(opened, url, { signal: call.signal, maxMessageBytes: rules.maxMessageBytes });
    } catch (error) {
      if (error instanceof SocketRefusedError || error instanceof SafeFetchError) throw error;
      if (call.signal.aborted) throw new SafeFetchError('aborted', `the call to ${url.host} was given up`);
      if (deadline.aborted)
        throw new SafeFetchError(
          'deadline',
          `${url.host} did not answer within ${rules.handshakeMs / 1000} s`,
        );
      const cause = withPair(error, url);
      throw cause instanceof SafeFetchError ? cause : unreachable(url, cause);
    }
  };
};

const DEFAULTS = { resolve: systemResolve, handshakeMs: 15_000, maxMessageBytes: 4 * 1024 * 1024 } as const;

const unreachable = (url: URL, cause: unknown): SafeFetchError => {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new SafeFetchError('unreachable', `${url.host} could not be reached or broke off${code}`, { cause });
};

interface Opened {
  readonly socket: Duplex;
  /** What the server sent right behind its answer. */
  readonly head: Buffer;
}

interface Handshake extends SocketCall {
  readonly lookup: ReturnType<typeof guardedLookup>;
}

const shakeHands = (url: URL, { signal, protocol, lookup }: Handshake): Promise<Opened> => {
  const key = randomBytes(16).toString('base64');
  const call = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    lookup,
    signal,
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'user-agent': 'Evenhand',
      'sec-websocket-version': '13',
      'sec-websocket-key': key,
      ...(protocol === undefined ? {} : { 'sec-websocket-protocol': protocol }),
    },
  });
  return new Promise((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (answer) => void readRefusal(answer, url).then(reject, reject));
    call.on('upgrade', (answer, socket, head) => {
      if (answer.headers['sec-websocket-accept'] === acceptOf(key)) return resolve({ socket, head });
      socket.destroy();
      reject(new SafeFetchError('malformed', `${url.host} answered, but not as a web socket does`));
    });
    call.end();
  });
};

/** RFC 6455 4.2.2. */
const acceptOf = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

const maxRefusalBytes = 4096;

const readRefusal = async (answer: IncomingMessage, url: URL): Promise<SocketRefusedError> => {
  let body = '';
  for await (const chunk of answer) {
    body += String(chunk);
    if (body.length > maxRefusalBytes) break;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined) headers.set(name, String(value));
  return new SocketRefusedError(url.host, { status: answer.statusCode ?? 0, headers, body });
};

const listen = (
  { socket, head }: Opened,
  url: URL,
  { signal, maxMessageBytes }: { signal: AbortSignal; maxMessageBytes: number },
): Socket => {
  const stop = (): void => void socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  // Told to whoever reads; without a listener an error that comes when nobody does would end the process.
  socket.on('error', () => undefined);
  if (head.length > 0) socket.unshift(head);
  if (signal.aborted) stop();
  const close = (): void => {
    signal.removeEventListener('abort', stop);
    send(socket, 'close', normalClosure);
    socket.destroy();
  };
  return { messages: () => readMessages(socket, url, { signal, maxMessageBytes }), close };
};

/** 1000, as a close frame has it. */
const normalClosure = Buffer.from([0x03, 0xe8]);

const send = (socket: Duplex, kind: 'pong' | 'close', payload: Buffer): void => {
  if (!socket.destroyed && socket.writable) socket.write(clientFrame(kind, payload, randomBytes(4)));
};

async function* readMessages(
  socket: Duplex,
  url: URL,
  { signal, maxMessageBytes }: { signal: AbortSignal; maxMessageBytes: number },
): AsyncGenerator<readonly Buffer[], void> {
  const read = createFrameReader(maxMessageBytes);
  try {
    for await (const chunk of socket) {
      const frames = read(chunk as Buffer);
      const messages = frames.flatMap((frame) => (frame.kind === 'message' ? [frame.bytes] : []));
      if (messages.length > 0) yield messages;
      if (answerControl(socket, frames)) return;
    }
  } catch (error) {
    if (error instanceof SocketProtocolError)
      throw new SafeFetchError('malformed', `${url.host} does not keep to the protocol: ${error.message}`);
    if (!signal.aborted) throw unreachable(url, error);
  }
}

/** True: the server said good-bye. */
const answerControl = (socket: Duplex, frames: readonly SocketFrame[]): boolean => {
  for (const frame of frames) {
    if (frame.kind === 'ping') send(socket, 'pong', frame.bytes);
    if (frame.kind === 'close') {
      send(socket, 'close', normalClosure);
      return true;
    }
  }
  return false;
};
