import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** What platforms said about the audience of somebody's posts, for that person's own eyes. Role: reach. */
export const readAuthorSamples = async (
  tx: Transaction,
  { source, author }: { readonly source: string; readonly author: string },
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { rows } = await sql<Record<string, unknown>>`
    select s.native_id as id, s.observed_at, s.followers, s.followers_band, s.is_verified, s.likes, s.reposts, s.replies, s.views
    from sealed.sample s where s.source = ${source} and s.native_id in (
      select native_id from desk.mention where source = ${source} and author = ${author})
    order by s.native_id, s.observed_at`.execute(tx);
  return rows;
};
