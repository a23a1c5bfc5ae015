import { type AppStoreAccess, openAppStore } from './appstore/client.ts';
import { tokenPace } from './newest-first.ts';
import { type ReviewCursor, readPages } from './reviews/read-pages.ts';
import type { ReviewPlan } from './reviews/review-store.ts';
import { newHeldToken } from './signed-jwt.ts';
import type { Source } from './source.ts';

export interface AppStoreSourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly keyId: string;
  readonly issuerId: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  /** Apple's numbers of the account's own apps. */
  readonly apps: readonly string[];
  readonly brand: string;
  readonly pollMs?: number;
}

/** Reviews of the operator's own apps in the App Store, by App Store Connect. */
export const createAppStoreSource = (options: AppStoreSourceOptions): Source<ReviewCursor> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'appstore',
    ownedBy: options.brand,
    // Stars are no spread: nobody passes a review on.
    knowsSpread: false,
    freshnessTargetMs: 2 * 3_600_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => options.pollMs ?? 900_000,
  };
};

const DAY_MS = 86_400_000;
/** 3,600 requests an hour are usual (facts/sources.md 8). */
const WALK_LOOKS = 100;

const planOf = (options: AppStoreSourceOptions): ReviewPlan => {
  const { name, apps, keyId, issuerId, privateKey } = options;
  const access: AppStoreAccess = {
    name,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    keyId,
    issuerId,
    privateKey,
    held: newHeldToken(),
    last: { quota: undefined },
  };
  return {
    name,
    store: 'the App Store',
    apps,
    pace: tokenPace(7 * DAY_MS, 2 * DAY_MS),
    windowMs: null,
    looksPerWalk: WALK_LOOKS,
    open: (deps) => openAppStore(access, deps),
  };
};
