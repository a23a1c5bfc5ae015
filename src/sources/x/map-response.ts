import type { RawMention } from '../../domain/raw-mention.ts';
import type { Rejection } from '../source.ts';
import { editHistoryOf, type XAnswer, type XPost, xAnswer, xPost } from './answer.ts';
import { mapPost } from './map-post.ts';
import { newerId } from './snowflake.ts';

/** What one answer of X says, whatever it is: nothing here throws. */
export interface XMapped {
  readonly events: readonly RawMention[];
  readonly rejected: readonly Rejection[];
  /** Every different post that the answer holds, those that others answer or quote included. */
  readonly postsRead: number;
  readonly usersRead: number;
  readonly newestId: string | null;
  readonly nextToken: string | null;
  /** False: the answer does not say whether more follows, so a walk must not go on from it. */
  readonly hasMeta: boolean;
  /** What the platform says is missing from the answer (deleted, protected or withheld posts and authors). */
  readonly problems: readonly string[];
}

export const mapXResponse = (json: unknown): XMapped => {
  const parsed = xAnswer.safeParse(json);
  if (!parsed.success) return { ...nothing, rejected: [{ at: 'answer', reason: 'is not a JSON object' }] };
  const answer = parsed.data;
  const { posts, rejected } = readPosts(entriesOf(answer.data));
  const included = [...(answer.includes?.tweets ?? []), ...(answer.includes?.posts ?? [])];
  const context = {
    users: new Map((answer.includes?.users ?? []).map((user) => [user.id, user])),
    included: new Map(included.map((post) => [post.id, post])),
    firstIds: firstIdsOf([...posts, ...included]),
  };
  return {
    events: posts.map((post) => mapPost(post, context)),
    rejected,
    postsRead: new Set([...posts, ...included].map((post) => post.id)).size + rejected.length,
    usersRead: context.users.size,
    newestId: newestOf(posts, answer),
    nextToken: answer.meta?.next_token ?? null,
    hasMeta: answer.meta !== undefined,
    problems: (answer.errors ?? []).map((error) => error.title ?? error.detail ?? 'unnamed problem'),
  };
};

const nothing: XMapped = {
  events: [],
  rejected: [],
  postsRead: 0,
  usersRead: 0,
  newestId: null,
  nextToken: null,
  hasMeta: false,
  problems: [],
};

const entriesOf = (data: unknown): readonly unknown[] =>
  Array.isArray(data) ? data : data === undefined || data === null ? [] : [data];

const readPosts = (entries: readonly unknown[]): { posts: XPost[]; rejected: Rejection[] } => {
  const posts: XPost[] = [];
  const rejected: Rejection[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = xPost.safeParse(entry);
    if (parsed.success) posts.push(parsed.data);
    else rejected.push({ at: `post ${index + 1}`, reason: 'has no id or no text' });
  }
  return { posts, rejected };
};

/** Every id of an edit chain leads to the first one, which is the post's name with us. */
const firstIdsOf = (posts: readonly XPost[]): ReadonlyMap<string, string> =>
  new Map(posts.flatMap((post) => editHistoryOf(post).map((id, _, [first]) => [id, first ?? id] as const)));

const newestOf = (posts: readonly XPost[], answer: XAnswer): string | null => {
  const ids = posts.map((post) => post.id);
  const told = answer.meta?.newest_id;
  const all = told === undefined ? ids : [...ids, told];
  return all.length === 0 ? null : all.reduce(newerId);
};
