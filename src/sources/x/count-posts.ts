import { z } from 'zod';
import { SourceError } from '../source.ts';
import { grantCount, sharesOf } from './money.ts';
import type { XWalking } from './walking.ts';

const DAY_MS = 86_400_000;
const OFTEN_MS = 15 * 60_000;
const SELDOM_MS = 6 * 3_600_000;

/**
 * Asks how many posts there are, as often as the share for it allows (2 % of the money): by it the part is chosen that
 * can be read, and people are told which part was. A count that fails costs nothing but that.
 */
export const refreshCount = async (walking: XWalking, isNeededNow = false): Promise<void> => {
  const { plan, deps, cursor } = walking;
  const now = deps.clock.now();
  const queries = plan.walks.flatMap((walk) => (walk.kind === 'search' ? [walk.query] : []));
  const { counted } = cursor;
  const waitMs = isNeededNow ? 0 : await countWaitMs(walking, queries.length);
  if (queries.length === 0 || (counted !== undefined && now.getTime() - Date.parse(counted.at) < waitMs))
    return;
  let today = 0;
  let perDay = 0;
  for (const query of queries) {
    const buckets = await countOnce(walking, query, now);
    if (buckets === null) return;
    perDay += sum(buckets);
    today += sum(buckets.filter(({ start }) => start >= `${now.toISOString().slice(0, 10)}T`));
  }
  walking.cursor = { ...walking.cursor, counted: { at: now.toISOString(), today, perDay } };
};

const countWaitMs = async ({ plan, deps, needs, ledger }: XWalking, queries: number): Promise<number> => {
  let waitMs = SELDOM_MS;
  await ledger.book(deps.clock.now(), (spent) => {
    const { count } = sharesOf(plan.money, spent, needs);
    // The last round is kept for the moment in which reading stops.
    const rounds = Math.floor(count / (plan.money.count * Math.max(1, queries))) - 1;
    waitMs = rounds < 1 ? SELDOM_MS : Math.min(SELDOM_MS, Math.max(OFTEN_MS, DAY_MS / rounds));
    return null;
  });
  return waitMs;
};

const countOnce = async (walking: XWalking, query: string, now: Date): Promise<readonly Bucket[] | null> => {
  const { plan, client, deps, needs, ledger } = walking;
  const booked = await ledger.book(now, (spent) =>
    grantCount(plan.money, sharesOf(plan.money, spent, needs), spent),
  );
  if (booked === null) return null;
  try {
    const startTime = new Date(now.getTime() - DAY_MS).toISOString().replace(/\.\d{3}Z$/, 'Z');
    const parsed = answer.safeParse(await client.countPosts(query, startTime));
    return parsed.success ? parsed.data.data.map(toBucket) : null;
  } catch (error) {
    if (!(error instanceof SourceError) && !(error instanceof Error && error.name === 'XInvalidRequest'))
      throw error;
    if (deps.signal.aborted) throw error;
    return null;
  }
};

interface Bucket {
  readonly start: string;
  readonly posts: number;
}

const bucket = z.object({
  start: z.string(),
  tweet_count: z.number().nonnegative().optional(),
  post_count: z.number().nonnegative().optional(),
});
/** Without `data` nobody wrote. */
const answer = z.object({ data: z.array(bucket).default([]) });

const toBucket = ({ start, tweet_count, post_count }: z.infer<typeof bucket>): Bucket => ({
  start,
  posts: tweet_count ?? post_count ?? 0,
});

const sum = (buckets: readonly Bucket[]): number => buckets.reduce((all, { posts }) => all + posts, 0);
