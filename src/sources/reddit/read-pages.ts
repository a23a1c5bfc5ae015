import { openKnownPosts } from '../known-posts.ts';
import { type Advanced, advanceWalk, type BegunWalk } from '../newest-first.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { openWalks, walkPlace, walkPlaces } from '../walk-places.ts';
import { checkKnown } from './check-known.ts';
import { createRedditClient, type RedditAnswer, type RedditClient } from './client.ts';
import { listedPage, type ReadThings, readThings } from './read-things.ts';
import { gapText, placeOf, type RedditWalk, walkKey } from './walk.ts';
import {
  type Page,
  pageWith,
  type RedditCursor,
  type RedditPlan,
  readingOf,
  type Walking,
} from './walking.ts';

/** Listing after listing to its newest post, then what is known is looked at again. What left the configuration is forgotten. */
export const readPages = (
  plan: RedditPlan,
  stored: RedditCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> => {
  const walking: Walking = {
    plan,
    deps,
    walks: openWalks(plan.walks.map(walkKey), stored?.walks, { pace: plan.pace, now: deps.clock.now() }),
    known: openKnownPosts(stored?.known ?? []),
    absent: new Set(stored?.absent ?? []),
    quota: undefined,
  };
  const client = createRedditClient(plan.access, plan.holder, deps);
  return walkPlaces(
    plan.walks,
    {
      read: (walk) => readWalk(walking, client, walk),
      closedPage: (walk) => pageWith(walking, { events: [], gap: closedText(walk) }),
      allClosed: () => allClosed(plan),
      checkKnown: () => checkKnown(walking, client),
      lastPage: () => pageWith(walking, { events: [] }, true),
    },
    deps,
  );
};

const closedText = (walk: RedditWalk): string =>
  `Posts of ${placeOf(walk)} are missing: it is private, banned or not there.`;

const allClosed = ({ access }: RedditPlan): SourceError =>
  new SourceError(
    'permanent',
    `Reddit shows source ${access.name} nothing of what it asks for: check its subreddits in evenhand.yaml.`,
  );

const readWalk = (walking: Walking, client: RedditClient, walk: RedditWalk): AsyncGenerator<Page> => {
  const { plan, deps, walks } = walking;
  return walkPlace({
    key: walkKey(walk),
    walks,
    pace: plan.pace,
    deps,
    readPage: (begun) => readPage(walking, client, { walk, begun }),
    pageOf: ({ read, ...step }) => pageWith(walking, { ...read, gap: gapText(walk, step) }),
    rest: ({ told }) => rest(plan, told),
  });
};

interface Step extends Advanced {
  readonly read: ReadThings;
  readonly told: RedditAnswer;
}

const readPage = async (
  walking: Walking,
  client: RedditClient,
  { walk, begun }: { readonly walk: RedditWalk; readonly begun: BegunWalk },
): Promise<Step> => {
  const { plan, deps } = walking;
  const told = await client.fetchPage(walk, begun.open.pageToken);
  const place = listedPage(told.body, walk);
  if (place === null) throw noListing(plan, walk);
  walking.quota = told.quota ?? walking.quota;
  const advanced = advanceWalk(begun, place, { now: deps.clock.now(), pace: plan.pace });
  return { ...advanced, told, read: readThings(told.body, readingOf(walking, 'listing')) };
};

const noListing = ({ access }: RedditPlan, walk: RedditWalk): SourceError =>
  new SourceError(
    'transient',
    `Reddit sent source ${access.name} an answer about ${placeOf(walk)} that is no list of its posts.`,
  );

/** A limit of 0 left is said aloud: a walk that just ended here would look complete. */
export const rest = ({ access }: RedditPlan, { restMs }: RedditAnswer): void => {
  if (restMs === undefined) return;
  throw new SourceError('transient', `Reddit takes no more requests from source ${access.name} for now.`, {
    retryAfterMs: restMs,
  });
};
