import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface ForumPost {
  readonly id: number;
  readonly topicId: number;
  readonly number: number;
  readonly createdAt: Date;
  /** When it was saved, which may be after one with a higher id. */
  readonly savedAt: Date;
  readonly replyTo?: number;
  readonly title?: string;
  readonly type?: number;
  cooked: string;
  version: number;
  isDeleted?: boolean;
  isPrivate?: boolean;
}

export interface DiscourseStandIn extends StandIn {
  readonly posts: Map<number, ForumPost>;
  /** `ids`: older forums answer with the posts of the last 50 ids, which may be none. */
  mode: 'posts' | 'ids';
}

/** A Discourse on the loopback address: `/posts.json?before=` and `/posts/ID.json`. */
export const startDiscourseStandIn = async (now: () => Date): Promise<DiscourseStandIn> => {
  const posts = new Map<number, ForumPost>();
  const stand = await startStandIn((url) => {
    const id = /^\/posts\/(\d+)\.json$/.exec(url.pathname)?.[1];
    if (id !== undefined) {
      const post = posts.get(Number(id));
      if (post === undefined || post.isDeleted === true)
        return { status: 404, body: '{"errors":["not found"]}' };
      if (post.isPrivate === true) return { status: 403, body: '{"errors":["not permitted"]}' };
      return { status: 200, body: JSON.stringify(renderPost(post)) };
    }
    const topic = /^\/t\/(\d+)(\/posts)?\.json$/.exec(url.pathname);
    if (topic !== null) return topicAnswer(url, topic, [...posts.values()], now());
    if (url.pathname !== '/posts.json') return { status: 404, body: '{}' };
    const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
    const shown = [...posts.values()]
      .filter((post) => post.savedAt <= now() && post.isDeleted !== true && post.isPrivate !== true)
      .filter(
        (post) =>
          post.id <= before && (standIn.mode === 'posts' || before === Infinity || post.id > before - 50),
      )
      .sort((a, b) => b.id - a.id)
      .slice(0, 50);
    return { status: 200, body: JSON.stringify({ latest_posts: shown.map(renderPost) }) };
  });
  const standIn: DiscourseStandIn = Object.assign(stand, { posts, mode: 'posts' as const });
  return standIn;
};

/** `/t/ID.json`: the first 20 posts and the ids of all; `/t/ID/posts.json`: those that are asked for. */
const topicAnswer = (
  url: URL,
  [, id, some]: RegExpExecArray,
  posts: readonly ForumPost[],
  now: Date,
): StandInAnswer => {
  const all = posts
    .filter((post) => post.topicId === Number(id) && post.savedAt <= now && post.isDeleted !== true)
    .sort((a, b) => a.number - b.number);
  if (all.length === 0) return { status: 404, body: '{"errors":["not found"]}' };
  if (all.some(({ isPrivate }) => isPrivate === true))
    return { status: 403, body: '{"errors":["not permitted"]}' };
  const asked = url.searchParams.getAll('post_ids[]').map(Number);
  const shown = some === undefined ? all.slice(0, 20) : all.filter((post) => asked.includes(post.id));
  const rendered = shown.map((post) => {
    const { topic_title: _title, topic_html_title: _html, ...rest } = renderPost(post);
    return { ...rest, read: true, link_counts: [] };
  });
  const stream = some === undefined ? { stream: all.map((post) => post.id) } : {};
  const title = all.find(({ number }) => number === 1)?.title ?? `Topic ${id}`;
  return {
    status: 200,
    body: JSON.stringify({
      id: Number(id),
      ...(some === undefined ? { title } : {}),
      post_stream: { posts: rendered, ...stream },
    }),
  };
};

/** Every field that the published description requires of an entry of `latest_posts`. */
export const renderPost = (post: ForumPost): Record<string, unknown> => ({
  ...blank,
  id: post.id,
  created_at: post.createdAt.toISOString(),
  updated_at: post.createdAt.toISOString(),
  cooked: post.cooked,
  raw: post.cooked,
  post_number: post.number,
  post_type: post.type ?? 1,
  reply_to_post_number: post.replyTo === undefined ? null : String(post.replyTo),
  topic_id: post.topicId,
  topic_slug: `topic-${post.topicId}`,
  topic_title: post.title ?? `Topic ${post.topicId}`,
  topic_html_title: post.title ?? `Topic ${post.topicId}`,
  version: post.version,
  post_url: `/t/topic-${post.topicId}/${post.topicId}/${post.number}`,
});

const blank = {
  name: 'Anna the Loud',
  username: 'Anna',
  user_id: 7,
  avatar_template: '/letter/{size}.png',
  posts_count: 9,
  reply_count: 2,
  quote_count: 0,
  incoming_link_count: 0,
  reads: 4_321,
  readers_count: 4_320,
  score: 99.5,
  yours: false,
  category_id: 1,
  display_username: 'Anna the Loud',
  primary_group_name: null,
  flair_name: null,
  flair_url: null,
  flair_bg_color: null,
  flair_color: null,
  flair_group_id: null,
  badges_granted: [],
  can_edit: false,
  can_delete: false,
  can_recover: false,
  can_see_hidden_post: false,
  can_wiki: false,
  user_title: null,
  bookmarked: false,
  actions_summary: [{ id: 2, can_act: true, count: 17 }],
  moderator: false,
  admin: false,
  staff: false,
  hidden: false,
  trust_level: 3,
  deleted_at: null,
  user_deleted: false,
  edit_reason: null,
  can_view_edit_history: true,
  wiki: false,
  excerpt: '',
  truncated: false,
  reviewable_id: null,
  reviewable_score_count: 0,
  reviewable_score_pending_count: 0,
};
