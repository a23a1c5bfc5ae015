import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface RedditThing {
  /** `t3_…` for a post, `t1_…` for a comment. */
  readonly name: string;
  readonly subreddit: string;
  readonly createdAt: Date;
  /** When moderators let it through, and listings and search came to show it. */
  readonly shownAt: Date;
  readonly title?: string;
  readonly link?: string;
  readonly parent?: string;
  text: string;
  author: string | null;
  /** Unix seconds. */
  edited?: number;
  state?: 'deleted' | 'removed';
}

export interface RedditStandIn extends StandIn {
  readonly things: Map<string, RedditThing>;
  /** What was asked with parameters that are not documented, or with a user agent that the rules refuse. */
  readonly violations: string[];
  readonly closed: Map<string, { readonly status: number; readonly reason?: string }>;
  /** Posts that a listing holds at most. */
  depth: number;
  /** Requests that are left; null: plenty. */
  remaining: number | null;
  revoke(): void;
}

export const redditApp = { clientId: 'app-id', clientSecret: 'app-secret' };
export const redditUserAgent = 'node:evenhand:v0 (by /u/velora_help)';
const TOKEN_S = 86_400;

/** Reddit's interface for an approved app on the loopback address: token, listings, search, threads and /api/info. */
export const startRedditStandIn = async (now: () => Date): Promise<RedditStandIn> => {
  let token = { value: 'none', until: 0 };
  let issued = 0;
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const stand = await startStandIn((url, headers, { method, body }) => {
    if (!/^\w+:[\w.]+:\S+ \(by \/u\/\w+\)$/.test(String(headers['user-agent'])))
      standIn.violations.push(`user agent ${headers['user-agent']}`);
    if (url.pathname === '/api/v1/access_token') {
      const basic = Buffer.from(`${redditApp.clientId}:${redditApp.clientSecret}`).toString('base64');
      if (method !== 'POST' || body !== 'grant_type=client_credentials')
        standIn.violations.push(`${method} ${body}`);
      if (headers.authorization !== `Basic ${basic}`) return { status: 401, body: '{"error":401}' };
      issued += 1;
      token = { value: `token-${issued}`, until: seconds() + TOKEN_S };
      return json({ access_token: token.value, token_type: 'bearer', expires_in: TOKEN_S, scope: '*' });
    }
    if (headers.authorization !== `Bearer ${token.value}` || seconds() >= token.until)
      return { status: 401, body: '{"message":"Unauthorized","error":401}' };
    const answer = answerTo(url, standIn, now);
    const remaining = standIn.remaining ?? 996;
    if (standIn.remaining !== null) standIn.remaining = Math.max(0, standIn.remaining - 1);
    return {
      ...answer,
      headers: {
        'x-ratelimit-used': String(1_000 - remaining),
        'x-ratelimit-remaining': `${remaining}.0`,
        'x-ratelimit-reset': '247',
      },
    };
  });
  const standIn: RedditStandIn = Object.assign(stand, {
    things: new Map<string, RedditThing>(),
    violations: [],
    closed: new Map<string, { readonly status: number; readonly reason?: string }>(),
    depth: 1_000,
    remaining: null,
    revoke: () => {
      token = { value: 'none', until: 0 };
    },
  });
  return standIn;
};

const json = (value: unknown): StandInAnswer => ({ status: 200, body: JSON.stringify(value) });

const answerTo = (url: URL, standIn: RedditStandIn, now: () => Date): StandInAnswer => {
  const shown = [...standIn.things.values()].filter(({ shownAt }) => shownAt <= now());
  const asked: Asked = { url, standIn, shown };
  if (url.pathname.startsWith('/r/')) return communityAnswer(asked);
  if (url.pathname === '/search') return searchAnswer(asked);
  return url.pathname === '/api/info' ? infoAnswer(asked) : threadAnswer(asked);
};

interface Asked {
  readonly url: URL;
  readonly standIn: RedditStandIn;
  readonly shown: readonly RedditThing[];
}

const communityAnswer = ({ url, standIn, shown }: Asked): StandInAnswer => {
  allow(url, ['limit', 'after', 'before', 'count', 'raw_json'], standIn);
  const [, subreddit = '', list = ''] = /^\/r\/(\w+)\/(new|comments)$/.exec(url.pathname) ?? [];
  const closed = standIn.closed.get(subreddit);
  if (closed !== undefined)
    return { status: closed.status, body: JSON.stringify({ message: 'no', ...closed }) };
  const kind = list === 'new' ? 't3_' : 't1_';
  const found = shown.filter((one) => one.subreddit === subreddit && one.name.startsWith(kind));
  return listing(url, found, standIn);
};

