import type { Spent } from './budget.ts';
import { newWalk, type WalkState, walkKey, type XWalk } from './walk.ts';

/** The whole state of the source, committed with every page: each walk by its key, and what today has cost. */
export interface XCursor {
  readonly walks: Readonly<Record<string, WalkState>>;
  readonly spent?: Spent;
}

/**
 * The cursor for the walks as they are configured now. A walk that is new begins `lookbackMs` ago, or further back where
 * a walk that it may replace had not come so far: a changed phrase changes the search that holds it.
 */
export const openCursor = (
  walks: readonly XWalk[],
  cursor: XCursor | null,
  at: { readonly now: Date; readonly lookbackMs: number },
): XCursor => {
  const known = cursor?.walks ?? {};
  const keys = new Set(walks.map(walkKey));
  const replaced = Object.entries(known).flatMap(([key, state]) =>
    keys.has(key) ? [] : [Date.parse(state.readTo)],
  );
  const from = new Date(Math.min(at.now.getTime() - at.lookbackMs, ...replaced));
  return {
    walks: Object.fromEntries([...keys].map((key) => [key, known[key] ?? newWalk(from)])),
    ...(cursor?.spent === undefined ? {} : { spent: cursor.spent }),
  };
};
