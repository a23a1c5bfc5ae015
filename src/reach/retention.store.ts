import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** Exact follower counts become bands (facts/science.md 5). Returns how many did. */
export const coarsenSamples = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const done = await sql`
    update sealed.sample s set followers = null, followers_band = case
      when s.followers < 100 then '0-99' when s.followers < 1000 then '100-999' when s.followers < 10000 then '1k-9,999' else '10k+' end
    from (
      select source, native_id, observed_at from sealed.sample where observed_at < ${before} and followers is not null
      order by observed_at limit ${limit} for update skip locked) d
    where s.source = d.source and s.native_id = d.native_id and s.observed_at = d.observed_at`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
};

/** Samples of posts that were erased, or forgotten with their case. */
export const dropErasedSamples = async (tx: Transaction, limit: number): Promise<number> => {
  const gone = await sql`
    delete from sealed.sample s using (
      select distinct s.source, s.native_id from desk.mention m
      join sealed.sample s on s.source = m.source and s.native_id = m.native_id
      where m.erased_at is not null limit ${limit}) d
    where s.source = d.source and s.native_id = d.native_id`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
};

/** Samples of posts that are about to go. A post that another brand keeps a case of, or has kept for less, keeps its own. */
export const dropSamplesOf = async (
  tx: Transaction,
  posts: readonly { readonly mentionId: string; readonly source: string; readonly nativeId: string }[],
): Promise<number> => {
  if (posts.length === 0) return 0;
  const gone = await sql`
    delete from sealed.sample s
    using unnest(${posts.map(({ source }) => source)}::text[], ${posts.map(({ nativeId }) => nativeId)}::text[]) as k (source, native_id)
    where s.source = k.source and s.native_id = k.native_id and not exists (
      select 1 from desk.mention m where m.source = k.source and m.native_id = k.native_id
        and m.mention_id <> all(${posts.map(({ mentionId }) => mentionId)}::bigint[]))`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
};

/**
 * Sealed bytes that were unpacked, and those that nobody ever will: of a page on which nothing waits to be decided, to
 * be unpacked or for a person, and of one that was given up long ago. What a person discarded does not wait for its day.
 */
export const dropSealedHusks = async (
  tx: Transaction,
  { emptyBefore, anyBefore, limit }: { emptyBefore: Date; anyBefore: Date; limit: number },
): Promise<number> => {
  const gone = await sql`
    delete from sealed.inbox where batch_id in (
      select s.batch_id from sealed.inbox s
      where (s.created_at < ${emptyBefore}
          or exists (select 1 from ops.dead_letter d where d.root_batch = s.batch_id and d.state = 'discarded'))
        and (s.payload is null or s.created_at < ${anyBefore} or not (
          exists (select 1 from intake.inbox i where i.root_batch = s.batch_id
            and (i.state = 'pending' or (i.state = 'done' and i.reach_done_at is null)))
          or exists (select 1 from ops.dead_letter d where d.root_batch = s.batch_id and d.state = 'waiting'))) limit ${limit} for update skip locked)`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};
