import { createHash } from 'node:crypto';
import type { RawEvent, RawMention } from '../../domain/raw-mention.ts';
import { type KnownPost, type KnownPosts, openKnownPosts } from '../known-posts.ts';
import { type Advanced, advanceWalk, type BegunWalk, lostPlace, type WalkState } from '../newest-first.ts';
import { type Rejection, type SourceDeps, SourceError, type SourcePage } from '../source.ts';
import { LostPageError, openWalks, type Walks, walkPlace, walkPlaces } from '../walk-places.ts';
import type { Asked, OpenStore, Review, ReviewPlan } from './review-store.ts';

/** The whole state of the source, committed with every page. */
export interface ReviewCursor {
  readonly walks: Readonly<Walks>;
  readonly known: readonly KnownPost[];
  /** Requests of the last hour. */
  readonly asked: readonly Asked[];
}

type Page = SourcePage<ReviewCursor>;

interface Walking {
  readonly plan: ReviewPlan;
  readonly deps: SourceDeps;
  readonly store: OpenStore;
  readonly known: KnownPosts;
  readonly walks: Walks;
}

/** App after app to its newest review, then reviews that are known are looked at again. */
export const readPages = (
  plan: ReviewPlan,
  stored: ReviewCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> => {
  const walking: Walking = {
    plan,
    deps,
    store: plan.open(deps, stored?.asked ?? []),
    walks: openWalks(plan.apps, stored?.walks, { pace: plan.pace, now: deps.clock.now() }),
    known: openKnownPosts(stored?.known ?? []),
  };
  return walkPlaces(
    plan.apps,
    {
      read: (app) => readApp(walking, app),
      closedPage: (app) => pageWith(walking, { events: [], gap: closedText(plan, app) }),
      allClosed: () => noApps(plan),
      checkKnown: () => checkKnown(walking),
      lastPage: () => pageWith(walking, { events: [] }, true),
    },
    deps,
  );
};

const closedText = ({ store }: ReviewPlan, app: string): string =>
  `Reviews of ${app} are missing: ${store} has no such app of yours.`;

const noApps = ({ name, store }: ReviewPlan): SourceError =>
  new SourceError(
    'permanent',
    `None of the apps of source ${name} is yours on ${store}: check them in evenhand.yaml.`,
  );

interface Told {
  readonly events: readonly RawEvent[];
  readonly rejected?: readonly Rejection[];
  readonly gap?: string | undefined;
}

const pageWith = ({ deps, store, known, walks }: Walking, told: Told, isLast = false): Page => {
  const quota = store.quota();
  return {
    events: told.events,
    cursor: { walks: { ...walks }, known: known.stored(deps.clock.now()), asked: store.asked() },
    isLast,
    ...(told.rejected === undefined ? {} : { rejected: told.rejected }),
    ...(told.gap === undefined ? {} : { gap: told.gap }),
    ...(quota === undefined ? {} : { quota }),
  };
};

async function* readApp(walking: Walking, app: string): AsyncGenerator<Page> {
  const { plan, deps, walks } = walking;
  const away = awayText(plan, app, { state: walks[app], now: deps.clock.now() });
  if (away !== undefined) yield pageWith(walking, { events: [], gap: away });
  yield* walkPlace({
    key: app,
    walks,
    pace: plan.pace,
    deps,
    readPage: (begun) => readPage(walking, app, begun),
    pageOf: ({ read, gap }) => pageWith(walking, { ...read, gap: gapText(plan, app, gap) }),
  });
}

interface Step extends Advanced {
  readonly read: { readonly events: readonly RawEvent[]; readonly rejected: readonly Rejection[] };
}

const readPage = async (walking: Walking, app: string, begun: BegunWalk): Promise<Step> => {
  const { store, deps } = walking;
  try {
    const told = await store.fetchPage(app, begun.open.pageToken);
    const times = told.reviews.map(({ atMs }) => atMs);
    const place = { times, nextPageToken: told.nextPageToken };
    const advanced = advanceWalk(begun, place, { now: deps.clock.now(), pace: walking.plan.pace });
    const events = told.reviews.toReversed().flatMap((review) => readReview(walking, app, review));
    return { ...advanced, read: { events, rejected: told.rejected } };
  } catch (error) {
    if (!(error instanceof LostPageError)) throw error;
    return { ...lostPlace(begun, deps.clock.now()), read: { events: [], rejected: [] } };
  }
};

const readReview = (walking: Walking, app: string, { review, reply }: Review): readonly RawMention[] => {
  const { known, deps } = walking;
  const now = deps.clock.now();
  const note = (event: RawMention): readonly RawMention[] => {
    const key = `${app} ${event.nativeId}`;
    const sighting = {
      key,
      nativeId: event.nativeId,
      ...(event.revision === undefined ? {} : { revision: event.revision }),
      hash: createHash('sha256').update(event.text).digest('base64url').slice(0, 8),
      thread: event.thread,
      // An answer is found beside its review, and goes with it.
      isWatched: event.parent === undefined,
    };
    const revision = known.note(sighting, now);
    known.looked(key, event.parent === undefined ? now : new Date(-60_000));
    return revision === null ? [] : [{ ...event, revision }];
  };
  return [...note(review), ...(reply === null ? [] : note(reply))];
};

/** Asks again for reviews whose look is due; those that a list told just now are not. */
async function* checkKnown(walking: Walking): AsyncGenerator<Page> {
  const { known, deps, plan } = walking;
  for (const [key, nativeId, , , seenMinute] of known.due(deps.clock.now(), plan.looksPerWalk)) {
    if (deps.signal.aborted) return;
    const now = deps.clock.now();
    const app = key.slice(0, key.length - nativeId.length - 1);
    // A day less than the window: the clock of the store decides where it ends.
    const isBeyond =
      plan.windowMs !== null && now.getTime() - seenMinute * 60_000 > plan.windowMs - 86_400_000;
    if (isBeyond || !plan.apps.includes(app)) {
      known.forget(key);
      continue;
    }
    const told = await walking.store.fetchReview(app, nativeId);
    known.looked(key, now);
    if (told === null) known.forget(key);
    const events: readonly RawEvent[] =
      told === null ? withdrawn(walking, app, nativeId) : readReview(walking, app, told);
    yield pageWith(walking, { events });
  }
}

const withdrawn = ({ known }: Walking, app: string, nativeId: string): readonly RawEvent[] => {
  const reply = known.get(`${app} ${replyId(nativeId)}`);
  if (reply !== undefined) known.forget(reply[0]);
  return [nativeId, ...(reply === undefined ? [] : [reply[1]])].map((id) => ({
    kind: 'deletion',
    nativeId: id,
  }));
};

export const replyId = (reviewId: string): string => `${reviewId}/reply`;

interface Standing {
  readonly state: WalkState | undefined;
  readonly now: Date;
}

const awayText = (
  { windowMs, store }: ReviewPlan,
  app: string,
  { state, now }: Standing,
): string | undefined => {
  const doneAt = state?.doneAt ?? null;
  if (windowMs === null || doneAt === null || now.getTime() - doneAt <= windowMs) return undefined;
  return `Reviews of ${app} may be missing: ${store} tells those of the last week only, and they were last read on ${new Date(doneAt).toISOString().slice(0, 10)}.`;
};

const gapText = ({ store }: ReviewPlan, app: string, gap: Advanced['gap']): string | undefined => {
  if (gap === undefined) return undefined;
  return gap === 'capped'
    ? `Reviews of ${app} may be missing: ${store} lists more since the last walk than are read.`
    : `Reviews of ${app} may be missing: the list of ${store} broke off before the place where reading stopped.`;
};
