import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Operation,
  readDescriptions,
  type Spelling,
  type XDescriptions,
} from '../sources/x/x-openapi.ts';
import {
  type Invalid,
  type PageOf,
  renderInvalid,
  renderPage,
  renderStatus,
  type StandInPost,
  type StandInUser,
} from '../sources/x/x-render.ts';

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

export interface XStandIn {
  readonly baseUrl: string;
  /** Add to it to publish. */
  readonly posts: StandInPost[];
  readonly requests: { readonly operation: Operation; readonly params: URLSearchParams }[];
  readonly violations: string[];
  /** Each spoils one request, in turn. */
  readonly faults: (Fault | null)[];
  /** How many posts went out, those that came along included. */
  readonly served: { posts: number };
  rateLimit: { remaining: number; reset: number };
  close(): Promise<void>;
}

interface State {
  readonly options: XStandInOptions;
  readonly standIn: XStandIn;
  readonly descriptions: XDescriptions | null;
  readonly tokens: Map<string, { readonly request: string; readonly beforeId: string }>;
  lastPage: readonly StandInPost[];
}

export const startXStandIn = async (options: XStandInOptions): Promise<XStandIn> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: XStandIn = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: [],
    requests: [],
    violations: [],
    faults: [],
    served: { posts: 0 },
    rateLimit: { remaining: 449, reset: Math.floor(options.now().getTime() / 1000) + 900 },
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
  };
  server.on('request', (request, response) => {
    try {
      write(response, replyTo(state, request));
    } catch (error) {
      standIn.violations.push(`the stand-in failed: ${String(error)}`);
      response.destroy();
    }
  });
  return standIn;
};

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** `open`: the body never ends; `cut`: the connection goes before an answer. */
  readonly ending?: 'open' | 'cut';
}

const replyTo = (state: State, request: IncomingMessage): Reply => {
  const { standIn } = state;
  const url = new URL(request.url ?? '/', standIn.baseUrl);
  const operation = operationOf(url.pathname);
  if (operation === null || request.method !== 'GET') {
    standIn.violations.push(`${request.method} ${url.pathname} is not documented for us`);
    return { status: 404, body: '{}' };
  }
  standIn.requests.push({ operation, params: url.searchParams });
  standIn.violations.push(...(state.descriptions?.requestErrors(operation, url.searchParams) ?? []));
  const isKnown = request.headers.authorization === `Bearer ${state.options.token ?? 'test-token'}`;
  return faultyReply(state, { operation, url, fault: isKnown ? (standIn.faults.shift() ?? null) : refused });
};

const faultyReply = (state: State, asked: Asked): Reply => {
  if (asked.fault?.kind === 'drop') return { status: 0, body: '', ending: 'cut' };
  return asked.fault?.kind === 'status'
    ? statusReply(state, asked.operation, asked.fault)
    : askedReply(state, asked);
};

const askedReply = (state: State, asked: Asked): Reply => {
  const invalid = invalidParameter(state, asked);
  if (invalid === null) return pageReply(state, asked);
  const { operation } = asked;
  const body = checked(state, { operation, status: 400 }, (spelling) => renderInvalid(spelling, invalid));
  return { status: 400, body };
};

type StatusFault = Extract<Fault, { readonly kind: 'status' }>;

const refused: StatusFault = { kind: 'status', status: 401 };

const statusReply = (
  state: State,
  operation: Operation,
  { status, body, headers = {} }: StatusFault,
): Reply => ({
  status,
  headers,
  body: body ?? checked(state, { operation, status }, (spelling) => renderStatus(spelling, status, 'Fault')),
});

