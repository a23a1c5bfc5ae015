import type { ServiceAccount } from '../lib/key-text.ts';
import { openPlayStore, type PlayAccess } from './googleplay/client.ts';
import { tokenPace } from './newest-first.ts';
import { type ReviewCursor, readPages } from './reviews/read-pages.ts';
import type { ReviewPlan } from './reviews/review-store.ts';
import { newHeldToken } from './signed-jwt.ts';
import type { Source } from './source.ts';

export interface PlaySourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly serviceAccount: ServiceAccount;
  /** Names of packages, of the account's own apps. */
  readonly apps: readonly string[];
  readonly brand: string;
  readonly requestsPerHour: number;
  readonly pollMs?: number;
}

/** Reviews of the operator's own apps on Google Play, which tells those of the last seven days. */
export const createPlaySource = (options: PlaySourceOptions): Source<ReviewCursor> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'googleplay',
    knowsSpread: true,
    ownedBy: options.brand,
    freshnessTargetMs: 2 * 3_600_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => options.pollMs ?? 900_000,
  };
};

/** facts/sources.md 8. */
const WINDOW_MS = 7 * 86_400_000;
const WALK_LOOKS = 20;

const planOf = (options: PlaySourceOptions): ReviewPlan => {
  const { name, apps, serviceAccount, requestsPerHour, tokenUrl } = options;
  const access: PlayAccess = {
    name,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    tokenUrl,
    account: serviceAccount,
    requestsPerHour,
    held: newHeldToken(),
    meter: { asked: [] },
  };
  return {
    name,
    store: 'Google Play',
    apps,
    pace: tokenPace(WINDOW_MS, WINDOW_MS),
    windowMs: WINDOW_MS,
    looksPerWalk: WALK_LOOKS,
    open: (deps, asked) => openPlayStore(access, deps, asked),
  };
};
