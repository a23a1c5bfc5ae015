import type { Spelling } from './x-openapi.ts';

/** A post of the stand-in's world. */
export interface StandInPost {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly conversationId?: string;
  readonly repliedTo?: string;
  readonly quoted?: string;
  readonly retweeted?: string;
  /** All ids of the edit chain, oldest first. */
  readonly history?: readonly string[];
  readonly mentions?: readonly string[];
  readonly links?: readonly string[];
  readonly mediaKeys?: readonly string[];
  readonly note?: string;
  readonly lang?: string;
  readonly likes?: number;
}

export interface StandInUser {
  readonly id: string;
  readonly username: string;
  readonly followers: number;
}

export interface World {
  readonly posts: readonly StandInPost[];
  readonly users: readonly StandInUser[];
}

export interface PageOf {
  readonly posts: readonly StandInPost[];
  readonly nextToken: string | null;
  readonly params: URLSearchParams;
}

/** An answer as the platform writes it: only the fields that were asked for, in the spelling of one description. */
export const renderPage = (
  spelling: Spelling,
  world: World,
  { posts, nextToken, params }: PageOf,
): unknown => {
  const expansions = listOf(params, 'expansions');
  const fields = new Set([...listOf(params, 'tweet.fields'), 'id', 'text', 'edit_history_tweet_ids']);
  const asPost = (post: StandInPost): unknown => renamed(spelling, picked(renderPost(post), fields));
  const referenced = expansions.includes('referenced_tweets.id') ? posts.flatMap(referencedIds) : [];
  const authors = expansions.includes('author_id') ? posts.map((post) => post.authorId) : [];
  const users = world.users.filter((user) => authors.includes(user.id));
  const found = world.posts.filter((post) => referenced.includes(post.id));
  const lost = [...new Set(referenced)].filter((id) => !found.some((post) => post.id === id));
  const includes = {
    ...unlessEmpty(
      'users',
      users.map((user) => renamedUser(spelling, user, params)),
    ),
    ...unlessEmpty(spelling === 'tweet' ? 'tweets' : 'posts', found.map(asPost)),
  };
  return {
    ...unlessEmpty('data', posts.map(asPost)),
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    ...unlessEmpty(
      'errors',
      lost.map((id) => notFound(spelling, id)),
    ),
    meta: renderMeta(posts, nextToken),
  };
};

/** Posts that were asked for by their ids: those that stand, and what is said of the others. */
export const renderLookup = (
  spelling: Spelling,
  world: World,
  asked: {
    readonly ids: readonly string[];
    readonly hidden: ReadonlySet<string>;
    readonly params: URLSearchParams;
  },
): unknown => {
  const posts: StandInPost[] = [];
  const errors: unknown[] = [];
  for (const id of asked.ids) {
    const post = world.posts.find((each) => each.id === id || each.history?.includes(id));
    if (asked.hidden.has(id)) errors.push(notAuthorized(spelling, id));
    else if (post === undefined) errors.push(notFound(spelling, id, 'ids'));
    else posts.push({ ...post, id });
  }
  const {
    meta: _,
    errors: lost = [],
    ...page
  } = renderPage(spelling, world, {
    posts,
    nextToken: null,
    params: asked.params,
  }) as { meta?: unknown; errors?: unknown[] };
  return { ...page, ...unlessEmpty('errors', [...lost, ...errors]) };
};

/** Posts an hour, as counts/recent tells them. */
export const renderCounts = (
  spelling: Spelling,
  posts: readonly StandInPost[],
  { from, to }: { readonly from: Date; readonly to: Date },
): unknown => {
  const buckets: unknown[] = [];
  let start = from.getTime();
  while (start < to.getTime()) {
    const end = Math.min((Math.floor(start / 3_600_000) + 1) * 3_600_000, to.getTime());
    const count = posts.filter(
      ({ createdAt }) => createdAt.getTime() >= start && createdAt.getTime() < end,
    ).length;
    buckets.push({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      [spelling === 'tweet' ? 'tweet_count' : 'post_count']: count,
    });
    start = end;
  }
  const total = posts.filter(({ createdAt }) => createdAt >= from && createdAt < to).length;
  return {
    ...unlessEmpty('data', buckets),
    meta: { [spelling === 'tweet' ? 'total_tweet_count' : 'total_post_count']: total },
  };
};

export interface StandInRule {
  readonly id: string;
  readonly value: string;
  readonly tag?: string;
}

export const renderRules = (
  spelling: Spelling,
  rules: readonly StandInRule[],
  summary: Record<string, number> | null,
  at: Date,
): unknown => ({
  ...unlessEmpty('data', rules),
  meta:
    summary === null
      ? { ...(spelling === 'tweet' ? { sent: at.toISOString() } : {}), result_count: rules.length }
      : // The newer description names nothing of the summary.
        { sent: at.toISOString(), summary: spelling === 'tweet' ? summary : {} },
});

