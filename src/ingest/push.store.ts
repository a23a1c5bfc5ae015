import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { pushHash } from './push-hash.ts';

/** A request by its idempotency key, and what it held. */
export interface PushRequest {
  readonly key: string;
  readonly body: string;
  /** How many of its posts were kept or known. */
  readonly posts: number;
}

/**
 * Notes the posts of a page by their names; gives back those that were not known. Sorted, so that two pushers cannot
 * wait for each other.
 */
export const notePosts = async (
  tx: Transaction,
  source: string,
  names: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> => {
  if (names.length === 0) return new Set();
  const byHash = new Map(names.map((name) => [pushHash(name), name]));
  const { rows } = await sql<{ post: string }>`
    insert into intake.push_post (source, post, received_at)
    select ${source}, t.post::uuid, ${at}::timestamptz from unnest(${[...byHash.keys()].sort()}::text[]) as t (post)
    on conflict do nothing returning post`.execute(tx);
  return new Set(rows.flatMap(({ post }) => byHash.get(post.replaceAll('-', '')) ?? []));
};

export const noteRequests = async (
  tx: Transaction,
  source: string,
  requests: readonly PushRequest[],
  at: Date,
): Promise<void> => {
  if (requests.length === 0) return;
  await sql`
    insert into intake.push_request (source, request, body, posts, received_at)
    select ${source}, t.request::uuid, t.body::uuid, t.posts, ${at}::timestamptz
    from unnest(${requests.map(({ key }) => key)}::text[], ${requests.map(({ body }) => body)}::text[], ${requests.map(({ posts }) => posts)}::integer[]) as t (request, body, posts)
    order by 2 on conflict do nothing`.execute(tx);
};

/** Requests that were accepted before, by their keys. */
export const readRequests = async (
  tx: Transaction,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PushRequest>> => {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ request: string; body: string; posts: number }>`
    select request, body, posts from intake.push_request
    where source = ${source} and request = any(${[...keys]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ request, body, posts }) => {
      const key = request.replaceAll('-', '');
      return [key, { key, body: body.replaceAll('-', ''), posts }] as const;
    }),
  );
};

/** What nobody sends again any more. */
export const dropPushes = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const posts = await sql`
    delete from intake.push_post t using (
      select source, post from intake.push_post where received_at < ${before} limit ${limit} for update skip locked) d
    where t.source = d.source and t.post = d.post`.execute(tx);
  const requests = await sql`
    delete from intake.push_request t using (
      select source, request from intake.push_request where received_at < ${before} limit ${limit} for update skip locked) d
    where t.source = d.source and t.request = d.request`.execute(tx);
  return Math.max(Number(posts.numAffectedRows ?? 0), Number(requests.numAffectedRows ?? 0));
};
