/** One listing, from its newest post back to what was read. */
export type RedditWalk =
  | { readonly kind: 'posts' | 'comments'; readonly subreddit: string }
  /** Posts alone: Reddit's search knows no comments. */
  | { readonly kind: 'search'; readonly query: string };

export const walkKey = (walk: RedditWalk): string =>
  walk.kind === 'search' ? `search ${walk.query}` : `${walk.kind} ${walk.subreddit.toLowerCase()}`;

/** As people call it. */
export const placeOf = (walk: RedditWalk): string =>
  walk.kind === 'search' ? `the search for ${walk.query}` : `r/${walk.subreddit}`;

/** The whole state of one walk. Times are unix seconds, as Reddit tells them. */
export interface WalkState {
  /** Everything written up to here was read, but for what came late; null: the first walk is not done. */
  readonly readTo: number | null;
  readonly open: OpenWalk | null;
  /** When a walk last began so far back. */
  readonly hoursAt: number;
  readonly daysAt: number;
}

export interface OpenWalk {
  /** The next page stands behind this post; null: the newest page. */
  readonly after: string | null;
  /** Newest post that was met: the next walk goes back to there. */
  readonly newest: number | null;
  readonly floor: number;
  readonly posts: number;
  readonly pages: number;
  /** Begun anew because the post that the next page stood behind was gone. */
  readonly isAgain: boolean;
}

/** A post that moderators let through stands where it was written, minutes to days back. */
const OVERLAP_S = 600;
const HOURS = { every: 3_600, back: 6 * 3_600 } as const;
const DAYS = { every: 86_400, back: 2 * 86_400 } as const;
/** A listing ends here, whatever there is (facts/sources.md 4: 1,000 posts, ten pages of 100). */
const MAX_POSTS = 1_000;
const MAX_PAGES = 40;

export const newWalk = (now: Date): WalkState => ({
  readTo: null,
  open: null,
  hoursAt: secondsOf(now),
  daysAt: secondsOf(now),
});

export type BegunWalk = WalkState & { readonly open: OpenWalk };

/** Readies a walk: an open one as it stands; a new one overlaps, hourly by hours and daily by days. */
export const beginWalk = (state: WalkState, now: Date, lookbackMs: number): BegunWalk => {
  if (state.open !== null) return { ...state, open: state.open };
  const at = secondsOf(now);
  const isDays = at - state.daysAt >= DAYS.every;
  const isHours = isDays || at - state.hoursAt >= HOURS.every;
  const back = isDays ? DAYS.back : isHours ? HOURS.back : OVERLAP_S;
  const floor = state.readTo === null ? at - Math.floor(lookbackMs / 1000) : state.readTo - back;
  return {
    ...state,
    open: { after: null, newest: null, floor, posts: 0, pages: 0, isAgain: false },
    ...(isHours ? { hoursAt: at } : {}),
    ...(isDays ? { daysAt: at } : {}),
  };
};

export interface ListedPage {
  /** Of every post of the page that stands in its place by time, unix seconds. */
  readonly times: readonly number[];
  readonly after: string | null;
}

export interface Advanced {
  readonly state: WalkState;
  readonly isDone: boolean;
  readonly gap?: string;
}

/** The state behind a page. Never throws: a listing that leads nowhere is begun anew once, then told as a gap. */
export const advanceWalk = (walk: RedditWalk, state: BegunWalk, page: ListedPage, now: Date): Advanced => {
  const open = behind(state.open, page, now);
  const oldest = Math.min(...page.times);
  if (page.times.length > 0 && oldest < open.floor) return ended(state, open);
  if (isLost(state.open, page))
    return open.isAgain
      ? ended(state, open, lostText(walk))
      : { state: { ...state, open: { ...open, after: null, isAgain: true } }, isDone: false };
  if (page.after !== null && open.pages < MAX_PAGES) return { state: { ...state, open }, isDone: false };
  const isCapped = open.posts >= (state.readTo === null ? MAX_POSTS - 100 : 100);
  const reached = state.readTo ?? open.floor;
  return isCapped && oldest > reached ? ended(state, open, cappedText(walk, open.posts)) : ended(state, open);
};

const behind = (open: OpenWalk, { times, after }: ListedPage, now: Date): OpenWalk => {
  // A time that lies ahead would hide everything until then.
  const newest = Math.min(Math.max(open.newest ?? 0, ...times), secondsOf(now));
  return {
    ...open,
    after,
    newest: times.length === 0 ? open.newest : newest,
    posts: open.posts + times.length,
    pages: open.pages + 1,
  };
};

/** The post that the page should stand behind was deleted, or Reddit gave the same page again. */
const isLost = (open: OpenWalk, page: ListedPage): boolean =>
  open.after !== null && (page.times.length === 0 || page.after === open.after);

const ended = (state: WalkState, open: OpenWalk, gap?: string): Advanced => ({
  state: { ...state, open: null, readTo: Math.max(state.readTo ?? 0, open.newest ?? open.floor) },
  isDone: true,
  ...(gap === undefined ? {} : { gap }),
});

const lostText = (walk: RedditWalk): string =>
  `Posts of ${placeOf(walk)} may be missing: Reddit's list of them broke off before the place where reading stopped.`;

const cappedText = (walk: RedditWalk, posts: number): string =>
  `Posts of ${placeOf(walk)} may be missing: Reddit lists ${posts} and no more, and there were more since the last walk.`;

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);
