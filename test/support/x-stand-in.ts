import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Operation, readDescriptions, type Spelling } from '../sources/x/x-openapi.ts';
import type { StandInPost, StandInRule, StandInUser } from '../sources/x/x-render.ts';
import {
  type Asked,
  askedReply,
  lineOf,
  type Reply,
  refused,
  type State,
  statusReply,
} from './x-stand-in-replies.ts';

export { idAt } from './x-stand-in-replies.ts';

/**
 * A stand-in for the X API on loopback that behaves as the platform does: newest first, tokens that do not expire and
 * belong to their request, nothing younger than 30 s, `since_id` and `start_time` older than seven days refused, rate
 * limits told in unix seconds. Every answer is rendered in both spellings and checked against both descriptions, every
 * request against what is documented; what is wrong stands in `violations`.
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: 'truncated' | 'slow' | 'repeat' | 'drop' | 'no meta' };

export interface XStandInOptions {
  readonly spelling: Spelling;
  readonly now: () => Date;
  readonly users: readonly StandInUser[];
  readonly token?: string;
}

export interface Requested {
  readonly operation: Operation;
  readonly params: URLSearchParams;
}

export interface XStandIn {
  readonly baseUrl: string;
  /** Add to it to publish. */
  readonly posts: StandInPost[];
  readonly requests: Requested[];
  /** Those for pages of posts alone. */
  readonly pageRequests: readonly Requested[];
  readonly violations: string[];
  /** Each spoils one request for a page of posts, in turn. */
  readonly faults: (Fault | null)[];
  /** The same for the other requests, by what they ask. */
  readonly otherFaults: Partial<Record<Operation, (Fault | null)[]>>;
  /** How many posts went out, those that came along included. */
  readonly served: { posts: number };
  rateLimit: { remaining: number; reset: number };
  /** Posts of accounts that went private. */
  readonly hidden: Set<string>;
  /** Rules of the stream, of whoever made them. */
  readonly rules: StandInRule[];
  /** Open connections of the stream. */
  readonly streams: StandInStream[];
  /** The line by which the stream tells a post; null: no rule finds it. Checked and counted like an answer. */
  lineOf(post: StandInPost): string | null;
  /** The same answers without a socket, for simulated time. */
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export interface StandInStream {
  /** Bytes as they are; `\r\n` alone is the sign of life. */
  write(bytes: string | Uint8Array): void;
  end(): void;
  drop(): void;
}

export const startXStandIn = async (options: XStandInOptions): Promise<XStandIn> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: XStandIn = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: [],
    requests: [],
    get pageRequests() {
      return standIn.requests.filter(({ operation }) => isPage(operation));
    },
    otherFaults: {},
    violations: [],
    faults: [],
    served: { posts: 0 },
    rateLimit: { remaining: 449, reset: Math.floor(options.now().getTime() / 1000) + 900 },
    hidden: new Set(),
    rules: [],
    streams: [],
    lineOf: (post) => lineOf(state, post),
    fetch: async (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      const authorization = new Headers(init?.headers).get('authorization') ?? undefined;
      const reply = replyTo(state, {
        method: init?.method ?? 'GET',
        url,
        authorization,
        body: String(init?.body ?? ''),
      });
      if (reply.ending !== undefined) throw new TypeError('the connection is gone');
      return new Response(reply.body, { status: reply.status, headers: { ...reply.headers } });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const state: State = {
    options,
    standIn,
    descriptions: readDescriptions(),
    tokens: new Map(),
    lastPage: [],
    streamParams: new URLSearchParams(),
  };
  server.on('request', (request, response) => {
    void bodyOf(request).then((body) => {
      try {
        const url = new URL(request.url ?? '/', standIn.baseUrl);
        const { authorization } = request.headers;
        const reply = replyTo(state, { method: request.method ?? 'GET', url, authorization, body });
        write(response, reply);
        if (reply.ending === 'stream') openStream(state, response);
      } catch (error) {
        standIn.violations.push(`the stand-in failed: ${String(error)}`);
        response.destroy();
      }
    });
  });
  return standIn;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** One connection at a time, as the platform allows. */
const openStream = ({ standIn }: State, response: ServerResponse): void => {
  const stream: StandInStream = {
    write: (bytes) => void response.write(bytes),
    end: () => void response.end(),
    drop: () => void response.destroy(),
  };
  standIn.streams.push(stream);
  response.on('close', () => void standIn.streams.splice(standIn.streams.indexOf(stream), 1));
};

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
}

const isPage = (operation: Operation): boolean => operation === 'search' || operation === 'mentions';

const replyTo = (state: State, { method, url, authorization, body }: Request): Reply => {
  const { standIn } = state;
  const operation = operationOf(method, url.pathname);
  if (operation === null) {
    standIn.violations.push(`${method} ${url.pathname} is not documented for us`);
    return { status: 404, body: '{}' };
  }
  const json: unknown = operation === 'update rules' ? JSON.parse(body) : undefined;
  standIn.requests.push({ operation, params: url.searchParams });
  standIn.violations.push(...(state.descriptions?.requestErrors(operation, url.searchParams, json) ?? []));
  const isKnown = authorization === `Bearer ${state.options.token ?? 'test-token'}`;
  const faults = isPage(operation) ? standIn.faults : (standIn.otherFaults[operation] ?? []);
  const fault = isKnown ? (faults.shift() ?? null) : refused;
  return faultyReply(state, { operation, url, fault, body: json });
};

const faultyReply = (state: State, asked: Asked): Reply => {
  if (asked.fault?.kind === 'drop') return { status: 0, body: '', ending: 'cut' };
  return asked.fault?.kind === 'status'
    ? statusReply(state, asked.operation, asked.fault)
    : askedReply(state, asked);
};

const write = (response: ServerResponse, { status, body, headers, ending }: Reply): void => {
  if (ending === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (ending === 'open' || ending === 'stream') response.write(body);
  else response.end(body);
};

const documented: Readonly<Record<string, Operation>> = {
  'GET /2/tweets/search/recent': 'search',
  'GET /2/tweets/counts/recent': 'counts',
  'GET /2/tweets': 'lookup',
  'GET /2/tweets/search/stream': 'stream',
  'GET /2/tweets/search/stream/rules': 'rules',
  'POST /2/tweets/search/stream/rules': 'update rules',
};

const operationOf = (method: string, path: string): Operation | null => {
  const found = documented[`${method} ${path}`];
  if (found !== undefined || method !== 'GET') return found ?? null;
  return /^\/2\/users\/\d{1,19}\/mentions$/.test(path) ? 'mentions' : null;
};
