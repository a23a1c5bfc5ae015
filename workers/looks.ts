export interface Looks {
  /** Somebody says that there is something: a look begins now, or follows the one that runs, which may have passed it. */
  wake(): void;
  /** Begins none any more and waits for the one that runs. */
  stop(): Promise<void>;
}

/** One look at a time. `look` never fails; it answers after how many milliseconds it wants to be repeated, null: on a wake-up. */
export const createLooks = (look: () => Promise<number | null>, signal: AbortSignal): Looks => {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  let again: NodeJS.Timeout | undefined;
  const mayLook = (): boolean => isWanted && !isStopped && !signal.aborted;

  const run = async (): Promise<void> => {
    while (mayLook()) {
      isWanted = false;
      clearTimeout(again);
      const againMs = await look();
      if (againMs !== null) again = setTimeout(wake, againMs);
    }
  };
  const wake = (): void => {
    isWanted = true;
    running ??= run().finally(() => {
      running = null;
      if (mayLook()) wake();
    });
  };
  return {
    wake,
    stop: async () => {
      isStopped = true;
      await running;
      clearTimeout(again);
    },
  };
};
