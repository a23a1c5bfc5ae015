import { UserError } from '../../lib/user-error.ts';
import { SourceError } from '../source.ts';

/**
 * What a day (UTC, as X bills) may cost. `pricePerPost` in USD; by default 0.015: 0.005 for the post and 0.010 for its
 * author, since whether the author that comes along is billed is unknown (facts/sources.md 1).
 */
export type XBudget =
  | { readonly postsPerDay: number; readonly pricePerPost?: number }
  | { readonly usdPerDay: number; readonly pricePerPost?: number };

export interface DayBudget {
  readonly posts: number;
  readonly pricePerPost: number;
}

/** Posts read on a day; part of the cursor, so that a restart forgets nothing. */
export interface Spent {
  /** `2026-11-21`, UTC. */
  readonly day: string;
  readonly posts: number;
}

const DEFAULT_PRICE_USD = 0.015;
/** Beside each post that was asked for, an answer may hold one that it answers and one that it quotes. */
const POSTS_PER_RESULT = 3;
/** A search gives at least 10 posts a page and at most 100. */
const MIN_RESULTS = 10;
const MAX_RESULTS = 100;

export const dayBudget = (name: string, budget: XBudget): DayBudget => {
  const pricePerPost = budget.pricePerPost ?? DEFAULT_PRICE_USD;
  // Dollars are not exact in binary: 0.45 / 0.015 must give 30, not 29.
  const posts =
    'postsPerDay' in budget ? budget.postsPerDay : Math.floor(budget.usdPerDay / pricePerPost + 1e-9);
  const least = MIN_RESULTS * POSTS_PER_RESULT;
  if (!(pricePerPost > 0) || !(posts >= least)) {
    throw new UserError(
      `The budget of source ${name} allows for ${posts} posts a day; one page on X may hold ${least}. Raise its budget_usd_per_day to at least ${least} posts (${usd(least * (pricePerPost || DEFAULT_PRICE_USD))}) a day.`,
    );
  }
  return { posts: Math.floor(posts), pricePerPost };
};

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

export const spentToday = (spent: Spent | undefined, now: Date): Spent =>
  spent?.day === dayOf(now) ? spent : { day: dayOf(now), posts: 0 };

export const spend = (spent: Spent | undefined, posts: number, now: Date): Spent => {
  const today = spentToday(spent, now);
  return { ...today, posts: today.posts + posts };
};

/** How many posts the next page may ask for, so that the day's budget holds whatever comes along with them. */
export const affordableResults = (budget: DayBudget, spent: Spent | undefined, now: Date): number => {
  const left = budget.posts - spentToday(spent, now).posts;
  const results = Math.min(MAX_RESULTS, Math.floor(left / POSTS_PER_RESULT));
  return results < MIN_RESULTS ? 0 : results;
};

export const budgetError = (
  name: string,
  budget: DayBudget,
  at: { spent: Spent; now: Date },
): SourceError => {
  const resumesAt = new Date(Date.parse(at.spent.day) + 86_400_000);
  const cost = (posts: number): string => `${posts} posts (${usd(posts * budget.pricePerPost)})`;
  return new SourceError(
    'budget',
    `The budget of source ${name} is used for today: it allows ${cost(budget.posts)} a day, ${cost(at.spent.posts)} were read on ${at.spent.day} UTC, and the next page could exceed it. Reading resumes at ${resumesAt.toISOString()}; raise its budget_usd_per_day to read more.`,
    {
      retryAfterMs: resumesAt.getTime() - at.now.getTime(),
      cause: {
        code: 'budget_used',
        values: {
          source: name,
          budgetPosts: budget.posts,
          budgetUsd: round(budget.posts * budget.pricePerPost),
          spentPosts: at.spent.posts,
          spentUsd: round(at.spent.posts * budget.pricePerPost),
          resumesAt: resumesAt.toISOString(),
        },
      },
    },
  );
};

const round = (dollars: number): number => Math.round(dollars * 100) / 100;
const usd = (dollars: number): string => `USD ${dollars.toFixed(2)}`;
