import type { StreamState } from './stream-backoff.ts';
import { newWalk, type WalkState, walkKey, type XWalk } from './walk.ts';

/** The whole state of the source, committed with every page; what was spent stands in the ledger. */
export interface XCursor {
  readonly walks: Readonly<Record<string, WalkState>>;
  /** By which the minutes are chosen that are read when the money does not reach for all. */
  readonly seed: string;
  readonly counted?: Counted;
  /** Since when the day's money is used, ISO 8601 UTC. */
  readonly stoppedSince?: string;
  /** When the walks were last walked to their end, ISO 8601 UTC. */
  readonly walkedAt?: string;
  readonly stream?: StreamState;
}

/** What the platform counted of the searches, whether it was read or not. */
export interface Counted {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Posts of this UTC day up to `at`. */
  readonly today: number;
  /** Posts of the 24 hours before `at`. */
  readonly perDay: number;
}

/**
 * The cursor for the walks as they are configured now. A walk that is new begins `lookbackMs` ago, or further back where
 * a walk that it may replace had not come so far: a changed phrase changes the search that holds it.
 */
export const openCursor = (
  walks: readonly XWalk[],
  cursor: Partial<XCursor> | null,
  at: { readonly now: Date; readonly lookbackMs: number; readonly seed: string },
): XCursor => {
  const known = cursor?.walks ?? {};
  const keys = new Set(walks.map(walkKey));
  const replaced = Object.entries(known).flatMap(([key, state]) =>
    keys.has(key) ? [] : [Date.parse(state.readTo)],
  );
  const from = new Date(Math.min(at.now.getTime() - at.lookbackMs, ...replaced));
  return {
    ...cursor,
    walks: Object.fromEntries([...keys].map((key) => [key, known[key] ?? newWalk(from)])),
    seed: cursor?.seed ?? at.seed,
  };
};