/** A line of the stream: one post and the rules that found it. */
export const renderLine = (
  spelling: Spelling,
  world: World,
  told: {
    readonly post: StandInPost;
    readonly rules: readonly StandInRule[];
    readonly params: URLSearchParams;
  },
): unknown => {
  const {
    data,
    meta: _,
    ...rest
  } = renderPage(spelling, world, {
    posts: [told.post],
    nextToken: null,
    params: told.params,
  }) as { data: unknown[]; meta: unknown };
  return {
    data: data[0],
    ...rest,
    matching_rules: told.rules.map(({ id, tag }) => ({ id, ...(tag === undefined ? {} : { tag }) })),
  };
};

const listOf = (params: URLSearchParams, name: string): string[] => (params.get(name) ?? '').split(',');

/** The platform leaves out a list that would be empty. */
const unlessEmpty = (key: string, list: readonly unknown[]): object =>
  list.length > 0 ? { [key]: list } : {};

const renderMeta = (posts: readonly StandInPost[], nextToken: string | null): object => ({
  result_count: posts.length,
  ...(posts.length > 0 ? { newest_id: posts[0]?.id, oldest_id: posts.at(-1)?.id } : {}),
  ...(nextToken === null ? {} : { next_token: nextToken }),
});

const referencedIds = (post: StandInPost): string[] =>
  [post.repliedTo, post.quoted, post.retweeted].filter((id) => id !== undefined);

const renderPost = (post: StandInPost): Record<string, unknown> => {
  const references = [
    ['replied_to', post.repliedTo],
    ['quoted', post.quoted],
    ['retweeted', post.retweeted],
  ].flatMap(([type, id]) => (id === undefined ? [] : [{ type, id }]));
  return {
    id: post.id,
    text: escaped(post.text),
    author_id: post.authorId,
    created_at: post.createdAt.toISOString(),
    conversation_id: post.conversationId ?? post.repliedTo ?? post.id,
    lang: post.lang ?? 'en',
    edit_history_tweet_ids: post.history ?? [post.id],
    public_metrics: {
      retweet_count: 0,
      reply_count: 0,
      like_count: post.likes ?? 0,
      quote_count: 0,
      bookmark_count: 0,
      impression_count: 0,
    },
    ...(references.length > 0 ? { referenced_tweets: references } : {}),
    ...(post.links === undefined ? {} : { entities: { urls: post.links.map(renderLink) } }),
    ...(post.mediaKeys === undefined ? {} : { attachments: { media_keys: post.mediaKeys } }),
    ...(post.note === undefined ? {} : { note_tweet: { text: escaped(post.note) } }),
  };
};

const renderLink = (link: string, index: number): unknown => ({
  start: index,
  end: index + 1,
  url: `https://t.co/link${index}`,
  expanded_url: link,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const picked = (post: Record<string, unknown>, fields: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(post).filter(([key]) => fields.has(key)));

const newNames: Readonly<Record<string, string>> = {
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
};

const renamed = (spelling: Spelling, value: unknown): unknown => {
  if (spelling === 'tweet' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => renamed(spelling, entry));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [newNames[key] ?? key, renamed(spelling, entry)]),
  );
};

const renamedUser = (spelling: Spelling, user: StandInUser, params: URLSearchParams): unknown => {
  const fields = new Set([...listOf(params, 'user.fields'), 'id', 'name', 'username']);
  const whole = {
    id: user.id,
    name: `Name of ${user.username}`,
    username: user.username,
    verified: user.followers > 1_000_000,
    public_metrics: { followers_count: user.followers, following_count: 1, tweet_count: 2, listed_count: 0 },
  };
  return renamed(spelling, picked(whole, fields));
};

const problemHost = { tweet: 'https://api.twitter.com', post: 'https://api.x.com' } as const;

const notAuthorized = (spelling: Spelling, id: string): unknown => ({
  type: `${problemHost[spelling]}/2/problems/not-authorized-for-resource`,
  title: 'Authorization Error',
  detail: `Sorry, you are not authorized to see the Tweet with ids: [${id}].`,
  parameter: 'ids',
  resource_id: id,
  resource_type: 'tweet',
  section: 'data',
  value: id,
});

const notFound = (
  spelling: Spelling,
  id: string,
  parameter = spelling === 'tweet' ? 'referenced_tweets.id' : 'referenced_posts',
): unknown => ({
  type: `${problemHost[spelling]}/2/problems/resource-not-found`,
  title: 'Not Found Error',
  detail: `Could not find tweet with ${parameter}: [${id}].`,
  parameter,
  resource_id: id,
  resource_type: 'tweet',
  value: id,
});

export interface Invalid {
  readonly parameter: string;
  readonly value: string;
  readonly message: string;
}

export const renderInvalid = (spelling: Spelling, { parameter, value, message }: Invalid): unknown => {
  const problem = { type: `${problemHost[spelling]}/2/problems/invalid-request`, title: 'Invalid Request' };
  return spelling === 'tweet'
    ? {
        ...problem,
        detail: 'One or more parameters to your request was invalid.',
        errors: [{ message, parameters: { [parameter]: [value] } }],
      }
    : { ...problem, detail: message, parameter, value, status: 400 };
};

/** The newer description knows no general problem. */
export const renderStatus = (spelling: Spelling, status: number, title: string): unknown =>
  spelling === 'tweet'
    ? { type: 'about:blank', title, detail: title, status }
    : { code: status, message: title };
