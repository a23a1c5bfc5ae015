import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { findSwarms, isAmong, type Swarm, type SwarmPost, swarmRule } from './find-swarms.ts';
import type { Placed } from './group-page.ts';

/**
 * Looks for swarms around what was just grouped; nothing of an account is read but that it is another one. What goes on
 * in a swarm that is known joins it by its last members alone: a campaign of thousands is not read again for each of them.
 */
export const noteSwarms = async (tx: Transaction, placed: readonly Placed[], now: Date): Promise<void> => {
  const alike = placed.filter(
    ({ grouping: { nearest } }) => (nearest?.similarity ?? 0) >= swarmRule.leastSimilarity,
  );
  if (alike.length === 0) return;
  const posts = await readNew(
    tx,
    alike.map(({ complaint }) => complaint.post),
  );
  const left = await joinKnown(tx, posts);
  for (const brand of new Set(left.map((post) => post.brand))) {
    const around = await readAround(
      tx,
      left.filter((post) => post.brand === brand),
    );
    for (const swarm of findSwarms(around)) await keepSwarm(tx, { brand, swarm }, now);
  }
};

interface NewPost extends SwarmPost {
  readonly brand: string;
  readonly caseId: string;
  /** The swarm of the post that it is most alike; null: that is of none. */
  readonly swarm: string | null;
}

/** By the time at which they were written. */
const readNew = async (tx: Transaction, posts: readonly number[]): Promise<readonly NewPost[]> => {
  const { rows } = await sql<SwarmRow & { brand: string; caseId: string; swarm: string | null }>`
    select ${swarmColumns}, p.brand, m.case_id as "caseId", s.swarm_id as swarm
    from desk.problem_member p ${withAuthor} left join desk.swarm_member s on s.mention_id = p.nearest
    where p.mention_id = any(${[...posts]}::bigint[]) and p.status = 'confirmed'
    order by p.written_at, p.mention_id`.execute(tx);
  return rows.map((row) => ({ ...toPost(row), brand: row.brand, caseId: row.caseId, swarm: row.swarm }));
};

/** Returns those that may belong to one that nobody has seen yet. */
const joinKnown = async (tx: Transaction, posts: readonly NewPost[]): Promise<readonly NewPost[]> => {
  const recent = await readRecent(tx, [...new Set(posts.flatMap(({ swarm }) => swarm ?? []))]);
  const joined = new Map<number, string>();
  const left: NewPost[] = [];
  for (const post of posts) {
    const swarm = post.swarm ?? joined.get(post.nearest?.post ?? 0) ?? null;
    const members = recent.get(swarm ?? '');
    if (swarm === null || members === undefined || !isAmong(post, members)) left.push(post);
    else {
      members.push(post);
      joined.set(post.post, swarm);
    }
  }
  for (const swarm of new Set(joined.values()))
    await joinSwarm(
      tx,
      swarm,
      posts.filter(({ post }) => joined.get(post) === swarm),
    );
  return left;
};

/** Enough to find twenty people among, unless a few of them wrote nearly all. */
const mostRecent = 200;

const readRecent = async (
  tx: Transaction,
  swarms: readonly string[],
): Promise<ReadonlyMap<string, SwarmPost[]>> => {
  if (swarms.length === 0) return new Map();
  const { rows } = await sql<SwarmRow & { swarm: string }>`
    select ${swarmColumns}, s.swarm_id as swarm
    from unnest(${[...swarms]}::bigint[]) as w (id) cross join lateral (
      select mention_id, swarm_id from desk.swarm_member where swarm_id = w.id order by mention_id desc limit ${mostRecent}) s
    join desk.problem_member p on p.mention_id = s.mention_id and p.status = 'confirmed' ${withAuthor}`.execute(
    tx,
  );
  const members = new Map<string, SwarmPost[]>(swarms.map((swarm) => [swarm, []]));
  for (const row of rows) members.get(row.swarm)?.push(toPost(row));
  return members;
};

