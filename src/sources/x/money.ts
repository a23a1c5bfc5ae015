import type { Spending, Spent } from '../../domain/spending.ts';
import { UserError } from '../../lib/user-error.ts';

/** What a day and a month (UTC, as X bills) may cost, in USD. The prices are those of facts/sources.md 1. */
export interface XBudget {
  readonly usdPerDay: number;
  readonly usdPerMonth?: number | undefined;
  /** USD for a post; 0.005. */
  readonly postUsd?: number;
  /** USD for the author that comes along with a post; 0.010, since whether it is billed is unknown. */
  readonly authorUsd?: number;
}

/** All in thousandths of a US dollar. */
export interface XMoney {
  readonly day: number;
  readonly month: number;
  readonly post: number;
  readonly author: number;
  /** Of a request to counts/recent. */
  readonly count: number;
}

/** What the shares of a day depend on beside the money. */
export interface Needs {
  /** Posts whose words are kept: each is to be asked for again within a day. */
  readonly held: number;
  /** Threads that are followed. */
  readonly threads: number;
  readonly queries: number;
}

/** What may be spent today on each purpose, in thousandths of a US dollar. */
export interface Shares {
  readonly allowed: number;
  readonly count: number;
  readonly check: number;
  readonly brand: number;
  readonly threads: number;
  readonly eachThread: number;
}

const BRAND_SHARE = 0.7;
const COUNT_SHARE = 0.02;
/** A post that is due again after 20 hours is asked for 1.2 times a day. */
const CHECKS_PER_DAY = 1.2;
/** However much is kept, reading goes on: what cannot be asked for again is hidden instead. */
const MOST_FOR_CHECKS = 0.5;
/** A search gives at least 10 posts a page and at most 100. */
const MIN_RESULTS = 10;
const MAX_RESULTS = 100;
/** Beside each post that was asked for, an answer may hold one that it answers and one that it quotes. */
const POSTS_PER_RESULT = 3;

export const xMoney = (name: string, budget: XBudget): XMoney => {
  const money = {
    day: mills(budget.usdPerDay),
    month: mills(budget.usdPerMonth ?? Number.POSITIVE_INFINITY),
    post: mills(budget.postUsd ?? 0.005),
    author: mills(budget.authorUsd ?? 0.01),
    count: 5,
  };
  const least = Math.ceil((MIN_RESULTS * resultCost(money)) / (BRAND_SHARE * (1 - COUNT_SHARE)) / 10) * 10;
  if (!(money.day >= least) || !(money.month >= least))
    throw new UserError(
      `The budget of source ${name} does not pay for one page on X. Raise its budget_usd_per_day to at least ${usd(least)}.`,
    );
  return money;
};

/** Dollars are not exact in binary. */
const mills = (dollars: number): number => Math.floor(dollars * 1000 + 1e-6);
export const usd = (thousandths: number): string => `USD ${(thousandths / 1000).toFixed(2)}`;

/** The most that one result of a search may cost. */
const resultCost = ({ post, author }: XMoney): number => POSTS_PER_RESULT * post + author;
/** In a thread nothing comes along but authors. */
const replyCost = ({ post, author }: XMoney): number => post + author;

/** What an answer cost, at most. */
export const costOf = (
  money: XMoney,
  { postsRead, usersRead }: { readonly postsRead: number; readonly usersRead: number },
): number => postsRead * money.post + usersRead * money.author;

/**
 * The day's money by purpose: first what asking again for stored posts needs, then 70 % for brands and 30 % for threads,
 * of which each has the same. Nothing in it knows how loud a post or thread is.
 */
export const sharesOf = (money: XMoney, spent: Spent, needs: Needs): Shares => {
  const allowed = Math.max(0, Math.min(money.day, money.month - (spent.monthMills - todayMills(spent))));
  const count = Math.min(allowed, Math.max(allowed * COUNT_SHARE, needs.queries * money.count * 2));
  const needed = Math.ceil(needs.held * money.post * CHECKS_PER_DAY);
  const check = Math.min(Math.max(needed, spentFor(spent, 'check')), (allowed - count) * MOST_FOR_CHECKS);
  const rest = allowed - count - check;
  const threads = rest * (1 - BRAND_SHARE);
  return {
    allowed,
    count,
    check,
    brand: rest * BRAND_SHARE,
    threads,
    eachThread: threads / Math.max(1, needs.threads),
  };
};

export const todayMills = ({ today }: Spent): number =>
  [...today.values()].reduce((sum, { mills: one }) => sum + one, 0);

export const spentFor = ({ today }: Spent, purpose: string): number => today.get(purpose)?.mills ?? 0;

const threadPurpose = (thread: string): string => `thread ${thread}`;

const spentOnThreads = ({ today }: Spent): number =>
  [...today].reduce((sum, [purpose, { mills: one }]) => sum + (purpose.startsWith('thread ') ? one : 0), 0);

/** A page that may be asked for: so many results, and what it may cost at most. */
export interface Grant {
  readonly results: number;
  readonly spending: Spending;
}

export const grantPage = (money: XMoney, shares: Shares, spent: Spent): Grant | null =>
  granted('brand', shares.brand - spentFor(spent, 'brand'), resultCost(money));

/**
 * A thread may take its part of the share, and always one page while there is something left: quiet threads cost next to
 * nothing, and a loud one ends at the same sum as any other.
 */
export const grantReplies = (money: XMoney, shares: Shares, spent: Spent, thread: string): Grant | null => {
  const purpose = threadPurpose(thread);
  const each = replyCost(money);
  const own = Math.max(shares.eachThread, MIN_RESULTS * each) - spentFor(spent, purpose);
  return granted(purpose, Math.min(own, shares.threads - spentOnThreads(spent)), each);
};

/** False: nothing is left for any thread today. */
export const hasMoneyForThreads = (money: XMoney, shares: Shares, spent: Spent): boolean =>
  shares.threads - spentOnThreads(spent) >= MIN_RESULTS * replyCost(money);

const granted = (purpose: string, left: number, each: number): Grant | null => {
  const results = Math.min(MAX_RESULTS, Math.floor(left / each));
  return results < MIN_RESULTS ? null : { results, spending: { purpose, mills: results * each, posts: 0 } };
};

/** So many posts may be asked for again, each without its author; `each`: what one costs. */
export const grantChecks = (money: XMoney, shares: Shares, spent: Spent, wanted: number): Spending | null => {
  const left = shares.check - spentFor(spent, 'check');
  const posts = Math.min(wanted, Math.floor(left / money.post));
  return posts < 1 ? null : { purpose: 'check', mills: posts * money.post, posts };
};

export const grantCount = (money: XMoney, shares: Shares, spent: Spent): Spending | null =>
  shares.count - spentFor(spent, 'count') < money.count
    ? null
    : { purpose: 'count', mills: money.count, posts: 0 };

/** How many posts can be read with what is left, so that the last page that may be asked for is still paid. */
export const affordablePosts = (money: XMoney, shares: Shares, spent: Spent): number => {
  const left = shares.brand - spentFor(spent, 'brand') - MIN_RESULTS * resultCost(money);
  return Math.max(0, left) / usualCost(money, spent);
};

/** What a result cost today, by what was paid; before anything was, by what is usual. */
const usualCost = (money: XMoney, spent: Spent): number => {
  const paid = spent.today.get('brand');
  const usual = 1.3 * money.post + money.author;
  return paid === undefined || paid.posts < 50 ? usual : Math.max(money.post, paid.mills / paid.posts);
};
