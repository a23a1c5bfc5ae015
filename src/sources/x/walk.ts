import type { XMapped } from './map-response.ts';
import { nextSlice, type Slice } from './slices.ts';

/** One thing to listen to: a search, or the mentions of one account. */
export type XWalk =
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'mentions'; readonly userId: string };

export const walkKey = (walk: XWalk): string =>
  walk.kind === 'search' ? `search ${walk.query}` : `mentions ${walk.userId}`;

/** Where a walk ends: everything up to here was read before. The two are mutually exclusive in a request. */
export type Since =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'time'; readonly at: string };

/**
 * The whole state of one walk from the newest post back to `since`. `since` stays the same through all pages of a walk
 * and is replaced only when its last page was read; until then `newestId` waits.
 */
export interface WalkState {
  readonly since: Since;
  /** The next page of an open walk; it does not expire. null: the next request begins a walk. */
  readonly pageToken: string | null;
  /** Newest id of the open walk's first page: the next walk's `since`. */
  readonly newestId: string | null;
  /** When the open walk began, ISO 8601 UTC. */
  readonly startedAt: string | null;
  /** Posts read in the open walk. */
  readonly read: number;
  /** Every post from before this instant was read or reported as a gap. */
  readonly readTo: string;
  /** The minutes that are being read, where not all can be. */
  readonly slice?: Slice;
}

const DAY_MS = 86_400_000;
/** Recent search reaches back seven days (facts/sources.md 1); the margin pays for clocks that differ. */
const REACH_MS = 7 * DAY_MS - 10 * 60_000;
/** The mentions of an account reach back this many posts. */
const MENTIONS_REACH = 800;
/** Answers end 30 s ago by default; the rest is for clocks that differ. */
const UNSEEN_MS = 120_000;
const MINUTE_MS = 60_000;

/** X takes whole seconds. */
const iso = (ms: number): string =>
  new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');

export const newWalk = (from: Date): WalkState => {
  const at = iso(from.getTime());
  return {
    since: { kind: 'time', at },
    pageToken: null,
    newestId: null,
    startedAt: null,
    read: 0,
    readTo: at,
  };
};

export interface Begun {
  readonly state: WalkState;
  /** What may have been missed, when the platform no longer reaches back to where reading stopped. */
  readonly gap?: string;
}

/**
 * Readies a walk that reads only some minutes, for the money does not reach for all: each run of them is a walk of its
 * own. null: none is left for now.
 */
export const beginSlice = (
  state: WalkState,
  now: Date,
  choice: { readonly seed: string; readonly rate: number },
): Begun | null => {
  if (state.slice !== undefined) return { state };
  const from = Math.max(Date.parse(state.readTo), now.getTime() - REACH_MS);
  const horizon = horizonOf(now);
  const slice = nextSlice({ from: new Date(from), horizon }, choice);
  return slice === null
    ? null
    : { state: { ...newWalk(new Date(slice.from)), startedAt: now.toISOString(), slice } };
};

/** Whole minutes that the platform shows by now. */
const horizonOf = (now: Date): Date =>
  new Date(Math.floor((now.getTime() - UNSEEN_MS) / MINUTE_MS) * MINUTE_MS);

/** Everything up to the horizon was read, or left out by chance. */
export const skipToHorizon = (state: WalkState, now: Date): WalkState => {
  const { slice: _, ...rest } = state;
  const at = iso(Math.max(horizonOf(now).getTime(), Date.parse(state.readTo)));
  return { ...rest, since: { kind: 'time', at }, readTo: at, pageToken: null, newestId: null };
};

/** A walk that was begun to read everything is left, from now on only some minutes are read. */
export const leaveWhole = (state: WalkState): WalkState =>
  state.slice !== undefined ? state : { ...state, pageToken: null, newestId: null, startedAt: null, read: 0 };

/** What a stream told up to an instant needs no search. */
export const coverTo = (state: WalkState, at: Date): WalkState => {
  if (state.pageToken !== null || at.getTime() <= Date.parse(state.readTo)) return state;
  return { ...state, since: { kind: 'time', at: iso(at.getTime()) }, readTo: iso(at.getTime()) };
};

/** Readies a walk for its next request: an open one as it stands, a new one moved into the platform's reach. */
export const beginWalk = (walk: XWalk, state: WalkState, now: Date): Begun => {
  if (state.pageToken !== null || state.slice !== undefined) return { state };
  const begun = { ...state, newestId: null, startedAt: now.toISOString(), read: 0 };
  const isOutOfReach =
    walk.kind === 'search' &&
    state.since.kind === 'time' &&
    Date.parse(state.since.at) < now.getTime() - REACH_MS;
  return isOutOfReach ? restartWalk(begun, now) : { state: begun };
};

/**
 * Begins the walk anew from a time, because the platform refused its id or page token (an id older than seven days is an
 * error there, not a limit). Nothing is missing when reading had come further than the platform reaches back.
 */
export const restartWalk = (state: WalkState, now: Date): Begun => {
  const floor = now.getTime() - REACH_MS;
  const readTo = Date.parse(state.readTo);
  const at = iso(Math.max(floor, readTo));
  const { slice: _, ...whole } = state;
  const restarted: WalkState = {
    ...whole,
    since: { kind: 'time', at },
    pageToken: null,
    newestId: null,
    startedAt: now.toISOString(),
    read: 0,
    readTo: at,
  };
  if (readTo >= floor) return { state: restarted };
  return {
    state: restarted,
    gap: `Posts between ${state.readTo} and ${at} may be missing: recent search on X reaches back seven days only.`,
  };
};

/** The parameters that choose the page; the rest of a request is the same for all. */
export const pageParams = (walk: XWalk, state: WalkState): Readonly<Record<string, string>> => ({
  ...(state.since.kind === 'id' ? { since_id: state.since.id } : { start_time: state.since.at }),
  ...(state.slice === undefined ? {} : { end_time: state.slice.to }),
  ...(state.pageToken === null
    ? {}
    : { [walk.kind === 'search' ? 'next_token' : 'pagination_token']: state.pageToken }),
});

export interface Advanced extends Begun {
  readonly isDone: boolean;
}

export const advanceWalk = (walk: XWalk, state: WalkState, page: XMapped): Advanced => {
  const newestId = state.newestId ?? page.newestId;
  const read = state.read + page.events.length;
  if (page.nextToken !== null) {
    return { state: { ...state, pageToken: page.nextToken, newestId, read }, isDone: false };
  }
  if (state.slice !== undefined) return { state: newWalk(new Date(state.slice.to)), isDone: true };
  const readTo = iso(
    Math.max(Date.parse(state.readTo), Date.parse(state.startedAt ?? state.readTo) - UNSEEN_MS),
  );
  return {
    state: {
      since: nextSince(state, newestId, readTo),
      pageToken: null,
      newestId: null,
      startedAt: null,
      read: 0,
      readTo,
    },
    isDone: true,
    ...(walk.kind === 'mentions' && read >= MENTIONS_REACH ? { gap: mentionsGap(state.readTo) } : {}),
  };
};

const nextSince = (state: WalkState, newestId: string | null, readTo: string): Since => {
  if (newestId !== null) return { kind: 'id', id: newestId };
  return state.since.kind === 'time' ? { kind: 'time', at: readTo } : state.since;
};

const mentionsGap = (from: string): string =>
  `Posts after ${from} may be missing: X lists the newest ${MENTIONS_REACH} mentions of an account only.`;
