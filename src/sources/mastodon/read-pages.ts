import { openKnownPosts } from '../known-posts.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { checkKnown } from './check-known.ts';
import { createMastodonClient, type Instance, type MastodonClient } from './client.ts';
import { type MastodonCursor, openCursor } from './cursor.ts';
import { readStatuses } from './read-statuses.ts';
import { statusPlace } from './status.ts';
import { streamPages } from './stream-pages.ts';
import {
  advanceWalk,
  beginWalk,
  hostOf,
  type MastodonWalk,
  pageParams,
  type WalkedPage,
  walkKey,
} from './walk.ts';
import { type MastodonPlan, type Page, pageWith, type Walking } from './walking.ts';

/**
 * Instance after instance: every timeline to its newest post, then posts that are known are looked at again, then the
 * streams are followed. An instance that fails costs the others nothing; its failure is told when they are done.
 */
export async function* readPages(
  plan: MastodonPlan,
  stored: MastodonCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const opened = openCursor(plan.walks, stored);
  const walking: Walking = { plan, deps, known: openKnownPosts(opened.known), walks: { ...opened.walks } };
  const failures: SourceError[] = [];
  let isStreamed = plan.stream !== null && deps.stream !== undefined;
  for (const instance of plan.instances) {
    try {
      yield* readInstance(walking, instance);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failures.push(error);
      if (instance === plan.instances[0]) isStreamed = false;
    }
    if (deps.signal.aborted) return;
  }
  if (isStreamed && plan.stream !== null) yield* streamPages(walking, plan.stream);
  const [failure] = failures;
  if (failure !== undefined) throw worstOf(failures, failure, plan);
  yield pageWith(walking, { events: [] }, true);
}

/** One instance of several that needs a person must not switch the others off. */
const worstOf = (
  failures: readonly SourceError[],
  first: SourceError,
  { instances }: MastodonPlan,
): SourceError => {
  if (failures.length === instances.length || first.outcome !== 'permanent') return first;
  return new SourceError('transient', first.message, { cause: first });
};

async function* readInstance(walking: Walking, instance: Instance): AsyncGenerator<Page> {
  const { plan, deps } = walking;
  const client = createMastodonClient(plan.name, instance, deps);
  const { tags } = await client.readAccess();
  const walks = plan.walks.filter((walk) => walk.instance === instance.url);
  if (tags === 'none' && walks.some(({ kind }) => kind === 'tag')) throw closedError(plan, instance);
  const limited = tags === 'own' ? ownOnlyText(instance) : undefined;
  for (const walk of walks) yield* readWalk(walking, client, walk, limited);
  yield* checkKnown(walking, client, instance);
}

const closedError = ({ name }: MastodonPlan, { url, token }: Instance): SourceError =>
  new SourceError(
    'permanent',
    token === null
      ? `${hostOf(url)} shows its timelines of tags to its own accounts only: source ${name} needs a token of one.`
      : `${hostOf(url)} has switched its timelines of tags off: remove it from source ${name}.`,
  );

const ownOnlyText = ({ url }: Instance): string =>
  `Posts of other instances are missing: ${hostOf(url)} shows only its own under a tag.`;

async function* readWalk(
  walking: Walking,
  client: MastodonClient,
  walk: MastodonWalk,
  limited: string | undefined,
): AsyncGenerator<Page> {
  const { plan, deps, known } = walking;
  const key = walkKey(walk);
  let isDone = false;
  while (!isDone && !deps.signal.aborted) {
    const now = deps.clock.now();
    const state = beginWalk(walk, walking.walks[key] ?? newState(key), now);
    const page = await client.fetchPage(walk, pageParams(state));
    const walked = { ...placesOf(page.entries), ...page.link };
    const floorMs = now.getTime() - plan.lookbackMs;
    // Throws before anything of the page counts as known.
    const advanced = advanceWalk(walk, state, walked, { now, floorMs });
    const found = walk.kind === 'search' ? 'search' : 'timeline';
    const { isWatched } = plan;
    const read = readStatuses(page.entries, { known, instance: walk.instance, found, isWatched, now });
    walking.walks[key] = advanced.state;
    isDone = advanced.isDone;
    yield pageWith(walking, { ...read, gap: advanced.gap ?? limited });
    if (page.restMs !== undefined) throw restError(plan, walk, page.restMs);
  }
}

const newState = (key: string): never => {
  throw new Error(`no walk ${key}`);
};

/** A limit of 0 left is said aloud: a walk that just ended here would look complete. */
const restError = ({ name }: MastodonPlan, { instance }: MastodonWalk, restMs: number): SourceError =>
  new SourceError('transient', `${hostOf(instance)} takes no more requests from source ${name} for now.`, {
    retryAfterMs: restMs,
  });

/** Where the page stands; statuses that are refused move the cursor too. */
const placesOf = (entries: readonly unknown[]): Pick<WalkedPage, 'ids' | 'oldestAt'> => {
  const places = entries.flatMap((entry) => {
    const parsed = statusPlace.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
  return {
    ids: places.map(({ id }) => id),
    oldestAt: places.flatMap(({ created_at }) => created_at ?? []).sort()[0],
  };
};
