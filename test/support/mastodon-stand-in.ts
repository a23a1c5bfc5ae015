import type { ServerResponse } from 'node:http';
import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface Toot {
  readonly text: string;
  /** '': it has none, as replies. */
  readonly tag: string;
  /** As its author's instance says; its id follows it. */
  readonly createdAt: Date;
  /** When our instance heard of it. */
  readonly arrivedAt: Date;
  readonly author?: string;
  readonly followers?: number;
  readonly account?: Readonly<Record<string, unknown>>;
  readonly visibility?: string;
  readonly replyTo?: string;
  editedAt?: Date;
  deletedAt?: Date;
  body?: string;
}

export interface MastodonStandIn extends StandIn {
  /** Publishes, and gives the local id. */
  toot(toot: Toot): string;
  readonly toots: Map<string, Toot>;
  uriOf(localId: string): string;
  statusOf(localId: string): Record<string, unknown>;
  /** Open streams; write what shall be sent. */
  readonly streams: { readonly tag: string; readonly response: ServerResponse }[];
  limit: { left: number; resetAt: Date };
  access: { local: string; remote: string };
  /** Pages hold as many at most before they are filtered. */
  readonly pageSize: number;
}

/** A Mastodon 4.5 on the loopback address: Snowflake ids, `min_id` and `max_id`, `Link`, ISO 8601 resets, SSE. */
export const startMastodonStandIn = async (
  now: () => Date,
  options: { readonly token?: string; readonly limit?: number } = {},
): Promise<MastodonStandIn> => {
  const toots = new Map<string, Toot>();
  const streams: MastodonStandIn['streams'] = [];
  let count = 0;
  const perWindow = options.limit ?? 300;
  const stand = await startStandIn(
    (url, headers) => {
      if (now() >= standIn.limit.resetAt) standIn.limit = newWindow(perWindow, now());
      const limits = (): Record<string, string> => ({
        'x-ratelimit-limit': String(perWindow),
        'x-ratelimit-remaining': String(Math.max(0, standIn.limit.left)),
        'x-ratelimit-reset': standIn.limit.resetAt.toISOString().replace('Z', '123Z'),
      });
      standIn.limit.left -= 1;
      if (standIn.limit.left < 0)
        return { status: 429, body: '{"error":"Too many requests"}', headers: limits() };
      const isKnown =
        headers.authorization === undefined || headers.authorization === `Bearer ${options.token}`;
      if (!isKnown) return { status: 401, body: '{"error":"The access token is invalid"}' };
      const answer = answerTo(url, standIn, now());
      return { ...answer, headers: { ...limits(), ...answer.headers } };
    },
    (url, response, headers) => {
      if (url.pathname !== '/api/v1/streaming/hashtag') return false;
      if (headers.authorization !== `Bearer ${options.token}`) {
        response.writeHead(401).end('{}');
        return true;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':)\n');
      streams.push({ tag: url.searchParams.get('tag') ?? '', response });
      return true;
    },
  );
  const standIn: MastodonStandIn = Object.assign(stand, {
    toots,
    streams,
    pageSize: 40,
    limit: newWindow(perWindow, now()),
    access: { local: 'public', remote: 'public' },
    toot: (toot: Toot) => {
      const id = String((BigInt(toot.createdAt.getTime()) << 16n) + BigInt(count++ % 65_536));
      toots.set(id, toot);
      return id;
    },
    uriOf: (id: string) =>
      `https://elsewhere.example/users/${toots.get(id)?.author ?? 'anna'}/statuses/${id}`,
    statusOf: (id: string) => statusOf(id, standIn),
  });
  return standIn;
};

const newWindow = (left: number, now: Date): MastodonStandIn['limit'] => ({
  left,
  resetAt: new Date((Math.floor(now.getTime() / 300_000) + 1) * 300_000),
});

const answerTo = (url: URL, standIn: MastodonStandIn, now: Date): StandInAnswer => {
  const tag = /^\/api\/v1\/timelines\/tag\/([^/]+)$/.exec(url.pathname)?.[1];
  if (tag !== undefined) return timeline(url, decodeURIComponent(tag), standIn, now);
  const root = /^\/api\/v1\/statuses\/(\d+)\/context$/.exec(url.pathname)?.[1];
  if (root !== undefined) return contextOf(root, standIn, now);
  const id = /^\/api\/v1\/statuses\/(\d+)$/.exec(url.pathname)?.[1];
  if (id !== undefined)
    return isThere(standIn.toots.get(id), now)
      ? { status: 200, body: JSON.stringify(statusOf(id, standIn)) }
      : { status: 404, body: '{"error":"Record not found"}' };
  if (url.pathname === '/api/v1/search' || url.pathname === '/api/v2/search')
    return search(url, standIn, now);
  if (url.pathname !== '/api/v2/instance') return { status: 404, body: '{}' };
  const configuration = {
    urls: { streaming: standIn.baseUrl.replace('http', 'ws') },
    timelines_access: { hashtag_feeds: standIn.access },
  };
  return { status: 200, body: JSON.stringify({ configuration }) };
};

