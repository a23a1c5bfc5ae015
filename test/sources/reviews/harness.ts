import { serviceAccountOf } from '../../../src/lib/key-text.ts';
import { createAppStoreSource } from '../../../src/sources/appstore.ts';
import { createPlaySource } from '../../../src/sources/googleplay.ts';
import type { ReviewCursor } from '../../../src/sources/reviews/read-pages.ts';
import type { Source, SourceDeps, SourceError, SourcePage } from '../../../src/sources/source.ts';
import { appleKey, applePrivateKey, playKeyFile } from '../../support/review-keys.ts';
import {
  type ReviewStandIn,
  type StoreReview,
  startAppStoreStandIn,
  startPlayStandIn,
} from '../../support/review-stand-ins.ts';
import { clockAt, type SimulatedClock } from '../../support/simulated.ts';
import { keepStandIns } from '../../support/walked.ts';
import { failure, withDeadline } from '../x/harness.ts';

export type Store = 'Google Play' | 'the App Store';

export interface LabOptions {
  readonly apps?: readonly string[];
  readonly requestsPerHour?: number;
  readonly baseUrl?: string;
}

export interface Lab {
  readonly store: Store;
  readonly app: string;
  readonly standIn: ReviewStandIn;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  source(options?: LabOptions): Source<ReviewCursor>;
  publish(review?: Partial<StoreReview> & { readonly agoS?: number }): StoreReview;
}

const keep = keepStandIns<ReviewStandIn>();

export const startLab = async (store: Store): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const isPlay = store === 'Google Play';
  const standIn = keep(await (isPlay ? startPlayStandIn : startAppStoreStandIn)(clock.now));
  const app = isPlay ? 'com.velora.app' : '1234567890';
  standIn.apps.add(app);
  let count = 0;
  return {
    store,
    app,
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: (options = {}) => (isPlay ? playSource : appleSource)(standIn, { apps: [app], ...options }),
    publish: ({ agoS = 60, ...review } = {}) => {
      count += 1;
      const at = new Date(clock.now().getTime() - agoS * 1000);
      const made = {
        id: `rev-${count}`,
        app,
        at,
        shownAt: at,
        title: '',
        body: `the app crashes ${count}`,
        ...review,
      };
      standIn.reviews.set(made.id, made);
      return made;
    },
  };
};

const playSource = (
  { baseUrl }: ReviewStandIn,
  { apps = [], requestsPerHour = 200 }: LabOptions,
): Source<ReviewCursor> => {
  const serviceAccount = serviceAccountOf(playKeyFile);
  if (serviceAccount === null) throw new Error('the key of the test is no service account');
  const shared = { name: 'play', baseUrl, tokenUrl: `${baseUrl}/token`, brand: 'velora', pollMs: 900_000 };
  return createPlaySource({ ...shared, serviceAccount, apps, requestsPerHour });
};

const appleSource = ({ baseUrl }: ReviewStandIn, { apps = [] }: LabOptions): Source<ReviewCursor> =>
  createAppStoreSource({
    name: 'apple',
    baseUrl,
    ...appleKey,
    privateKey: applePrivateKey,
    apps,
    brand: 'velora',
    pollMs: 900_000,
  });

export const brokenWalk = async (
  lab: Lab,
  source: Source<ReviewCursor>,
  cursor: ReviewCursor | null = null,
): Promise<{ readonly pages: SourcePage<ReviewCursor>[]; readonly error: SourceError }> => {
  const pages: SourcePage<ReviewCursor>[] = [];
  const error = (await failure(
    (async () => {
      for await (const page of source.pages(cursor, lab.deps)) pages.push(page);
    })(),
  )) as SourceError;
  return { pages, error };
};
