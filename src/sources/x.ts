import { UserError } from '../lib/user-error.ts';
import type { Source } from './source.ts';
import { dayBudget, type XBudget } from './x/budget.ts';
import type { XCursor } from './x/cursor.ts';
import type { XPlan } from './x/read-page.ts';
import { readPages } from './x/read-pages.ts';
import type { XWalk } from './x/walk.ts';

export interface XSourceOptions {
  readonly name: string;
  readonly bearerToken: string;
  readonly baseUrl?: string;
  /** From buildQueries. */
  readonly queries: readonly string[];
  /** Accounts whose mentions are read beside the searches: platform ids, since handles are never looked up. */
  readonly mentionUserIds?: readonly string[];
  readonly budget: XBudget;
  /** How far back the first walk goes; the platform reaches back seven days. */
  readonly lookbackMs?: number;
  readonly pollMs?: number;
}

/** X, read by recent search and by the mentions of accounts, from the newest post back to where the last walk began. */
export const createXSource = (options: XSourceOptions): Source<XCursor> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'x',
    knowsSpread: true,
    freshnessTargetMs: 15 * 60_000,
    quietTargetMs: 2 * 86_400_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => plan.pollMs,
  };
};

/** 450 requests in 15 minutes and app (facts/sources.md 1); a poll uses half of them at most. */
const MS_PER_REQUEST = 2 * ((15 * 60_000) / 450);

/** Within the seven days that recent search reaches back, or the first walk would report a gap. */
const LONGEST_LOOKBACK_MS = 7 * 86_400_000 - 20 * 60_000;

const planOf = (options: XSourceOptions): XPlan => {
  const { name, bearerToken, queries, mentionUserIds = [] } = options;
  const walks: readonly XWalk[] = [
    ...queries.map((query) => ({ kind: 'search', query }) as const),
    ...mentionUserIds.map((userId) => ({ kind: 'mentions', userId }) as const),
  ];
  if (bearerToken === '')
    throw new UserError(`Source ${name} has no bearer token. Set it in the environment or in .env.`);
  if (walks.length === 0) {
    throw new UserError(
      `Source ${name} has nothing to look for on X. Give a brand names, phrases or handles in evenhand.yaml.`,
    );
  }
  return {
    name,
    bearerToken,
    baseUrl: options.baseUrl ?? 'https://api.x.com',
    walks,
    budget: dayBudget(name, options.budget),
    lookbackMs: Math.min(options.lookbackMs ?? 86_400_000, LONGEST_LOOKBACK_MS),
    pollMs: Math.max(options.pollMs ?? 60_000, walks.length * MS_PER_REQUEST),
  };
};
