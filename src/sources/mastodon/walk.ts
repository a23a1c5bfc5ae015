import { SourceError } from '../source.ts';
import { isNewer, newestOf } from './limits.ts';

/** What a walk reads: a tag's timeline, or a search, each of one instance. */
export interface MastodonWalk {
  readonly instance: string;
  readonly kind: 'tag' | 'search';
  readonly words: string;
}

export const walkKey = ({ instance, kind, words }: MastodonWalk): string => `${instance} ${kind} ${words}`;

/**
 * The whole state of one walk. Ids follow the time at which a post was written, and posts of other instances arrive
 * late, behind what was read: so a walk begins at a mark of 20 minutes before the last one ended, and four times a day
 * at one of 32 hours before: what comes up to a day late is found. What was passed on already is known, and not passed on twice.
 */
export interface WalkState {
  /** [minute, newest id at that minute], oldest first. */
  readonly marks: readonly (readonly [minute: number, id: string])[];
  readonly newest: string | null;
  readonly open: OpenWalk | null;
  /** Minute of the last walk from so far back. */
  readonly deepMinute: number;
}

export type OpenWalk =
  /** Forward from an id: nothing between it and the newest is skipped. */
  | { readonly kind: 'forward'; readonly minId: string; readonly isFirst: boolean }
  /** The first walk, from the newest back; a search knows no other way. */
  | {
      readonly kind: 'back';
      readonly maxId: string | null;
      readonly newest: string | null;
      readonly mark: string | null;
      readonly pages: number;
    };

export const newWalk: WalkState = { marks: [], newest: null, open: null, deepMinute: 0 };

/** Twenty, and one because marks are told in whole minutes. */
const OVERLAP_MINUTES = 21;
const DEEP_EVERY_MINUTES = 360;
/** What comes up to a day late stands within it still when its turn comes, two hours of trouble included. */
const DEEP_MINUTES = 1440 + DEEP_EVERY_MINUTES + 120;
/** 40 statuses each. */
const MAX_PAGES_BACK = 25;
export const PAGE_SIZE = 40;

const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);

/** Readies a walk for its next request: an open one as it stands. */
export const beginWalk = (walk: MastodonWalk, state: WalkState, now: Date): WalkState => {
  if (state.open !== null) return state;
  const back: OpenWalk = { kind: 'back', maxId: null, newest: null, mark: null, pages: 0 };
  const last = state.marks.at(-1);
  if (last === undefined || walk.kind === 'search') return { ...state, open: back };
  const isDeep = minuteOf(now) - state.deepMinute >= DEEP_EVERY_MINUTES;
  const before = last[0] - (isDeep ? DEEP_MINUTES : OVERLAP_MINUTES);
  const [, minId] = markBefore(state, before) ?? last;
  return {
    ...state,
    open: { kind: 'forward', minId, isFirst: true },
    ...(isDeep ? { deepMinute: minuteOf(now) } : {}),
  };
};

const markBefore = ({ marks }: WalkState, minute: number): WalkState['marks'][number] | undefined =>
  marks.findLast(([at]) => at <= minute) ?? marks[0];

/** The parameters that choose the page. */
export const pageParams = ({ open }: WalkState): Readonly<Record<string, string>> => {
  if (open === null) return {};
  if (open.kind === 'forward') return { min_id: open.minId };
  return open.maxId === null ? {} : { max_id: open.maxId };
};

export interface WalkedPage {
  /** Local ids of the page, in any order. */
  readonly ids: readonly string[];
  /** What `Link` names: `prev` as min_id, `next` as max_id. */
  readonly minId: string | undefined;
  readonly maxId: string | undefined;
  /** ISO 8601 of the page's oldest status; undefined: none told. */
  readonly oldestAt: string | undefined;
}

export interface Advanced {
  readonly state: WalkState;
  readonly isDone: boolean;
  readonly gap?: string;
}

export const advanceWalk = (
  walk: MastodonWalk,
  state: WalkState,
  page: WalkedPage,
  at: { readonly now: Date; readonly floorMs: number },
): Advanced => {
  if (state.open?.kind === 'forward') return forward(walk, { ...state, open: state.open }, page, at.now);
  if (state.open?.kind === 'back') return back(walk, { ...state, open: state.open }, page, at);
  throw new Error('a page of no walk');
};

type Open<Kind> = WalkState & { readonly open: Extract<OpenWalk, { readonly kind: Kind }> };

