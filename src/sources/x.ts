import { randomUUID } from 'node:crypto';
import { UserError } from '../lib/user-error.ts';
import type { Source } from './source.ts';
import type { XCursor } from './x/cursor.ts';
import { followThread } from './x/follow-thread.ts';
import { type XBudget, xMoney } from './x/money.ts';
import { readPages } from './x/read-pages.ts';
import type { WalkState, XWalk } from './x/walk.ts';
import type { XPlan } from './x/walking.ts';

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
  /** Posts are heard as they are written; the searches find what was missed. */
  readonly stream?: boolean;
  /** By which the minutes are chosen that are read when the money does not reach for all; random. */
  readonly seed?: string;
}

/**
 * X, read by recent search and by the mentions of accounts, from the newest post back to where the last walk began; by
 * the filtered stream where that is wished; threads by their conversations; stored posts by asking for them again.
 */
export const createXSource = (options: XSourceOptions): Source<XCursor, WalkState> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'x',
    knowsSpread: true,
    freshnessTargetMs: 15 * 60_000,
    quietTargetMs: 2 * 86_400_000,
    isAskedAgain: true,
    isStream: plan.isStreamed,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: (cursor) =>
      cursor?.stream?.trouble == null ? plan.pollMs : Math.min(plan.pollMs, cursor.stream.waitMs),
    follow: (thread, _cursor, deps) => followThread(plan, thread, deps),
    followsPerMinute: THREADS_PER_MINUTE,
  };
};

/** 450 requests in 15 minutes and app (facts/sources.md 1); a poll uses half of them at most, threads a third. */
const MS_PER_REQUEST = 2 * ((15 * 60_000) / 450);
const THREADS_PER_MINUTE = 10;

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
    money: xMoney(name, options.budget),
    lookbackMs: Math.min(options.lookbackMs ?? 86_400_000, LONGEST_LOOKBACK_MS),
    pollMs: Math.max(options.pollMs ?? 60_000, walks.length * MS_PER_REQUEST),
    isStreamed: options.stream === true && queries.length > 0,
    seed: options.seed ?? randomUUID(),
  };
};
