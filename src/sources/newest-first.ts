/**
 * The walk over a list that stands newest first and is paged by tokens, from the newest back to where the last one began:
 * pure, `now` is passed in. Times are milliseconds.
 */
export interface WalkPace {
  /** How far the first walk goes back. */
  readonly lookbackMs: number;
  /** So often a walk goes so far back, for what was let through late; the farthest first. */
  readonly backs: readonly { readonly everyMs: number; readonly backMs: number }[];
  /** Pages of one walk. */
  readonly maxPages: number;
  /** The list ends after so many, whatever there is; absent: it holds all. */
  readonly holds?: number;
  /** A page behind a place that is gone is empty, and not refused. */
  readonly isEmptyLost?: boolean;
}

/** Of a list that holds everything; once a day a walk goes `backMs` back. */
export const tokenPace = (lookbackMs: number, backMs: number): WalkPace => ({
  lookbackMs,
  backs: [{ everyMs: 86_400_000, backMs }],
  maxPages: 500,
});

/** The whole state of one walk. */
export interface WalkState {
  /** Everything written up to here was read, but for what was let through late; null: the first walk is not done. */
  readonly readTo: number | null;
  readonly open: OpenWalk | null;
  /** Of the newest page, as it was when the last walk ended. */
  readonly etag: string | null;
  /** When a walk last began so far back, as `backs` has them. */
  readonly backAt: readonly number[];
  /** When a walk last ended; null: none did. */
  readonly doneAt: number | null;
}

export interface OpenWalk {
  /** null: the newest page. */
  readonly pageToken: string | null;
  readonly newest: number | null;
  readonly floor: number;
  readonly pages: number;
  readonly listed: number;
  readonly etag: string | null;
  /** Begun anew because its place was lost. */
  readonly isAgain: boolean;
}

/** What was held for review stands where it was written when it is let through. */
const OVERLAP_MS = 10 * 60_000;

export const newWalk = (now: Date, { backs }: WalkPace): WalkState => ({
  readTo: null,
  open: null,
  etag: null,
  backAt: backs.map(() => now.getTime()),
  doneAt: null,
});

export type BegunWalk = WalkState & { readonly open: OpenWalk };

/** Readies a walk: an open one as it stands; a new one overlaps, now and then by much. */
export const beginWalk = (state: WalkState, now: Date, { lookbackMs, backs }: WalkPace): BegunWalk => {
  if (state.open !== null) return { ...state, open: state.open };
  const at = now.getTime();
  const due = backs.findIndex(({ everyMs }, index) => at - (state.backAt[index] ?? at) >= everyMs);
  const back = backs[due]?.backMs ?? OVERLAP_MS;
  const floor = state.readTo === null ? at - lookbackMs : state.readTo - back;
  return {
    ...state,
    // What lies far back is asked for even where the newest page is unchanged.
    etag: due < 0 ? state.etag : null,
    open: { pageToken: null, newest: null, floor, pages: 0, listed: 0, etag: null, isAgain: false },
    // Whoever goes back a day went back an hour.
    backAt: backs.map((_, index) => (due >= 0 && index >= due ? at : (state.backAt[index] ?? at))),
  };
};

export interface ListedPage {
  /** Of everything that the page lists in its place by time. */
  readonly times: readonly number[];
  readonly nextPageToken: string | null;
  readonly etag?: string | null;
}

export interface Advanced {
  readonly state: WalkState;
  readonly isDone: boolean;
  /** `capped`: the list, or what is read of it at once, ended before the place where the last walk began. */
  readonly gap?: 'capped' | 'lost';
  /** What the walk met so far. */
  readonly listed: number;
}

interface Standing {
  readonly now: Date;
  readonly pace: WalkPace;
}

/** The state behind a page. Never throws: a list that leads nowhere is begun anew once, then told as a gap. */
export const advanceWalk = (state: BegunWalk, page: ListedPage, { now, pace }: Standing): Advanced => {
  const walked = behind(state.open, page, now);
  const oldest = Math.min(...page.times);
  if (page.times.length > 0 && oldest < state.open.floor) return ended(state, walked, now);
  if (isLost(state.open, page, pace)) return lostPlace(state, now, walked);
  if (page.nextPageToken !== null && walked.pages < pace.maxPages)
    return { state: { ...state, open: walked }, isDone: false, listed: walked.listed };
  const isCapped =
    pace.holds === undefined
      ? page.nextPageToken !== null
      : oldest > (state.readTo ?? walked.floor) &&
        walked.listed >= (state.readTo === null ? pace.holds - 100 : 100);
  return { ...ended(state, walked, now), ...(isCapped ? { gap: 'capped' } : {}) };
};

const behind = (open: OpenWalk, page: ListedPage, now: Date): OpenWalk => ({
  ...open,
  pageToken: page.nextPageToken,
  newest: newestOf(open, page, now),
  pages: open.pages + 1,
  listed: open.listed + page.times.length,
  etag: open.pageToken === null ? (page.etag ?? null) : open.etag,
});

/** A time that lies ahead would hide everything until then. */
const newestOf = (open: OpenWalk, { times }: ListedPage, now: Date): number | null =>
  times.length === 0 ? open.newest : Math.min(Math.max(open.newest ?? 0, ...times), now.getTime());

/** What the page should stand behind is gone, or the same page came again. */
const isLost = (open: OpenWalk, page: ListedPage, { isEmptyLost }: WalkPace): boolean =>
  open.pageToken !== null &&
  (page.nextPageToken === open.pageToken || (isEmptyLost === true && page.times.length === 0));

/** The platform does not know the place (any more): once from the newest again, then a gap. */
export const lostPlace = (state: BegunWalk, now: Date, open: OpenWalk = state.open): Advanced =>
  open.isAgain
    ? { ...ended(state, open, now), gap: 'lost' }
    : {
        state: { ...state, open: { ...open, pageToken: null, isAgain: true } },
        isDone: false,
        listed: open.listed,
      };

/** Nothing is new on the newest page. */
export const unchangedWalk = (state: BegunWalk, now: Date): Advanced => ({
  state: { ...state, open: null, doneAt: now.getTime() },
  isDone: true,
  listed: 0,
});

const ended = (state: BegunWalk, open: OpenWalk, now: Date): Advanced => ({
  state: {
    ...state,
    open: null,
    readTo: Math.max(state.readTo ?? 0, open.newest ?? open.floor),
    etag: open.etag,
    doneAt: now.getTime(),
  },
  isDone: true,
  listed: open.listed,
});
