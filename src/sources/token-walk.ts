/**
 * The walk over a list that stands newest first and is paged by tokens, from the newest back to where the last one began:
 * pure, `now` is passed in. Times are milliseconds.
 */
export interface WalkPace {
  /** How far the first walk goes back. */
  readonly lookbackMs: number;
  /** Once a day a walk goes so far back, for what was let through late. */
  readonly backMs: number;
}

/** The whole state of one walk. */
export interface WalkState {
  /** Everything written up to here was read, but for what was let through late; null: the first walk is not done. */
  readonly readTo: number | null;
  readonly open: OpenWalk | null;
  /** Of the newest page, as it was when the last walk ended. */
  readonly etag: string | null;
  /** When a walk last began days back. */
  readonly daysAt: number;
  /** When a walk last ended; null: none did. */
  readonly doneAt: number | null;
}

export interface OpenWalk {
  readonly pageToken: string | null;
  readonly newest: number | null;
  readonly floor: number;
  readonly pages: number;
  readonly etag: string | null;
  /** Begun anew because its place was lost. */
  readonly isAgain: boolean;
}

/** What was held for review stands where it was written when it is let through. */
const OVERLAP_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
const MAX_PAGES = 500;

export const newWalk = (now: Date): WalkState => ({
  readTo: null,
  open: null,
  etag: null,
  daysAt: now.getTime(),
  doneAt: null,
});

export type BegunWalk = WalkState & { readonly open: OpenWalk };

/** Readies a walk: an open one as it stands; a new one overlaps, once a day by days. */
export const beginWalk = (state: WalkState, now: Date, pace: WalkPace): BegunWalk => {
  if (state.open !== null) return { ...state, open: state.open };
  const at = now.getTime();
  const isDays = at - state.daysAt >= DAY_MS;
  const back = isDays ? pace.backMs : OVERLAP_MS;
  const floor = state.readTo === null ? at - pace.lookbackMs : state.readTo - back;
  return {
    ...state,
    // What lies days back is asked for even where the newest page is unchanged.
    etag: isDays ? null : state.etag,
    open: { pageToken: null, newest: null, floor, pages: 0, etag: null, isAgain: false },
    ...(isDays ? { daysAt: at } : {}),
  };
};

export interface TokenPage {
  /** Of everything that the page lists. */
  readonly times: readonly number[];
  readonly nextPageToken: string | null;
  readonly etag: string | null;
}

export interface Advanced {
  readonly state: WalkState;
  readonly isDone: boolean;
  readonly gap?: 'capped' | 'lost';
}

/** The state behind a page; a token that repeats is a place that is lost. */
export const advanceWalk = (state: BegunWalk, page: TokenPage, now: Date): Advanced => {
  const { open } = state;
  const walked: OpenWalk = {
    ...open,
    pageToken: page.nextPageToken,
    newest: newestOf(open, page, now),
    pages: open.pages + 1,
    etag: open.pageToken === null ? page.etag : open.etag,
  };
  if (page.times.length > 0 && Math.min(...page.times) < open.floor) return ended(state, walked, now);
  if (open.pageToken !== null && page.nextPageToken === open.pageToken) return lostPlace(state, now, walked);
  if (page.nextPageToken === null) return ended(state, walked, now);
  return walked.pages < MAX_PAGES
    ? { state: { ...state, open: walked }, isDone: false }
    : { ...ended(state, walked, now), gap: 'capped' };
};

/** The platform does not know the token (any more): once from the newest again, then a gap. */
export const lostPlace = (state: BegunWalk, now: Date, open: OpenWalk = state.open): Advanced =>
  open.isAgain
    ? { ...ended(state, open, now), gap: 'lost' }
    : { state: { ...state, open: { ...open, pageToken: null, isAgain: true } }, isDone: false };

/** Nothing is new on the newest page. */
export const unchangedWalk = (state: BegunWalk, now: Date): WalkState => ({
  ...state,
  open: null,
  doneAt: now.getTime(),
});

/** A time that lies ahead would hide everything until then. */
const newestOf = (open: OpenWalk, { times }: TokenPage, now: Date): number | null =>
  times.length === 0 ? open.newest : Math.min(Math.max(open.newest ?? 0, ...times), now.getTime());

const ended = (state: BegunWalk, open: OpenWalk, now: Date): Advanced => ({
  state: {
    ...state,
    open: null,
    readTo: Math.max(state.readTo ?? 0, open.newest ?? open.floor),
    etag: open.etag,
    doneAt: now.getTime(),
  },
  isDone: true,
});
