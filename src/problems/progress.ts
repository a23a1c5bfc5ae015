/**
 * How far the activities have been looked through. Their numbers are given out before they are committed, so that a
 * lower one may appear after a higher one: only up to `mark`, and only once every transaction has ended that ran when it
 * was noted, is it certain that none is missing.
 */
export interface Progress {
  /** Every activity up to here was looked at, and none up to here can still come. */
  readonly floor: number;
  /** The highest number that was seen when it was noted. */
  readonly mark: number;
  /** The transaction that noted it; each that held a number up to there began before. */
  readonly markXid: bigint;
  readonly markedAt: Date;
}

/** What one look at the database tells. */
export interface Horizon {
  /** Highest number that was visible before this transaction got its own. */
  readonly highest: number;
  /** The oldest transaction that still runs; all before it have ended. */
  readonly oldestXid: bigint;
  readonly ownXid: bigint;
}

export type Step =
  /** All numbers above `floor` and up to `upTo` can be seen. */
  | { readonly kind: 'read'; readonly upTo: number }
  | { readonly kind: 'mark'; readonly progress: Progress }
  /** Somebody may still bring a lower number. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'idle' };

/** No transaction of ours runs for so long; one of somebody else on the same server must not stop us for ever. */
const patienceMs = 300_000;

export const nextStep = (progress: Progress, horizon: Horizon, now: Date): Step => {
  if (progress.floor >= progress.mark) {
    if (horizon.highest <= progress.floor) return { kind: 'idle' };
    const { highest, ownXid } = horizon;
    return { kind: 'mark', progress: { ...progress, mark: highest, markXid: ownXid, markedAt: now } };
  }
  const isOver = horizon.oldestXid >= progress.markXid;
  const isLate = now.getTime() - progress.markedAt.getTime() >= patienceMs;
  return isOver || isLate ? { kind: 'read', upTo: progress.mark } : { kind: 'wait' };
};