const searchAnswer = ({ url, standIn, shown }: Asked): StandInAnswer => {
  allow(url, ['q', 'sort', 'type', 't', 'limit', 'after', 'raw_json'], standIn);
  const words = (url.searchParams.get('q') ?? '').replaceAll('"', '').toLowerCase();
  const found = shown.filter(
    (one) => one.name.startsWith('t3_') && `${one.title} ${one.text}`.toLowerCase().includes(words),
  );
  return listing(url, found, standIn);
};

const infoAnswer = ({ url, standIn }: Asked): StandInAnswer => {
  allow(url, ['id', 'raw_json'], standIn);
  const names = (url.searchParams.get('id') ?? '').split(',');
  if (names.length > 100) standIn.violations.push(`${names.length} names`);
  const things = names.flatMap((name) => standIn.things.get(name) ?? []);
  return json(listingOf(things.map(render), null));
};

const threadAnswer = ({ url, standIn, shown }: Asked): StandInAnswer => {
  allow(url, ['limit', 'sort', 'raw_json'], standIn);
  const id = /^\/comments\/(\w+)$/.exec(url.pathname)?.[1];
  const post = standIn.things.get(`t3_${id}`);
  if (post === undefined) return { status: 404, body: '{"message":"Not Found","error":404}' };
  const under = shown.filter(({ link }) => link === post.name);
  return json([listingOf([render(post)], null), listingOf(tree(post.name, under), null)]);
};

const allow = (url: URL, known: readonly string[], standIn: RedditStandIn): void => {
  for (const key of url.searchParams.keys())
    if (!known.includes(key)) standIn.violations.push(`${url.pathname} ${key}`);
};

const listing = (url: URL, things: readonly RedditThing[], { depth }: RedditStandIn): StandInAnswer => {
  const limit = Math.min(100, Number(url.searchParams.get('limit') ?? '25'));
  const listed = things
    .filter(({ state }) => state === undefined)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.name < b.name ? 1 : -1))
    .slice(0, depth);
  const after = url.searchParams.get('after');
  const at = after === null ? 0 : listed.findIndex(({ name }) => name === after) + 1;
  // A post that is no longer listed leads nowhere.
  if (after !== null && at === 0) return json(listingOf([], null));
  const page = listed.slice(at, at + limit);
  const last = at + limit < listed.length ? (page.at(-1)?.name ?? null) : null;
  return json(listingOf(page.map(render), last));
};

const listingOf = (children: readonly unknown[], after: string | null) => ({
  kind: 'Listing',
  data: { after, before: null, dist: children.length, modhash: null, geo_filter: '', children },
});

const tree = (parent: string, things: readonly RedditThing[]): readonly unknown[] =>
  things
    .filter((one) => one.parent === parent)
    .map((one) => {
      const below = tree(one.name, things);
      const rendered = render(one);
      return {
        ...rendered,
        data: { ...rendered.data, replies: below.length === 0 ? '' : listingOf(below, null) },
      };
    });

const render = (thing: RedditThing) => {
  const { name, subreddit, title, link, parent, createdAt, edited, state } = thing;
  const isPost = name.startsWith('t3_');
  const text = state === undefined ? thing.text : `[${state}]`;
  const isGone = thing.author === null || state === 'deleted';
  const author = isGone ? '[deleted]' : thing.author;
  return {
    kind: name.slice(0, 2),
    data: {
      id: name.slice(3),
      name,
      subreddit,
      created_utc: Math.floor(createdAt.getTime() / 1000),
      author,
      ...(isGone ? {} : { author_fullname: `t2_${author}` }),
      edited: edited ?? false,
      score: 4_321,
      ups: 4_321,
      permalink: `/r/${subreddit}/comments/x/_/${name.slice(3)}/`,
      ...(isPost
        ? {
            title,
            selftext: text,
            is_self: true,
            url: 'https://www.reddit.com/',
            num_comments: 765,
            stickied: false,
          }
        : { body: text, link_id: link, parent_id: parent, replies: '' }),
      ...(state === 'removed' ? { removed_by_category: 'moderator' } : {}),
    },
  };
};
