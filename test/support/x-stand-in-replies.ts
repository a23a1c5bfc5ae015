import type { Operation, Spelling, XDescriptions } from '../sources/x/x-openapi.ts';
import {
  type Invalid,
  type PageOf,
  renderCounts,
  renderInvalid,
  renderLine,
  renderLookup,
  renderPage,
  renderRules,
  renderStatus,
  type StandInPost,
  type StandInUser,
} from '../sources/x/x-render.ts';
import type { Fault, XStandIn, XStandInOptions } from './x-stand-in.ts';

/** What the stand-in for the X API answers, each checked against both descriptions. */
export interface State {
  readonly options: XStandInOptions;
  readonly standIn: XStandIn;
  readonly descriptions: XDescriptions | null;
  readonly tokens: Map<string, { readonly request: string; readonly beforeId: string }>;
  lastPage: readonly StandInPost[];
  streamParams: URLSearchParams;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** `open`: the body never ends; `cut`: the connection goes before an answer. */
  readonly ending?: 'open' | 'cut' | 'stream';
}

export const askedReply = (state: State, asked: Asked): Reply => {
  if (asked.operation === 'counts') return countsReply(state, asked);
  if (asked.operation === 'lookup') return lookupReply(state, asked);
  if (asked.operation === 'rules' || asked.operation === 'update rules') return rulesReply(state, asked);
  if (asked.operation === 'stream') return streamReply(state, asked);
  const invalid = invalidParameter(state, asked);
  if (invalid === null) return pageReply(state, asked);
  const { operation } = asked;
  const body = checked(state, { operation, status: 400 }, (spelling) => renderInvalid(spelling, invalid));
  return { status: 400, body };
};

const countsReply = (state: State, { operation, url }: Asked): Reply => {
  const now = state.options.now();
  const from = new Date(url.searchParams.get('start_time') ?? now.getTime() - WEEK_MS);
  const isMatch = matcherOf(url.searchParams.get('query') ?? '', state.options.users);
  const posts = state.standIn.posts.filter(isMatch);
  const to = new Date(now.getTime() - 30_000);
  return {
    status: 200,
    body: checked(state, { operation, status: 200 }, (spelling) =>
      renderCounts(spelling, posts, { from, to }),
    ),
  };
};

const lookupReply = (state: State, { operation, url, fault }: Asked): Reply => {
  const { standIn, options } = state;
  const params = url.searchParams;
  const ids = (params.get('ids') ?? '').split(',');
  const world = { posts: standIn.posts, users: options.users };
  const body = checked(state, { operation, status: 200 }, (spelling) =>
    renderLookup(spelling, world, { ids, hidden: standIn.hidden, params }),
  );
  standIn.served.posts += countPosts(JSON.parse(body));
  return { status: 200, body: fault?.kind === 'truncated' ? body.slice(0, body.length / 2) : body };
};

const rulesReply = (state: State, { operation, body }: Asked): Reply => {
  const { rules } = state.standIn;
  const { add, delete: gone } = (body ?? {}) as {
    add?: { value: string; tag?: string }[];
    delete?: { ids?: string[] };
  };
  const before = rules.length;
  const added = (add ?? []).map((rule, index) => ({ id: String(9_000 + before + index), ...rule }));
  for (const id of gone?.ids ?? [])
    rules.splice(
      rules.findIndex((rule) => rule.id === id),
      1,
    );
  rules.push(...added);
  const summary =
    add !== undefined
      ? { created: added.length, not_created: 0, valid: added.length, invalid: 0 }
      : gone === undefined
        ? null
        : { deleted: before - rules.length, not_deleted: 0 };
  const shown = operation === 'rules' ? rules : added;
  return {
    status: 200,
    body: checked(state, { operation, status: 200 }, (spelling) =>
      renderRules(spelling, shown, summary, state.options.now()),
    ),
  };
};

const streamReply = (state: State, { operation, url }: Asked): Reply => {
  if (state.standIn.streams.length > 0) return statusReply(state, operation, { kind: 'status', status: 429 });
  state.streamParams = url.searchParams;
  return { status: 200, body: '\r\n', ending: 'stream' };
};

export const lineOf = (state: State, post: StandInPost): string | null => {
  const { standIn, options } = state;
  const rules = standIn.rules.filter(({ value }) => matcherOf(value, options.users)(post));
  if (rules.length === 0) return null;
  const world = { posts: standIn.posts, users: options.users };
  const line = checked(state, { operation: 'stream', status: 200 }, (spelling) =>
    renderLine(spelling, world, { post, rules, params: state.streamParams }),
  );
  standIn.served.posts += countPosts(JSON.parse(line));
  return `${line}\r\n`;
};

type StatusFault = Extract<Fault, { readonly kind: 'status' }>;

export const refused: StatusFault = { kind: 'status', status: 401 };

export const statusReply = (
  state: State,
  operation: Operation,
  { status, body, headers = {} }: StatusFault,
): Reply => ({
  status,
  headers,
  body: body ?? checked(state, { operation, status }, (spelling) => renderStatus(spelling, status, 'Fault')),
});

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
  [path, ...['query', 'since_id', 'start_time', 'end_time'].map((name) => params.get(name) ?? '')].join('\n');

export interface Asked {
  readonly operation: Operation;
  readonly url: URL;
  readonly fault: Fault | null;
  readonly body: unknown;
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

const countPosts = (body: { data?: unknown; includes?: Record<string, unknown[]> }): number =>
  [body.data ?? []].flat().length + (body.includes?.tweets ?? body.includes?.posts ?? []).length;

const pageOf = (state: State, operation: Operation, { pathname, searchParams: params }: URL): PageOf => {
  const { standIn, options, tokens } = state;
  const [sinceId, startTime] = [params.get('since_id'), params.get('start_time')];
  const endTime = params.get('end_time');
  const token = tokenOf(params);
  const before = token === null ? null : (tokens.get(token)?.beforeId ?? null);
  const visibleTo = options.now().getTime() - 30_000;
  const isMatch =
    operation === 'search' ? matcherOf(params.get('query') ?? '', options.users) : mentions(pathname);
  const matching = standIn.posts
    .filter((post) => isMatch(post) && post.createdAt.getTime() <= visibleTo)
    .filter((post) => sinceId === null || BigInt(post.id) > BigInt(sinceId))
    .filter((post) => startTime === null || post.createdAt.getTime() >= Date.parse(startTime))
    .filter((post) => endTime === null || post.createdAt.getTime() < Date.parse(endTime))
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
  const isFound = (post: StandInPost, term: string): boolean => {
    const [, operator, value = ''] = /^(from|conversation_id|quotes_of_tweet_id):(.*)$/.exec(term) ?? [];
    if (operator === 'from') return [post.authorId, nameOf(post.authorId)].includes(value);
    if (operator === 'conversation_id') return (post.conversationId ?? post.repliedTo ?? post.id) === value;
    if (operator === 'quotes_of_tweet_id') return post.quoted === value;
    return post.text.toLowerCase().includes(term);
  };
  return (post) => isOfKind(post) && terms.some((term) => isFound(post, term));
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
