import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface AppViewPost {
  readonly rkey: string;
  readonly did: string;
  readonly text: string;
  readonly createdAt: string;
  readonly indexedAt?: string;
  /** `at://` of the post that it answers, and of the one that it quotes. */
  readonly replyTo?: string;
  readonly quotes?: string;
  readonly likes?: number;
  isDeleted?: boolean;
  isBlocked?: boolean;
}

export interface AppViewStandIn extends StandIn {
  readonly posts: Map<string, AppViewPost>;
  /** By DID. */
  readonly profiles: Map<string, { readonly handle: string; readonly followers: number }>;
  publish(post: Omit<AppViewPost, 'createdAt'> & { readonly createdAt?: string }): string;
  /** Requests that a lexicon does not describe. */
  readonly violations: string[];
}

/** Parameters of each query and their bounds, as the lexicons say (facts/sources.md 2). */
const lexicons: Readonly<Record<string, readonly string[]>> = {
  'app.bsky.feed.getPostThread': ['uri', 'depth', 'parentHeight'],
  'app.bsky.feed.getQuotes': ['uri', 'cid', 'limit', 'cursor'],
  'app.bsky.actor.getProfiles': ['actors'],
  'com.atproto.identity.resolveHandle': ['handle'],
};

/** An AppView of Bluesky on the loopback address. */
export const startAppView = async (): Promise<AppViewStandIn> => {
  const posts = new Map<string, AppViewPost>();
  const profiles: AppViewStandIn['profiles'] = new Map();
  const violations: string[] = [];
  const stand = await startStandIn((url) => {
    const method = url.pathname.replace('/xrpc/', '');
    const known = lexicons[method];
    if (known === undefined) return error(501, 'MethodNotImplemented');
    for (const key of url.searchParams.keys()) if (!known.includes(key)) violations.push(`${method} ${key}`);
    return answers[method]?.(url, appView) ?? error(501, 'MethodNotImplemented');
  });
  const appView: AppViewStandIn = Object.assign(stand, {
    posts,
    profiles,
    violations,
    publish: ({
      createdAt = '2026-11-20T12:00:00.000Z',
      ...post
    }: Parameters<AppViewStandIn['publish']>[0]) => {
      const uri = `at://${post.did}/app.bsky.feed.post/${post.rkey}`;
      posts.set(uri, { createdAt, ...post });
      return uri;
    },
  });
  return appView;
};

const ok = (body: unknown): StandInAnswer => ({ status: 200, body: JSON.stringify(body) });
const error = (status: number, name: string): StandInAnswer => ({
  status,
  body: JSON.stringify({ error: name, message: name }),
});

const answers: Readonly<Record<string, (url: URL, appView: AppViewStandIn) => StandInAnswer>> = {
  'app.bsky.feed.getPostThread': (url, appView) => {
    const uri = url.searchParams.get('uri') ?? '';
    const depth = Number(url.searchParams.get('depth') ?? 6);
    if (depth < 0 || depth > 1000) return error(400, 'InvalidRequest');
    if (!isThere(appView, uri)) return error(400, 'NotFound');
    return ok({ thread: threadOf(appView, uri, depth) });
  },
  'app.bsky.feed.getQuotes': (url, appView) => {
    const uri = url.searchParams.get('uri') ?? '';
    const limit = Number(url.searchParams.get('limit') ?? 50);
    if (limit < 1 || limit > 100) return error(400, 'InvalidRequest');
    const all = [...appView.posts]
      .filter(([one, { quotes }]) => quotes === uri && isThere(appView, one))
      .map(([one]) => one)
      .toReversed();
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const more = from + limit < all.length ? { cursor: String(from + limit) } : {};
    return ok({ uri, posts: all.slice(from, from + limit).map((one) => viewOf(appView, one)), ...more });
  },
  'app.bsky.actor.getProfiles': (url, { profiles }) => {
    const actors = url.searchParams.getAll('actors');
    if (actors.length === 0 || actors.length > 25) return error(400, 'InvalidRequest');
    return ok({
      profiles: actors.flatMap((did) => {
        const profile = profiles.get(did);
        if (profile === undefined) return [];
        const { handle, followers: followersCount } = profile;
        return [
          {
            did,
            handle,
            followersCount,
            followsCount: 3,
            postsCount: 9,
            indexedAt: '2026-11-01T00:00:00.000Z',
          },
        ];
      }),
    });
  },
  'com.atproto.identity.resolveHandle': (url, { profiles }) => {
    const handle = url.searchParams.get('handle');
    const found = [...profiles].find(([, profile]) => profile.handle === handle);
    return found === undefined ? error(400, 'InvalidRequest') : ok({ did: found[0] });
  },
};

const isThere = ({ posts }: AppViewStandIn, uri: string): boolean =>
  posts.has(uri) && posts.get(uri)?.isDeleted !== true;

const threadOf = (appView: AppViewStandIn, uri: string, depth: number): Record<string, unknown> => {
  const post = appView.posts.get(uri);
  if (post === undefined || post.isDeleted === true)
    return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true };
  if (post.isBlocked === true)
    return { $type: 'app.bsky.feed.defs#blockedPost', uri, blocked: true, author: { did: post.did } };
  const replies = [...appView.posts].flatMap(([one, { replyTo }]) =>
    replyTo === uri && isThere(appView, one) ? [one] : [],
  );
  return {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: viewOf(appView, uri),
    ...(depth > 0 ? { replies: replies.map((one) => threadOf(appView, one, depth - 1)) } : {}),
  };
};

const rootOf = ({ posts }: AppViewStandIn, uri: string): string => {
  let root = uri;
  for (let parent = posts.get(root)?.replyTo; parent !== undefined; parent = posts.get(root)?.replyTo)
    root = parent;
  return root;
};

/** `app.bsky.feed.defs#postView` with its record. */
const viewOf = (appView: AppViewStandIn, uri: string): Record<string, unknown> => {
  const post = appView.posts.get(uri);
  if (post === undefined) throw new Error(`no post ${uri}`);
  const { did, text, createdAt, replyTo, quotes } = post;
  const cid = 'bafyreib2rxk3rybk3aobmv5cjuql3bm2twh4jo5uxgf5kpqcsgz7soitae';
  return {
    uri,
    cid,
    author: {
      did,
      handle: appView.profiles.get(did)?.handle ?? 'somebody.example',
      displayName: 'Anna the Loud',
    },
    record: {
      $type: 'app.bsky.feed.post',
      text,
      createdAt,
      langs: ['en'],
      ...(replyTo === undefined
        ? {}
        : { reply: { root: { uri: rootOf(appView, uri), cid }, parent: { uri: replyTo, cid } } }),
      ...(quotes === undefined
        ? {}
        : { embed: { $type: 'app.bsky.embed.record', record: { uri: quotes, cid } } }),
    },
    replyCount: 1,
    repostCount: 2,
    likeCount: post.likes ?? 3,
    quoteCount: 4,
    indexedAt: post.indexedAt ?? createdAt,
  };
};
