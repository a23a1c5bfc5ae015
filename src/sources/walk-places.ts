import {
  type Advanced,
  type BegunWalk,
  beginWalk,
  newWalk,
  type WalkPace,
  type WalkState,
} from './newest-first.ts';
import type { SourceDeps, SourceError } from './source.ts';

/** A place that is gone, private or not ours: the others are read all the same. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
}

/** The token of a page is not known (any more). */
export class LostPageError extends Error {
  override readonly name = 'LostPageError';
}

export type Walks = Record<string, WalkState>;

/** The walks that are configured, each where it stands. What left the configuration is forgotten. */
export const openWalks = (
  keys: readonly string[],
  stored: Readonly<Walks> | undefined,
  { pace, now }: { readonly pace: WalkPace; readonly now: Date },
): Walks =>
  Object.fromEntries(
    keys.map((key) => {
      const state = stored?.[key];
      // One that an earlier version stored begins anew.
      return [key, state !== undefined && 'backAt' in state ? state : newWalk(now, pace)] as const;
    }),
  );

export interface PlaceSteps<Place, Page> {
  readonly read: (place: Place) => AsyncIterable<Page>;
  readonly closedPage: (place: Place) => Page;
  readonly allClosed: () => SourceError;
  /** What is known is looked at again. */
  readonly checkKnown: () => AsyncIterable<Page>;
  readonly lastPage: () => Page;
}

/** Place after place to its newest, then what is known; one that is closed is told and keeps no other waiting. */
export async function* walkPlaces<Place, Page>(
  places: readonly Place[],
  steps: PlaceSteps<Place, Page>,
  { signal }: Pick<SourceDeps, 'signal'>,
): AsyncGenerator<Page> {
  let closed = 0;
  for (const place of places) {
    try {
      yield* steps.read(place);
    } catch (error) {
      if (!(error instanceof ClosedError)) throw error;
      closed += 1;
      yield steps.closedPage(place);
    }
    if (signal.aborted) return;
  }
  if (closed === places.length) throw steps.allClosed();
  yield* steps.checkKnown();
  yield steps.lastPage();
}

export interface PlaceWalk<Step extends Advanced, Page> {
  readonly key: string;
  readonly walks: Walks;
  readonly pace: WalkPace;
  readonly deps: Pick<SourceDeps, 'clock' | 'signal'>;
  /** What a loud place has beyond that waits for the next walk, in its place. */
  readonly pagesAtOnce?: number;
  readonly readPage: (begun: BegunWalk) => Promise<Step>;
  readonly pageOf: (step: Step) => Page;
  /** Behind a page that was passed on. */
  readonly rest?: (step: Step) => void;
}

/** One place from its newest back to what was read. */
export async function* walkPlace<Step extends Advanced, Page>(
  walk: PlaceWalk<Step, Page>,
): AsyncGenerator<Page> {
  const { key, walks, pace, deps, pagesAtOnce = Number.POSITIVE_INFINITY } = walk;
  // A walk that was cut off is finished first, and then begun anew: what is new stands before it.
  let rounds = walks[key]?.open === null ? 1 : 2;
  for (let pages = 0; rounds > 0 && pages < pagesAtOnce && !deps.signal.aborted; pages += 1) {
    const now = deps.clock.now();
    const step = await walk.readPage(beginWalk(walks[key] ?? newWalk(now, pace), now, pace));
    walks[key] = step.state;
    if (step.isDone) rounds -= 1;
    yield walk.pageOf(step);
    walk.rest?.(step);
  }
}
