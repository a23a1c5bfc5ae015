import type { Spent } from '../../domain/spending.ts';
import { dayOf, monthOf } from '../ledger.ts';
import { type BudgetState, SourceError } from '../source.ts';
import type { XCursor } from './cursor.ts';
import { type Shares, spentFor, todayMills, usd, type XMoney } from './money.ts';

interface Standing {
  readonly money: XMoney;
  readonly spent: Spent;
  readonly shares: Shares;
  readonly cursor: XCursor;
  readonly isSampled: boolean;
}

/** How the money stands: by the day, or by the month where that is used further. */
export const budgetStateOf = (standing: Standing, now: Date): BudgetState => {
  const { money, spent, shares, cursor, isSampled } = standing;
  const stoppedSince = cursor.stoppedSince?.startsWith(spent.day) === true ? cursor.stoppedSince : null;
  const day = Math.max(part(todayMills(spent), money.day), part(spentFor(spent, 'brand'), shares.brand));
  const month = part(spent.monthMills, money.month);
  const isByMonth =
    month > day || (stoppedSince !== null && money.month - spent.monthMills < money.day - todayMills(spent));
  const percent = Math.min(100, Math.floor(isByMonth ? month : day));
  return {
    period: isByMonth ? monthOf(now) : dayOf(now),
    percent: stoppedSince === null ? percent : 100,
    level: stoppedSince === null ? levelOf(percent) : 100,
    stoppedSince,
    until: untilOf(now, isByMonth).toISOString(),
    seen: seenPercent(standing, now),
    isSampled,
  };
};

const part = (used: number, of: number): number => (of > 0 ? (100 * used) / of : 100);

const levelOf = (percent: number): BudgetState['level'] =>
  percent >= 100 ? 100 : percent >= 80 ? 80 : percent >= 50 ? 50 : 0;

const untilOf = (now: Date, isByMonth: boolean): Date =>
  isByMonth
    ? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
    : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));

/** Read by counted; where nothing was counted today, the part of the day in which everything was read. */
const seenPercent = ({ spent, cursor }: Standing, now: Date): number => {
  const { counted, stoppedSince } = cursor;
  if (counted?.at.startsWith(spent.day) === true && counted.today > 0)
    return Math.min(100, Math.round(part(spent.today.get('brand')?.posts ?? 0, counted.today)));
  const begun = Date.parse(spent.day);
  const end = stoppedSince?.startsWith(spent.day) === true ? Date.parse(stoppedSince) : now.getTime();
  return Math.round(part(end - begun + 1, now.getTime() - begun + 1));
};

/** What leads and comms both read when reading stops. */
export const budgetError = (
  name: string,
  state: BudgetState,
  at: { now: Date; money: XMoney },
): SourceError => {
  const since = `${state.stoppedSince?.slice(11, 16)} UTC`;
  const allowed = state.period.length === 7 ? `${usd(at.money.month)} a month` : `${usd(at.money.day)} a day`;
  const untilMs = Date.parse(state.until) - at.now.getTime();
  return new SourceError(
    'budget',
    `${name} not read since ${since}, budget used; about ${state.seen} % seen. It is ${allowed}; reading resumes at ${state.until}.`,
    // Meanwhile posts are asked for again, and counted.
    { retryAfterMs: Math.min(untilMs, HOUR_MS) + 1 },
  );
};

const HOUR_MS = 3_600_000;
