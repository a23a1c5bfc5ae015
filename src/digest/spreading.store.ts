import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { plainUrlOf } from '../postgres/plain-url.ts';
import type { SpreadSample } from './digest-rows.ts';

export interface DigestPeriod {
  readonly brand: string;
  readonly from: Date;
  readonly to: Date;
}

/** A thread that may be shown, and how it spread. */
export interface SpreadingThread {
  readonly source: string;
  readonly thread: string;
  /** Native id of its widest post; of the thread itself where none was told of. */
  readonly lead: string;
  /** As far as was read in the period; the post that began the thread may be older. */
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly relays: number;
  readonly posts: number;
  readonly samples: readonly SpreadSample[] | null;
  readonly elsewhere: number;
}

/** Enough of each kind that the fastest is among the widest; more would be read for nobody. */
const widest = 40;
const mostTalkedOf = 20;
const widestPosts = 5_000;
/** Of one post; a platform that is asked every five minutes fills a day with 288. */
const samplesOfPost = 300;

/**
 * The threads of a brand that were passed on or answered in the period, and how many there are in all: what
 * platforms told, what was read below one post, and what links to a post or repeats it, joined.
 */
export const readSpreading = async (
  tx: Transaction,
  period: DigestPeriod,
): Promise<{ readonly spreading: number; readonly threads: readonly SpreadingThread[] }> => {
  const { rows } = await sql<FoundThread>`
    with told as (${told(period)}), read as (${readThere(period)}),
    passed_on as materialized (${passedOn(period)}), relayed as (${relayed(period)}),
    joined as (
      select source, thread, coalesce(t.told, 0) as told, t.lead, coalesce(t.lead_told, 0) as lead_told,
        coalesce(r.posts, 1) as posts, coalesce(p.relays, 0) as relays, greatest(t.at, r.at, p.at) as seen_at, r.began_at
      from told t full join read r using (source, thread) full join relayed p using (source, thread)),
    ranked as (
      select *, count(*) over () as spreading, row_number() over (order by told desc, source, thread) as by_told,
        row_number() over (order by relays desc, posts desc, source, thread) as by_talk
      from joined)
    select k.source, k.thread, k.told, k.lead_told as "leadTold", coalesce(k.lead, k.thread) as lead, k.posts, k.relays, k.spreading,
      k.seen_at as "seenAt", coalesce(k.began_at, k.seen_at) as "startedAt", h.knows_spread as "knowsSpread"
    from ranked k left join ops.source_health h on h.source = k.source
    where k.by_told <= ${widest} or k.by_talk <= ${mostTalkedOf}`.execute(tx);
  const samples = await readSamples(tx, rows, period);
  return {
    spreading: Number(rows[0]?.spreading ?? 0),
    threads: rows.map((row) => toThread(row, samples.get(postKey(row.source, row.lead)) ?? [])),
  };
};

/**
 * What platforms told of the posts that they were asked about in the period. A count does not fall: the greatest
 * stands. Beyond the widest few thousand a post moves no thread to the front. The limit of one keeps the planner from
 * reading every mention for these.
 */
const told = ({ brand, from, to }: DigestPeriod) => sql`
  select m.source, m.thread, sum(s.n)::float8 as told, max(s.n)::float8 as lead_told, max(s.at) as at,
    (array_agg(m.native_id order by s.n desc, m.native_id))[1] as lead
  from (
    select source, native_id, max(coalesce(reposts, 0) + coalesce(replies, 0)) as n, max(observed_at) as at
    from sealed.sample where observed_at >= ${from} and observed_at <= ${to} and (reposts > 0 or replies > 0)
    group by source, native_id order by n desc, source, native_id limit ${widestPosts}) s
  cross join lateral (
    select source, native_id, thread from desk.mention
    where source = s.source and native_id = s.native_id and brand = ${brand} and erased_at is null limit 1) m
  group by m.source, m.thread`;

/** The post that began a thread counts as read with its replies. */
const readThere = ({ brand, from, to }: DigestPeriod) => sql`
  select source, thread, count(*)::int + 1 as posts, max(received_at) as at, min(coalesce(published_at, received_at)) as began_at
  from desk.mention where brand = ${brand} and received_at >= ${from} and received_at <= ${to} and thread <> native_id and erased_at is null
  group by source, thread`;

