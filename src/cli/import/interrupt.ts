/** Ctrl-C asks a command to end in good order; a second one ends it at once. Call `done` when the work is over. */
export const onInterrupt = (): { readonly signal: AbortSignal; done(): void } => {
  const aborted = new AbortController();
  let firstAt = 0;
  const heard = (): void => {
    if (firstAt === 0) firstAt = Date.now();
    // npm and the terminal both pass Ctrl-C on, so that one may come twice.
    else if (Date.now() - firstAt > 1_500) process.exit(interrupted);
    aborted.abort();
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
  return {
    signal: aborted.signal,
    done: () => {
      process.off('SIGINT', heard);
      process.off('SIGTERM', heard);
    },
  };
};

/** 128 and the number of SIGINT, as shells say it. */
export const interrupted = 130;
