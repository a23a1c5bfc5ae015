import type { Ledger } from '../ledger.ts';
import type { BudgetState, SourceDeps, SourcePage } from '../source.ts';
import { budgetStateOf } from './budget-state.ts';
import type { XAccess, XClient } from './client.ts';
import type { XCursor } from './cursor.ts';
import { type Needs, sharesOf, type XMoney } from './money.ts';
import type { XWalk } from './walk.ts';

export interface XPlan extends XAccess {
  readonly walks: readonly XWalk[];
  readonly money: XMoney;
  readonly lookbackMs: number;
  readonly pollMs: number;
  readonly isStreamed: boolean;
  readonly seed: string;
}

/** The walk as it stands: what is read changes `cursor`, and each page takes a copy of it along. */
export interface XWalking {
  readonly plan: XPlan;
  readonly client: XClient;
  readonly deps: SourceDeps;
  readonly ledger: Ledger;
  /** Counted once a round. */
  needs: Needs;
  cursor: XCursor;
  /** The part of the minutes that the money reaches for; 1: everything is read. */
  rate: number;
}

export type Page = SourcePage<XCursor>;

export const pageWith = async (
  walking: XWalking,
  page: Omit<Page, 'cursor' | 'isLast'>,
  isLast = false,
): Promise<Page> => ({
  ...page,
  cursor: walking.cursor,
  isLast,
  budget: await readBudget(walking),
});

export const readBudget = async (walking: XWalking): Promise<BudgetState> => {
  const { plan, needs, cursor, rate, deps, ledger } = walking;
  const now = deps.clock.now();
  let state: BudgetState | null = null;
  await ledger.book(now, (spent) => {
    const shares = sharesOf(plan.money, spent, needs);
    state = budgetStateOf({ money: plan.money, spent, shares, cursor, isSampled: rate < 1 }, now);
    return null;
  });
  if (state === null) throw new Error('the ledger asked nobody');
  return state;
};

/** Posts and threads as the record has them; nothing is stored: none. */
export const countNeeds = async ({ plan, deps }: Pick<XWalking, 'plan' | 'deps'>): Promise<Needs> => ({
  held: (await deps.record?.countHeld()) ?? 0,
  threads: (await deps.record?.countThreads()) ?? 0,
  queries: plan.walks.filter(({ kind }) => kind === 'search').length,
});