/** Pages are filtered after they were cut, so that a short one is not the last: only an empty one is. */
const forward = (walk: MastodonWalk, state: Open<'forward'>, page: WalkedPage, now: Date): Advanced => {
  const newestHere = newestOf(page.ids);
  if (newestHere === undefined) return { state: ended(state, state.newest, now), isDone: true };
  const { minId } = state.open;
  if (!isNewer(newestHere, minId)) throw repeatedError(walk);
  const told = page.minId !== undefined && isNewer(page.minId, minId) ? page.minId : newestHere;
  const newest = newestOf([newestHere, ...(state.newest === null ? [] : [state.newest])]) ?? newestHere;
  return {
    state: { ...state, newest, open: { kind: 'forward', minId: told, isFirst: false } },
    isDone: false,
    ...(hasJumped(state, page) ? { gap: jumpedText(walk) } : {}),
  };
};

/** A whole page from behind what was read, where something read before must have stood on it. */
const hasJumped = ({ open, newest }: Open<'forward'>, { ids }: WalkedPage): boolean =>
  open.isFirst &&
  newest !== null &&
  newest !== open.minId &&
  ids.length >= PAGE_SIZE &&
  ids.every((id) => isNewer(id, newest));

const jumpedText = ({ instance, words }: MastodonWalk): string =>
  `Posts about ${words} may be missing: ${hostOf(instance)} began behind the place where reading stopped.`;

const repeatedError = ({ instance, words }: MastodonWalk): SourceError =>
  new SourceError('transient', `${hostOf(instance)} sent the same page about ${words} twice.`);

const back = (
  walk: MastodonWalk,
  state: Open<'back'>,
  page: WalkedPage,
  { now, floorMs }: { readonly now: Date; readonly floorMs: number },
): Advanced => {
  const { open } = state;
  if (open.maxId !== null && page.ids.some((id) => !isNewer(open.maxId ?? '', id))) throw repeatedError(walk);
  const oldest = oldestOf(page.ids);
  const walked = {
    ...open,
    newest: open.newest ?? newestOf(page.ids) ?? null,
    mark: open.mark ?? oldest ?? null,
    pages: open.pages + 1,
  };
  const isRead = oldest === undefined || isBehind(state, oldest, page, floorMs);
  const isCapped = !isRead && walked.pages >= MAX_PAGES_BACK;
  if (isRead || isCapped)
    return {
      state: endedBack({ ...state, open: walked }, now),
      isDone: true,
      ...(isCapped ? { gap: cappedText(walk) } : {}),
    };
  return { state: { ...state, open: { ...walked, maxId: nextMaxId(page, oldest) } }, isDone: false };
};

/** As `Link` says, unless that leads nowhere. */
const nextMaxId = ({ maxId }: WalkedPage, oldest: string): string =>
  maxId === undefined || isNewer(maxId, oldest) ? oldest : maxId;

const oldestOf = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.reduce((a, b) => (isNewer(a, b) ? b : a));

/** A search walks back to the mark before its last end, a first walk to the hour that it begins with. */
const isBehind = (state: WalkState, oldest: string, page: WalkedPage, floorMs: number): boolean => {
  const last = state.marks.at(-1);
  if (last === undefined) return Date.parse(page.oldestAt ?? '') < floorMs;
  const [, id] = markBefore(state, last[0] - OVERLAP_MINUTES) ?? last;
  return !isNewer(oldest, id);
};

const cappedText = ({ instance, words }: MastodonWalk): string =>
  `Older posts about ${words} may be missing: the newest ${MAX_PAGES_BACK * PAGE_SIZE} of ${hostOf(instance)} were read.`;

/** The first walk leaves two marks, so that the second one overlaps with it. */
const endedBack = (state: Open<'back'>, now: Date): WalkState => {
  const { mark, newest } = state.open;
  const first: WalkState['marks'] =
    state.marks.length === 0 && mark !== null ? [[minuteOf(now) - OVERLAP_MINUTES, mark]] : state.marks;
  return ended({ ...state, marks: first }, newest ?? state.newest, now);
};

const ended = (state: WalkState, newest: string | null, now: Date): WalkState => {
  const best = newestOf([newest, state.newest].flatMap((id) => id ?? [])) ?? null;
  return {
    marks: best === null ? state.marks : thinned([...state.marks, [minuteOf(now), best]]),
    newest: best,
    open: null,
    deepMinute: state.deepMinute === 0 ? minuteOf(now) : state.deepMinute,
  };
};

/** The first of every five minutes of the last forty, the first of every six hours of the last two days, and the newest. */
const thinned = (marks: WalkState['marks']): WalkState['marks'] => {
  const newest = marks.at(-1)?.[0] ?? 0;
  const taken = new Set<string>();
  return marks.filter(([minute], index) => {
    const age = newest - minute;
    const step = age <= 2 * OVERLAP_MINUTES ? 5 : DEEP_EVERY_MINUTES;
    const bucket = `${step} ${Math.floor(minute / step)}`;
    if (taken.has(bucket) || age > 2 * DEEP_MINUTES) return index === marks.length - 1;
    taken.add(bucket);
    return true;
  });
};

export const hostOf = (instance: string): string => new URL(instance).host;