const write = (response: ServerResponse, { status, body, headers, ending }: Reply): void => {
  if (ending === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (ending === 'open') response.write(body);
  else response.end(body);
};

const operationOf = (path: string): Operation | null => {
  if (path === '/2/tweets/search/recent') return 'search';
  return /^\/2\/users\/\d{1,19}\/mentions$/.test(path) ? 'mentions' : null;
};

const WEEK_MS = 7 * 86_400_000;
const EPOCH_MS = 1_288_834_974_657;
const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH_MS;

/** Several posts can share a millisecond: `sequence` is up to 4 million. */
export const idAt = (at: Date, sequence = 0): string =>
  String((BigInt(at.getTime() - EPOCH_MS) << 22n) + BigInt(sequence));

const invalidParameter = (state: State, { operation, url }: Asked): Invalid | null => {
  const params = url.searchParams;
  const query = params.get('query') ?? '';
  if (query.length > 512) return { parameter: 'query', value: query, message: 'the query is too long' };
  return invalidSince(state, operation, params) ?? invalidToken(state, operation, url);
};

const invalidSince = (state: State, operation: Operation, params: URLSearchParams): Invalid | null => {
  const [sinceId, startTime] = [params.get('since_id'), params.get('start_time')];
  const oldest = state.options.now().getTime() - WEEK_MS;
  const sinceRefused = (message: string): Invalid => ({
    parameter: 'since_id',
    value: sinceId ?? '',
    message,
  });
  if (sinceId !== null && startTime !== null)
    return sinceRefused("'since_id' and 'start_time' exclude each other");
  if (operation !== 'search') return null;
  if (sinceId !== null && timeOf(sinceId) < oldest) {
    return sinceRefused(`'since_id' must be a tweet id created after [${new Date(oldest).toISOString()}].`);
  }
  if (startTime === null || Date.parse(startTime) >= oldest) return null;
  return { parameter: 'start_time', value: startTime, message: "'start_time' must be within seven days." };
};

const invalidToken = (
  state: State,
  operation: Operation,
  { pathname, searchParams }: URL,
): Invalid | null => {
  const token = tokenOf(searchParams);
  if (token === null || state.tokens.get(token)?.request === requestKey(pathname, searchParams)) return null;
  const parameter = operation === 'search' ? 'next_token' : 'pagination_token';
  return { parameter, value: token, message: 'this token belongs to no such request' };
};

const tokenOf = (params: URLSearchParams): string | null =>
  params.get('next_token') ?? params.get('pagination_token');

/** What a token is bound to: everything that decides which posts match, not how many come at once. */
const requestKey = (path: string, params: URLSearchParams): string =>
  [path, ...['query', 'since_id', 'start_time'].map((name) => params.get(name) ?? '')].join('\n');

interface Asked {
  readonly operation: Operation;
  readonly url: URL;
  readonly fault: Fault | null;
}

const pageReply = (state: State, { operation, url, fault }: Asked): Reply => {
  const { standIn, options } = state;
  const page = pageOf(state, operation, url);
  const repeated = fault?.kind === 'repeat' ? repeatOf(state, url, page) : page;
  const body = checked(state, { operation, status: 200 }, (spelling) =>
    renderPage(spelling, { posts: standIn.posts, users: options.users }, repeated),
  );
  state.lastPage = repeated.posts;
  standIn.rateLimit.remaining = Math.max(0, standIn.rateLimit.remaining - 1);
  standIn.served.posts += countPosts(JSON.parse(body));
  const headers = {
    'x-rate-limit-limit': '450',
    'x-rate-limit-remaining': String(standIn.rateLimit.remaining),
    'x-rate-limit-reset': String(standIn.rateLimit.reset),
  };
  if (fault?.kind === 'truncated') return { status: 200, body: body.slice(0, body.length / 2), headers };
  if (fault?.kind === 'no meta') return { status: 200, body: '{"errors":[{"title":"Broken"}]}', headers };
  if (fault?.kind === 'slow') return { status: 200, body: body.slice(0, 20), headers, ending: 'open' };
  return { status: 200, body, headers };
};

/** The page before once more; its token leads to where this one would have been. */
const repeatOf = (state: State, { pathname, searchParams: params }: URL, page: PageOf): PageOf => {
  const oldest = state.lastPage.at(-1);
  if (oldest === undefined) return page;
  return {
    params,
    posts: state.lastPage,
    nextToken: issueToken(state, requestKey(pathname, params), oldest.id),
  };
};

const issueToken = ({ tokens }: State, request: string, beforeId: string): string => {
  const token = `b${tokens.size.toString(36)}z`;
  tokens.set(token, { request, beforeId });
  return token;
};

const countPosts = (body: { data?: unknown[]; includes?: Record<string, unknown[]> }): number =>
  (body.data?.length ?? 0) + (body.includes?.tweets ?? body.includes?.posts ?? []).length;

const pageOf = (state: State, operation: Operation, { pathname, searchParams: params }: URL): PageOf => {
  const { standIn, options, tokens } = state;
  const [sinceId, startTime] = [params.get('since_id'), params.get('start_time')];
  const token = tokenOf(params);
  const before = token === null ? null : (tokens.get(token)?.beforeId ?? null);
  const visibleTo = options.now().getTime() - 30_000;
  const isMatch =
    operation === 'search' ? matcherOf(params.get('query') ?? '', options.users) : mentions(pathname);
  const matching = standIn.posts
    .filter((post) => isMatch(post) && post.createdAt.getTime() <= visibleTo)
    .filter((post) => sinceId === null || BigInt(post.id) > BigInt(sinceId))
    .filter((post) => startTime === null || post.createdAt.getTime() >= Date.parse(startTime))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const rest = before === null ? matching : matching.filter((post) => BigInt(post.id) < BigInt(before));
  const posts = rest.slice(0, Number(params.get('max_results') ?? 10));
  const oldest = posts.at(-1);
  if (oldest === undefined || rest.length === posts.length) return { posts, nextToken: null, params };
  return { posts, nextToken: issueToken(state, requestKey(pathname, params), oldest.id), params };
};

const mentions =
  (path: string) =>
  (post: StandInPost): boolean =>
    (post.mentions ?? []).includes(path.split('/')[3] ?? '');

/** `(a OR "b c" OR @d OR from:e) -is:retweet`: as much of the query language as may be sent. */
const matcherOf = (query: string, users: readonly StandInUser[]): ((post: StandInPost) => boolean) => {
  const [, group = '', suffix = ''] = /^\((.*)\) (\S+)$/.exec(query) ?? [];
  const terms = group.split(' OR ').map((term) => term.replaceAll('"', '').toLowerCase());
  const nameOf = (id: string): string => users.find((user) => user.id === id)?.username.toLowerCase() ?? '';
  const isOfKind = (post: StandInPost): boolean =>
    suffix === 'is:reply' ? post.repliedTo !== undefined : post.retweeted === undefined;
  return (post) =>
    isOfKind(post) &&
    terms.some((term) =>
      term.startsWith('from:')
        ? [post.authorId, nameOf(post.authorId)].includes(term.slice(5))
        : post.text.toLowerCase().includes(term),
    );
};

const checked = (
  state: State,
  { operation, status }: { operation: Operation; status: number },
  render: (spelling: Spelling) => unknown,
): string => {
  for (const spelling of ['tweet', 'post'] as const) {
    const answer = { status, body: render(spelling) };
    state.standIn.violations.push(...(state.descriptions?.answerErrors(spelling, operation, answer) ?? []));
  }
  return JSON.stringify(render(state.options.spelling));
};
