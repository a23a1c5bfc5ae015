import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

type Json = Record<string, unknown>;

export interface Published {
  readonly timeUs: number;
  readonly seq: number;
  /** As v1 tells it, but for `time_us`. */
  readonly event: Json;
}

/** What goes wrong; each is read when it matters, so that a test changes it while connections are open. */
export interface Faults {
  /** Bytes written at once; all of a message otherwise. */
  chunkBytes?: number;
  /** Messages come as frames of so many bytes. */
  fragmentBytes?: number;
  /** The socket breaks after so many messages of a connection. */
  dropAfter?: number;
  /** Answers of the next calls instead of a socket. */
  readonly refusals: { status: number; headers?: Record<string, string>; body?: string }[];
  /** Nothing is sent. */
  isMute?: boolean;
}

export interface JetstreamStandIn {
  readonly origin: string;
  readonly hostPort: string;
  readonly faults: Faults;
  /** Queries of the connections, in their order. */
  readonly calls: readonly URLSearchParams[];
  readonly published: readonly Published[];
  publish(event: Json): Published;
  /** Ends every connection, politely or not. */
  drop(isPolite?: boolean): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly wire?: 'v1' | 'v2';
  /** Microseconds since 1970, as this host sees it. */
  readonly nowUs: () => number;
  readonly keptUs?: number;
}

const HOURS_36_US = 36 * 3_600_000_000;
const parameters = {
  v1: ['wantedCollections', 'wantedDids', 'cursor', 'compress', 'maxMessageSizeBytes', 'requireHello'],
  v2: ['cursor', 'kinds', 'dids', 'collections', 'maxMessageSizeBytes', 'zstdDictionary'],
} as const;

/**
 * Jetstream on a loopback port, by what its documentation and its lexicons say: collections are filtered, accounts and
 * identities always come, cursors are inclusive, v1 clamps silently to 36 hours, v2 says so, and a cursor in the future
 * means from now on.
 */
