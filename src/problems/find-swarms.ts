import { leastSimilarity } from './near-duplicates.ts';

/** A post as swarms see it. Of the account nothing is known but that it is another one. */
export interface SwarmPost {
  readonly post: number;
  /** null: unknown, and then the post stands for a person of its own. */
  readonly author: string | null;
  readonly atMs: number;
  /** The earlier post that it is most alike (`Grouping.nearest`). */
  readonly nearest: { readonly post: number; readonly similarity: number } | null;
}

/** Near-identical text of many people within a short time. Template campaigns are real people: a person decides what it is. */
export interface Swarm {
  /** By time, then number; every one keeps its own case. */
  readonly posts: readonly number[];
  readonly authors: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface SwarmRule {
  readonly leastAuthors: number;
  readonly withinMs: number;
  /** Share of equal 4-grams from which on two texts are near-identical; more than what makes near-duplicates. */
  readonly leastSimilarity: number;
}

/** DESIGN.md and issue 5: 20 or more authors within an hour. */
export const swarmRule: SwarmRule = {
  leastAuthors: 20,
  withinMs: 3_600_000,
  leastSimilarity: leastSimilarity + 0.2,
};

/** The swarms among posts of one brand, in any order; times that overlap make one. */
export const findSwarms = (posts: readonly SwarmPost[], rule: SwarmRule = swarmRule): readonly Swarm[] =>
  groupsOf(posts, rule)
    .flatMap((group) => swarmsOf(group, rule))
    .sort((a, b) => a.firstMs - b.firstMs || (a.posts[0] ?? 0) - (b.posts[0] ?? 0));

/**
 * Whether a post belongs to a swarm without looking at all of it: within the time before it, enough others of the swarm
 * wrote. False: it may belong to it all the same.
 */
export const isAmong = (
  post: Pick<SwarmPost, 'post' | 'author' | 'atMs'>,
  swarm: readonly Pick<SwarmPost, 'post' | 'author' | 'atMs'>[],
  rule: SwarmRule = swarmRule,
): boolean => {
  const before = swarm.filter(({ atMs }) => atMs <= post.atMs && post.atMs - atMs <= rule.withinMs);
  return before.length > 0 && new Set([...before, post].map(authorOf)).size >= rule.leastAuthors;
};

/** Posts that lead to one another by likeness, each group by time. */
const groupsOf = (posts: readonly SwarmPost[], rule: SwarmRule): readonly (readonly SwarmPost[])[] => {
  const leaders = new Map<number, number>();
  const leaderOf = (post: number): number => {
    let leader = post;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  for (const { post, nearest } of posts) {
    if (nearest === null || nearest.similarity < rule.leastSimilarity) continue;
    const [one, other] = [leaderOf(post), leaderOf(nearest.post)];
    if (one !== other) leaders.set(one, other);
  }
  const groups = new Map<number, SwarmPost[]>();
  for (const post of posts) {
    const leader = leaderOf(post.post);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [post]);
    else group.push(post);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.atMs - b.atMs || a.post - b.post));
};

const swarmsOf = (group: readonly SwarmPost[], rule: SwarmRule): readonly Swarm[] => {
  const spans: { from: number; to: number }[] = [];
  const present = new Map<string, number>();
  let from = 0;
  for (const [to, post] of group.entries()) {
    count(present, authorOf(post), 1);
    for (let first = group[from]; first !== undefined && post.atMs - first.atMs > rule.withinMs; ) {
      count(present, authorOf(first), -1);
      from += 1;
      first = group[from];
    }
    if (present.size < rule.leastAuthors) continue;
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else spans.push({ from, to });
  }
  return spans.map(({ from: first, to }) => swarmOf(group.slice(first, to + 1)));
};

const authorOf = ({ author, post }: Pick<SwarmPost, 'author' | 'post'>): string =>
  author === null ? `#${post}` : `@${author}`;

const count = (present: Map<string, number>, author: string, by: 1 | -1): void => {
  const now = (present.get(author) ?? 0) + by;
  if (now === 0) present.delete(author);
  else present.set(author, now);
};

const swarmOf = (posts: readonly SwarmPost[]): Swarm => ({
  posts: posts.map(({ post }) => post),
  authors: new Set(posts.map(authorOf)).size,
  firstMs: posts[0]?.atMs ?? 0,
  lastMs: posts.at(-1)?.atMs ?? 0,
});