/** Posts elsewhere that link to a post which has a case, and what platforms declare to be a repetition. */
const relayed = ({ brand }: DigestPeriod) => sql`
  select source, thread, count(*)::int as relays, max(at) as at from (
    select o.source, o.thread, r.mention_id, r.at from passed_on r cross join unnest(r.links) as l (link)
    cross join lateral (
      select source, thread from desk.mention where ${plainUrlOf('url')} = ${plainUrlOf('l.link')}
        and case_id is not null and url is not null and brand = ${brand} offset 0) o
    where (o.source, o.thread) <> (r.source, r.thread)
    union
    select o.source, o.thread, r.mention_id, r.at from passed_on r
    join desk.mention o on o.source = r.source and o.native_id = r.repost_of and o.brand = ${brand}) each
  group by source, thread`;

const passedOn = ({ brand, from, to }: DigestPeriod) => sql`
  select mention_id, source, thread, links, repost_of, received_at as at from desk.mention
  where brand = ${brand} and received_at >= ${from} and received_at <= ${to} and (review_reason = 'relay' or repost_of is not null)`;

/** Counts of the widest post of each thread over time, since it was published: then they were nought. */
const readSamples = async (
  tx: Transaction,
  threads: readonly FoundThread[],
  { brand, to }: DigestPeriod,
): Promise<ReadonlyMap<string, readonly SpreadSample[]>> => {
  if (threads.length === 0) return new Map();
  const sources = threads.map(({ source }) => source);
  const leads = threads.map(({ lead }) => lead);
  const { rows } = await sql<{
    source: string;
    nativeId: string;
    at: Date;
    n: number;
    publishedAt: Date | null;
  }>`
    select k.source, k.native_id as "nativeId", s.at, s.n, m.published_at as "publishedAt"
    from unnest(${sources}::text[], ${leads}::text[]) as k (source, native_id)
    cross join lateral (
      select observed_at as at, (coalesce(reposts, 0) + coalesce(replies, 0))::float8 as n from sealed.sample
      where source = k.source and native_id = k.native_id and observed_at <= ${to} and (reposts is not null or replies is not null)
      order by observed_at desc limit ${samplesOfPost}) s
    left join desk.mention m on m.source = k.source and m.native_id = k.native_id and m.brand = ${brand}
    order by s.at`.execute(tx);
  const found = new Map<string, SpreadSample[]>();
  for (const { source, nativeId, at, n, publishedAt } of rows) {
    const key = postKey(source, nativeId);
    const before = found.get(key);
    if (before !== undefined) before.push({ at: at.toISOString(), count: n });
    else found.set(key, [...bornBefore(publishedAt, at), { at: at.toISOString(), count: n }]);
  }
  return found;
};

const bornBefore = (publishedAt: Date | null, at: Date): readonly SpreadSample[] =>
  publishedAt !== null && publishedAt < at ? [{ at: publishedAt.toISOString(), count: 0 }] : [];

const toThread = (row: FoundThread, samples: readonly SpreadSample[]): SpreadingThread => ({
  source: row.source,
  thread: row.thread,
  lead: row.lead,
  startedAt: row.startedAt.toISOString(),
  lastSeenAt: row.seenAt.toISOString(),
  relays: row.relays,
  posts: row.posts,
  samples: samples.length === 0 && row.knowsSpread !== true ? null : samples,
  elsewhere: Math.max(0, row.told - row.leadTold),
});

const postKey = (source: string, nativeId: string): string => JSON.stringify([source, nativeId]);

interface FoundThread {
  readonly source: string;
  readonly thread: string;
  readonly told: number;
  readonly leadTold: number;
  /** Native id of the widest post; of the thread itself where none was told of. */
  readonly lead: string;
  readonly posts: number;
  readonly relays: number;
  readonly spreading: string;
  readonly seenAt: Date;
  readonly startedAt: Date;
  readonly knowsSpread: boolean | null;
}
