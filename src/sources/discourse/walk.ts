import type { KnownPost } from '../known-posts.ts';
import { SourceError } from '../source.ts';

/** The whole state of the source. Ids of posts are numbers that grow over the whole forum. */
export interface DiscourseCursor {
  /** Every post up to this id was read, but for those that were saved late. null: the first walk is not done. */
  readonly readTo: number | null;
  readonly open: OpenWalk | null;
  /** [minute, newest id then] of walks that ended within the last hour or so, oldest first. */
  readonly marks: readonly (readonly [minute: number, id: number])[];
  readonly known: readonly KnownPost[];
}

export interface OpenWalk {
  /** The next page ends with this id; null: the newest page. */
  readonly before: number | null;
  /** Newest id of the first page: the next walk ends there. */
  readonly newest: number | null;
  readonly pages: number;
}

/** A post may be saved after one with a higher id: so many ids, and what was written in so many minutes, are read again. */
const OVERLAP_IDS = 50;
const OVERLAP_MINUTES = 30;
/** A page holds the newest 50 posts up to an id; older forums: those of the last 50 ids, which may be none. */
const PAGE_IDS = 50;
const MAX_FIRST_PAGES = 40;

export const newCursor: DiscourseCursor = { readTo: null, open: null, marks: [], known: [] };

export const beginWalk = (cursor: DiscourseCursor): DiscourseCursor & { readonly open: OpenWalk } => ({
  ...cursor,
  open: cursor.open ?? { before: null, newest: null, pages: 0 },
});

export interface WalkedPage {
  readonly ids: readonly number[];
  /** Milliseconds of the oldest post; NaN: none tells its time. */
  readonly oldestMs: number;
}

export interface Advanced {
  readonly cursor: DiscourseCursor;
  readonly isDone: boolean;
  readonly gap?: string;
}

export const advanceWalk = (
  place: string,
  cursor: DiscourseCursor & { readonly open: OpenWalk },
  page: WalkedPage,
  { now, floorMs }: { readonly now: Date; readonly floorMs: number },
): Advanced => {
  const { open, readTo } = cursor;
  const [highest, lowest] = [Math.max(...page.ids), Math.min(...page.ids)];
  if (open.before !== null && highest > open.before) throw repeatedError(place);
  const newest = open.newest ?? (page.ids.length === 0 ? null : highest);
  const next = page.ids.length === 0 ? (open.before ?? 0) - PAGE_IDS : lowest - 1;
  const walked = { ...open, before: next, newest, pages: open.pages + 1 };
  const end = endOf({ floorId: floorIdOf(cursor), newest, next, pages: walked.pages, page, floorMs });
  if (end === 'more') return { cursor: { ...cursor, open: walked }, isDone: false };
  const gap = gapOf(place, end, cursor, newest);
  return {
    cursor: { ...cursor, open: null, readTo: newest ?? readTo, marks: marked(cursor, newest, now) },
    isDone: true,
    ...(gap === undefined ? {} : { gap }),
  };
};

/** Down to where the next walk reads; null: the first one is not done. */
const floorIdOf = ({ readTo, marks }: DiscourseCursor): number | null => {
  if (readTo === null) return null;
  const last = marks.at(-1)?.[0] ?? 0;
  const [, id] = marks.findLast(([minute]) => minute <= last - OVERLAP_MINUTES) ?? marks[0] ?? [0, readTo];
  return Math.min(id, readTo - OVERLAP_IDS);
};

const marked = ({ marks }: DiscourseCursor, newest: number | null, now: Date): DiscourseCursor['marks'] => {
  const minute = Math.floor(now.getTime() / 60_000);
  if (newest === null) return marks;
  const old = marks.findLastIndex(([at]) => at <= minute - OVERLAP_MINUTES);
  return [...marks.slice(Math.max(0, old - 1)), [minute, newest]];
};

interface Standing {
  readonly floorId: number | null;
  readonly newest: number | null;
  readonly next: number;
  readonly pages: number;
  readonly page: WalkedPage;
  readonly floorMs: number;
}

const endOf = ({ floorId, newest, next, pages, page, floorMs }: Standing): 'more' | 'read' | 'capped' => {
  if (next <= 0 || newest === null) return 'read';
  if (floorId !== null) return next <= floorId ? 'read' : 'more';
  if (page.oldestMs < floorMs) return 'read';
  return pages >= MAX_FIRST_PAGES ? 'capped' : 'more';
};

const gapOf = (
  place: string,
  end: 'read' | 'capped',
  { readTo }: DiscourseCursor,
  newest: number | null,
): string | undefined => {
  if (end === 'capped')
    return `Older posts of ${place} may be missing: the newest ${MAX_FIRST_PAGES * PAGE_IDS} were read.`;
  if (readTo !== null && newest !== null && newest < readTo - OVERLAP_IDS)
    return `Posts of ${place} may be missing: its numbers went back behind the place where reading stopped.`;
  return undefined;
};

const repeatedError = (place: string): SourceError =>
  new SourceError('transient', `${place} sent a page that was not asked for.`);
