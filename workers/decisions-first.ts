import { setTimeout as sleep } from 'node:timers/promises';

/** Lets work that no customer waits for stand back while this process decides. */
export interface DecisionsFirst {
  decide<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is being decided here, or when that has gone on for too long already. */
  calm(signal: AbortSignal): Promise<void>;
}

/** Between two batches of a run lies less than this. */
const calmMs = 100;
/** Under a load that never ends, audiences are read half a minute late and not never. */
const patienceMs = 30_000;

/** `now`: milliseconds of a clock that only goes forward. */
export const createDecisionsFirst = (now: () => number = () => performance.now()): DecisionsFirst => {
  let running = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let busySince = Number.NEGATIVE_INFINITY;
  const isCalm = (): boolean => running === 0 && now() - lastEnd >= calmMs;
  return {
    decide: async (work) => {
      if (isCalm()) busySince = now();
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        lastEnd = now();
      }
    },
    calm: async (signal) => {
      while (!signal.aborted && !isCalm() && now() - busySince < patienceMs)
        await sleep(calmMs / 2, undefined, { signal }).catch(() => undefined);
    },
  };
};
