import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { Audience } from './audience.ts';

export interface UnaskedPost {
  readonly nativeId: string;
  readonly author: string;
}

/**
 * Decided posts of a source of whose authors' audience nothing is known yet. A row of `desk.mention` is a decision: what
 * waits to be decided is not among them. Who was asked about in vain has a sample that tells nothing.
 */
export const readUnasked = async (
  tx: Transaction,
  source: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<readonly UnaskedPost[]> => {
  const { rows } = await sql<UnaskedPost>`
    select distinct on (m.received_at, m.native_id) m.native_id as "nativeId", m.author from desk.mention m
    where m.source = ${source} and m.received_at > ${since} and m.author is not null and m.erased_at is null
      and not exists (select 1 from sealed.sample s where s.source = m.source and s.native_id = m.native_id
        and (s.followers is not null or s.followers_band is not null
          or (s.is_verified is null and s.likes is null and s.reposts is null and s.replies is null and s.views is null)))
    order by m.received_at, m.native_id limit ${limit}`.execute(tx);
  return rows;
};

/** Only of posts that stand: one that was erased while its author was asked about keeps none. */
export const keepAsked = async (
  tx: Transaction,
  source: string,
  {
    samples,
    at,
  }: { readonly samples: readonly (readonly [nativeId: string, audience: Audience])[]; readonly at: Date },
): Promise<number> => {
  const kept = await sql`
    insert into sealed.sample (source, native_id, observed_at, followers, is_verified)
    select distinct ${source}, r.id, ${at}::timestamptz, r.followers, r.verified
    from unnest(${samples.map(([id]) => id)}::text[], ${samples.map(([, { followers }]) => followers)}::bigint[], ${samples.map(([, { isVerified }]) => isVerified)}::boolean[]) as r (id, followers, verified)
    where exists (select 1 from desk.mention m where m.source = ${source} and m.native_id = r.id and m.erased_at is null)
    on conflict (source, native_id, observed_at) do nothing`.execute(tx);
  return Number(kept.numAffectedRows ?? 0);
};