const contextOf = (root: string, standIn: MastodonStandIn, now: Date): StandInAnswer => {
  const replies = [...standIn.toots].filter(([, toot]) => toot.replyTo !== undefined && isThere(toot, now));
  const repliesTo = (id: string): readonly string[] =>
    replies.flatMap(([one, { replyTo }]) => (replyTo === id ? [one, ...repliesTo(one)] : []));
  const ancestorsOf = (id: string): readonly string[] => {
    const parent = standIn.toots.get(id)?.replyTo;
    return parent === undefined || !standIn.toots.has(parent) ? [] : [...ancestorsOf(parent), parent];
  };
  const render = (ids: readonly string[]) => ids.map((id) => statusOf(id, standIn));
  const body = { ancestors: render(ancestorsOf(root)), descendants: render(repliesTo(root)) };
  return { status: 200, body: JSON.stringify(body) };
};

const isThere = (toot: Toot | undefined, now: Date): boolean =>
  toot !== undefined && toot.arrivedAt <= now && (toot.deletedAt === undefined || toot.deletedAt > now);

/** The page that is asked for, newest first: at most `limit` of those after `min_id` or before `max_id`. */
const cutPage = (
  url: URL,
  { standIn, now, limit }: { readonly standIn: MastodonStandIn; readonly now: Date; readonly limit: number },
  of: (toot: Toot) => boolean,
): readonly string[] => {
  const [minId, maxId] = [url.searchParams.get('min_id'), url.searchParams.get('max_id')];
  const ids = [...standIn.toots.keys()].sort(byId);
  if (minId === null) ids.reverse();
  const page: string[] = [];
  for (const id of ids) {
    if (minId !== null && byId(id, minId) <= 0) continue;
    if (maxId !== null && byId(id, maxId) >= 0) continue;
    const toot = standIn.toots.get(id) as Toot;
    if (of(toot) && isThere(toot, now) && page.push(id) === limit) break;
  }
  return minId === null ? page : page.reverse();
};

/** Numbers too large for a number, written without zeros before them. */
const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));

const timeline = (url: URL, tag: string, standIn: MastodonStandIn, now: Date): StandInAnswer => {
  const limit = Math.min(40, Number(url.searchParams.get('limit') ?? '20'));
  const isTagged = (toot: Toot): boolean => toot.tag.toLowerCase() === tag.toLowerCase();
  const page = cutPage(url, { standIn, now, limit }, isTagged);
  const at = (name: string, id: string | undefined): string =>
    `<https://proxy.example${url.pathname}?limit=${limit}&${name}=${id}>`;
  const link = `${at('max_id', page.at(-1))}; rel="next", ${at('min_id', page[0])}; rel="prev"`;
  return {
    status: 200,
    body: JSON.stringify(page.map((id) => statusOf(id, standIn))),
    ...(page.length === 0 ? {} : { headers: { link } }),
  };
};

const search = (url: URL, standIn: MastodonStandIn, now: Date): StandInAnswer => {
  const words = (url.searchParams.get('q') ?? '').replaceAll('"', '').toLowerCase();
  const isFound = (toot: Toot): boolean => (toot.body ?? toot.text).toLowerCase().includes(words);
  const statuses = cutPage(url, { standIn, now, limit: 40 }, isFound).map((id) => statusOf(id, standIn));
  return { status: 200, body: JSON.stringify({ accounts: [], hashtags: [], statuses }) };
};

const tagLink = (tag: string): string =>
  ` <a href="https://elsewhere.example/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;

const statusOf = (id: string, standIn: MastodonStandIn): Record<string, unknown> => {
  const toot = standIn.toots.get(id);
  if (toot === undefined) throw new Error(`no toot ${id}`);
  const author = toot.author ?? 'anna';
  return {
    id,
    uri: standIn.uriOf(id),
    url: `https://elsewhere.example/@${author}/${id}`,
    created_at: toot.createdAt.toISOString(),
    edited_at: toot.editedAt?.toISOString() ?? null,
    content: `<p>${toot.body ?? toot.text}${toot.tag === '' ? '' : tagLink(toot.tag)}</p>`,
    spoiler_text: '',
    visibility: toot.visibility ?? 'public',
    language: 'en',
    in_reply_to_id: toot.replyTo ?? null,
    reblog: null,
    replies_count: 1,
    reblogs_count: 2,
    favourites_count: 3,
    media_attachments: [],
    mentions: [],
    tags: toot.tag === '' ? [] : [{ name: toot.tag, url: `https://here.example/tags/${toot.tag}` }],
    account: {
      id: '7',
      acct: `${author}@elsewhere.example`,
      url: `https://elsewhere.example/@${author}`,
      uri: `https://elsewhere.example/users/${author}`,
      display_name: 'Anna the Loud',
      avatar: 'https://elsewhere.example/avatar.png',
      followers_count: toot.followers ?? 12,
      noindex: false,
      indexable: false,
      ...toot.account,
    },
  };
};
