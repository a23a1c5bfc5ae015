const stepMs = 600_000;

/**
 * How many of the last posts are still within a window of time, without a time for each: they come in the order of
 * time, so that the young ones are the last ones. Steps of ten minutes: a post is forgotten up to one step late, never early.
 */
export interface TimeWindow {
  /** Moves on to this time; one that lies before the last is taken for the last. */
  advance(nowMs: number): void;
  countOne(): void;
  readonly count: number;
  readonly bytes: number;
}

export const createTimeWindow = (windowMs: number): TimeWindow => {
  const size = Math.ceil(windowMs / stepMs) + 1;
  const counts = new Uint32Array(size);
  let step = Number.NEGATIVE_INFINITY;
  let count = 0;
  const advance = (nowMs: number): void => {
    const now = Math.floor(nowMs / stepMs);
    if (now - step >= size) {
      counts.fill(0);
      count = 0;
      step = now;
    }
    while (step < now) {
      step++;
      const at = indexOf(step, size);
      count -= counts[at] as number;
      counts[at] = 0;
    }
  };
  return {
    advance,
    countOne: () => {
      counts[indexOf(step, size)] = (counts[indexOf(step, size)] as number) + 1;
      count++;
    },
    get count() {
      return count;
    },
    bytes: counts.byteLength,
  };
};

const indexOf = (step: number, size: number): number => ((step % size) + size) % size;
