import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

export interface Names {
  readonly posts: readonly string[];
  readonly authors: readonly string[];
}

/**
 * Those of which the record has, or may have, something: a post or author of a decided mention or a dead letter; all of
 * them while a page of the source waits to be decided, for what it holds is packed. One statement, so that a page which
 * is decided meanwhile is seen either as waiting or as decided.
 */
export const findHeld = async (
  tx: Transaction,
  source: string,
  { posts, authors }: Names,
): Promise<Names> => {
  const { rows } = await sql<{ post: string | null; author: string | null }>`
    with letter as (select native_id from ops.dead_letter where source = ${source} and state = 'waiting'),
    unread as (select
      exists (select 1 from intake.inbox where source = ${source} and state = 'pending') as pages,
      exists (select 1 from letter) as letters, exists (select 1 from letter where native_id is null) as nameless)
    select p.id as post, null as author from unnest(${[...posts]}::text[]) as p (id), unread
    where pages or nameless or p.id in (select native_id from letter)
      or exists (select 1 from desk.mention m where m.source = ${source} and m.native_id = p.id)
    union all
    select null, a.id from unnest(${[...authors]}::text[]) as a (id), unread
    where pages or letters or exists (select 1 from desk.mention m where m.source = ${source} and m.author = a.id)`.execute(
    tx,
  );
  return {
    posts: rows.flatMap(({ post }) => post ?? []),
    authors: rows.flatMap(({ author }) => author ?? []),
  };
};
