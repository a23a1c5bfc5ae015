import { openKnownPosts } from '../known-posts.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { checkKnown } from './check-known.ts';
import { ClosedError, createRedditClient, type RedditAnswer, type RedditClient } from './client.ts';
import { listedPage, readThings } from './read-things.ts';
import { advanceWalk, beginWalk, newWalk, placeOf, type RedditWalk, walkKey } from './walk.ts';
import {
  type Page,
  pageWith,
  type RedditCursor,
  type RedditPlan,
  readingOf,
  type Walking,
} from './walking.ts';

/** Listing after listing to its newest post, then what is known is looked at again. What left the configuration is forgotten. */
export async function* readPages(
  plan: RedditPlan,
  stored: RedditCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const now = deps.clock.now();
  const walks = Object.fromEntries(
    plan.walks.map((walk) => [walkKey(walk), stored?.walks[walkKey(walk)] ?? newWalk(now)] as const),
  );
  const walking: Walking = {
    plan,
    deps,
    walks,
    known: openKnownPosts(stored?.known ?? []),
    absent: new Set(stored?.absent ?? []),
    quota: undefined,
  };
  const client = createRedditClient(plan.access, plan.holder, deps);
  let closed = 0;
  for (const walk of plan.walks) {
    try {
      yield* readWalk(walking, client, walk);
    } catch (error) {
      if (!(error instanceof ClosedError)) throw error;
      closed += 1;
      yield pageWith(walking, { events: [], gap: closedText(walk) });
    }
    if (deps.signal.aborted) return;
  }
  if (closed === plan.walks.length) throw allClosed(plan);
  yield* checkKnown(walking, client);
  yield pageWith(walking, { events: [] }, true);
}

const closedText = (walk: RedditWalk): string =>
  `Posts of ${placeOf(walk)} are missing: it is private, banned or not there.`;

const allClosed = ({ access }: RedditPlan): SourceError =>
  new SourceError(
    'permanent',
    `Reddit shows source ${access.name} nothing of what it asks for: check its subreddits in evenhand.yaml.`,
  );

async function* readWalk(walking: Walking, client: RedditClient, walk: RedditWalk): AsyncGenerator<Page> {
  const { plan, deps } = walking;
  const key = walkKey(walk);
  // A walk that was cut off is finished first, and then begun anew: what is new stands before it.
  const rounds = walking.walks[key]?.open === null ? 1 : 2;
  for (let round = 0; round < rounds; round += 1) {
    for (let isDone = false; !isDone && !deps.signal.aborted; ) {
      const begun = beginWalk(
        walking.walks[key] ?? newWalk(deps.clock.now()),
        deps.clock.now(),
        plan.lookbackMs,
      );
      const told = await client.fetchPage(walk, begun.open.after);
      const place = listedPage(told.body, walk);
      if (place === null) throw noListing(plan, walk);
      const advanced = advanceWalk(walk, begun, place, deps.clock.now());
      walking.walks[key] = advanced.state;
      walking.quota = told.quota ?? walking.quota;
      isDone = advanced.isDone;
      yield pageWith(walking, { ...readThings(told.body, readingOf(walking, 'listing')), gap: advanced.gap });
      rest(plan, told);
    }
  }
}

const noListing = ({ access }: RedditPlan, walk: RedditWalk): SourceError =>
  new SourceError(
    'transient',
    `Reddit sent source ${access.name} an answer about ${placeOf(walk)} that is no list of its posts.`,
  );

/** A limit of 0 left is said aloud: a walk that just ended here would look complete. */
const rest = ({ access }: RedditPlan, { restMs }: RedditAnswer): void => {
  if (restMs === undefined) return;
  throw new SourceError('transient', `Reddit takes no more requests from source ${access.name} for now.`, {
    retryAfterMs: restMs,
  });
};
