import { setTimeout as sleep } from 'node:timers/promises';

const lookMs = 300;
/** A service that decided nothing for so long has other things to do: it goes on without being watched. */
const patienceMs = 60_000;

/** Watches another process decide. False: asked to stop, or nothing moved for a minute. */
export const untilDecided = async (
  readLeft: () => Promise<number>,
  { signal, onWait }: { signal: AbortSignal; onWait: (left: number) => void },
): Promise<boolean> => {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    const left = await readLeft();
    onWait(left);
    if (left === 0) return true;
    if (left < least) {
      least = left;
      movedAt = performance.now();
    }
    if (signal.aborted || performance.now() - movedAt > patienceMs) return false;
    await sleep(lookMs);
  }
};