const joinSwarm = async (tx: Transaction, swarm: string, posts: readonly NewPost[]): Promise<void> => {
  const times = posts.map(({ atMs }) => atMs);
  const cases = posts.map(({ caseId }) => caseId);
  // Each look goes into an index (`offset 0` keeps it so), however large the swarm is.
  await sql`
    update desk.swarm w set first_at = least(w.first_at, ${new Date(Math.min(...times))}),
      last_at = greatest(w.last_at, ${new Date(Math.max(...times))}),
      authors = w.authors + (select count(distinct (c.brand, c.complainant)) from desk."case" c
        where c.case_id = any(${cases}::bigint[]) and not exists (
          select from (select o.case_id from desk."case" o where o.brand = c.brand and o.complainant = c.complainant offset 0) o
          cross join lateral (select from desk.swarm_member s
            where s.case_id = o.case_id and s.swarm_id = w.swarm_id and s.taken_out_at is null offset 0) s))
    where w.swarm_id = ${swarm}`.execute(tx);
  await sql`
    insert into desk.swarm_member (mention_id, swarm_id, case_id)
    select p.post, ${swarm}::bigint, p.case_id
    from unnest(${posts.map(({ post }) => post)}::bigint[], ${cases}::bigint[]) as p (post, case_id)
    on conflict do nothing`.execute(tx);
};

const mostPosts = 20_000;

/** The posts within an hour that likeness leads to from these, in both directions. */
const readAround = async (tx: Transaction, posts: readonly NewPost[]): Promise<readonly SwarmPost[]> => {
  const times = posts.map(({ atMs }) => atMs);
  const from = new Date(Math.min(...times) - swarmRule.withinMs);
  const to = new Date(Math.max(...times) + swarmRule.withinMs);
  const isAlike = sql`p.status = 'confirmed' and p.nearest_similarity >= ${swarmRule.leastSimilarity}
    and p.written_at between ${from} and ${to}`;
  const { rows } = await sql<SwarmRow>`
    with recursive around (post) as (
      select unnest(${posts.map(({ post }) => post)}::bigint[])
      union
      select beside.post from around cross join lateral (
        select p.nearest as post from desk.problem_member p where p.mention_id = around.post and p.nearest is not null and ${isAlike}
        union all
        select p.mention_id from desk.problem_member p where p.nearest = around.post and ${isAlike}) beside)
    select ${swarmColumns} from (select post from around limit ${mostPosts}) a
    join desk.problem_member p on p.mention_id = a.post and p.status = 'confirmed' and p.written_at between ${from} and ${to}
    ${withAuthor}`.execute(tx);
  return rows.map(toPost);
};

interface SwarmRow {
  readonly post: string;
  readonly author: string;
  readonly at: Date;
  readonly nearest: string | null;
  readonly similarity: number | null;
}

const swarmColumns = sql.raw(
  'p.mention_id as post, c.complainant as author, p.written_at as at, p.nearest, p.nearest_similarity as similarity',
);
const withAuthor = sql.raw(
  'join desk.mention m on m.mention_id = p.mention_id join desk."case" c on c.case_id = m.case_id',
);

const toPost = ({ post, author, at, nearest, similarity }: SwarmRow): SwarmPost => ({
  post: Number(post),
  author,
  atMs: at.getTime(),
  nearest: nearest === null || similarity === null ? null : { post: Number(nearest), similarity },
});

/** One that is known grows; who was taken out stays out. */
const keepSwarm = async (
  tx: Transaction,
  { brand, swarm }: { brand: string; swarm: Swarm },
  now: Date,
): Promise<void> => {
  const posts = [...swarm.posts];
  const { rows } = await sql<{ id: string | null }>`
    select min(swarm_id) as id from desk.swarm_member where mention_id = any(${posts}::bigint[])`.execute(tx);
  const id = rows[0]?.id ?? String(posts[0]);
  await sql`
    insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at)
    values (${id}, ${brand}, ${swarm.authors}, ${new Date(swarm.firstMs)}, ${new Date(swarm.lastMs)}, ${now})
    on conflict (swarm_id) do update set authors = greatest(swarm.authors, excluded.authors),
      first_at = least(swarm.first_at, excluded.first_at), last_at = greatest(swarm.last_at, excluded.last_at)`.execute(
    tx,
  );
  await sql`
    insert into desk.swarm_member (mention_id, swarm_id, case_id)
    select m.mention_id, ${id}::bigint, m.case_id from desk.mention m
    where m.mention_id = any(${posts}::bigint[]) and m.case_id is not null on conflict do nothing`.execute(
    tx,
  );
};
