import { openKnownPosts } from '../known-posts.ts';
import { type Advanced, advanceWalk, type BegunWalk, lostPlace, unchangedWalk } from '../newest-first.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { LostPageError, openWalks, walkPlace, walkPlaces } from '../walk-places.ts';
import { checkKnown } from './check-known.ts';
import { createYouTubeClient, type YouTubeClient } from './client.ts';
import { isListedBy, youtubeThread } from './map-comment.ts';
import { readThreads } from './read-comments.ts';
import {
  type Page,
  pageWith,
  resumeMeter,
  type Walking,
  walkKey,
  type YouTubeCursor,
  type YouTubePlan,
  type YouTubeWalk,
} from './walking.ts';

/** Of one channel or video: what a loud one has beyond that waits. */
const PAGES_AT_ONCE = 20;

/** Channel after channel to its newest comment, then what is known is looked at again. */
export const readPages = (
  plan: YouTubePlan,
  stored: YouTubeCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> => {
  const now = deps.clock.now();
  resumeMeter(plan, stored, now);
  const walking: Walking = {
    plan,
    deps,
    walks: openWalks(plan.walks.map(walkKey), stored?.walks, { pace: plan.pace, now }),
    known: openKnownPosts(stored?.known ?? []),
    absent: new Set(stored?.absent ?? []),
  };
  const client = createYouTubeClient(plan, deps);
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

const closedText = ({ kind, id }: YouTubeWalk): string =>
  `Comments of ${kind} ${id} are missing: it is not there, or they are switched off.`;

const allClosed = ({ name }: YouTubePlan): SourceError =>
  new SourceError(
    'permanent',
    `YouTube shows source ${name} no comments at all: check its channels and videos in evenhand.yaml.`,
  );

const readWalk = (walking: Walking, client: YouTubeClient, walk: YouTubeWalk): AsyncGenerator<Page> => {
  const { plan, deps, walks } = walking;
  return walkPlace({
    key: walkKey(walk),
    walks,
    pace: plan.pace,
    deps,
    pagesAtOnce: PAGES_AT_ONCE,
    readPage: (begun) => readPage(walking, client, { walk, begun }),
    pageOf: ({ read, gap }) => pageWith(walking, { ...read, gap: gapText(walk, gap) }),
  });
};

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
      return { ...unchangedWalk(begun, walking.deps.clock.now()), read: nothing };
    // Before anything of the page counts as known.
    if (!isListOf(walk, told.items)) throw noList(walking.plan, walk);
    const read = readThreads(told.items, walking);
    const at = { now: walking.deps.clock.now(), pace: walking.plan.pace };
    return { ...advanceWalk(begun, { ...told, times: read.times }, at), read };
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
