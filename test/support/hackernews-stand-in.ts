import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface HackerNewsPost {
  readonly id: number;
  /** Unix seconds. */
  readonly at: number;
  /** When the search came to know it, unix seconds. */
  readonly foundAt: number;
  readonly by: string;
  readonly title?: string;
  readonly parent?: number;
  readonly story?: number;
  readonly points?: number;
  text: string;
  isDeleted?: boolean;
}

export interface HackerNewsStandIn extends StandIn {
  readonly posts: Map<number, HackerNewsPost>;
  /** Parameters that the search was asked with and does not know. */
  readonly violations: string[];
}

const KNOWN = [
  'query',
  'tags',
  'numericFilters',
  'hitsPerPage',
  'page',
  'typoTolerance',
  'attributesToHighlight',
];

/** The search of Algolia (`search_by_date`, at most 1,000 hits) and the items of Firebase, on one loopback address. */
export const startHackerNewsStandIn = async (now: () => Date): Promise<HackerNewsStandIn> => {
  const posts = new Map<number, HackerNewsPost>();
  const violations: string[] = [];
  const stand = await startStandIn((url) => {
    const id = /^\/v0\/item\/(\d+)\.json$/.exec(url.pathname)?.[1];
    if (id !== undefined) return { status: 200, body: JSON.stringify(itemOf(posts.get(Number(id)))) };
    if (url.pathname !== '/api/v1/search_by_date') return { status: 404, body: '{}' };
    for (const key of url.searchParams.keys()) if (!KNOWN.includes(key)) violations.push(key);
    return searchAnswer(url, posts, Math.floor(now().getTime() / 1000));
  });
  return Object.assign(stand, { posts, violations });
};

const itemOf = (post: HackerNewsPost | undefined): unknown => {
  if (post === undefined) return null;
  if (post.isDeleted === true) return { id: post.id, deleted: true, time: post.at, type: 'comment' };
  const { id, at, by, title, parent, text, points } = post;
  return {
    id,
    by,
    time: at,
    text,
    title,
    parent,
    score: points,
    type: title === undefined ? 'comment' : 'story',
  };
};

const searchAnswer = (url: URL, posts: ReadonlyMap<number, HackerNewsPost>, nowS: number): StandInAnswer => {
  const filters = url.searchParams.get('numericFilters') ?? '';
  const from = Number(/created_at_i>=(\d+)/.exec(filters)?.[1] ?? 0);
  const to = Number(/created_at_i<(\d+)/.exec(filters)?.[1] ?? Number.POSITIVE_INFINITY);
  const story = Number(/story_(\d+)/.exec(url.searchParams.get('tags') ?? '')?.[1] ?? 0);
  const found = [...posts.values()]
    .filter(({ story: of, title }) => story === 0 || (of === story && title === undefined))
    .filter((post) => post.at >= from && post.at < to && post.foundAt <= nowS && post.isDeleted !== true)
    .sort((a, b) => b.at - a.at || b.id - a.id);
  const perPage = Math.min(1_000, Number(url.searchParams.get('hitsPerPage') ?? '20'));
  const hits = found.slice(0, perPage).map(({ id, at, by, title, parent, story, text, points }) => ({
    objectID: String(id),
    created_at: new Date(at * 1000).toISOString(),
    created_at_i: at,
    author: by,
    ...(title === undefined
      ? { comment_text: text.replaceAll("'", '&#x27;'), parent_id: parent, story_id: story, points: null }
      : { title, story_text: text, url: null, points, num_comments: 3, story_id: id }),
    _tags: [title === undefined ? 'comment' : 'story'],
  }));
  return { status: 200, body: JSON.stringify({ hits, nbHits: found.length, page: 0, nbPages: 1 }) };
};
