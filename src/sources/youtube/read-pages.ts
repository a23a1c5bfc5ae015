import { openKnownPosts } from '../known-posts.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import {
  type Advanced,
  advanceWalk,
  type BegunWalk,
  beginWalk,
  lostPlace,
  newWalk,
  unchangedWalk,
} from '../token-walk.ts';
import { checkKnown } from './check-known.ts';
import { ClosedError, createYouTubeClient, LostPageError, type YouTubeClient } from './client.ts';
import { isListedBy, youtubeThread } from './map-comment.ts';
import { readThreads } from './read-comments.ts';
import { spend, spentToday } from './units.ts';
import {
  type Page,
  pageWith,
  type Walking,
  walkKey,
  type YouTubeCursor,
  type YouTubePlan,
  type YouTubeWalk,
} from './walking.ts';

/** Pages of one channel or video in one walk: what a loud one has beyond that waits for the next walk, in its place. */
const MAX_PAGES = 20;

/** Channel after channel to its newest comment, then what is known is looked at again. */
export async function* readPages(
  plan: YouTubePlan,
  stored: YouTubeCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const now = deps.clock.now();
  const walks = Object.fromEntries(
    plan.walks.map((walk) => [walkKey(walk), stored?.walks[walkKey(walk)] ?? newWalk(now)] as const),
  );
  resumeMeter(plan, stored, now);
  const walking: Walking = {
    plan,
    deps,
    walks,
    known: openKnownPosts(stored?.known ?? []),
    absent: new Set(stored?.absent ?? []),
  };
  const client = createYouTubeClient(plan, deps);
  let closed = 0;
  for (const walk of plan.walks) {
    try {
      yield* readWalk(walking, client, walk);
    } catch (error) {
      if (!(error instanceof ClosedError)) throw error;
      closed += 1;
      yield pageWith(walking, {
        events: [],
        gap: `Comments of ${walk.kind} ${walk.id} are missing: it is not there, or they are switched off.`,
      });
    }
    if (deps.signal.aborted) return;
  }
  if (closed === plan.walks.length) throw allClosed(plan);
  yield* checkKnown(walking, client);
  yield pageWith(walking, { events: [] }, true);
}

/** What another process spent stands in the cursor; what this one spent on requests that failed, in its meter. */
const resumeMeter = ({ meter }: YouTubePlan, stored: YouTubeCursor | null, now: Date): void => {
  const here = spentToday(meter.spent, now);
  const units = Math.max(here.units, spentToday(stored?.spent, now).units);
  meter.spent = spend({ ...here, units }, 0, now);
};

const allClosed = ({ name }: YouTubePlan): SourceError =>
  new SourceError(
    'permanent',
    `YouTube shows source ${name} no comments at all: check its channels and videos in evenhand.yaml.`,
  );

async function* readWalk(walking: Walking, client: YouTubeClient, walk: YouTubeWalk): AsyncGenerator<Page> {
  const { plan, deps } = walking;
  const key = walkKey(walk);
  // A walk that was cut off is finished first, and then begun anew: what is new stands before it.
  let rounds = walking.walks[key]?.open === null ? 1 : 2;
  for (let pages = 0; rounds > 0 && pages < MAX_PAGES && !deps.signal.aborted; pages += 1) {
    const now = deps.clock.now();
    const begun = beginWalk(walking.walks[key] ?? newWalk(now), now, plan.pace);
    const step = await readPage(walking, client, { walk, begun });
    walking.walks[key] = step.state;
    if (step.isDone) rounds -= 1;
    yield pageWith(walking, { ...step.read, gap: gapText(walk, step.gap) });
  }
}

interface Step extends Advanced {
  readonly read: Pick<ReturnType<typeof readThreads>, 'events' | 'rejected'>;
}

const nothing = { events: [], rejected: [] };

const readPage = async (
  walking: Walking,
  client: YouTubeClient,
  { walk, begun }: { readonly walk: YouTubeWalk; readonly begun: BegunWalk },
): Promise<Step> => {
  const { open, etag } = begun;
  try {
    const told = await client.fetchThreads(walk, {
      pageToken: open.pageToken,
      etag: open.isAgain ? null : etag,
    });
    if (told.kind === 'unchanged')
      return { state: unchangedWalk(begun, walking.deps.clock.now()), isDone: true, read: nothing };
    // Before anything of the page counts as known.
    if (!isListOf(walk, told.items)) throw noList(walking.plan, walk);
    const read = readThreads(told.items, walking);
    return { ...advanceWalk(begun, { ...told, times: read.times }, walking.deps.clock.now()), read };
  } catch (error) {
    if (!(error instanceof LostPageError)) throw error;
    return { ...lostPlace(begun, walking.deps.clock.now()), read: nothing };
  }
};

const isListOf = (walk: YouTubeWalk, items: readonly unknown[]): boolean => {
  const threads = items.flatMap((item) => {
    const parsed = youtubeThread.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
  return (items.length === 0 || threads.length > 0) && threads.every((thread) => isListedBy(walk, thread));
};

const noList = ({ name }: YouTubePlan, { kind, id }: YouTubeWalk): SourceError =>
  new SourceError(
    'transient',
    `YouTube sent source ${name} an answer that is no list of the comments of ${kind} ${id}.`,
  );

const gapText = ({ kind, id }: YouTubeWalk, gap: Advanced['gap']): string | undefined => {
  if (gap === undefined) return undefined;
  return gap === 'capped'
    ? `Comments of ${kind} ${id} may be missing: the newest 50,000 were read.`
    : `Comments of ${kind} ${id} may be missing: YouTube's list of them broke off before the place where reading stopped.`;
};