export const startJetstream = async (options: StandInOptions): Promise<JetstreamStandIn> => {
  const { wire = 'v1', nowUs, keptUs = HOURS_36_US } = options;
  const published: Published[] = [];
  const calls: URLSearchParams[] = [];
  const faults: Faults = { refusals: [] };
  const open = new Set<{ socket: Duplex; send: (one: Published) => void }>();
  const server = createServer((_, answer) => answer.writeHead(404).end('nothing here'));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    const url = new URL(request.url ?? '', 'http://localhost');
    calls.push(url.searchParams);
    const refusal = faults.refusals.shift() ?? refusalOf(url, { wire, nowUs, keptUs, published });
    if (refusal !== undefined) return refuse(socket, refusal);
    accept(request, socket, wire);
    const connection = connect(socket, wire, faults);
    replay(connection, url.searchParams.get('cursor'), { wire, nowUs, keptUs, published });
    open.add(connection);
    socket.on('close', () => open.delete(connection));
    // What the client says (pong, close) needs no answer here.
    socket.on('data', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `ws://127.0.0.1:${port}`,
    hostPort: `127.0.0.1:${port}`,
    faults,
    calls,
    published,
    publish: (event) => {
      const one = { timeUs: nowUs(), seq: published.length + 1, event };
      published.push(one);
      for (const { send } of open) send(one);
      return one;
    },
    drop: (isPolite = false) => {
      for (const { socket } of open) {
        if (isPolite) socket.end(frame(0x88, Buffer.from([0x03, 0xe9])));
        else socket.destroy();
      }
    },
    close: async () => {
      for (const { socket } of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

type Connection = ReturnType<typeof connect>;
type History = Required<StandInOptions> & { readonly published: readonly Published[] };

/** From 1e15 on a cursor is a time in microseconds, below it counts events. */
const isTime = (cursor: number): boolean => cursor >= 1e15;

const replay = (
  { tell, send }: Connection,
  cursor: string | null,
  { wire, nowUs, keptUs, published }: History,
): void => {
  if (cursor === null) return;
  const asked = Number(cursor);
  const floor = nowUs() - keptUs;
  if (wire === 'v2' && isTime(asked) && asked < floor) tell(outdated);
  if (asked > (isTime(asked) ? nowUs() : published.length)) return;
  const isAsked = ({ timeUs, seq }: Published): boolean => (isTime(asked) ? timeUs >= asked : seq >= asked);
  for (const one of published) if (one.timeUs >= floor && isAsked(one)) send(one);
};

const outdated: Json = {
  $type: 'message',
  payload: {
    $type: 'network.bsky.jetstream.subscribeEvents#info',
    name: 'OutdatedCursor',
    message: 'resumed from the floor',
  },
};

type Refusal = Faults['refusals'][number];

const refusalOf = (
  { pathname, searchParams }: URL,
  { wire, nowUs, keptUs, published }: History,
): Refusal | undefined => {
  const path = wire === 'v1' ? '/subscribe' : '/xrpc/network.bsky.jetstream.subscribeEvents';
  if (pathname !== path) return { status: 404 };
  const unknown = [...searchParams.keys()].find(
    (key) => !(parameters[wire] as readonly string[]).includes(key),
  );
  if (unknown !== undefined)
    return { status: 400, body: `{"error":"InvalidRequest","message":"${unknown}"}` };
  const cursor = Number(searchParams.get('cursor') ?? 0);
  const isTooOld = cursor > 0 && cursor < 1e15 && (published[cursor - 1]?.timeUs ?? 0) < nowUs() - keptUs;
  return isTooOld ? { status: 400, body: '{"error":"CursorTooOld","message":"floor"}' } : undefined;
};

const refuse = (socket: Duplex, { status, headers = {}, body = '' }: Refusal): void => {
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) });
  socket.end(
    `HTTP/1.1 ${status} No\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
};

const accept = (request: IncomingMessage, socket: Duplex, wire: 'v1' | 'v2'): void => {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const protocol = wire === 'v2' ? 'sec-websocket-protocol: xrpc.v1.json\r\n' : '';
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n${protocol}sec-websocket-accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
  );
};

const connect = (socket: Duplex, wire: 'v1' | 'v2', faults: Faults) => {
  let sent = 0;
  const tell = (message: Json): void => {
    if (faults.isMute === true || socket.destroyed) return;
    const bytes = Buffer.from(JSON.stringify(message));
    const size = faults.fragmentBytes ?? bytes.length;
    const frames: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size)
      frames.push(
        frame((at + size >= bytes.length ? 0x80 : 0) | (at === 0 ? 1 : 0), bytes.subarray(at, at + size)),
      );
    const all = Buffer.concat([frame(0x89, Buffer.from('still there?')), ...frames]);
    const chunk = faults.chunkBytes ?? all.length;
    for (let at = 0; at < all.length; at += chunk) socket.write(all.subarray(at, at + chunk));
    sent += 1;
    if (sent === faults.dropAfter) socket.end(() => socket.destroy());
  };
  return { socket, tell, send: (one: Published) => tell(wire === 'v1' ? v1Of(one) : v2Of(one)) };
};

const frame = (first: number, payload: Buffer): Buffer => {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
};

const v1Of = ({ timeUs, event }: Published): Json => ({ ...event, time_us: timeUs });

/** The same event in the words of the 2026 lexicon. */
export const v2Of = ({ timeUs, seq, event }: Published): Json => {
  const { kind, did, commit, account, identity } = event as Record<string, Json> & { kind: string };
  const ms = new Date(Math.floor(timeUs / 1000)).toISOString().slice(0, -1);
  const time = `${ms}${String(timeUs % 1000).padStart(3, '0')}Z`;
  return {
    $type: 'message',
    payload: {
      $type: `network.bsky.jetstream.subscribeEvents#${kind}`,
      seq,
      did,
      time,
      ...commit,
      ...(account === undefined ? {} : { account }),
      ...(identity === undefined ? {} : { identity }),
    },
  };
};
