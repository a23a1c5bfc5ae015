/**
 * How far a feed may be told. Numbers of activities are drawn before their transactions commit, so that a lower one may
 * appear after a higher one: whoever passed the gap would miss it. What follows without a gap passes at once; behind a
 * gap a row waits until it has been seen for `graceMs`, longer than a transaction runs. A number that was rolled back
 * never comes, and holds the feed up no longer than that.
 */
export const settle = <Event extends { readonly id: number }>(
  { last, mark }: FeedState,
  /** Behind `last`, by number. */
  events: readonly Event[],
  nowMs: number,
): { readonly passed: readonly Event[]; readonly state: FeedState } => {
  const isRipe = mark !== null && nowMs - mark.atMs >= graceMs;
  const ripe = isRipe ? mark.id : 0;
  let reached = last;
  let count = 0;
  for (const { id } of events) {
    if (id !== reached + 1 && id > ripe) break;
    reached = id;
    count += 1;
  }
  const newest = events.at(-1)?.id ?? last;
  const isHeld = count < events.length;
  const fresh = mark === null || isRipe ? { id: newest, atMs: nowMs } : mark;
  return { passed: events.slice(0, count), state: { last: reached, mark: isHeld ? fresh : null } };
};

export const graceMs = 3_000;

export interface FeedState {
  /** Number of the last event that was told. */
  readonly last: number;
  /** The newest number that was seen behind a gap, and when; null: there is no gap. */
  readonly mark: { readonly id: number; readonly atMs: number } | null;
}
